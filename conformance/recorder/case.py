"""Reading of one case folder; README.md beside `record` describes the format."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED_MANIFEST = ROOT.parent / "manifests" / "gong.yaml"
DEFAULT_NOW = "2026-09-10T12:00:00Z"
PORT = "__PORT__"


class CaseError(Exception):
    """A case that cannot be recorded; the text says why."""


@dataclass(frozen=True)
class Case:
    """One folder below `conformance/<area>/`."""

    folder: Path
    shared_manifest: Path
    command: str
    now: list[str]
    streams: list[str] | None
    runs: int

    @property
    def name(self) -> str:
        return f"{self.folder.parent.name}/{self.folder.name}"

    def manifest_text(self) -> str:
        """The manifest of the case: its own one, or the shared one with the case's edits."""
        own = self.folder / "manifest.yaml"
        if own.exists():
            return own.read_text(encoding="utf-8")
        text = self.shared_manifest.read_text(encoding="utf-8")
        for edit in self.json("edits.json", []):
            count = text.count(edit["find"])
            if count != 1:
                raise CaseError(f"an edit must fit exactly once, this one fits {count} times: {edit['find']!r}")
            text = text.replace(edit["find"], edit["replace"])
        return text

    def json(self, name: str, default: Any = None) -> Any:
        """The content of a JSON file of the case, or `default` if there is none."""
        path = self.folder / name
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else default

    def responses(self, run: int) -> list[dict[str, Any]]:
        """The requests and responses of the API in a run, counted from 1."""
        name = "api.json" if run == 1 else f"api-{run}.json"
        responses = self.json(name, [] if run == 1 else None)
        if responses is None:
            raise CaseError(f"{name} is missing")
        return responses

    def expected(self, run: int) -> Path:
        return self.folder / "expected" / ("" if run == 1 else str(run))


def load_case(folder: Path, shared_manifest: Path) -> Case:
    """Reads `case.json`; every key of it is optional."""
    path = folder / "case.json"
    values = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    unknown = set(values) - {"command", "now", "streams", "runs"}
    if unknown:
        raise CaseError(f"{folder.name}: case.json has unknown keys {sorted(unknown)}")
    if not (folder / "README.md").exists():
        raise CaseError(f"{folder.name}: README.md is missing")
    runs, now = values.get("runs", 1), values.get("now", DEFAULT_NOW)
    return Case(
        folder=folder,
        shared_manifest=shared_manifest,
        command=values.get("command", "read"),
        now=[now] * runs if isinstance(now, str) else now,
        streams=values.get("streams"),
        runs=runs,
    )


def find_cases(patterns: list[str], root: Path, shared_manifest: Path) -> list[Case]:
    """All cases of a folder whose `area/case` fits one of the globs; all cases without globs.

    A glob that fits none is an error.
    """
    folders = sorted(path.parent for path in root.glob("*/*/README.md"))
    if not folders:
        raise CaseError(f"there is no case in {root}")
    if not patterns:
        return [load_case(folder, shared_manifest) for folder in folders]
    found: set[Path] = set()
    for pattern in (pattern.strip("/") for pattern in patterns):
        glob = pattern if "/" in pattern else f"{pattern}/*"
        fitting = {folder for folder in folders if folder.relative_to(root).match(glob)}
        if not fitting:
            raise CaseError(f"there is no case {pattern} in {root}")
        found |= fitting
    return [load_case(folder, shared_manifest) for folder in sorted(found)]
