"""What is done to records and checked of values."""

from __future__ import annotations

import base64
import copy
import json
import re
from typing import Any

import dpath
import jsonschema
from airbyte_cdk.sources.declarative.transformations.flatten_fields import FlattenFields
from airbyte_cdk.sources.declarative.transformations.keys_to_snake_transformation import KeysToSnakeCaseTransformation
from airbyte_cdk.sources.utils.transform import TransformConfig, TypeTransformer

from .text import compact

_DRAFT_7 = "http://json-schema.org/draft-07/schema#"


def _transformed(transformation: Any, given: str) -> str:
    record = json.loads(given)
    transformation.transform(record)
    return compact(record)


def _written(given: str, argument: str) -> str:
    """An object after "V" is written at a path."""
    members = json.loads(given)
    dpath.new(members, json.loads(argument), "V")
    return compact(members)


def _converted(given: str, argument: str) -> str:
    """A value by a schema, or `-` where it stays as it is."""
    value = json.loads(given)
    before = copy.deepcopy(value)
    after = TypeTransformer(TransformConfig.DefaultSchemaNormalization).default_convert(value, json.loads(argument))
    same = type(after) is type(before) and (after == before or after is value)
    return "-" if same else compact(after)


def _first_violation(given: str, argument: str) -> str:
    """What is wrong with a value by a schema, or `valid`."""
    schema = {"$schema": _DRAFT_7, **json.loads(argument)}
    kind = jsonschema.validators.validator_for(schema)
    error = jsonschema.exceptions.best_match(kind(schema).iter_errors(json.loads(given)))
    return "valid" if error is None else error.message


def _group(given: str, argument: str) -> str:
    """The first group of a regular expression in a text, or `none`."""
    found = re.search(argument, given)
    group = found.group(1) if found else None
    return "none" if group is None else group


def _replaced(given: str, argument: str) -> str:
    """A text after a replacement, written as `pattern | replacement`."""
    pattern, replacement = argument.split(" | ")
    return re.sub(pattern, replacement, given)


EVALUATORS = {
    "base64.decode": lambda given, _: str(list(base64.b64decode(given))),
    "json.str": lambda given, _: str(json.loads(given)),
    "record.flatten": lambda given, _: _transformed(FlattenFields(), given),
    "record.flatten_objects": lambda given, _: _transformed(FlattenFields(flatten_lists=False), given),
    "record.snake_case": lambda given, _: KeysToSnakeCaseTransformation().process_key(given),
    "record.write": _written,
    "regex.group": _group,
    "regex.replace": _replaced,
    "schema.convert": _converted,
    "schema.first_violation": _first_violation,
}
