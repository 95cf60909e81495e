"""The schedules of a document as the rules ask them: the entries of one section, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from duplan.dates.period import index
from duplan.plan import Plan, ScheduleEntry
from duplan.rules.subject import Subject, once

_WHOLE = frozenset(("year", "recurring", "none", "term"))
_LONGEST = 9  # months; what takes longer goes on beside the others


class Schedule(NamedTuple):
    """The entries of one section of a plan whose times are months, quarters, weeks or days of a year.

    ``times`` are the months of each entry, counted from the year 0.
    """

    plan: Plan
    entries: list[ScheduleEntry]
    times: list[list[int]]
    unread: bool  # whether an entry's time isn't known


@once
def schedules(subject: Subject) -> list[Schedule]:
    """All schedules; those without entries in time are none."""
    return list(_schedules(subject))


def _schedules(subject: Subject) -> Iterator[Schedule]:
    for plan in subject.plans:
        for _, group in groupby(plan.monthly_schedule, _section):
            every = list(group)
            entries = [entry for entry in every if _in_time(entry)]
            if entries:
                times = [_indexes(entry, plan.year) for entry in entries]
                yield Schedule(plan, entries, times, any(not entry.months for entry in every))


def _section(entry: ScheduleEntry) -> str:
    return entry.id.rpartition(".")[0]


def _in_time(entry: ScheduleEntry) -> bool:
    return 0 < len(entry.months) <= _LONGEST and entry.precision not in _WHOLE


def month_name(month: int) -> str:
    """A month, counted as ``duplan.dates.period.index`` does, as it is written: 2020年1月."""
    return f"{month // 12}年{month % 12 + 1}月"


def _indexes(entry: ScheduleEntry, year: int | None) -> list[int]:
    """The months of an entry counted from the year 0, ``year`` where its own isn't known."""
    first = entry.months[0]
    opening = index(entry.year if entry.year is not None else year or 0, first)
    return [opening + (month - first) % 12 for month in entry.months]
