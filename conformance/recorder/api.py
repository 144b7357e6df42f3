"""An HTTP server that responds from the entries of an `api.json`."""

from __future__ import annotations

import base64
import json
import socket
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from .case import PORT

# Headers every request of the reference carries; only other values are worth a line.
_ORDINARY = {"accept": "*/*", "accept-encoding": "gzip, deflate", "connection": "keep-alive"}
_UNRECORDED = {"host", "content-length", "cookie"}


@dataclass(frozen=True)
class Seen:
    """A request that arrived, and the status of its response (0: none)."""

    method: str
    path: str
    query: str
    body: str
    headers: dict[str, str]
    status: int


@dataclass
class Responses:
    """Picks the response to a request: the first matching entry that is not used up."""

    entries: list[dict[str, Any]]
    seen: list[Seen] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)
    _uses: dict[int, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def response(
        self, method: str, path: str, query: str, body: str, headers: Mapping[str, str]
    ) -> dict[str, Any] | None:
        with self._lock:
            for index, entry in enumerate(self.entries):
                used = self._uses.get(index, 0)
                if used < entry.get("times", used + 1) and _fits(entry["request"], method, path, query, body, headers):
                    self._uses[index] = used + 1
                    return entry["response"]
            self.unmatched.append(f"{method} {path}{'?' + query if query else ''} {body}".rstrip())
            return None

    def unused(self) -> list[dict[str, Any]]:
        return [entry["request"] for index, entry in enumerate(self.entries) if index not in self._uses]

    def note(self, request: Seen) -> None:
        with self._lock:
            self.seen.append(request)


def _fits(wanted: dict[str, Any], method: str, path: str, query: str, body: str, headers: Mapping[str, str]) -> bool:
    if wanted.get("method", method) != method or wanted.get("path", path) != path:
        return False
    given = {
        key: values if len(values) > 1 else values[0] for key, values in parse_qs(query, keep_blank_values=True).items()
    }
    if not _contains(given, wanted.get("query", {})):
        return False
    names = {name.lower(): value for name, value in headers.items()}
    if not _contains(names, {name.lower(): value for name, value in wanted.get("headers", {}).items()}):
        return False
    if "body" not in wanted:
        return True
    try:
        return _contains(json.loads(body) if body else {}, wanted["body"])
    except ValueError:
        return False


def _contains(given: Any, wanted: Any) -> bool:
    """Whether `given` has everything that `wanted` has; a wanted null means absent."""
    if isinstance(wanted, dict) and isinstance(given, dict):
        return all(
            key not in given if value is None else key in given and _contains(given[key], value)
            for key, value in wanted.items()
        )
    return bool(given == wanted)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ApiServer

    def _serve(self) -> None:
        address = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        path, query = address.path, address.query
        response = self.server.responses.response(self.command, path, query, body, dict(self.headers))
        fault = (response or {}).get("fault")
        status = 599 if response is None else 0 if fault else response.get("status", 200)
        self.server.responses.note(Seen(self.command, path, query, body, _recorded(dict(self.headers)), status))
        if fault == "close":
            self._hang_up()
            return
        self._send(response or {"status": 599, "body": {"errors": ["The case has no response for this request."]}}, fault)

    def _send(self, response: dict[str, Any], fault: str | None) -> None:
        content = self._content(response)
        headers = {"Content-Type": "application/json;charset=UTF-8", **response.get("headers", {})}
        self.send_response_only(response.get("status", 200))
        for name, value in headers.items():
            self.send_header(name, value.replace(PORT, str(self.server.server_port)))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content if fault != "truncate" else content[: len(content) // 2])
        self.wfile.flush()
        if fault == "truncate":
            self._hang_up()

    def _content(self, response: dict[str, Any]) -> bytes:
        if "base64" in response:
            return base64.b64decode(response["base64"])
        text = response["text"] if "text" in response else _json(response.get("body", {}))
        return text.replace(PORT, str(self.server.server_port)).encode()

    def _hang_up(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    do_GET = do_POST = _serve

    def log_message(self, *_: Any) -> None:
        """Says nothing; the requests are kept instead."""


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _recorded(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers that the manifest or the body caused, names in lower case."""
    kept = {name.lower(): value for name, value in headers.items()}
    return {
        name: value
        for name, value in sorted(kept.items())
        if name not in _UNRECORDED
        and _ORDINARY.get(name) != value
        and not (name == "user-agent" and value.startswith("python-requests"))
    }


class ApiServer(ThreadingHTTPServer):
    """Serves on a free port of the loopback interface until closed."""

    daemon_threads = True

    def __init__(self, entries: list[dict[str, Any]]) -> None:
        self.responses = Responses(entries)
        super().__init__(("127.0.0.1", 0), _Handler)
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def close(self) -> None:
        self.shutdown()
        self.server_close()
