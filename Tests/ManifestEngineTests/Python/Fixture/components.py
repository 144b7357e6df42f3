"""Classes for the tests of the worker and of the types that run Python classes."""

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import date, datetime, timezone
from decimal import Decimal
from types import SimpleNamespace

from airbyte_cdk.sources.types import StreamSlice


class Change:
    """What a test asks for by the field `mode`."""

    def transform(self, record, config, stream_state, stream_slice):
        mode = self.definition.get("mode")
        if mode == "fail":
            raise ValueError(f"cannot change {record['id']}")
        if mode == "exit":
            print("the last words", file=sys.stderr)
            sys.stderr.flush()
            os._exit(3)
        if mode == "hang":
            threading.Event().wait()
        if mode == "print":
            print('{"id": 1, "result": "not a reply"}')
            sys.stdout.flush()
        if mode == "traced":
            error = RuntimeError("ignored")
            error.failure_type = SimpleNamespace(value="config_error")
            error.message = "the account is closed"
            raise error
        if mode == "orphan":
            # Holds the streams of this process for as long as the other one lives.
            subprocess.Popen(["sleep", "20"])
            os._exit(4)
        if mode == "forked":
            if os.fork() == 0:
                time.sleep(20)
                os._exit(0)
            os._exit(4)
        if mode == "leave":
            sys.exit(5)
        if mode == "interrupt":
            raise KeyboardInterrupt
        if mode == "signals":
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                os.kill(os.getpid(), number)
        if mode == "stdin":
            record["read"] = sys.stdin.read()
        if mode == "much":
            print("x" * 5_000_000)
        if mode == "odd":
            record["odd"] = [
                float("nan"), float("-inf"), 10**30, Decimal("1.50"), date(2026, 1, 2),
                datetime(2026, 1, 2, 3, 4, 5, 6, timezone.utc), (1, 2), {3}, b"x", "\ud800", {1: None, None: 2, True: 3},
            ]
        if mode == "circle":
            record["self"] = record
        if mode == "package":
            import no_such_package
        if mode == "folder":
            record["folder"] = "" in sys.path
            record["cache"] = os.path.exists(os.path.join(os.path.dirname(__file__), "__pycache__"))
        record["slice"] = dict(stream_slice or {})
        record["config"] = config.get("name")
        record["pid"] = os.getpid() if mode == "pid" else None


class Even:
    def filter_records(self, records, stream_state, stream_slice, next_page_token):
        return (record for record in records if record["id"] % 2 == 0)


class Rows:
    def extract_records(self, response):
        yield from response.json()["rows"]
        yield {"status": response.status_code, "kind": response.headers["x-kind"], "url": response.url}


class Lines:
    def decode(self, response):
        for line in response.content.decode().splitlines():
            yield {"line": line}


class Upper:
    def transform(self, record, schema):
        for name in schema["properties"]:
            record[name] = str(record[name]).upper()


class Paging:
    initial_token = "first"

    def get_page_size(self):
        return 7

    def next_page_token(self, response, last_page_size, last_record, last_page_token_value):
        if not response.json()["more"]:
            return None
        return [response.headers["x-page"], last_page_size, last_record, last_page_token_value]


class Sign:
    def get_auth_header(self):
        return {"Authorization": "Bearer " + self.options["name"]}

    def get_request_params(self):
        return {"key": "1"}

    def get_request_body_data(self):
        return {}

    def get_request_body_json(self):
        return None

    def __call__(self, request):
        request.headers["X-Length"] = len(request.body or b"")
        request.url += "&signed=1"
        return request


class Judge:
    max_retries = 3

    @property
    def backoff_strategies(self):
        return [SimpleNamespace(backoff_time=lambda outcome, attempt: attempt * 1.5)]

    def interpret_response(self, outcome):
        if isinstance(outcome, Exception):
            return SimpleNamespace(
                response_action=SimpleNamespace(name="RETRY"), failure_type=None, error_message=str(outcome)
            )
        failure = SimpleNamespace(value="transient_error")
        return SimpleNamespace(
            response_action=SimpleNamespace(name="IGNORE"), failure_type=failure, error_message=str(outcome.status_code)
        )


class Wait:
    def backoff_time(self, outcome, attempt):
        return None if attempt == 1 else attempt * 10


class Send:
    def send_request(self, **given):
        if given["path"] == "nothing":
            return None
        request = SimpleNamespace(method="GET", url="http://api/" + str(given["path"]))
        body = repr(sorted(given["request_params"].items())).encode()
        return SimpleNamespace(status_code=200, headers={"X-A": "b"}, content=body, url=request.url, request=request)


class Numbers:
    def stream_slices(self):
        for number in range(self.definition["count"]):
            yield StreamSlice(partition={"number": number}, cursor_slice={}, extra_fields={"half": number / 2})
        if self.definition.get("fails"):
            raise ValueError("no more")
        yield {"plain": True}

    def get_request_params(self, stream_state, stream_slice, next_page_token):
        return {"n": stream_slice.get("number")}


class Schema:
    def get_json_schema(self):
        return {"type": "object", "title": self.config["name"]}


class Migration:
    def should_migrate(self, state):
        return "old" in state

    def migrate(self, state):
        return {"new": state["old"], "stream": self.options["declarative_stream"]["name"]}


class Region:
    def transform(self, config):
        config["region"] = config["name"] + "-1"


class Short:
    def validate(self, value):
        if len(value) > 3:
            raise ValueError(f"{value} is too long")


class Pull:
    def read_records(self, records_schema, stream_slice=None):
        for number in range(self.definition["count"]):
            yield {"id": number, "letter": stream_slice["letter"], "name": self.options["name"], "schema": records_schema}
        if self.definition.get("fails"):
            raise ValueError("no more")
        yield SimpleNamespace(type="LOG")
