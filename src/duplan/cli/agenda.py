"""A calendar as a table by month, plan and time: what ``duplan calendar`` shows by default."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, zip_longest

from duplan.calendar.model import Calendar, Entry, From, PlanName, Unit
from duplan.cli.captions import BREADTH, month_runs, month_title, time_of, units_of, work_of
from duplan.cli.console import Console, clean
from duplan.cli.headings import Headings
from duplan.cli.layout import cells, fill, in_chunks, pad, wrap

_NARROWEST, _WIDEST = 8, 120  # columns; longer lines read badly
_STACKED = 50  # below, time and source stand above the work
_UNITS_APART = 70  # from here on, units have a column
_TIME, _TIME_OF_WEEKS = 10, 12
_GAP = "  "
_SOURCES = ("schedule", "task", "goal")

_Row = tuple[
    list[str], str
]  # lines that begin here on the left, none of one that goes on; the rest
_BETWEEN_NAMES = re.compile(r"[；;、，,\s]+")


def agenda(calendar: Calendar, console: Console, width: int) -> Iterator[str]:
    """The entries of a calendar in lines of at most ``width`` columns (8 at least), in chunks.

    Each month has its heading, also one without entries; in it each plan its own where there are
    several. What is due at some days stands before what is due at some time of a year. The text is
    safe to print and holds escape sequences where the console shows colours.
    """
    return in_chunks(_Agenda(calendar, console, max(width, _NARROWEST)).lines())


class _Agenda:
    """The columns that one calendar has in a console, and what its texts refer to."""

    def __init__(self, calendar: Calendar, console: Console, width: int) -> None:
        self.calendar, self.console = calendar, console
        self.width = min(width, _WIDEST)
        entries = calendar.entries
        self.headings = Headings(console, entries)
        self.alone = len(self.headings.plans) == 1
        self.series = _series(entries)
        self.sources = {name: console.say(f"calendar.from.{name}") for name in _SOURCES}
        self.stacked = width < _STACKED
        self.source = max(map(cells, self.sources.values()))
        weeks = any(entry.precision == "week" for entry in entries)
        self.time = _TIME_OF_WEEKS if weeks else _TIME
        self.units = self._unit_column() if width >= _UNITS_APART else 0
        lead = 0 if self.stacked else self.time + self.source + 2 * len(_GAP)
        self.lead = " " * lead
        self.work = self.width - lead - (self.units and self.units + len(_GAP))
        marks = ("· ", "↻", "─") if console.unicode else ("- ", "@", "-")
        self.bullet, self.again, self.rule = marks
        self.indent = " " * len(self.bullet)
        self.heads = lru_cache(1024)(self._heads)
        self.unit_lines = lru_cache(1024)(self._unit_lines)
        self.bold, self.dim = console.brush("bold"), console.brush("dim")
        self.yellow = console.brush("yellow")

    def _unit_column(self) -> int:
        """As wide as the units of any entry, a quarter of the line at most; 0 without units."""
        duties = {name: cells(self.console.say(f"duty.{name}")) + 1 for name in ("lead", "support")}
        longest = 0
        for entry in self.calendar.entries:
            line: dict[str, int] = {}
            for unit in entry.responsible:
                room = line.get(unit.duty, duties.get(unit.duty, 0) - len(_GAP))
                line[unit.duty] = room + 2 * len(unit.name) + len(_GAP)  # and the 、 before it
            longest = max(longest, *line.values(), 0)
        heading = cells(self.console.say("calendar.units"))
        return longest and min(max(longest, heading), self.width // 4)

    def lines(self) -> Iterator[str]:
        """All lines, without their ends."""
        if self.alone:
            yield from self.headings.lines(self.headings.plans[0], self.width, "bold")
            yield ""
        if self.calendar.entries and not self.stacked:
            yield self.dim(self._heading())
        months: dict[str, list[Entry]] = {month: [] for month in self.calendar.months}
        for entry in self.calendar.entries:
            months.setdefault(entry.month, []).append(entry)
        if not months:
            yield self.console.say("calendar.nothing")
        for number, (month, entries) in enumerate(months.items()):
            if number:
                yield ""
            yield from self._month(month, entries)

    def _heading(self) -> str:
        words = [
            self.console.say(key) for key in ("calendar.time", "calendar.source", "calendar.work")
        ]
        units = self.console.say("calendar.units") if self.units else ""
        time, source = pad(words[0], self.time), pad(words[1], self.source)
        work = pad(words[2], self.work) if units else words[2]
        return _GAP.join(filter(None, (time, source, work, units)))

    def _month(self, month: str, entries: list[Entry]) -> Iterator[str]:
        say = self.console.say
        load = say("calendar.count", count=len(entries)) if entries else say("calendar.nothing")
        *above, line = wrap(f"{month_title(self.console, month)} · {load}", self.width)
        yield from map(self.bold, above)
        rule = self.rule * (self.width - cells(line) - 1)
        yield f"{self.bold(line)} {self.dim(rule)}" if rule else self.bold(line)
        for number, (plan, own) in enumerate(groupby(entries, _plan)):
            if not self.alone:
                if number:
                    yield ""
                yield from self.headings.lines(plan, self.width, "cyan")
            yield from self._entries(sorted(own, key=_due))

    def _entries(self, entries: list[Entry]) -> Iterator[str]:
        """The lines of one plan; times that take several stand beside all that is due then."""
        heads: list[str] = []
        for new, line in self._rows(entries):
            if new:
                yield from map(str.rstrip, heads[::-1])
                heads = new[::-1]
                while self.stacked and heads:
                    yield heads.pop()
            yield (heads.pop() if heads else self.lead) + line
        yield from map(str.rstrip, heads[::-1])

    def _rows(self, entries: list[Entry]) -> Iterator[_Row]:
        """A time and a remark that several entries have in turn are given once."""
        before: tuple[str, str] | None = None
        for number, entry in enumerate(entries, 1):
            time = time_of(self.console, entry)
            head = (time, entry.from_)
            new = head != before
            before = head
            heads = self.heads(time, entry.from_, entry.precision == "deadline") if new else []
            yield from self._entry(entry, heads)
            if entry.remark and _remark_ends(entry, entries[number : number + 1]):
                yield from self._remark(entry, entries)

    def _entry(self, entry: Entry, heads: list[str]) -> Iterator[_Row]:
        """The work beside its units, or above them."""
        text = work_of(entry)
        if entry.series is not None:
            text += self._months_of_series(entry)
        units = self.unit_lines(entry.responsible) if entry.responsible else []
        mark, indent = self.bullet, self.indent
        room = self.work - len(indent)
        for work, unit in zip_longest(wrap(text, room), units if self.units else (), fillvalue=""):
            if unit:
                yield heads, f"{mark}{work}{' ' * (room - cells(work))}{_GAP}{unit}"
            else:
                yield heads, (mark + work if work else mark.rstrip())
            mark, heads = indent, []
        if units and not self.units:
            yield from self._below(*units)
        if entry.series and entry.series not in entry.text:
            yield from self._below(f"{self.again} {clean(entry.series)}")

    def _heads(self, time: str, source: From, due: bool) -> list[str]:
        """A time and its source in their columns; above the work, the only ones of their lines."""
        paint = self.yellow if due else str
        words = self.sources[source]
        if self.stacked:
            return [paint(line) for line in wrap(f"{time} · {words}", self.width)]
        lines = []
        for part in fill(time.split(" "), " ", self.time):
            left = paint(pad(part, self.time))
            lines.append(f"{left}{_GAP}{self.dim(pad(words, self.source))}{_GAP}")
            words = ""
        return lines

    def _unit_lines(self, units: tuple[Unit, ...]) -> list[str]:
        """The lines of the column of units, or the texts that stand below the work."""
        shown = units_of(self.console, units, column=self.units > 0)
        if not self.units:
            return [" · ".join("、".join(names) for names in shown)]
        return [line for names in shown for line in fill(names, "、", self.units)]

    def _below(self, *texts: str) -> Iterator[_Row]:
        """Something more about the work above."""
        for text in texts:
            for part in wrap(text, self.work - len(self.indent)):
                yield [], self.indent + self.dim(part)

    def _remark(self, entry: Entry, entries: Iterable[Entry]) -> Iterator[_Row]:
        """The remark, where it doesn't only repeat the names of the units that it stands beside."""
        remark = entry.remark or ""
        units = {
            unit.name
            for other in entries
            if other.remark == remark and other.label == entry.label
            for unit in other.responsible
        }
        if not units.issuperset(filter(None, _BETWEEN_NAMES.split(remark))):
            yield from self._below(self.console.say("calendar.remark", remark=clean(remark)))

    def _months_of_series(self, entry: Entry) -> str:
        assert entry.series is not None
        months = self.series[entry.plan, entry.series]
        mark = f" {self.again}"
        return f"{mark} {month_runs(self.console, months)}" if len(months) > 1 else mark


def _plan(entry: Entry) -> PlanName:
    return entry.plan


def _due(entry: Entry) -> tuple[int, str, int, str]:
    """What a plan's entries of a month are sorted by: how wide the time is, then its first day.

    What is due at some time stands together with others of the same words.
    """
    breadth = BREADTH.get(entry.precision, 0)
    day = entry.start or entry.end or ""
    if not breadth:
        return breadth, day, 0, ""
    return breadth, day, _SOURCES.index(entry.from_), entry.when or entry.label


def _remark_ends(entry: Entry, after: list[Entry]) -> bool:
    """Whether what follows, if anything, has another remark, or has it from another place."""
    return not after or (after[0].label, after[0].remark) != (entry.label, entry.remark)


def _series(entries: Iterable[Entry]) -> dict[tuple[PlanName, str], list[str]]:
    """The months that each series of a plan has entries in."""
    found: dict[tuple[PlanName, str], dict[str, None]] = {}
    for entry in entries:
        if entry.series is not None:
            found.setdefault((entry.plan, entry.series), {})[entry.month] = None
    return {key: list(months) for key, months in found.items()}
