"""Runs the Python classes that a manifest names, for the engine that started this program.

One JSON object a line: requests on standard input, replies on standard output. What the classes print goes to
standard error, which the engine logs. The first argument is the folder of the manifest, where components.py is.

Requests:
    {"do": "make", "component": 1, "type": "CustomTransformation", "definition": {}, "config": {}, "options": {}}
    {"do": "call", "id": 7, "component": 1, "method": "transform", "arguments": {}}
A component is made when it is first called. Only calls get a reply:
    {"id": 7, "result": []}
    {"id": 7, "error": {"message": "", "traceback": "", "failure_type": "config_error"}}
"""

import sys

# The working directory is no place to import from.
sys.path[:] = [path for path in sys.path if path]

import base64
import copy
import http.client
import importlib.abc
import importlib.machinery
import json
import os
import signal
import threading
import traceback
import types
from concurrent.futures import ThreadPoolExecutor

CALLS_AT_ONCE = 64
ITEMS_AT_ONCE = 100


def own_streams():
    """The streams of the protocol; the usual ones lead elsewhere from now on, so that nothing disturbs it."""
    os.closerange(3, 4096)
    requests = os.fdopen(os.dup(0), "r", encoding="utf-8", newline="\n")
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return requests, replies


def load_components(folder):
    """Loads components.py from beside the manifest, under all names that manifests use."""
    folder = os.path.abspath(folder)
    path = os.path.join(folder, "components.py")
    if not os.path.exists(path):
        return
    sys.path.append(folder)
    module = types.ModuleType("components")
    module.__file__ = path
    sys.modules["components"] = module
    sys.meta_path.append(ConnectorPackages(module))
    with open(path, "rb") as file:
        # Not by the loader of files, which would write into the folder.
        exec(compile(file.read(), path, "exec"), module.__dict__)


