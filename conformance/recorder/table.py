"""Reading and writing of the files of tables; README.md beside `record-tables` describes the format."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .case import ROOT

TABLES = ROOT / "tables"
Value = str | list[str]
_KEYS = ("input", "argument", "reference", "ours", "because")


class TableError(Exception):
    """A file of tables that cannot be used; the text says why."""


@dataclass(frozen=True)
class TableFile:
    """The tables of one test file, by name."""

    path: Path
    tables: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.path.relative_to(TABLES))

    def rows(self) -> list[tuple[str, dict[str, Any]]]:
        """All rows in order, each with the evaluator of its table."""
        return [(table["evaluator"], row) for table in self.tables.values() for row in table["rows"]]

    def filled(self, results: list[str]) -> str:
        """The text of the file with these results of the reference, one for each row."""
        rest = iter(results)
        parts = []
        for name, table in self.tables.items():
            lines = [f"      {_line({**row, 'reference': _split_as(row['input'], next(rest))})}" for row in table["rows"]]
            head = f'  {_text(name)}: {{\n    "evaluator": {_text(table["evaluator"])},\n    "rows": [\n'
            parts.append(head + ",\n".join(lines) + "\n    ]\n  }")
        return "{\n" + ",\n".join(parts) + "\n}\n"

    def remarks(self, results: list[str]) -> list[str]:
        """Rows whose result of our own has become that of the reference."""
        pairs = zip(self.rows(), results, strict=True)
        return [
            f"ours is what the reference gives: {_line(row)}"
            for (_, row), given in pairs
            if "ours" in row and joined(row["ours"]) == given
        ]


def load_table_file(path: Path) -> TableFile:
    """Reads a file and checks the form of its rows."""
    file = TableFile(path, json.loads(path.read_text(encoding="utf-8")))
    for name, table in file.tables.items():
        if set(table) != {"evaluator", "rows"}:
            raise TableError(f"{file.name}: {name} must have an evaluator and rows, and nothing else")
    for _, row in file.rows():
        if not {"input"} <= row.keys() <= set(_KEYS) or ("ours" in row) != ("because" in row):
            raise TableError(f"{file.name}: a row has input, perhaps argument, and ours together with because: {row}")
    return file


def find_table_files(patterns: list[str]) -> list[TableFile]:
    """The files whose path below `tables/` fits one of the globs; all without globs. A glob that fits none is an error."""
    paths = sorted(TABLES.rglob("*Tests.json"))
    if not patterns:
        return [load_table_file(path) for path in paths]
    found: set[Path] = set()
    for pattern in patterns:
        globs = (pattern, f"{pattern}.json")
        fitting = {path for path in paths if any(path.relative_to(TABLES).match(glob) for glob in globs)}
        if not fitting:
            raise TableError(f"there is no file of tables {pattern}")
        found |= fitting
    return [load_table_file(path) for path in sorted(found)]


def joined(value: Value) -> str:
    """A text of one line, or of several that are written as a list."""
    return value if isinstance(value, str) else "\n".join(value)


def _split_as(given: Value, result: str) -> Value:
    """A result, as a list of lines where the input is one and there are several."""
    return result.split("\n") if isinstance(given, list) and "\n" in result else result


def _line(row: dict[str, Any]) -> str:
    """A row on one line, or with each line of its texts on one."""
    return "{" + ", ".join(f'"{key}": {_value(row[key])}' for key in _KEYS if key in row) + "}"


def _value(value: Value) -> str:
    if isinstance(value, str):
        return _text(value)
    return "[\n" + ",\n".join(f"        {_text(line)}" for line in value) + "\n      ]"


def _text(text: str) -> str:
    """A JSON string; characters that cannot be seen are escaped."""
    plain = json.dumps(text, ensure_ascii=False)
    return re.sub(r"[^ -~]", lambda match: match[0] if match[0].isprintable() else json.dumps(match[0])[1:-1], plain)
