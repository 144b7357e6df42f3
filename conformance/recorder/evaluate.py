"""Evaluates rows of tables with the reference. Started by `record-tables` with the reference's interpreter.

Reads from standard input a list of rows, each `[evaluator, input, argument]`. Writes to the file named by the argument a
list of texts: what each row gives, or `!` and the class of the exception.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

# Behind the installed packages: folders of cases have names of modules.
sys.path.append(str(Path(__file__).resolve().parents[1]))

from recorder.evaluators import EVALUATORS  # noqa: E402


def result(evaluator: str, given: str, argument: str) -> str:
    """What a row gives."""
    try:
        return EVALUATORS[evaluator](given, argument)
    except Exception as error:
        return f"!{type(error).__name__}"


def main() -> None:
    rows = json.load(sys.stdin)
    unknown = sorted({name for name, _, _ in rows} - EVALUATORS.keys())
    if unknown:
        sys.exit(f"there is no evaluator {', '.join(unknown)}; there are {', '.join(sorted(EVALUATORS))}")
    Path(sys.argv[1]).write_text(json.dumps([result(*row) for row in rows]), encoding="utf-8")


if __name__ == "__main__":
    main()
