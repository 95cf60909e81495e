"""Plan → entries of a calendar: its schedule, and the times that its tasks and goals name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from duplan.calendar.model import Entry, From, Place, PlanName, Unit, month_name
from duplan.calendar.sentences import SENTENCE, times
from duplan.calendar.series import named
from duplan.dates import Period, read_period
from duplan.dates.period import day_of, days_in, index, month_of
from duplan.plan import Goal, Origin, Plan, Responsible, ScheduleEntry, ScheduleItem, Task, Timing

_OPEN = "（(【["
_FIELD = re.compile(r"[^，。、]{1,8}[：:][^，。、]{0,4}")  # 完成时限：…完成
_STOPS = "。；;，,"

_BEFOREHAND = 3  # months before its period in which a plan may ask for something
_ALL_THE_TIME = frozenset(("recurring", "year"))

YearAndMonth = tuple[int | None, int]


def occurrences(plan: Plan, name: PlanName) -> list[Entry]:
    """What is due in each month, in the order of the plan: schedule, tasks, goals.

    Times before all that the plan plans for (its period, else its year), deadlines of the three months
    before it excepted, tell of the past and are left out of tasks and goals, not out of a schedule.
    """
    years = _Years(plan)
    return named(
        [
            *chain.from_iterable(_scheduled(entry, name) for entry in plan.monthly_schedule),
            *_said_once(
                chain(
                    *(_of_task(task, name, years) for task in _tree(plan.key_tasks)),
                    *(_of_goal(goal, name, years) for goal in plan.goals),
                )
            ),
        ]
    )


class _Years:
    """The years of the months that a plan names without one."""

    def __init__(self, plan: Plan) -> None:
        start, end = (plan.period.start, plan.period.end) if plan.period else ("", "")
        self.year = plan.year
        self.first = _index(start) if start else None
        self.last = _index(end) if end else None
        if self.first is None and plan.year is not None:
            self.first = index(plan.year, 1)

    def dated(self, period: Period) -> Period:
        """The period in the year of the plan that it lies in: January of a school year is the next
        one's. What goes on all the time (每月, 全年) does so in the months planned for."""
        year, month = period.months[0]
        if year is not None or self.year is None:
            return period
        if self.last is not None and self.first is not None and period.precision in _ALL_THE_TIME:
            planned = range(self.first, self.last + 1)
            inside = [at for at in planned if month_of(at) in period.month_numbers]
            if inside:
                return replace(period, months=[(at // 12, month_of(at)) for at in inside])
        before = self.first is not None and index(self.year, month) < self.first
        next_one = self.last is not None and index(self.year + 1, month) <= self.last
        year = self.year + (before and next_one)
        return read_period(period.raw, year, limit=period.deadline) or period

    def is_past(self, period: Period) -> bool:
        """Whether the time lies before what is planned for; a deadline may lie a little before it."""
        year, month = period.months[-1]
        if year is None or self.first is None:
            return False
        return index(year, month) < self.first - _BEFOREHAND * (period.precision == "deadline")


def _index(month: str) -> int:
    return index(int(month[:4]), int(month[5:]))


def _scheduled(entry: ScheduleEntry, name: PlanName) -> Iterator[Entry]:
    """An entry for each item and month; an item that names one time inside its month is due then."""
    for item in entry.items:
        own = _own_time(item, entry)
        for year, month in _printed_months(entry):
            exact = _exact(own, year) if own and month in own.months else None
            inside = [time for time in _each(exact) if month in time.month_numbers] if exact else []
            exact_times = dict.fromkeys((time.raw, time.precision, *_ends(time)) for time in inside)
            for when, precision, start, end in exact_times or [
                (entry.label, entry.precision, entry.start, entry.end)
            ]:
                first, last = _days(year, month, start, end)
                yield Entry(
                    month=month_name(year, month),
                    text=item.text,
                    plan=name,
                    from_="schedule",
                    id=item.id,
                    label=entry.label,
                    precision=precision,
                    start=first,
                    end=last,
                    responsible=_units(item.responsible),
                    remark=entry.remark,
                    when=when,
                    place=_place(item.provenance.get("text", ()), ""),
                )


def _own_time(item: ScheduleItem, entry: ScheduleEntry) -> Timing | None:
    """The one time that the item names, where it makes the entry's more exact."""
    inside = [each for each in item.timing if each.months and {*each.months} <= {*entry.months}]
    return inside[0] if len(inside) == len(item.timing) == 1 else None


def _exact(timing: Timing, year: int | None = None) -> Period | None:
    """The time as it was read in its place, which may say that it is a deadline: 完成时限：…"""
    return read_period(timing.raw, year, limit=timing.precision == "deadline")


def _each(period: Period) -> list[Period]:
    """The times of a list, each with its own days; else the one time that it is."""
    return period.each or [period]


def _ends(period: Period) -> tuple[str | None, str | None]:
    """Its first and last day as ISO dates."""
    return (
        period.start.isoformat() if period.start else None,
        period.end.isoformat() if period.end else None,
    )


def _printed_months(entry: ScheduleEntry) -> Iterator[YearAndMonth]:
    """The months with their years: one that is no later than the one before is in the next year."""
    year, before = entry.year, 0
    for month in entry.months:
        if year is not None and month <= before:
            year += 1
        before = month
        yield year, month


def _days(
    year: int | None, month: int, start: str | None, end: str | None
) -> tuple[str | None, str | None]:
    """The days of the month between two ISO dates; all of them where none of them is.

    What has an end only is due on it. Nothing where the year isn't known.
    """
    if year is None:
        return None, None
    at = index(year, month)
    day = day_of(at, 1)
    if day is None:
        return None, None
    first, last = day.isoformat(), day.replace(day=days_in(at)).isoformat()
    if end is not None and first <= end <= last and start is None:
        return None, end
    if start is None or end is None or start > last or end < first:
        return first, last
    return max(first, start), min(last, end)


def _tree(tasks: Iterable[Task]) -> Iterator[Task]:
    for task in tasks:
        yield task
        yield from _tree(task.subtasks)


def _of_task(task: Task, name: PlanName, years: _Years) -> Iterator[Entry]:
    """An entry for each month that a sentence of the task names, and that its columns name."""
    told: set[str] = set()
    for part in ("title", "text"):
        for sentence, period, raws in times(getattr(task, part)):
            told.update(raws)
            place = _place(task.provenance.get(part, ()), raws[0])
            yield from _entries(task, "task", sentence, period, place, name, years)
    for timing in task.timing:
        named_beside = None if timing.raw in told else _exact(timing)
        if named_beside is not None:
            place = _place(timing.provenance.get("raw", ()), timing.raw)
            yield from _entries(task, "task", task.title, named_beside, place, name, years)


def _of_goal(goal: Goal, name: PlanName, years: _Years) -> Iterator[Entry]:
    for part in ("title", "text"):
        for sentence, period, raws in times(getattr(goal, part)):
            place = _place(goal.provenance.get(part, ()), raws[0])
            yield from _entries(goal, "goal", sentence, period, place, name, years)


def _said_once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries without those of a sentence that names the same days twice: 每月…，按月… What
    recurs in another rhythm (每月…，每周…) is another time."""
    known = set()
    rhythms: dict[str, str] = {}
    for entry in entries:
        rhythm = ""
        if entry.precision == "recurring":
            rhythm = rhythms.get(entry.when) or rhythms.setdefault(entry.when, _rhythm(entry.when))
        said = (entry.id, entry.text, entry.month, entry.precision, entry.start, entry.end, rhythm)
        if said not in known:
            known.add(said)
            yield entry


def _rhythm(when: str) -> str:
    """How often, as ISO 8601 says it, and when in it: the same for 每月 and 按月."""
    period = read_period(when)
    return f"{period.every} {period.part}" if period is not None else when


def _entries(
    part: Task | Goal,
    from_: From,
    sentence: str,
    period: Period,
    place: Place | None,
    name: PlanName,
    years: _Years,
) -> Iterator[Entry]:
    """The entries of one time. What is due is the sentence, or the title where the sentence only adds
    to it: （9月底前完成）, 完成时限：9月底前."""
    period = years.dated(period)
    if years.is_past(period):
        return
    rest = sentence.replace(period.raw, "").rstrip(f"{_STOPS}）)】]")
    adds = sentence[0] in _OPEN or _FIELD.fullmatch(rest) is not None
    text = part.title if adds else sentence.rstrip(_STOPS)
    found = [(each, year, month) for each in _each(period) for year, month in each.months]
    for time, year, month in found:
        first, last = _days(year, month, *_ends(time))
        yield Entry(
            month=month_name(year, month),
            text=text,
            plan=name,
            from_=from_,
            id=part.id,
            label=part.label,
            precision=time.precision,
            start=first,
            end=last,
            responsible=_units(part.responsible) if isinstance(part, Task) else (),
            when=period.raw,
            title=part.title,
            place=place,
        )


def _place(origins: Iterable[Origin], raw: str) -> Place | None:
    """Where the words stand: the sentence with the time ``raw`` in it, else the whole."""
    all_ = list(origins)
    for origin in all_:
        at = origin.raw.find(raw)
        if raw and at >= 0:
            sentences = SENTENCE.finditer(origin.raw)
            around = next((each[0] for each in sentences if each.end() > at), origin.raw)
            return Place(origin.line, origin.block, around.strip())
    return Place(all_[0].line, all_[0].block, all_[0].raw) if all_ else None


def _units(responsible: Iterable[Responsible]) -> tuple[Unit, ...]:
    return tuple(Unit(each.name, each.duty) for each in responsible)
