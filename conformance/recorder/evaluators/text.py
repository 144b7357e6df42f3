"""How results are written."""

from __future__ import annotations

import json
from typing import Any


def compact(value: Any) -> str:
    """JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
