"""YAML."""

from __future__ import annotations

from datetime import date
from typing import Any

from airbyte_cdk.utils.yaml_loader import safe_load_yaml


def _outline(value: Any) -> str:
    """A value on one line, with text in quotes and the kind before everything unusual."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"float {value!r}"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, date):
        return f"time {value.isoformat()}"
    if isinstance(value, bytes):
        return f"binary {list(value)}"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_outline(key)}: {_outline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, set):
        # A set has no order.
        return f"set [{', '.join(sorted(_outline(item) for item in value))}]"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_outline(item) for item in value)}]"
    return str(value)


EVALUATORS = {"yaml.load": lambda given, _: _outline(safe_load_yaml(given))}
