"""The published form of a calendar, version 1.0: what ``duplan calendar --to json`` writes.

Plain dataclasses: a library answers with thousands of entries, made by duplan itself, and the answer
from its cache has no time to import pydantic. ``duplan.schema`` describes them all the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from duplan.dates.precision import Precision

From = Literal["schedule", "task", "goal"]
Duty = Literal["lead", "support", "responsible"]

_ENDS_A_TITLE = tuple("。！？；：.!?;:")

UNKNOWN_YEAR = "--"  # --09: September of a year that isn't known (ISO 8601:2000, 5.2.1.3)


def month_name(year: int | None, month: int) -> str:
    """A month as calendars name it: ``2020-09``, ``--09``."""
    return f"{UNKNOWN_YEAR}{month:02}" if year is None else f"{year:04}-{month:02}"


def month_of_name(name: str) -> tuple[int | None, int]:
    """The year, None where it isn't known, and the month of such a name."""
    return None if name.startswith(UNKNOWN_YEAR) else int(name[:-3]), int(name[-2:])


@dataclass(frozen=True, slots=True)
class PlanName:
    """Which plan an entry is of.

    ``source`` is its file, relative to the library where it is in one; ``number`` counts the plans of
    that file from 1.
    """

    title: str | None
    issuer: str | None
    year: int | None
    source: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or person made responsible: 牵头 lead, 配合 support, plain 责任 responsible."""

    name: str
    duty: Duty = "responsible"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of an entry stand: the 1-based line of a text file, elsewhere the ordinal of the
    paragraph; the path of the paragraph in the file; and its words there, as they are."""

    line: int
    block: str
    raw: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of work in one month; work of several months has an entry in each.

    ``month`` is ``2020-09``, or ``--09`` where the year isn't known. ``text`` is the work: the item
    of a schedule, or the sentence of a task or goal that names the time ``when``. ``start`` and ``end``
    are ISO dates, both included, of the days *in this month* that the time covers; a deadline has no
    start; both are None where the year isn't known. ``id`` is the item's, task's or goal's; ``label``
    its printed time (schedule) or number. ``series`` is the common text of work that repeats over
    several months of its plan.
    """

    month: str
    text: str
    plan: PlanName
    from_: From
    id: str
    label: str
    precision: Precision
    start: str | None = None
    end: str | None = None
    responsible: tuple[Unit, ...] = ()
    remark: str | None = None
    series: str | None = None
    when: str = ""
    title: str = ""  # of the task or goal that the sentence stands in; "" for a schedule's
    place: Place | None = None

    @property
    def work(self) -> str:
        """What is to be done, so that it is understood by itself: a sentence after its task's title."""
        if not self.title or self.text.startswith(self.title):
            return self.text
        if self.text in self.title:
            return self.title
        between = "" if self.title.endswith(_ENDS_A_TITLE) else "："
        return f"{self.title}{between}{self.text}"


@dataclass(frozen=True, slots=True)
class Calendar:
    """``months`` are those asked for, in order; ``entries`` by month, then by plan and place in it."""

    months: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Work:
    """What a calendar says of one piece of work: its entries, in the order of their months.

    A series is one, whatever entries it has; other work is one for each id, printed time and text: a
    task may name September in two sentences.
    """

    entries: tuple[Entry, ...]

    @property
    def text(self) -> str:
        """The common text of a series, else the entry's own."""
        first = self.entries[0]
        return first.series or first.work

    @property
    def plan(self) -> PlanName:
        """The plan that all entries are of."""
        return self.entries[0].plan

    @property
    def months(self) -> list[str]:
        """The months of the entries, each once, in order."""
        return list(dict.fromkeys(entry.month for entry in self.entries))


def works(calendar: Calendar) -> list[Work]:
    """The entries of a calendar gathered by piece of work, in the order of their first entries."""
    gathered: dict[object, list[Entry]] = {}
    for entry in calendar.entries:
        gathered.setdefault(_work_of(entry), []).append(entry)
    return [Work(tuple(entries)) for entries in gathered.values()]


def whole_works(calendar: Calendar, every: Iterable[Entry]) -> Calendar:
    """The calendar with all entries of its works, whatever their months, out of ``every`` entry."""
    begun = {_work_of(entry) for entry in calendar.entries}
    return Calendar(calendar.months, [entry for entry in every if _work_of(entry) in begun])


def _work_of(entry: Entry) -> object:
    """Equal for the entries of one piece of work."""
    own = (entry.series,) if entry.series else (entry.from_, entry.id, entry.when, entry.text)
    return entry.plan, own
