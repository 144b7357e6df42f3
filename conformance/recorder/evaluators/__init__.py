"""What the reference makes of a row of a table, by the name that the table gives.

An evaluator takes the input and the argument of a row and returns a text. Runs with the reference's interpreter only.
"""

from __future__ import annotations

from collections.abc import Callable

from . import components, cursors, dates, documents, http, jinja, python, records, templates, yaml

Evaluator = Callable[[str, str], str]

EVALUATORS: dict[str, Evaluator] = {
    **components.EVALUATORS,
    **cursors.EVALUATORS,
    **dates.EVALUATORS,
    **documents.EVALUATORS,
    **http.EVALUATORS,
    **jinja.EVALUATORS,
    **python.EVALUATORS,
    **records.EVALUATORS,
    **templates.EVALUATORS,
    **yaml.EVALUATORS,
}