class ConnectorPackages(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds components.py by the name of the package it had, such as `source_jira.components`, if that is not installed."""

    def __init__(self, components):
        self.components = components

    def find_spec(self, name, path=None, target=None):
        words = name.split(".")
        if not words[0].startswith("source_") or len(words) > 1 and words[1] != "components":
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        if "." in module.__name__:
            package = dict(module.__dict__)
            module.__dict__.update(self.components.__dict__)
            module.__dict__.update({name: package[name] for name in ("__name__", "__path__", "__spec__", "__package__")})


class Batches:
    """An iterator that is read in parts; what was made before a failure comes before it."""

    def __init__(self, made):
        self.made = iter(made)
        self.failure = None

    def next(self, written):
        if self.failure:
            raise self.failure
        items = []
        try:
            for item in self.made:
                items += written(item)
                if len(items) >= ITEMS_AT_ONCE:
                    return {"items": items, "is_end": False}
        except BaseException as error:
            if not items:
                raise
            self.failure = error
            return {"items": items, "is_end": False}
        return {"items": items, "is_end": True}


def response_of(given):
    """A response of the library requests."""
    import requests

    response = requests.Response()
    response.status_code = given["status"]
    response.reason = http.client.responses.get(given["status"])
    for name, value in given["headers"]:
        response.headers[name] = value
    response._content = base64.b64decode(given["body"])
    response.url = given["url"]
    response.encoding = requests.utils.get_encoding_from_headers(response.headers)
    response.request = request_of(given["request"])
    return response


def request_of(given):
    import requests

    body = given.get("body")
    request = requests.PreparedRequest()
    request.method = given["method"]
    request.url = given["url"]
    request.headers = requests.structures.CaseInsensitiveDict(given["headers"])
    request.body = base64.b64decode(body) if body is not None else None
    request.hooks = requests.hooks.default_hooks()
    return request


def outcome_of(given):
    """A response, or the exception that stands for its absence."""
    import requests

    if "response" in given:
        return response_of(given["response"])
    error = requests.exceptions.ConnectionError(given["failure"])
    error.request = request_of(given["request"])
    return error


def slice_of(given):
    from airbyte_cdk.sources.types import StreamSlice

    if given is None:
        return None
    return StreamSlice(
        partition=given["partition"], cursor_slice=given["cursor"], extra_fields=given.get("extra_fields") or {}
    )


def written_slice(made):
    """A slice as the engine reads it; a plain mapping is a partition."""
    from airbyte_cdk.sources.types import StreamSlice

    if isinstance(made, StreamSlice):
        return {
            "partition": dict(made.partition),
            "cursor": dict(made.cursor_slice),
            "extra_fields": dict(made.extra_fields or {}),
        }
    return {"partition": dict(made or {}), "cursor": {}, "extra_fields": {}}


def written_record(made):
    """The record that a retriever gives, as a list; none for a message, which is logged."""
    if hasattr(made, "items"):
        return [dict(made)]
    print(made)
    return []


def cache_parents(definition):
    """Lets several streams share what their parents read, as the package does for its own routers."""
    for parent in definition.get("parent_stream_configs") or []:
        stream = parent.get("stream") or {}
        for part in (stream, stream.get("full_refresh_stream") or {}, stream.get("incremental_stream") or {}):
            requester = (part.get("retriever") or {}).get("requester")
            if isinstance(requester, dict):
                requester.setdefault("use_cache", True)


def state_manager(stream, state):
    """The state of a stream as the package hands it around; none where there is no state."""
    if not state:
        return None
    from airbyte_cdk import models
    from airbyte_cdk.sources.connector_state_manager import ConnectorStateManager

    stream_state = models.AirbyteStreamState(
        stream_descriptor=models.StreamDescriptor(name=stream), stream_state=models.AirbyteStateBlob(state)
    )
    return ConnectorStateManager([models.AirbyteStateMessage(type=models.AirbyteStateType.STREAM, stream=stream_state)])


def token_of(arguments):
    token = arguments.get("token")
    return None if token is None else {"next_page_token": token}


class Component:
    """One component of the manifest, made when it is first called."""

    def __init__(self, request):
        self.type = request["type"]
        self.definition = request["definition"]
        self.config = request["config"]
        self.options = request["options"]
        self.lock = threading.Lock()
        self.instance = None
        self.batches = {}

    def made(self, arguments):
        with self.lock:
            if self.instance is None:
                self.instance = self.make_retriever(arguments) if self.type == "CustomRetriever" else self.make(arguments)
            return self.instance

    def make_retriever(self, arguments):
        """The retriever of a stream, which is made together with all that the stream hands to it."""
        from airbyte_cdk.sources.declarative.models import declarative_component_schema as models
        from airbyte_cdk.sources.declarative.parsers.model_to_component_factory import ModelToComponentFactory

        definition = dict(self.options["stream"])
        for name in ("schema_loader", "state_migrations"):
            definition.pop(name, None)
        manager = state_manager(definition["name"], arguments.get("state"))
        factory = ModelToComponentFactory(connector_state_manager=manager)
        made = []

        def keep(model, config, **given):
            retriever = factory.create_custom_component(model, config, **given)
            made.append(retriever)
            return retriever

        factory.PYDANTIC_MODEL_TO_CONSTRUCTOR[models.CustomRetriever] = keep
        factory.create_component(models.DeclarativeStream, definition, self.config)
        return made[-1]

    def make(self, arguments):
        from airbyte_cdk.sources.declarative.models import declarative_component_schema as models
        from airbyte_cdk.sources.declarative.parsers.model_to_component_factory import ModelToComponentFactory

        options = dict(self.options)
        model = getattr(models, self.type)
        state = arguments.get("state") if self.type == "CustomPartitionRouter" else None
        factory = ModelToComponentFactory(connector_state_manager=state_manager(options.get("stream_name"), state))
        cache_parents(self.definition)
        if "decoder" in options:
            options["decoder"] = factory.create_component(
                getattr(models, options["decoder"]["type"]), options["decoder"], self.config
            )
        if "declarative_stream" in options:
            options["declarative_stream"] = models.DeclarativeStream.parse_obj(options["declarative_stream"])
        return factory.create_component(model, self.definition, self.config, **options)

    def call(self, method, arguments):
        return getattr(self, "do_" + method)(self.made(arguments), arguments)

    # Records

    def do_transform(self, made, arguments):
        records, stream_slice = arguments["records"], slice_of(arguments["slice"])
        for record in records:
            made.transform(record=record, config=self.config, stream_state={}, stream_slice=stream_slice)
        return records

    def do_filter(self, made, arguments):
        return list(
            made.filter_records(
                records=arguments["records"],
                stream_state={},
                stream_slice=slice_of(arguments["slice"]),
                next_page_token=token_of(arguments),
            )
        )

    def do_extract(self, made, arguments):
        return list(made.extract_records(response_of(arguments["response"])))

    def do_decode(self, made, arguments):
        return list(made.decode(response_of(arguments["response"])))

    def do_normalize(self, made, arguments):
        record = arguments["record"]
        made.transform(record, arguments["schema"])
        return record

    # Pages

    def do_paging(self, made, arguments):
        return {"initial_token": made.initial_token, "page_size": made.get_page_size()}

    def do_next_token(self, made, arguments):
        return made.next_page_token(
            response_of(arguments["response"]),
            arguments["count"],
            arguments["last_record"],
            arguments["previous"],
        )

    # Requests

    def do_credentials(self, made, arguments):
        parts = {}
        for name, getter in (
            ("headers", "get_auth_header"),
            ("parameters", "get_request_params"),
            ("body_data", "get_request_body_data"),
            ("body_json", "get_request_body_json"),
        ):
            value = getattr(made, getter)() if hasattr(made, getter) else {}
            parts[name] = dict(value) if value else {}
        return parts

    def do_sign(self, made, arguments):
        request = request_of(arguments["request"])
        signed = made(request) or request
        body = signed.body
        if isinstance(body, str):
            body = body.encode()
        return {
            "url": signed.url,
            "headers": [[name, text_of(value)] for name, value in signed.headers.items()],
            "body": base64.b64encode(body).decode() if body is not None else None,
        }

    def do_interpret(self, made, arguments):
        resolution = made.interpret_response(outcome_of(arguments["outcome"]))
        if resolution is None:
            return None
        failure = resolution.failure_type
        return {
            "action": resolution.response_action.name if resolution.response_action else "FAIL",
            "failure_type": failure.value if failure else None,
            "message": resolution.error_message,
        }

    def do_retries(self, made, arguments):
        return made.max_retries

    def do_backoff(self, made, arguments):
        outcome, attempt = outcome_of(arguments["outcome"]), arguments["attempt"]
        strategies = made.backoff_strategies if hasattr(made, "backoff_strategies") else [made]
        for strategy in strategies or []:
            wait = strategy.backoff_time(outcome, attempt)
            if wait:
                return wait
        return None

    def do_request(self, made, arguments):
        response = made.send_request(
            stream_state={},
            stream_slice=slice_of(arguments["slice"]),
            next_page_token=token_of(arguments),
            path=arguments["path"],
            request_headers=arguments["headers"],
            request_params=arguments["parameters"],
            request_body_data=arguments["body_data"],
            request_body_json=arguments["body_json"],
        )
        if response is None:
            return None
        request = response.request
        return {
            "status": response.status_code,
            "headers": [[name, value] for name, value in response.headers.items()],
            "body": base64.b64encode(response.content).decode(),
            "url": response.url,
            "request": {"method": request.method, "url": request.url},
        }

    # Partitions

    def do_begin_slices(self, made, arguments):
        self.batches[arguments["number"]] = Batches(made.stream_slices())
        return None

    def do_next_slices(self, made, arguments):
        def written(made_slice):
            has_state = arguments["needs_state"] and hasattr(made, "get_stream_state")
            # A copy, as it goes on changing.
            state = copy.deepcopy(made.get_stream_state()) if has_state else None
            return [{**written_slice(made_slice), "parent_state": state}]

        return self.next_batch(arguments["number"], written)

    def do_begin_records(self, made, arguments):
        records = made.read_records(records_schema=arguments["schema"], stream_slice=slice_of(arguments["slice"]))
        self.batches[arguments["number"]] = Batches(records)
        return None

    def do_next_records(self, made, arguments):
        return self.next_batch(arguments["number"], written_record)

    def do_end(self, made, arguments):
        self.batches.pop(arguments["number"], None)
        return None

    def next_batch(self, number, written):
        batch = self.batches[number].next(written)
        if batch["is_end"]:
            del self.batches[number]
        return batch

    def do_slice_parts(self, made, arguments):
        given = {"stream_state": {}, "stream_slice": slice_of(arguments["slice"]), "next_page_token": None}
        parts = {}
        for name, getter in (
            ("headers", "get_request_headers"),
            ("parameters", "get_request_params"),
            ("body_data", "get_request_body_data"),
            ("body_json", "get_request_body_json"),
        ):
            value = getattr(made, getter)(**given) if hasattr(made, getter) else {}
            parts[name] = dict(value) if value else {}
        return parts

    # Streams

    def do_schema(self, made, arguments):
        return made.get_json_schema()

    def do_migrate(self, made, arguments):
        state = arguments["state"]
        return made.migrate(state) if made.should_migrate(state) else state

    def do_change_config(self, made, arguments):
        config = arguments["config"]
        made.transform(config)
        return config

    def do_validate(self, made, arguments):
        made.validate(arguments["value"])
        return None


def text_of(value):
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def written_value(value):
    """What JSON has no form for: mappings and lists of other kinds as such, anything else as text."""
    if hasattr(value, "items"):
        return dict(value)
    if isinstance(value, (set, frozenset, tuple)) or hasattr(value, "__next__"):
        return list(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return str(value)


def fault_of(error):
    """An exception as the engine reports it."""
    cause = getattr(error, "failure_type", None)
    message = getattr(error, "message", None) if cause is not None else None
    return {
        "message": message or f"{type(error).__name__}: {error}",
        "traceback": "".join(traceback.format_exception(type(error), error, error.__traceback__)),
        "failure_type": getattr(cause, "value", None),
    }


def main():
    # Only the engine decides about the end. Not SIG_IGN, which programs that the classes start would inherit.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: None)
    requests, replies = own_streams()
    lock = threading.Lock()
    components = {}
    load_fault = []

    def reply(message):
        try:
            text = json.dumps(message, default=written_value, ensure_ascii=True)
        except Exception as error:
            text = json.dumps({"id": message["id"], "error": fault_of(error)})
        with lock:
            replies.write(text + "\n")
            replies.flush()

    def run(request):
        try:
            if load_fault:
                return reply({"id": request["id"], "error": load_fault[0]})
            component = components[request["component"]]
            reply({"id": request["id"], "result": component.call(request["method"], request["arguments"])})
        except BaseException as error:
            reply({"id": request["id"], "error": fault_of(error)})

    try:
        load_components(sys.argv[1])
    except BaseException as error:
        load_fault.append(fault_of(error))
    pool = ThreadPoolExecutor(max_workers=CALLS_AT_ONCE)
    for line in requests:
        request = json.loads(line)
        if request["do"] == "make":
            components[request["component"]] = Component(request)
        else:
            pool.submit(run, request)
    os._exit(0)


main()
