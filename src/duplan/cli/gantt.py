"""Bars over the months, one for a piece of work: what ``duplan calendar --view gantt`` shows."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import groupby

from duplan.calendar.model import Calendar, Entry, PlanName, Work, works
from duplan.cli.captions import BREADTH, consecutive, month_name, months_title, twelves
from duplan.cli.console import Console, clean
from duplan.cli.headings import Headings
from duplan.cli.layout import cells, cut, fill, in_chunks, pad, wrap

_NARROWEST, _WIDEST = 20, 160
_NAME_SHARE, _WIDEST_NAME = 3, 44  # a third of the width at least; columns
_LEAST_COLUMNS, _MOST_COLUMNS = 2, 30  # of a month
_NAMED, _PARTED = 5, 12  # columns from which on a month is named, and its 旬 are marked
_PARTS = (1, 11, 21)  # the days that 上旬, 中旬 and 下旬 begin with
_SOURCES = ("schedule", "task", "goal")
_GAP = "  "


def gantt(calendar: Calendar, console: Console, width: int) -> Iterator[str]:
    """A row a piece of work, in lines of at most ``width`` columns (20 at least), in chunks.

    Bars cover the days that are known; a lighter one covers a quarter, half-year or year in which
    the work is due at some time, or again and again; a mark stands at a deadline. Months that have
    no room beside each other are drawn year by year. The text is safe to print and holds escape
    sequences where the console shows colours.
    """
    return in_chunks(_Gantt(calendar, console, max(_NARROWEST, min(width, _WIDEST))).lines())


class _Gantt:
    """The columns that a calendar has in a console, and the marks that this can show."""

    def __init__(self, calendar: Calendar, console: Console, width: int) -> None:
        self.console, self.width = console, width
        months = list(
            dict.fromkeys([*calendar.months, *(entry.month for entry in calendar.entries)])
        )
        least = max(width // _NAME_SHARE, 1) + 1
        beside = len(months) * _LEAST_COLUMNS <= width - least
        whole = beside and len(list(consecutive(months))) == 1
        self.panels = [months] if whole else list(twelves(months))
        longest = max(map(len, self.panels), default=1)
        self.columns = max(1, min(_MOST_COLUMNS, (width - least) // longest))
        self.name = min(_WIDEST_NAME, width - longest * self.columns - 1)
        self.span = lru_cache(1024)(partial(_span, self.columns))
        parts = _PARTS if self.columns >= _PARTED else _PARTS[:1]
        self.parts = {day: round((day - 1) * self.columns / 30) for day in parts}
        self.calendar = calendar
        self.headings = Headings(console, calendar.entries)
        self.alone = len(self.headings.plans) == 1
        self.sure, self.some, self.due, self.none, self.ellipsis = (
            ("█", "░", "◆", "·", "…") if console.unicode else ("#", "=", "*", ".", "..")
        )
        self.ground = "".join(
            self.none if column in self.parts.values() else " " for column in range(self.columns)
        )
        self.bold, self.dim = console.brush("bold"), console.brush("dim")
        cyan = console.brush("cyan")
        self.paints = {self.sure: cyan, self.some: cyan, self.due: console.brush("yellow")}

    def lines(self) -> Iterator[str]:
        """All lines, without their ends."""
        if self.alone:
            yield from self.headings.lines(self.headings.plans[0], self.width, "bold")
            yield ""
        if not self.calendar.entries:
            yield self.console.say("calendar.nothing")
            return
        legend = {
            self.sure: "calendar.dated",
            self.some: "calendar.at-some-time",
            self.due: "calendar.deadline",
        }
        words = [f"{mark} {self.console.say(key)}" for mark, key in legend.items()]
        yield from map(self.dim, fill(words, _GAP, self.width))
        found = works(self.calendar)
        for months in self.panels:
            yield ""
            yield from self._panel(months, found)

    def _panel(self, months: list[str], found: list[Work]) -> Iterator[str]:
        """The works that have entries in these months, by plan, then by where they stand in it."""
        place = {month: at for at, month in enumerate(months)}
        plans: dict[PlanName, list[tuple[tuple[int, ...], Work]]] = {}
        for work in found:
            entry = next((entry for entry in work.entries if entry.month in place), None)
            if entry:
                plans.setdefault(work.plan, []).append((_order(entry, place), work))
        *above, title = wrap(months_title(self.console, months), self.width)
        yield from map(self.bold, above)
        room = self.name + 1
        if cells(title) >= room:
            yield self.bold(title)
            title = ""
        yield self.bold(title) + self.dim(" " * (room - cells(title)) + self._scale(months))
        if not plans:
            yield self.console.say("calendar.nothing")
        for plan, ordered in plans.items():
            if not self.alone:
                yield ""
                yield from self.headings.lines(plan, self.width, "bold")
            ordered.sort(key=lambda pair: pair[0])
            for source, rows in groupby(ordered, lambda pair: pair[0][0]):
                yield self.dim(self.console.say(f"calendar.from.{_SOURCES[source]}"))
                for _, work in rows:
                    name = cut(_name(work), self.name, self.ellipsis)
                    yield f"{pad(name, self.name)} {self._bars(work, place)}"

    def _scale(self, months: list[str]) -> str:
        """What stands above the columns: the months, and where they have room days too."""
        line = ""
        for at, month in enumerate(months):
            number = str(int(month[-2:]))
            name = month_name(self.console, month) if self.columns >= _NAMED else number
            for day, place in self.parts.items():
                column = at * self.columns + place
                label = str(day) if place else name
                room = (at + 1) * self.columns if place else len(months) * self.columns
                if (not line or column > cells(line)) and column + cells(label) <= room:
                    line = pad(line, column) + label
        return line

    def _bars(self, work: Work, place: dict[str, int]) -> str:
        line = list(self.ground * len(place))
        entries = work.entries
        for entry in sorted(entries, key=_strength) if len(entries) > 1 else entries:
            if entry.month in place:
                start, end = self.span(entry.precision == "deadline", entry.start, entry.end)
                first = place[entry.month] * self.columns
                line[first + start : first + end] = self._mark(entry) * (end - start)
        bars = "".join(line).rstrip()
        if not self.console.coloured:
            return bars
        runs = groupby(bars, lambda char: self.paints.get(char, self.dim))
        return "".join(paint("".join(run)) for paint, run in runs)

    def _mark(self, entry: Entry) -> str:
        if entry.precision == "deadline":
            return self.due
        return self.some if entry.precision in BREADTH else self.sure


def _span(columns: int, deadline: bool, start: str | None, end: str | None) -> tuple[int, int]:
    """The columns of its month that an entry takes, one at least; all of them if it has no date."""
    if end is None:
        return (columns - 1 if deadline else 0), columns
    days = monthrange(int(end[:4]), int(end[5:7]))[1]
    last = int(end[8:])
    if deadline:
        at = (last - 1) * columns // days
        return at, at + 1
    day = int(start[8:]) if start else last
    first = min(round((day - 1) * columns / days), columns - 1)
    return first, max(first + 1, round(last * columns / days))


def _name(work: Work) -> str:
    """A task by its title, other work by its text."""
    first = work.entries[0]
    return clean(first.series or first.title or first.text)


def _order(entry: Entry, place: dict[str, int]) -> tuple[int, ...]:
    """By source, what has a date first, then by time; ``entry`` is the first that is shown."""
    day = entry.start or entry.end
    vague = int(entry.precision in BREADTH)
    return _SOURCES.index(entry.from_), vague, place[entry.month], int(day[8:]) if day else 0


def _strength(entry: Entry) -> int:
    """What is drawn over what: deadlines over dates over times that are only about."""
    return 2 if entry.precision == "deadline" else int(entry.precision not in BREADTH)
