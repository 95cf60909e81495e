"""A calendar as the page shows it: its facts, the choices of its filters, its rows by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from duplan.calendar.model import UNKNOWN_YEAR, Calendar, Entry, From, PlanName, Work, works
from duplan.dates.period import index
from duplan.writers.calendar.html import chart
from duplan.writers.calendar.html.times import days, is_exact, month_title, when
from duplan.writers.calendar.html.words import Words

CHART_LIMIT = 80  # a chart of more pieces of work opens when it is filtered, or when asked to
LONG = 500  # months of a list of more entries are laid out when they are scrolled to


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter: its number on the page, its name, how many entries it has."""

    number: int
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of the list; ``issuer`` and ``units`` are numbers of choices."""

    number: int
    work: int
    entry: Entry
    when: str
    due: bool
    issuer: int
    units: tuple[int, ...]
    place: str


@dataclass(frozen=True, slots=True)
class MonthOfRows:
    """A month that has entries, the most exact times first, else in the order of the calendar."""

    month: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All that the page says, but for its fixed words."""

    title: str
    eyebrow: str
    stats: tuple[tuple[str, int], ...]
    plans: tuple[tuple[PlanName, int], ...]
    issuers: tuple[Choice, ...]
    units: tuple[Choice, ...]
    kinds: tuple[tuple[From, int], ...]
    entries: int
    due: int
    nobody: int
    glance: list[chart.YearOfLoads]
    peak: int
    months: tuple[MonthOfRows, ...]
    gantt: list[chart.YearOfLines]
    works: int


def view(calendar: Calendar, say: Words) -> View:
    """The view of a calendar. Nothing of it depends on the day that it is made."""
    entries = calendar.entries
    pieces = works(calendar)
    plans = Counter(entry.plan for entry in entries)
    months = list(dict.fromkeys([*calendar.months, *(entry.month for entry in entries)]))
    title = next(iter(plans)).title if len(plans) == 1 else None
    issuers = _choices(_issuer(entry, say) for entry in entries)
    units = _choices(name for entry in entries for name in _unit_names(entry))
    due = sum(entry.precision == "deadline" for entry in entries)
    nobody = sum(not entry.responsible for entry in entries)
    return View(
        title=title or say("calendar"),
        eyebrow=" · ".join([*([say("calendar")] if title else []), *_stretch(months, say)]),
        stats=(
            ("plans", len(plans)),
            ("months", len(months)),
            ("works", len(pieces)),
            ("entries", len(entries)),
            ("deadlines", due),
            ("nobody", nobody),
        ),
        plans=tuple(plans.items()),
        issuers=issuers,
        units=units,
        kinds=_kinds(entries),
        entries=len(entries),
        due=due,
        nobody=nobody,
        glance=chart.loads(months, entries, say),
        peak=chart.peak(entries),
        months=tuple(_by_month(months, _rows(entries, pieces, issuers, units, say), say)),
        gantt=chart.lines(pieces, {id(entry): at for at, entry in enumerate(entries)}, say),
        works=len(pieces),
    )


def _rows(
    entries: Iterable[Entry],
    pieces: Iterable[Work],
    issuers: Iterable[Choice],
    units: Iterable[Choice],
    say: Words,
) -> Iterator[Row]:
    work_of = {id(entry): at for at, work in enumerate(pieces) for entry in work.entries}
    issuer_at = {choice.name: choice.number for choice in issuers}
    unit_at = {choice.name: choice.number for choice in units}
    for number, entry in enumerate(entries):
        yield Row(
            number=number,
            work=work_of[id(entry)],
            entry=entry,
            when=when(entry, say),
            due=entry.precision == "deadline",
            issuer=issuer_at[_issuer(entry, say)],
            units=tuple(unit_at[name] for name in _unit_names(entry)),
            place=_place(entry, say),
        )


def _by_month(months: Iterable[str], rows: Iterable[Row], say: Words) -> Iterator[MonthOfRows]:
    own: dict[str, list[Row]] = {month: [] for month in months}
    for row in rows:
        own[row.entry.month].append(row)
    for month, due in own.items():
        if due:
            yield MonthOfRows(month, month_title(month, say), tuple(sorted(due, key=_urgency)))


def _urgency(row: Row) -> tuple[int, int]:
    """What is due on days of the month stands first, what takes longer than the month last."""
    if is_exact(row.entry):
        named = days(row.entry)
        return 0, named[1] if named else 0
    return (1 if row.entry.precision == "month" else 2), 0


def _stretch(months: Sequence[str], say: Words) -> Iterator[str]:
    """From the first to the last month whose year is known, and whether there are others."""
    known = [month for month in months if not month.startswith(UNKNOWN_YEAR)]
    if known:
        ends = (month_title(month, say) for month in dict.fromkeys((known[0], known[-1])))
        first, last = (index(int(month[:4]), int(month[5:])) for month in (known[0], known[-1]))
        gaps = last - first + 1 != len(known)
        yield say("between-months").join(ends) + say("of-them", count=len(known)) * gaps
    if len(known) < len(months):
        yield say("no-year")


def _issuer(entry: Entry, say: Words) -> str:
    return entry.plan.issuer or say("no-issuer")


def _unit_names(entry: Entry) -> list[str]:
    return list(dict.fromkeys(unit.name for unit in entry.responsible))


def _choices(names: Iterable[str]) -> tuple[Choice, ...]:
    """The names, most frequent first, then in the order of the calendar."""
    counted = Counter(names).most_common()
    return tuple(Choice(number, name, count) for number, (name, count) in enumerate(counted))


def _kinds(entries: Iterable[Entry]) -> tuple[tuple[From, int], ...]:
    counts = Counter(entry.from_ for entry in entries)
    return tuple((kind, counts[kind]) for kind in chart.KINDS if counts[kind])


def _place(entry: Entry, say: Words) -> str:
    """The file, and the line of a text file or the paragraph of another."""
    place = entry.place
    if place is None:
        return say("place.none", file=entry.plan.source)
    key = "place.line" if place.block == "line" else "place.block"
    return say(key, file=entry.plan.source, line=place.line, block=place.block)
