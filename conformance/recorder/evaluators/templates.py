"""Templates with variables of their own, as each class of the reference evaluates them, while the clock stands still.

The argument of a row is a JSON object: the variables by name, and perhaps `value_type`, what a field of AddFields says;
or the name of such an object in `tables/ManifestEngineTests/Support/TemplateSample.json`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import time_machine
from airbyte_cdk.sources.declarative.interpolation.interpolated_boolean import InterpolatedBoolean
from airbyte_cdk.sources.declarative.interpolation.interpolated_mapping import InterpolatedMapping
from airbyte_cdk.sources.declarative.interpolation.interpolated_nested_mapping import InterpolatedNestedMapping
from airbyte_cdk.sources.declarative.interpolation.interpolated_string import InterpolatedString
from airbyte_cdk.sources.types import StreamSlice
from requests.structures import CaseInsensitiveDict

from .jinja import _NOW, _TYPES, _represented

_SETS = Path(__file__).resolve().parents[2] / "tables" / "ManifestEngineTests" / "Support" / "TemplateSample.json"
Evaluation = Callable[[str, dict[str, Any], dict[str, Any]], Any]


def _sets() -> Any:
    """Sets of variables that many rows share; fresh ones, since templates can change them."""
    return json.loads(_SETS.read_text(encoding="utf-8"))


def _variables(argument: str) -> dict[str, Any]:
    own = json.loads(argument or "{}") if argument[:1] in ("", "{") else _sets()[argument]
    variables: dict[str, Any] = {"config": {}, "parameters": {}, **own}
    if "stream_slice" in variables:
        variables["stream_slice"] = StreamSlice(**{"partition": {}, "cursor_slice": {}, **variables["stream_slice"]})
    headers = variables.get("headers")
    # The headers of a paginator, which hold the parsed links, are a plain dict.
    if headers is not None and all(isinstance(value, str) for value in headers.values()):
        variables["headers"] = CaseInsensitiveDict(headers)
    return variables


def _string(given: str, parameters: dict[str, Any], scope: dict[str, Any]) -> Any:
    types = {"valid_types": _TYPES[scope.pop("value_type")]} if "value_type" in scope else {}
    return InterpolatedString.create(given, parameters=parameters).eval(scope.pop("config"), **types, **scope)


def _condition(given: str, parameters: dict[str, Any], scope: dict[str, Any]) -> Any:
    return InterpolatedBoolean(given, parameters=parameters).eval(scope.pop("config"), **scope)


def _request_part(given: str, parameters: dict[str, Any], scope: dict[str, Any]) -> Any:
    """The value of a request parameter, a header or a form field."""
    mapping = InterpolatedMapping({"key": given}, parameters=parameters)
    return mapping.eval(scope.pop("config"), valid_key_types=(str,), valid_value_types=(str, list), **scope)


def _body_part(given: str, parameters: dict[str, Any], scope: dict[str, Any]) -> Any:
    """A member of a JSON body, two levels down."""
    mapping = InterpolatedNestedMapping({"a": {given: [given]}, "b": given}, parameters=parameters)
    return mapping.eval(scope.pop("config"), **scope)


def _evaluator(evaluation: Evaluation) -> Callable[[str, str], str]:
    @time_machine.travel(_NOW, tick=False)
    def evaluate(given: str, argument: str) -> str:
        scope = _variables(argument)
        return _represented(evaluation(given, scope.pop("parameters"), scope))

    return evaluate


@time_machine.travel(_NOW, tick=False)
def _changes(given: str, argument: str) -> str:
    """The value of a template, then each variable as the template leaves it."""
    scope = _variables(argument)
    before = {name: _shown(value) for name, value in scope.items()}
    try:
        value = _represented(_string(given, scope["parameters"], {k: v for k, v in scope.items() if k != "parameters"}))
    except Exception as error:
        value = f"!{type(error).__name__}"
    after = {name: _shown(value) for name, value in scope.items()}
    return "; ".join([value, *(f"{name}: {text}" for name, text in after.items() if text != before[name])])


def _shown(value: Any) -> str:
    return repr((dict(value.partition), dict(value.cursor_slice)) if isinstance(value, StreamSlice) else value)


EVALUATORS = {
    "templates.body_part": _evaluator(_body_part),
    "templates.changes": _changes,
    "templates.condition": _evaluator(_condition),
    "templates.request_part": _evaluator(_request_part),
    "templates.string": _evaluator(_string),
}
