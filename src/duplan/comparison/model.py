"""The published form of a comparison, version 1.0: what ``duplan diff --to json`` writes.

Plain dataclasses, like the form of a calendar; ``duplan.comparison.form`` writes them as JSON.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

Verdict = Literal["continued", "changed", "moved", "new", "dropped", "split", "merged"]
Part = Literal["goals", "key_tasks", "monthly_schedule"]
Kind = Literal[
    "reworded", "number", "frequency", "scope", "stage", "unit", "month", "time", "year", "details",
    "issuer", "period", "section",
]  # fmt: skip
Place = tuple[int, int]

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
PARTS: tuple[Part, ...] = get_args(Part)


@dataclass(frozen=True, slots=True)
class PlanName:
    """Which plan a side is; ``source`` is the name of its file, "" where it has none."""

    title: str | None
    issuer: str | None
    year: int | None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """A goal, task or piece of work as one plan has it.

    ``months`` are 1 to 12: those of a schedule's entries, or of the times that a task names. ``text``
    is what follows the title. ``words`` are the words of the title that the other plan doesn't have,
    as ``(start, end)`` in code points of it. ``also`` has the ids of the same work in other months;
    ``above`` the titles of the tasks that it belongs to, the outermost first. ``place`` counts the
    sides of a plan's part from 0, in its own order.
    """

    id: str
    title: str
    months: tuple[int, ...] = ()
    text: str = ""
    label: str = ""
    responsible: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    words: tuple[Place, ...] = ()
    place: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """What makes the sides differ: ``old`` and ``new`` as the plans say it, "" where one doesn't.

    ``what`` is what is counted or how it differs (次数; earlier, later), for the sentence of it.
    """

    kind: Kind
    old: str = ""
    new: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a piece of work.

    ``old`` is empty where it is new and has several sides where it was merged; ``new`` is empty where
    it was dropped and has several where it was split. ``score`` is 0 to 1: how surely both are the
    same work, 1 where there is nothing to compare.
    """

    verdict: Verdict
    part: Part
    old: tuple[Side, ...] = ()
    new: tuple[Side, ...] = ()
    score: float = 1.0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanDiff:
    """What a plan keeps, changes, moves, adds and drops.

    ``changes`` has every goal, task and piece of scheduled work of both plans once: by part, and in
    it in the order of the new plan, what was dropped where it stood. ``metadata`` tells what differs
    about the plans themselves: issuer, period, sections.
    """

    old: PlanName
    new: PlanName
    changes: tuple[Change, ...] = ()
    metadata: tuple[Reason, ...] = ()
    schema_version: Literal["1.0"] = field(default="1.0")

    @property
    def summary(self) -> dict[Verdict, int]:
        """How many changes there are of each verdict."""
        return {
            verdict: sum(change.verdict == verdict for change in self.changes)
            for verdict in VERDICTS
        }

    @property
    def same(self) -> bool:
        """Whether both plans say the same: wording, order, numbering and years don't count."""
        return not self.metadata and all(change.verdict == "continued" for change in self.changes)
