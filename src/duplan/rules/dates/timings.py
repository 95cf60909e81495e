"""The times named in tasks and scheduled work, and the words that stand around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from duplan.plan import Plan, ScheduleEntry, ScheduleItem, Task, Timing
from duplan.rules.subject import Subject, every_task
from duplan.source import Span

_ENDS = "。；;！!？?\n|"
_LONGEST = 200  # characters of a sentence looked at on each side


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
    first, last = max(0, place.start - _LONGEST), min(len(source), place.end + _LONGEST)
    starts = [source.rfind(mark, first, place.start) + 1 for mark in _ENDS]
    ends = [at for mark in _ENDS if (at := source.find(mark, place.end, last)) >= 0]
    return Timed(timing, place, source, max(first, *starts), min(ends, default=last))


def planned_work(plan: Plan) -> Iterator[Task | ScheduleItem]:
    """All tasks and all scheduled work of a plan."""
    yield from every_task(plan.key_tasks)
    for _, item in scheduled(plan):
        yield item


def scheduled(plan: Plan) -> Iterator[tuple[ScheduleEntry, ScheduleItem]]:
    """All scheduled work, with its entry."""
    for entry in plan.monthly_schedule:
        for item in entry.items:
            yield entry, item
