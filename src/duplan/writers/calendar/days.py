"""The days that entries lie on, whole times put together from their months."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from duplan.calendar.model import Calendar, Entry

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days in a row, first and last included, and the entries that they are made of, in order."""

    first: date
    last: date
    entries: tuple[Entry, ...]

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


def undated(calendar: Calendar) -> list[Entry]:
    """The entries without days, because nobody knows their year: no event or bar can show them."""
    return [entry for entry in calendar.entries if entry.end is None]


def spans(entries: Iterable[Entry], join: Callable[[Entry, Entry], bool]) -> list[Span]:
    """The entries with days, in order; where one begins the day after another ends, and they may be
    joined, they are one."""
    made: list[Span] = []
    for entry in entries:
        if entry.end is None:
            continue
        last = date.fromisoformat(entry.end)
        first = date.fromisoformat(entry.start or entry.end)
        before = made[-1] if made else None
        if before and before.last + ONE_DAY == first and join(before.entries[-1], entry):
            made[-1] = Span(before.first, last, (*before.entries, entry))
        else:
            made.append(Span(first, last, (entry,)))
    return made
