"""Components of a manifest, and whole manifests."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import requests
from airbyte_cdk.sources.declarative.concurrent_declarative_source import ConcurrentDeclarativeSource
from airbyte_cdk.sources.declarative.models import declarative_component_schema as models
from airbyte_cdk.sources.declarative.parsers.model_to_component_factory import ModelToComponentFactory
from airbyte_cdk.sources.types import Record, StreamSlice
from airbyte_cdk.utils.yaml_loader import safe_load_yaml

from .text import compact

_CONFIG = {"c": "-", "d": "data", "on": True}
_SLICE = StreamSlice(partition={"s": "x", "id": 7}, cursor_slice={})


def _component(text: str) -> Any:
    """A component of its YAML, with its type."""
    fields = safe_load_yaml(text)
    model = getattr(models, fields["type"])
    return ModelToComponentFactory().create_component(model_type=model, component_definition=fields, config=_CONFIG)


def _transformed(given: str, argument: str) -> str:
    """A record after a transformation."""
    record = json.loads(given)
    _component(argument).transform(record, config=_CONFIG, stream_slice=_SLICE)
    return compact(record)


def _extracted(given: str, argument: str) -> str:
    """The records of a body."""
    return compact(list(_component(argument).extract_records(_response(given))))


def _filtered(given: str, argument: str) -> str:
    """Whether a record is `kept` or `dropped`."""
    kept = _component(argument).filter_records([json.loads(given)], stream_state={}, stream_slice=_SLICE)
    return "kept" if list(kept) else "dropped"


def _schema(given: str, argument: str) -> str:
    """The fields of a schema that a record describes, by a `DynamicSchemaLoader` without its retriever."""
    fields = safe_load_yaml(argument)
    fields = {
        "type": "DynamicSchemaLoader",
        "retriever": {
            "type": "SimpleRetriever",
            "requester": {"type": "HttpRequester", "url_base": "http://h", "path": "/"},
            "record_selector": {"type": "RecordSelector", "extractor": {"type": "DpathExtractor", "field_path": []}},
        },
        **fields,
    }
    model = models.DynamicSchemaLoader
    loader = ModelToComponentFactory().create_component(
        model_type=model, component_definition=fields, config=_CONFIG
    )
    records = [Record(data=json.loads(given), stream_name="s")]
    loader.retriever = type("Retriever", (), {"read_records": lambda self, _: iter(records)})()
    return compact(loader.get_json_schema()["properties"])


def _decoded(given: str, argument: str) -> str:
    """What a decoder finds in a body."""
    response = requests.Response()
    response.status_code = 200
    response.raw = BytesIO(given.encode())
    return compact(list(_component(argument).decode(response)))


def _decoded_text(given: str, argument: str) -> str:
    """What a decoder of whole bodies finds in one."""
    return compact(list(_component(argument).decode(_response(given))))


def _response(body: str) -> requests.Response:
    """A response whose body was read."""
    response = requests.Response()
    response.status_code = 200
    response.encoding = "utf-8"
    response.raw = BytesIO()
    response._content = body.encode()
    response._content_consumed = True
    return response


def _streams(given: str, argument: str) -> str:
    """Whether the streams of a manifest can be made with a configuration: `ok`, or the exception."""
    config = json.loads(argument)
    source = ConcurrentDeclarativeSource(catalog=None, config=config, state=[], source_config=safe_load_yaml(given))
    source.streams(config)
    return "ok"


EVALUATORS = {
    "component.decode": _decoded,
    "component.decode_text": _decoded_text,
    "component.extract": _extracted,
    "component.filter": _filtered,
    "component.schema": _schema,
    "component.transform": _transformed,
    "manifest.streams": _streams,
}
