"""Bodies in JSON, and the records that are printed of them."""

from __future__ import annotations

import json
import re
import struct
from io import BytesIO
from typing import Any

import orjson
from airbyte_cdk.entrypoint import AirbyteEntrypoint
from airbyte_cdk.models import AirbyteMessage, AirbyteRecordMessage, Type
from airbyte_cdk.sources.declarative.decoders.composite_raw_decoder import JsonParser

_LINE = re.compile(r'\{"type": ?"RECORD", ?"record": ?\{"stream": ?"s", ?"data": ?(.*), ?"emitted_at": ?0\}\}', re.DOTALL)
_VALUE = re.compile(r'\{"value": ?\[(.*)\]\}', re.DOTALL)


def _body(given: str, argument: str) -> bytes:
    """A body as text, or in hexadecimal digits where the argument is `hex`."""
    return bytes.fromhex(given) if argument == "hex" else given.encode()


def _printed(element: Any) -> str:
    """What of a record line is its data; other values as they would stand in it."""
    if isinstance(element, dict):
        return _data(element)
    match = _VALUE.fullmatch(_data({"value": [element]}))
    assert match is not None
    return match[1]


def _data(data: dict[str, Any]) -> str:
    """The data of a record line, as printed."""
    message = AirbyteMessage(type=Type.RECORD, record=AirbyteRecordMessage(stream="s", data=data, emitted_at=0))
    match = _LINE.fullmatch(AirbyteEntrypoint.airbyte_message_to_string(message))
    assert match is not None
    return match[1]


def _lines(given: str, argument: str) -> str:
    """The data of all record lines, as a list of texts; `none` where the body is refused."""
    try:
        elements = list(JsonParser().parse(BytesIO(_body(given, argument))))
    except Exception:
        return "none"
    return json.dumps([_printed(element) for element in elements], ensure_ascii=False, separators=(",", ":"))


def _edited(given: str, argument: str) -> str:
    """A record after edits such as `[["set","a",1],["del","b"]]`, and whether anything is left in it."""
    record = next(iter(JsonParser().parse(BytesIO(given.encode()))))
    for kind, key, *value in json.loads(argument):
        if kind == "set":
            record[key] = value[0]
        else:
            record.pop(key, None)
    return f"{_printed(record)} {'not empty' if record else 'empty'}"


def _double(given: str, _: str) -> str:
    """A double by its bits, as records and as templates print it."""
    number = struct.unpack("<d", int(given).to_bytes(8, "little"))[0]
    return f"{orjson.dumps(number).decode()} {number!r}"


EVALUATORS = {"json.double": _double, "json.edited": _edited, "json.lines": _lines}
