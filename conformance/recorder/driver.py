"""Runs one command of the reference under a stopped clock. Started by `record` with the reference's interpreter.

    driver.py JOB.json

The job holds `command`, `now`, the paths `manifest`, `config`, `state`, `catalog` (may be missing: then `streams`, or
all streams, are read) and `folder` of the case and `waits`, the file that receives the waits the reference asked for, in seconds.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

_waits: list[float] = []


class _Clock:
    """Stands in for the module `time` in code that waits between attempts: waits are noted, not made."""

    def __getattr__(self, name: str) -> Any:
        return getattr(time, name)

    @staticmethod
    def sleep(seconds: float) -> None:
        # Waiting for a user-defined time is announced by a wait of zero in front of it.
        if seconds:
            _waits.append(seconds)


class _MovingClock(_Clock):
    """Stands in for the module `time` where requests are spaced and jobs are polled: the stopped clock moves on by the wait."""

    def __init__(self, traveller: Any) -> None:
        self._traveller = traveller

    def sleep(self, seconds: float) -> None:
        # No wait ends on the very tick; a clock that does not move at all would make this one wait for ever.
        self._traveller.shift(seconds + 0.001)


class _NoDuration(_Clock):
    """Stands in for the module `time` where the length of a sync is measured: it is nothing."""

    @staticmethod
    def perf_counter_ns() -> int:
        # Zero would mean "not started".
        return 1


class _LargestJitter:
    """Stands in for the module `random` where waits are spread: always the longest one."""

    @staticmethod
    def uniform(_: float, highest: float) -> float:
        return highest


def _stop_clock(now: str) -> None:
    import backoff._jitter
    import backoff._sync
    import time_machine
    from airbyte_cdk.sources.declarative.async_job import job_orchestrator
    from airbyte_cdk.sources.declarative.incremental import concurrent_partition_cursor
    from airbyte_cdk.sources.declarative.retrievers import page_size_reducer
    from airbyte_cdk.sources.streams import call_rate
    from airbyte_cdk.sources.streams.http import rate_limiting

    clock = _Clock()
    modules: list[ModuleType] = [backoff._sync, page_size_reducer, rate_limiting]
    for module in modules:
        module.time = clock
    backoff._jitter.random = _LargestJitter()
    # The length of a sync goes into the state (`lookback_window`): nothing takes time here.
    concurrent_partition_cursor.time = _NoDuration()
    traveller = time_machine.travel(datetime.fromisoformat(now.replace("Z", "+00:00")), tick=False).start()
    moving = _MovingClock(traveller)
    call_rate.time = moving
    job_orchestrator.time = moving


def _catalog(manifest: dict[str, Any], streams: list[str] | None) -> dict[str, Any]:
    """A catalog of the named streams, or of all. The reference takes the sync mode from the manifest, not from here."""
    from airbyte_cdk.sources.declarative.parsers.manifest_reference_resolver import ManifestReferenceResolver

    names = streams or [
        stream["name"] for stream in ManifestReferenceResolver().preprocess_manifest(manifest)["streams"]
    ]
    modes = {"supported_sync_modes": ["full_refresh", "incremental"]}
    return {
        "streams": [
            {
                "stream": {"name": name, "json_schema": {}, **modes},
                "sync_mode": "incremental",
                "destination_sync_mode": "append",
            }
            for name in names
        ]
    }


def _run(job: dict[str, Any]) -> None:
    from airbyte_cdk.cli.source_declarative_manifest._run import handle_remote_manifest_command
    from airbyte_cdk.entrypoint import launch
    from airbyte_cdk.sources.declarative.concurrent_declarative_source import ConcurrentDeclarativeSource
    from airbyte_cdk.utils.yaml_loader import safe_load_yaml

    command = job["command"]
    manifest = safe_load_yaml(Path(job["manifest"]).read_text(encoding="utf-8"))
    if command == "spec":
        # The runner for separate manifests has a fixed specification, so the manifest is run as a built-in one.
        source = ConcurrentDeclarativeSource(catalog=None, config=None, state=[], source_config=manifest)
        launch(source, ["spec"])
        return
    arguments = [command, "--manifest-path", job["manifest"], "--config", job["config"]]
    if command == "read":
        if not Path(job["catalog"]).exists():
            Path(job["catalog"]).write_text(json.dumps(_catalog(manifest, job["streams"])), encoding="utf-8")
        arguments += ["--catalog", job["catalog"], "--state", job["state"]]
    handle_remote_manifest_command(arguments)


def main() -> None:
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    # The files of a connector are a package beside its manifest.
    sys.path.insert(0, job["folder"])
    _stop_clock(job["now"])
    try:
        _run(job)
    finally:
        Path(job["waits"]).write_text(json.dumps(_waits), encoding="utf-8")


if __name__ == "__main__":
    main()
