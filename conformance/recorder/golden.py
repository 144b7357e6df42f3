"""Turns the output of one command into the files of `expected/`."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from .api import Seen
from .case import PORT

_RECORD = re.compile(
    r'\{"type": ?"RECORD", ?"record": ?\{"stream": ?("(?:[^"\\]|\\.)*"), ?"data": ?(.*), ?"emitted_at": ?\d+'
    r'(?:, ?"file_reference": ?(\{[^{}]*\}))?\}\}',
    re.DOTALL,
)
_ADDRESS = re.compile(r"0x[0-9a-f]{6,}")


def golden_files(
    command: str, output: str, exit_code: int, waits: list[float], seen: list[Seen], port: int
) -> dict[str, str]:
    """File names and texts of one run.

    `output` is what the command printed, one message a line.
    """
    lines = [_mask(line, port) for line in output.split("\n") if line.startswith("{")]
    messages = [json.loads(line) for line in lines]
    files = {
        "outcome.json": _pretty(_outcome(messages, exit_code, waits)),
        "requests.jsonl": _requests(seen, port),
    }
    if command == "read":
        files["records.jsonl"] = "".join(f"{line}\n" for line in record_lines(lines))
        files["state.json"] = _pretty(dict(sorted(final_states(messages).items())))
    return files


def final_states(messages: list[dict[str, Any]]) -> dict[str, Any]:
    """The last state of each stream."""
    states = [message["state"]["stream"] for message in messages if message["type"] == "STATE"]
    return {state["stream_descriptor"]["name"]: state.get("stream_state") for state in states}


def last_config(messages: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The configuration that the last CONTROL message announced."""
    configs = [message["control"]["connectorConfig"]["config"] for message in messages if message["type"] == "CONTROL"]
    return _without_manifest(configs[-1]) if configs else None


def _without_manifest(config: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in config.items() if key != "__injected_declarative_manifest"}


def state_input(states: dict[str, Any]) -> list[dict[str, Any]]:
    """States in the shape that a later run takes."""
    return [
        {"type": "STREAM", "stream": {"stream_descriptor": {"name": name}, "stream_state": state}}
        for name, state in states.items()
    ]


def _mask(text: str, port: int) -> str:
    for found, masked in (
        (f"127.0.0.1:{port}", f"127.0.0.1:{PORT}"),
        (f"127.0.0.1', port={port}", f"127.0.0.1', port={PORT}"),
    ):
        text = text.replace(found, masked)
    return _ADDRESS.sub("0x", text)


def record_lines(lines: list[str]) -> list[str]:
    """One line per record message, its data exactly as printed; by stream, then by text."""
    found = []
    for line in lines:
        match = _RECORD.fullmatch(line)
        if match:
            file = f',"file_reference":{match[3]}' if match[3] else ""
            found.append((json.loads(match[1]), f'{{"stream":{match[1]},"data":{match[2]}{file}}}'))
        elif json.loads(line)["type"] == "RECORD":
            raise ValueError(f"unreadable record: {line}")
    return [line for _, line in sorted(found)]


def _requests(seen: list[Seen], port: int) -> str:
    """One line per request, in order of the text.

    A GET with response 200 is listed once: whether a repetition comes from a cache is a matter of timing.
    """
    lines: Counter[str] = Counter()
    once = set()
    for request in seen:
        values = {"method": request.method, "path": request.path, "query": request.query, "body": request.body}
        line = _mask(json.dumps({**values, "headers": request.headers}, ensure_ascii=False), port)
        if request.method == "GET" and request.status == 200:
            once.add(line)
        else:
            lines[line] += 1
    lines.update(once)
    return "".join(f"{line}\n" for line in sorted(lines.elements()))


def _outcome(messages: list[dict[str, Any]], exit_code: int, waits: list[float]) -> dict[str, Any]:
    outcome: dict[str, Any] = {"exit": exit_code}
    statuses: dict[str, list[str]] = {}
    errors, controls = [], []
    for message in messages:
        kind = message["type"]
        if kind == "TRACE" and message["trace"]["type"] == "STREAM_STATUS":
            _add_status(statuses, message["trace"]["stream_status"])
        elif kind == "TRACE":
            errors.append(_error(message["trace"]["error"]))
        elif kind == "CONTROL":
            controls.append(_without_manifest(message["control"]["connectorConfig"]["config"]))
        elif kind == "CONNECTION_STATUS":
            outcome["check"] = message["connectionStatus"]
        elif kind == "CATALOG":
            outcome["catalog"] = message["catalog"]
        elif kind == "SPEC":
            outcome["spec"] = message["spec"]
    return {
        **outcome,
        "statuses": dict(sorted(statuses.items())),
        "errors": errors,
        "waits": waits,
        "controls": controls,
    }


def _add_status(statuses: dict[str, list[str]], status: dict[str, Any]) -> None:
    """Appends a status unless it repeats the one before; a pause for a rate limit counts as a status of its own."""
    found = statuses.setdefault(status["stream_descriptor"]["name"], [])
    reasons = [reason["type"] for reason in status.get("reasons") or []]
    text = reasons[0] if reasons else status["status"]
    if found[-1:] != [text]:
        found.append(text)


def _error(error: dict[str, Any]) -> dict[str, Any]:
    stream = (error.get("stream_descriptor") or {}).get("name")
    return {"stream": stream, "failure_type": error.get("failure_type"), "message": error["message"]}


def _pretty(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
