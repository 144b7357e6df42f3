"""Finds the interpreter that has the reference."""

from __future__ import annotations

import os
import subprocess
import venv

from .case import ROOT


def reference_python() -> str:
    """The interpreter of the reference; makes the virtual environment if there is none."""
    named = os.environ.get("REFERENCE_PYTHON")
    if named:
        return named
    folder = ROOT / ".venv"
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        print(f"installing the reference into {folder.relative_to(ROOT.parent)}", flush=True)
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", ROOT / "requirements.txt"], check=True)
        (folder / "ready").touch()
    return str(python)
