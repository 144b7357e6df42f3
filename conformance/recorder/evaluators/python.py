"""Values of Python: literals, numbers, texts."""

from __future__ import annotations

import ast
import json

from airbyte_cdk.sources.declarative.interpolation.jinja import JinjaInterpolation


class _Text(str):
    """A text that can be told from a value that equals it."""


def _literal(given: str, _: str) -> str:
    """The value that a rendered text stands for, or TEXT if it stays text."""
    text = _Text(given)
    value = JinjaInterpolation()._literal_eval(text, None)
    return "TEXT" if value is text else repr(value)


def _number(kind: type[int] | type[float], given: str) -> str:
    try:
        return repr(kind(given))
    except ValueError:
        return "none"


EVALUATORS = {
    "python.float": lambda given, _: _number(float, given),
    "python.int": lambda given, _: _number(int, given),
    # As a record is printed whose keys or numbers the fast printer refuses, without blanks.
    "python.json": lambda given, _: json.dumps(ast.literal_eval(given), separators=(",", ":")),
    "python.literal": _literal,
    "python.repr": lambda given, _: repr(given),
}
