"""A plan as pieces that can be edited, and pieces as a plan again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from duplan.comparison.model import Part
from duplan.dates import find_periods
from duplan.numerals import write_chinese
from duplan.plan import Goal, Plan, Responsible, ScheduleEntry, ScheduleItem, Section, Task, Timing


@dataclass(eq=False, slots=True)
class Piece:
    """A goal, task or piece of scheduled work.

    ``entries`` are the indices of the schedule's entries that it stands in; ``months`` theirs.
    """

    part: Part
    title: str
    text: str = ""
    units: tuple[str, ...] = ()
    entries: tuple[int, ...] = ()
    section: str = ""
    below: list[Piece] = field(default_factory=list)

    def copy(self) -> Piece:
        """The same words, without what stands below."""
        return Piece(self.part, self.title, self.text, self.units, self.entries, self.section)


@dataclass(slots=True)
class Work:
    """What a plan is made of; ``entries`` are the frames of its schedule, without items."""

    goals: list[Piece]
    tasks: list[Piece]
    scheduled: list[Piece]
    entries: list[ScheduleEntry]
    sections: list[Section]

    def pieces(self) -> Iterator[Piece]:
        """Every piece, in the order of the plan."""
        yield from self.goals
        yield from _flat(self.tasks)
        yield from self.scheduled


def _flat(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        yield piece
        yield from _flat(piece.below)


def take_apart(plan: Plan) -> Work:
    """The pieces of a plan. The same words in several entries are one piece."""
    scheduled: dict[str, Piece] = {}
    for at, entry in enumerate(plan.monthly_schedule):
        for item in entry.items:
            piece = scheduled.setdefault(
                item.text, Piece("monthly_schedule", item.text, "", _names(item.responsible))
            )
            piece.entries = (*piece.entries, at)
    return Work(
        [Piece("goals", goal.title, goal.text, section=_section(goal.id)) for goal in plan.goals],
        [_piece(task) for task in plan.key_tasks],
        list(scheduled.values()),
        [entry.model_copy(update={"items": []}) for entry in plan.monthly_schedule],
        list(plan.sections),
    )


def _piece(task: Task) -> Piece:
    return Piece(
        "key_tasks",
        task.title,
        task.text,
        _names(task.responsible),
        section=_section(task.id),
        below=[_piece(one) for one in task.subtasks],
    )


def _section(name: str) -> str:
    return name.partition(".")[0]


def _names(responsible: Sequence[Responsible]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in responsible))


def put_together(plan: Plan, work: Work, style: int = 0) -> Plan:
    """The plan with these pieces; ``style`` chooses how its lists are numbered."""
    entries = []
    for at, entry in enumerate(work.entries):
        held = [piece for piece in work.scheduled if at in piece.entries]
        items = [
            ScheduleItem(
                id=f"{entry.id}.{number}",
                label=_label(number, style + 1),
                text=piece.title,
                responsible=_responsible(piece),
                timing=_timing(piece),
            )
            for number, piece in enumerate(held, 1)
        ]
        entries.append(entry.model_copy(update={"items": items}))
    places = {section.id: at for at, section in enumerate(work.sections, 1)}
    sections = [
        section.model_copy(update={"id": f"s{at}", "label": _label(at, style)})
        for at, section in enumerate(work.sections, 1)
    ]
    goals = [
        Goal(
            id=f"s{places.get(piece.section, 0)}.n{number}",
            label=_label(number, style + 2),
            title=piece.title,
            text=piece.text,
        )
        for number, piece in enumerate(work.goals, 1)
    ]
    tasks = [
        _task(piece, f"s{places.get(piece.section, 0)}", [number], style)
        for number, piece in enumerate(work.tasks, 1)
    ]
    return plan.model_copy(
        update={
            "sections": sections,
            "goals": goals,
            "key_tasks": tasks,
            "monthly_schedule": entries,
        }
    )


def _task(piece: Piece, above: str, path: list[int], style: int) -> Task:
    name = f"{above}.i{path[-1]}"
    return Task(
        id=name,
        path=path,
        label=_label(path[-1], style + len(path)),
        title=piece.title,
        text=piece.text,
        timing=_timing(piece),
        responsible=_responsible(piece),
        subtasks=[
            _task(one, name, [*path, number], style) for number, one in enumerate(piece.below, 1)
        ],
    )


def _label(number: int, style: int) -> str:
    han = write_chinese(number)
    return (f"{han}、", f"（{han}）", f"{number}.", f"（{number}）")[style % 4]


def _responsible(piece: Piece) -> list[Responsible]:
    return [Responsible(name=name) for name in piece.units]


def _timing(piece: Piece) -> list[Timing]:
    return [
        Timing(raw=period.raw, precision=period.precision, months=period.month_numbers)
        for text in (piece.title, piece.text)
        for _, _, period in find_periods(text)
    ]
