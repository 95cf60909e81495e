"""A comparison as JSON: the published form, version 1.0."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from duplan.comparison.model import Change, PlanDiff, PlanName, Reason, Side
from duplan.comparison.sentences import sentence


def to_json(diff: PlanDiff) -> str:
    """The comparison in its published form, UTF-8 text that ends in a newline.

    Sentences in it are Chinese, whatever the reader's language: a program reads ``kind``, ``old`` and
    ``new``.
    """
    return json.dumps(to_data(diff), ensure_ascii=False, indent=2) + "\n"


def to_data(diff: PlanDiff) -> dict[str, Any]:
    """What ``to_json`` writes, as dictionaries and lists."""
    return {
        "schema_version": diff.schema_version,
        "old": _name(diff.old),
        "new": _name(diff.new),
        "changes": [_change(change) for change in diff.changes],
        "summary": dict(diff.summary),
        "metadata": _reasons(diff.metadata),
    }


def _name(name: PlanName) -> dict[str, Any]:
    return {
        "title": name.title,
        "issuer": name.issuer,
        "year": name.year,
        "source": name.source,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "verdict": change.verdict,
        "part": change.part,
        "old": [_side(side) for side in change.old],
        "new": [_side(side) for side in change.new],
        "score": change.score,
        "reasons": _reasons(change.reasons),
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "id": side.id,
        "title": side.title,
        "months": list(side.months),
        "label": side.label,
        "text": side.text,
        "responsible": list(side.responsible),
        "also": list(side.also),
        "above": list(side.above),
        "words": [list(place) for place in side.words],
        "place": side.place,
    }


def _reasons(reasons: Sequence[Reason]) -> list[dict[str, str]]:
    return [
        {
            "kind": reason.kind,
            "old": reason.old,
            "new": reason.new,
            "text": sentence(reason),
        }
        for reason in reasons
    ]
