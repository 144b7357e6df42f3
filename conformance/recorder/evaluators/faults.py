"""Evaluators whose result is an exception in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def worded(function: Callable[[str, str], Any]) -> Callable[[str, str], str]:
    """The exception of a function as `Class: message`."""

    def evaluate(given: str, argument: str) -> str:
        try:
            return f"no fault: {function(given, argument)}"
        except Exception as error:
            return f"{type(error).__name__}: {error}"

    return evaluate
