"""What a library keeps of one parsed file. Paths are no part of it: two copies have one record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from duplan.calendar.model import Entry
    from duplan.plan import Document, Goal, Kind, Node, Plan, ScheduleEntry, ScriptName, Task

Part = Literal["goal", "task", "entry"]


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A plan in one line. ``number`` counts the plans of its file from 1.

    ``start`` and ``end`` are the first and last month planned for (``2020-01``). ``tasks`` counts those
    at every depth, ``entries`` the items of the schedule, ``findings`` the warnings and errors of the
    whole file.
    """

    number: int
    title: str | None
    issuer: str | None
    year: int | None
    kind: Kind | None
    start: str | None
    end: str | None
    script: ScriptName
    goals: int
    tasks: int
    entries: int
    findings: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to search in: a goal, a task, an item of the schedule or the remarks of an entry.

    ``plan`` is the plan's number in its file, ``label`` the printed number or time, ``line`` where it
    begins: the 1-based line of a text file, elsewhere the ordinal of the paragraph, None if unknown.
    """

    plan: int
    part: Part
    id: str
    label: str
    title: str
    text: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Record:
    """The plans of a file, when their work is due, and their texts; entries' plans name no file."""

    plans: tuple[PlanFacts, ...]
    entries: tuple[Entry, ...]
    passages: tuple[Passage, ...]


def record(document: Document) -> Record:
    """The record of a document."""
    from duplan.calendar.model import PlanName
    from duplan.calendar.occurrences import occurrences

    findings = sum(each.severity != "info" for each in document.diagnostics)
    plans: list[PlanFacts] = []
    entries: list[Entry] = []
    passages: list[Passage] = []
    for number, plan in enumerate(document.plans, 1):
        plans.append(_facts(plan, number, findings))
        entries += occurrences(plan, PlanName(plan.title, plan.issuer, plan.year, "", number))
        passages += _passages(plan, number)
    return Record(tuple(plans), tuple(entries), tuple(passages))


def _facts(plan: Plan, number: int, findings: int) -> PlanFacts:
    return PlanFacts(
        number=number,
        title=plan.title,
        issuer=plan.issuer,
        year=plan.year,
        kind=plan.kind,
        start=plan.period.start if plan.period else None,
        end=plan.period.end if plan.period else None,
        script=plan.script,
        goals=len(plan.goals),
        tasks=sum(1 for _ in _tree(plan.key_tasks)),
        entries=sum(len(entry.items) for entry in plan.monthly_schedule),
        findings=findings,
    )


def _tree(tasks: Iterable[Task]) -> Iterator[Task]:
    for task in tasks:
        yield task
        yield from _tree(task.subtasks)


def _passages(plan: Plan, number: int) -> Iterator[Passage]:
    for goal in plan.goals:
        yield _titled(number, "goal", goal)
    for task in _tree(plan.key_tasks):
        yield _titled(number, "task", task)
    for entry in plan.monthly_schedule:
        yield from _of_entry(number, entry)


def _titled(number: int, part: Part, node: Goal | Task) -> Passage:
    return Passage(number, part, node.id, node.label, node.title, node.text, _line(node))


def _of_entry(number: int, entry: ScheduleEntry) -> Iterator[Passage]:
    for item in entry.items:
        yield Passage(number, "entry", item.id, entry.label, "", item.text, _line(item))
    said = [*([entry.remark] if entry.remark else []), *entry.details]
    if said:
        yield Passage(number, "entry", entry.id, entry.label, "", "\n".join(said), _line(entry))


def _line(node: Node) -> int | None:
    """Where the first words of it stand."""
    return min((each.line for places in node.provenance.values() for each in places), default=None)
