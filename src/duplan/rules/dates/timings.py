"""The times named in scheduled work, and the words that stand around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from duplan.plan import Plan, ScheduleEntry, ScheduleItem, Timing
from duplan.rules.dates.sentences import sentence_around
from duplan.rules.subject import Subject
from duplan.source import Span


class Timed(NamedTuple):
    """A time where it stands: ``source`` is its whole block, ``start`` and ``end`` those of its sentence."""

    timing: Timing
    place: Span
    source: str
    start: int
    end: int

    @property
    def sentence(self) -> str:
        """The sentence that names the time."""
        return self.source[self.start : self.end]

    @property
    def before(self) -> str:
        """What the sentence says before the time."""
        return self.source[self.start : self.place.start]

    @property
    def after(self) -> str:
        """What the sentence says after the time."""
        return self.source[self.place.end : self.end]


def timed(subject: Subject, timing: Timing) -> Timed | None:
    """A time with its sentence; None where its place isn't known."""
    place = subject.place(timing, "raw")
    if place is None:
        return None
    source = subject.source.blocks[place.block].text
    return Timed(timing, place, source, *sentence_around(source, place.start, place.end))


def scheduled(plan: Plan) -> Iterator[tuple[ScheduleEntry, ScheduleItem]]:
    """All scheduled work, with its entry."""
    for entry in plan.monthly_schedule:
        for item in entry.items:
            yield entry, item
