"""Work days: what falls on a state holiday is moved to the next working day.

The State Council's yearly notices tell the days off and the Saturdays and Sundays worked for them; the
package chinesecalendar has those of 2004 and later.

What moves is what has one day: a deadline, and an entry of precision ``day`` whose time is a single
day. A range keeps its days, since it is planned around a holiday or for it (值班). A plain Saturday or
Sunday is no state holiday, and plans choose them on purpose: what falls on one stays. But a moved day
never lands on one, unless it is worked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from duplan.calendar.model import Calendar, Entry, month_name, works

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Move:
    """An entry that falls on a holiday, where it went, and the holiday's English and Chinese name."""

    before: Entry
    after: Entry
    holiday: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Moved:
    """A calendar on working days; ``unknown`` are the years, in order, whose holidays nobody knows
    here: what lies in them stays where it is."""

    calendar: Calendar
    moves: list[Move]
    unknown: list[int]


def on_workdays(calendar: Calendar) -> Moved:
    """The calendar with each entry of one day that falls on a state holiday on the next working day.

    What moves into another month is in that month. The entries keep their order.
    """
    single = {id(entry) for work in works(calendar) for entry in _single(work.entries)}
    entries: list[Entry] = []
    moves: list[Move] = []
    unknown: set[int] = set()
    for entry in calendar.entries:
        moved = entry
        if entry.end is not None and id(entry) in single:
            day = date.fromisoformat(entry.end)
            holiday = _holiday(day)
            target = _working_day(day) if holiday else day
            unknown |= {each.year for each in (day, target)} - {*_known_years()}
            if holiday and target.year in _known_years():
                to = target.isoformat()
                month = month_name(target.year, target.month)
                moved = replace(entry, month=month, start=entry.start and to, end=to)
                moves.append(Move(entry, moved, holiday))
        entries.append(moved)
    return Moved(Calendar(calendar.months, entries), moves, sorted(unknown))


def _single(entries: Sequence[Entry]) -> list[Entry]:
    """Of one piece of work the deadlines and the single days; a day of a range that goes over the end
    of a month is none."""
    days: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        if entry.precision == "day" or entry.start is None:
            days.setdefault((entry.id, entry.when), []).append(entry)
    return [
        each
        for group in days.values()
        for each in group
        if each.start is None or (len(group) == 1 and each.start == each.end)
    ]


def _holiday(day: date) -> tuple[str, str] | None:
    """The names of the state holiday that a day is off for; None where it is none, as far as known."""
    from chinese_calendar import Holiday, get_holiday_detail

    off, name = get_holiday_detail(day) if day.year in _known_years() else (False, None)
    return (name, Holiday(name).chinese) if off and name else None


def _working_day(day: date) -> date:
    """The next day that is worked, or the first of which nobody knows."""
    from chinese_calendar import is_workday

    while day.year in _known_years() and not is_workday(day):
        day += _DAY
    return day


@cache
def _known_years() -> range:
    from chinese_calendar import holidays

    return range(min(holidays).year, max(holidays).year + 1)
