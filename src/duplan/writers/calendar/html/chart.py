"""What the page draws: the load of twelve months of each year, and the bars of its Gantt chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from duplan.calendar.model import Entry, From, Work, month_name, month_of_name
from duplan.writers.calendar.html.times import is_exact, run, when, year_title
from duplan.writers.calendar.html.words import Words

KINDS: tuple[From, ...] = ("schedule", "task", "goal")


@dataclass(frozen=True, slots=True)
class Part:
    """The entries of one kind in a column: ``height`` of them, below ``top``."""

    kind: From
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class Load:
    """A month of a year at a glance; ``asked`` is whether the calendar tells of it."""

    month: str
    name: str
    asked: bool
    count: int
    parts: tuple[Part, ...]
    by_kind: dict[From, int]


@dataclass(frozen=True, slots=True)
class YearOfLoads:
    """Twelve months; ``year`` is None for months whose year isn't known."""

    year: int | None
    title: str
    loads: tuple[Load, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar over ``span`` months of a year from ``month`` on (1 to 12), or the mark of a deadline."""

    month: int
    span: int
    text: str
    due: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of work in one year: its number among all, that of its first entry there, its bars."""

    work: int
    entry: int
    kind: From
    text: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class YearOfLines:
    """The bars of one year, in the order of the work."""

    title: str
    lines: tuple[Line, ...]


def loads(months: Sequence[str], entries: Sequence[Entry], say: Words) -> list[YearOfLoads]:
    """The years of the months, each with all of its months. Heights are counts of entries; every
    column is as high as the fullest month (``peak``)."""
    counts = Counter((entry.month, entry.from_) for entry in entries)
    top = peak(entries)
    years = dict.fromkeys(month_of_name(month)[0] for month in months)
    asked = {*months}
    return [
        YearOfLoads(
            year,
            year_title(year, say),
            tuple(
                _load(name, say.month(month), name in asked, counts, top)
                for month in range(1, 13)
                for name in [month_name(year, month)]
            ),
        )
        for year in years
    ]


def peak(entries: Iterable[Entry]) -> int:
    """The entries of the fullest month, at least 1."""
    return max(Counter(entry.month for entry in entries).values(), default=1)


def _load(name: str, title: str, asked: bool, counts: Counter[tuple[str, From]], top: int) -> Load:
    by_kind = {kind: counts[name, kind] for kind in KINDS}
    parts, above = [], top
    for kind in KINDS:
        above -= by_kind[kind]
        parts.append(Part(kind, above, by_kind[kind]))
    return Load(name, title, asked, sum(by_kind.values()), tuple(parts), by_kind)


def lines(works: Iterable[Work], numbers: dict[int, int], say: Words) -> list[YearOfLines]:
    """The chart, a part for each year. ``numbers`` gives the number of an entry by its identity."""
    years: dict[int | None, list[Line]] = {}
    for number, work in enumerate(works):
        for year, entries in _by_year(work).items():
            first = entries[0]
            bars = (*_bars(entries, say), *_deadlines(entries, say))
            line = Line(number, numbers[id(first)], first.from_, work.text, bars)
            years.setdefault(year, []).append(line)
    ordered = sorted(years, key=lambda year: (year is None, year or 0))
    return [YearOfLines(year_title(year, say), tuple(years[year])) for year in ordered]


def _by_year(work: Work) -> dict[int | None, list[Entry]]:
    years: dict[int | None, list[Entry]] = {}
    for entry in work.entries:
        years.setdefault(month_of_name(entry.month)[0], []).append(entry)
    return years


def _bars(entries: Sequence[Entry], say: Words) -> Iterator[Bar]:
    """A bar for each run of months that follow each other; months without an entry part them."""
    spread = {_month(entry): entry for entry in entries if not _is_due(entry)}
    for _, group in groupby(enumerate(sorted(spread)), lambda pair: pair[1] - pair[0]):
        months = [month for _, month in group]
        first, last = months[0], months[-1]
        exact = first == last and is_exact(spread[first])
        text = when(spread[first], say) if exact else run(first, last, say)
        yield Bar(first, len(months), text, due=False)


def _deadlines(entries: Sequence[Entry], say: Words) -> Iterator[Bar]:
    due = {_month(entry): entry for entry in entries if _is_due(entry)}
    for month in sorted(due):
        yield Bar(month, 1, when(due[month], say), due=True)


def _month(entry: Entry) -> int:
    return month_of_name(entry.month)[1]


def _is_due(entry: Entry) -> bool:
    return entry.precision == "deadline"
