"""How well parsed plans agree with gold labels.

A gold label says of each plan its metadata, sections, goals, tasks, points, schedule and remarks.
Facts are compared without white space, full width folded, without a mark at the end.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

from duplan.plan import Document, Plan, Task

COLUMNS = (
    *("metadata", "recipients", "sections", "goals"),
    *("tasks", "points", "schedule", "remarks"),
)
Facts = Counter[tuple[str, Hashable]]


class Score(NamedTuple):
    """The F1 of each column over all documents, their mean, and every miss (-) and addition (+)."""

    columns: dict[str, float]
    misses: list[str]

    @property
    def overall(self) -> float:
        """The mean of the columns."""
        return sum(self.columns.values()) / len(self.columns)


def score(documents: dict[str, tuple[dict[str, Any], Document]]) -> Score:
    """Compares documents with their gold labels, by name."""
    hits: Counter[str] = Counter()
    both: Counter[str] = Counter()
    misses = []
    for name, (gold, document) in documents.items():
        for labelled, plan in zip_longest(gold["plans"], document.plans):
            want = Counter(_gold(labelled)) if labelled else Facts()
            got = Counter(_read(plan)) if plan else Facts()
            hits += _by_column(want & got)
            both += _by_column(want) + _by_column(got)
            for sign, facts in (("-", want - got), ("+", got - want)):
                misses += [f"{sign} {name} {column}: {fact}" for column, fact in facts.elements()]
    return Score(
        {column: 2 * hits[column] / both[column] if both[column] else 1.0 for column in COLUMNS},
        misses,
    )


def due(labelled: dict[str, Any]) -> Counter[tuple[int, str]]:
    """Month by month the items of a labelled schedule."""
    return Counter(
        (month, folded(item))
        for row in labelled["schedule"]
        for item in row["items"]
        for month in row["months"]
    )


def _by_column(facts: Facts) -> Counter[str]:
    found: Counter[str] = Counter()
    for (column, _), count in facts.items():
        found[column] += count
    return found


def folded(text: str | None) -> str:
    """A text as facts are compared."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))
    return plain.rstrip("。.;,、:!")


def _gold(plan: dict[str, Any]) -> Iterator[tuple[str, Hashable]]:
    yield from _metadata(
        title=plan.get("title"),
        kind=plan.get("kind"),
        issuer=plan.get("issuer"),
        number=plan.get("doc_number"),
        year=plan.get("year"),
        period=" ".join(month[:7] for month in plan.get("period") or ()),
        issued=plan.get("issued"),
        script=plan.get("script"),
    )
    for name in plan.get("recipients") or ():
        yield "recipients", folded(name)
    for section in plan.get("sections") or ():
        yield "sections", (section["role"], folded(section.get("title")))
    for goal in plan.get("goals") or ():
        yield "goals", folded(goal["text"])
    for task in plan.get("tasks") or ():
        yield "tasks", (tuple(task["path"]), folded(task["title"]))
        for point in task.get("points") or ():
            yield "points", (tuple(task["path"]), folded(point))
    for entry in plan.get("schedule") or ():
        yield from _entry(tuple(entry["months"]), entry.get("items") or [], entry.get("remark"))


def _read(plan: Plan) -> Iterator[tuple[str, Hashable]]:
    yield from _metadata(
        title=plan.title,
        kind=plan.kind,
        issuer=plan.issuer,
        number=plan.document_number,
        year=plan.year,
        period=plan.period and f"{plan.period.start} {plan.period.end}",
        issued=plan.issued,
        script=plan.script,
    )
    for name in plan.recipients:
        yield "recipients", folded(name)
    for section in plan.sections:
        yield "sections", (section.role, folded(section.title))
    for goal in plan.goals:
        yield "goals", folded(goal.title)
    for task in plan.key_tasks:
        yield from _task(task)
    for entry in plan.monthly_schedule:
        texts = [item.text for item in entry.items]
        yield from _entry(tuple(entry.months), texts, entry.remark)


def _metadata(**fields: Any) -> Iterator[tuple[str, Hashable]]:
    for name, value in fields.items():
        if value:
            yield "metadata", (name, folded(str(value)))


def _task(task: Task) -> Iterator[tuple[str, Hashable]]:
    yield "tasks", (tuple(task.path), folded(task.title))
    for point in task.points:
        yield "points", (tuple(task.path), folded(point.title))
    for below in task.subtasks:
        yield from _task(below)


def _entry(
    months: tuple[int, ...], items: list[str], remark: str | None
) -> Iterator[tuple[str, Hashable]]:
    for item in items:
        yield "schedule", (months, folded(item))
    if folded(remark):
        yield "remarks", (months, folded(remark))
