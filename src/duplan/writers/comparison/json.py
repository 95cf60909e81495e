"""A comparison as JSON: the published form, version 1.0."""

from __future__ import annotations

import json

from duplan.comparison.form import to_data
from duplan.comparison.model import PlanDiff
from duplan.writers.comparison.manner import Manner
from duplan.writers.json import escape


def dump(diff: PlanDiff, manner: Manner) -> str:
    """One indented object. Its summary counts all changes, also where not all are wanted."""
    data = to_data(diff)
    if manner.verdicts is not None:
        data["changes"] = [
            change for change in data["changes"] if change["verdict"] in manner.verdicts
        ]
    return escape(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"
