"""What of a plan is compared: its goals, every task of the tree, every piece of scheduled work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from duplan.comparison.days import printed, recurring
from duplan.comparison.folding import GAP, Time, fold, plain
from duplan.comparison.model import Part, Side
from duplan.comparison.own_names import Names
from duplan.comparison.terms import Wording, read
from duplan.comparison.thresholds import HEAD, LONGEST, SHORTEST_HEAD
from duplan.plan import Plan, Responsible, ScheduleEntry, ScheduleItem, Task, Timing

_SENTENCE = re.compile(r"[。；;\n]")
_CLAUSE = re.compile(r"[，,：:。；;\n]")
_ENDS = " 。；;，,、\n"


@dataclass(frozen=True, slots=True, order=True)
class Particulars:
    """What the plan says of a piece of work beside its words, and a ``Side`` doesn't show.

    ``duties`` are the units responsible, each as ``(duty, name)``; ``times`` are those of the entries
    that it stands in, and its own, ``often`` those that recur.
    """

    duties: tuple[tuple[str, str], ...] = ()
    times: tuple[Time, ...] = ()
    often: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of work to be found again in the other plan.

    ``head`` is what names it, ``body`` what else is said of it; ``at`` is its place among the units
    of its part, from 0 to 1; ``names`` are the plan's own.
    """

    side: Side
    part: Part
    head: str
    body: str
    at: float
    names: Names = ()
    particulars: Particulars = Particulars()

    @property
    def wording(self) -> Wording:
        """The head with its words told apart."""
        return read(self.head, self.names)

    @property
    def clauses(self) -> int:
        """How many clauses the head has."""
        return len(_CLAUSE.findall(self.head)) + 1

    def cut(self, clauses: int) -> Unit:
        """The unit with a head of so many clauses of the first sentence."""
        sentence = _first_sentence(self.side.title)
        ends = [mark.start() for mark in _CLAUSE.finditer(sentence)]
        head = _ended(
            self.side.title, sentence[: ends[clauses - 1]] if clauses <= len(ends) else sentence
        )
        return replace(self, head=head, body=_body(self.side, head))


def units(plan: Plan, part: Part, names: Names = ()) -> list[Unit]:
    """The units of a part in the plan's order. The same words in several months are one unit.

    ``names`` are what ``own_names`` gives for the plan.
    """
    sides = {"goals": _goals, "key_tasks": _tasks, "monthly_schedule": _scheduled}[part](plan)
    made = []
    for number, (side, particulars) in enumerate(sides):
        head = _head(side.title)
        placed, at = replace(side, place=number), number / len(sides)
        made.append(Unit(placed, part, head, _body(side, head), at, names, particulars))
    return made


def cut_alike(old: Unit, new: Unit) -> tuple[Unit, Unit]:
    """Both with heads of as many clauses, the longer head's, so that they say as much."""
    if old.clauses == new.clauses:
        return old, new
    clauses = max(old.clauses, new.clauses)
    return old.cut(clauses), new.cut(clauses)


_All = tuple[str, str, tuple[int, ...], tuple[str, ...], tuple[str, ...], Particulars]


def said(unit: Unit) -> _All:
    """All that a unit says; units in order of it are in the same order in either plan."""
    side = unit.side
    return side.title, side.text, side.months, side.responsible, side.above, unit.particulars


def _head(title: str) -> str:
    """The first sentence of a title, or the first clauses of a long one. Numbers and times make no title
    long: with others in their place the head is the same."""
    head = _first_sentence(title)
    if len(head) > HEAD:
        ends = [mark.start() for mark in _CLAUSE.finditer(head, SHORTEST_HEAD)] + [len(head)]
        text = fold(head[:LONGEST]).text
        before = [
            end for end in ends if end <= LONGEST and len(text[:end].replace(GAP, "")) <= HEAD
        ]
        head = head[: before[-1] if before else ends[0]]
    return _ended(title, head)


def _first_sentence(title: str) -> str:
    sentence = _SENTENCE.search(title.rstrip(_ENDS))
    return title[: sentence.start()] if sentence and sentence.start() >= SHORTEST_HEAD else title


def _ended(title: str, head: str) -> str:
    return head[:LONGEST].rstrip(_ENDS) or title[:LONGEST]


def _body(side: Side, head: str) -> str:
    return f"{side.title[len(head) :].strip(_ENDS)}\n{side.text}".strip()


_Found = tuple[Side, Particulars]


def _goals(plan: Plan) -> list[_Found]:
    return [
        (Side(id=goal.id, title=goal.title, text=goal.text, label=goal.label), Particulars())
        for goal in plan.goals
    ]


def _tasks(plan: Plan) -> list[_Found]:
    return list(_flat(plan.key_tasks, ()))


def _flat(tasks: Sequence[Task], above: tuple[str, ...]) -> Iterator[_Found]:
    for task in tasks:
        months = {
            month
            for timing in task.timing
            if timing.precision != "recurring"
            for month in timing.months
        }
        side = Side(
            id=task.id,
            title=task.title,
            months=tuple(sorted(months)),
            text=task.text,
            label=task.label,
            responsible=_names(task.responsible),
            above=above,
        )
        yield side, _particulars(task.responsible, task.timing)
        yield from _flat(task.subtasks, (*above, task.title))


def _scheduled(plan: Plan) -> list[_Found]:
    works: dict[str, list[tuple[ScheduleEntry, ScheduleItem]]] = {}
    for entry in plan.monthly_schedule:
        for item in entry.items:
            works.setdefault(plain(item.text).strip(_ENDS), []).append((entry, item))
    return [_work(places) for places in works.values()]


def _work(places: Sequence[tuple[ScheduleEntry, ScheduleItem]]) -> _Found:
    first = places[0][1]
    responsible = [one for _, item in places for one in item.responsible]
    side = Side(
        id=first.id,
        title=first.text,
        months=tuple(dict.fromkeys(month for entry, _ in places for month in entry.months)),
        label="、".join(dict.fromkeys(entry.label for entry, _ in places)),
        responsible=_names(responsible),
        also=tuple(item.id for _, item in places[1:]),
    )
    times: list[ScheduleEntry | Timing] = [entry for entry, _ in places]
    times += [timing for _, item in places for timing in item.timing]
    return side, _particulars(responsible, times)


def _names(responsible: Sequence[Responsible]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in responsible))


def _particulars(
    responsible: Sequence[Responsible], given: Sequence[ScheduleEntry | Timing]
) -> Particulars:
    said = [(one.raw if isinstance(one, Timing) else one.label, one) for one in given]
    times = (printed(raw, one.precision, one.start, one.end) for raw, one in said)
    often = (recurring(raw, one.precision) for raw, one in said)
    return Particulars(
        tuple(dict.fromkeys((one.duty, one.name) for one in responsible)),
        tuple(dict.fromkeys(time for time in times if time)),
        tuple(dict.fromkeys(one for one in often if one)),
    )
