"""Syncs with a datetime cursor, written as a script.

The first lines of a script are `cursor` with the fields of a manifest, and perhaps `input` with the state and `limit` with
the number of partitions from which the state is a global one. Each other line is a step, a word and its arguments as
JSON, and gives a line of the result. A record is written as its cursor value, `"-"` for one without.
"""

from __future__ import annotations

import copy
import json
from datetime import datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any

import time_machine
from airbyte_cdk.sources.declarative.incremental import concurrent_partition_cursor
from airbyte_cdk.sources.declarative.models.declarative_component_schema import DatetimeBasedCursor
from airbyte_cdk.sources.declarative.parsers.model_to_component_factory import ModelToComponentFactory
from airbyte_cdk.sources.types import Record, StreamSlice

from .text import compact

_NOW = datetime(2024, 5, 1, tzinfo=timezone.utc)
_FIELDS = {
    "type": "DatetimeBasedCursor",
    "cursor_field": "u",
    "datetime_format": "%Y-%m-%d",
    "start_datetime": "2024-01-01",
    "end_datetime": "2024-01-10",
}
_STREAM = "orders"


class _States:
    """Stands in for the state manager: keeps the state that was emitted last."""

    def __init__(self) -> None:
        self.emitted: Any = None

    def update_state_for_stream(self, name: str, namespace: str | None, state: Any) -> None:
        self.emitted = copy.deepcopy(dict(state))

    def create_state_message(self, name: str, namespace: str | None) -> None:
        return None

    def take(self) -> Any:
        emitted, self.emitted = self.emitted, None
        return emitted


class _Clock:
    """Stands in for the module `time` where states are spaced and a sync is measured."""

    def __init__(self) -> None:
        self.seconds = 0

    def time(self) -> float:
        return _NOW.timestamp() + self.seconds

    def perf_counter_ns(self) -> int:
        # Zero would mean "not started".
        return self.seconds * 1_000_000_000 + 1


class _Sync:
    """One sync: the cursor, and the slices that it has given so far."""

    def __init__(self, script: str, is_partitioned: bool) -> None:
        self._is_partitioned = is_partitioned
        self._states = _States()
        self._clock = _Clock()
        self._slices: list[StreamSlice] = []
        self._parent: Any = None
        lines = [line.split(" ", 1) for line in script.split("\n")]
        settings = {word: json.loads(rest) for word, rest in lines if word in ("cursor", "input", "limit")}
        self.steps = [(word, json.loads(rest)) for word, rest in lines if word not in settings]
        self._cursor = self._make_cursor({**_FIELDS, **settings["cursor"]}, settings.get("input", {}))
        if "limit" in settings:
            self._cursor.SWITCH_TO_GLOBAL_LIMIT = settings["limit"]

    def _make_cursor(self, fields: dict[str, Any], state: Any) -> Any:
        factory = ModelToComponentFactory()
        common: dict[str, Any] = {
            "model_type": DatetimeBasedCursor,
            "component_definition": fields,
            "stream_name": _STREAM,
            "stream_namespace": None,
            "config": {},
            "stream_state": state,
        }
        if not self._is_partitioned:
            cursor = factory.create_concurrent_cursor_from_datetime_based_cursor(**common)
            cursor._connector_state_manager = self._states
            return cursor
        concurrent_partition_cursor.time = self._clock
        router = SimpleNamespace(get_stream_state=lambda: self._parent)
        partitioned = factory.create_concurrent_cursor_from_perpartition_cursor(
            state_manager=self._states, partition_router=router, **common
        )
        partitioned._timer.start()
        return partitioned

    def step(self, word: str, arguments: dict[str, Any]) -> Any:
        """The result of a step."""
        return getattr(self, f"_{word}")(**arguments)

    def _begin(self, partition: Any = None, parent: Any = None) -> Any:
        if self._is_partitioned:
            whole = StreamSlice(partition=partition or {}, cursor_slice={})
            found = list(self._cursor._generate_slices_from_partition(whole, parent))
        else:
            found = list(self._cursor.stream_slices())
        self._slices += found
        return [_bounds(slice) for slice in found]

    def _close(self, slice: int, records: list[Any], at: int) -> Any:
        stream_slice = self._slices[slice]
        self._clock.seconds = at
        # What a reset of the pagination goes by.
        tracker = (
            self._cursor._cursor_factory.create({}, timedelta(0))
            if self._is_partitioned
            else self._cursor.copy_without_state()
        )
        kept = []
        for value in records:
            data = {} if value == "-" else {"u": value}
            record = Record(data=data, stream_name=_STREAM, associated_slice=stream_slice)
            kept.append(self._cursor.should_be_synced(record))
            self._cursor.observe(record)
            tracker.observe(record)
        rest = tracker.reduce_slice_range(stream_slice).cursor_slice["start_time"]
        self._cursor.close_partition(SimpleNamespace(to_slice=lambda: stream_slice))
        return {"kept": kept, "rest": rest, "state": self._states.take()}

    def _split(self, slice: int) -> Any:
        parts = self._cursor.split_request_window(self._slices[slice])
        return None if parts is None else [bound for part in parts for bound in _bounds(part)]

    def _state(self) -> Any:
        return self._cursor.state

    def _final(self, at: int, parent: Any = None) -> Any:
        self._clock.seconds = at
        self._parent = parent
        self._cursor.ensure_at_least_one_state_emitted()
        return self._states.take()


def _bounds(stream_slice: StreamSlice) -> list[Any]:
    return [stream_slice.cursor_slice["start_time"], stream_slice.cursor_slice["end_time"]]


@time_machine.travel(_NOW, tick=False)
def _played(script: str, is_partitioned: bool) -> str:
    sync = _Sync(script, is_partitioned)
    return "\n".join(compact(sync.step(word, arguments)) for word, arguments in sync.steps)


EVALUATORS = {
    "cursor.partitioned": lambda given, _: _played(given, True),
    "cursor.plain": lambda given, _: _played(given, False),
}
