"""Templates, in a scope with one record and one of everything else, and a clock that stands still."""

from __future__ import annotations

import json
import re
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import time_machine
from airbyte_cdk.sources.declarative.interpolation.interpolated_boolean import InterpolatedBoolean
from airbyte_cdk.sources.declarative.interpolation.interpolated_string import InterpolatedString
from airbyte_cdk.sources.declarative.interpolation.jinja import _ENVIRONMENT
from airbyte_cdk.sources.types import StreamSlice
from requests.structures import CaseInsensitiveDict

_SAMPLE = Path(__file__).resolve().parents[2] / "tables" / "JinjaTests" / "Sample.json"
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")
# What the field `value_type` can say.
_TYPES: dict[str, tuple[type[Any]]] = {"boolean": (bool,), "integer": (int,), "number": (float,), "string": (str,)}


_NOW = datetime.fromtimestamp(json.loads(_SAMPLE.read_text(encoding="utf-8"))["now"] / 1_000_000, tz=timezone.utc)


def _scope() -> dict[str, Any]:
    """The variables; fresh ones, since templates can change them."""
    scope: dict[str, Any] = json.loads(_SAMPLE.read_text(encoding="utf-8"))
    del scope["now"]
    scope["stream_slice"] = StreamSlice(**scope["stream_slice"])
    scope["headers"] = CaseInsensitiveDict(scope["headers"])
    return scope


def _represented(value: Any) -> str:
    return _ADDRESS.sub("", repr(value))


@time_machine.travel(_NOW, tick=False)
def _template(given: str, _: str = "") -> str:
    scope = _scope()
    parameters, config = scope.pop("parameters"), scope.pop("config")
    return _represented(InterpolatedString.create(given, parameters=parameters).eval(config, **scope))


@time_machine.travel(_NOW, tick=False)
def _typed(given: str, argument: str) -> str:
    """A template whose literal must have a type, as in the fields of AddFields."""
    scope = _scope()
    parameters, config = scope.pop("parameters"), scope.pop("config")
    text = InterpolatedString.create(given, parameters=parameters)
    return _represented(text.eval(config, valid_types=_TYPES[argument], **scope))


@time_machine.travel(_NOW, tick=False)
def _condition(given: str, _: str) -> str:
    scope = _scope()
    parameters, config = scope.pop("parameters"), scope.pop("config")
    return repr(InterpolatedBoolean(given, parameters=parameters).eval(config, **scope))


@time_machine.travel(_NOW, tick=False)
def _rendered(given: str, _: str) -> str:
    """The text of a template, before it becomes a value."""
    return _ENVIRONMENT.from_string(given).render(_scope())


def _text(given: str, argument: str) -> str:
    """The text of a template with these parameters and no other variables, as in a request."""
    return str(InterpolatedString.create(given, parameters=json.loads(argument)).eval({}))


def _message(given: str, _: str) -> str:
    """The words of the exception."""
    try:
        return f"no fault: {_template(given)}"
    except Exception as error:
        # What stands behind this word is the whole scope.
        return str(error).partition(" Context: ")[0]


EVALUATORS = {
    "jinja.condition": _condition,
    "jinja.expression": lambda given, _: _template("{{ " + given + " }}"),
    "jinja.message": _message,
    "jinja.render": _rendered,
    "jinja.template": _template,
    "jinja.text": _text,
    "jinja.typed": _typed,
}
