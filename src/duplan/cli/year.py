"""The load of the months at a glance: what ``duplan calendar --view year`` shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from duplan.calendar.model import Calendar, PlanName
from duplan.cli.captions import month_name, month_title, months_title, twelves
from duplan.cli.console import Console
from duplan.cli.headings import Headings
from duplan.cli.layout import cells, cut, fill, in_chunks, pad, wrap

_NARROWEST, _WIDEST = 20, 120
_SOURCES = ("schedule", "task", "goal")
_COLUMNS_EACH = 2  # that one entry takes of a bar at most
_DUE_APART = 60  # from here on, deadlines have a column
_LEAST_TITLE = 12
_BESIDE = (12, 6, 4, 3, 2, 1)  # months of the table of plans that stand beside each other
_GAP = "  "


def year(calendar: Calendar, console: Console, width: int) -> Iterator[str]:
    """How many entries each month has, in lines of at most ``width`` columns (20 at least), in chunks.

    A bar for each month tells schedule, tasks and goals apart; below them, where there are several
    plans, how many entries each of them has in each month. Twelve months stand together: a year, or
    a school year where that is what was asked for. The text is safe to print and holds escape
    sequences where the console shows colours.
    """
    return in_chunks(_Year(calendar, console, max(_NARROWEST, min(width, _WIDEST))).lines())


class _Year:
    """The counts of a calendar, and how a console shows them."""

    def __init__(self, calendar: Calendar, console: Console, width: int) -> None:
        self.console, self.width = console, width
        self.loads: dict[str, Counter[str]] = {month: Counter() for month in calendar.months}
        self.due: Counter[str] = Counter()
        self.of_plans: Counter[tuple[PlanName, str]] = Counter()
        for entry in calendar.entries:
            self.loads.setdefault(entry.month, Counter())[entry.from_] += 1
            self.due[entry.month] += entry.precision == "deadline"
            self.of_plans[entry.plan, entry.month] += 1
        self.headings = Headings(console, calendar.entries)
        self.alone = len(self.headings.plans) == 1
        self.most = max((load.total() for load in self.loads.values()), default=0)
        self.digits = len(str(self.most))
        unicode = console.unicode
        self.marks = dict(zip(_SOURCES, "█▓░" if unicode else "#=-", strict=True))
        self.none, self.ellipsis = ("·", "…") if unicode else (".", "..")
        self.bold, self.dim = console.brush("bold"), console.brush("dim")
        self.cyan, self.yellow = console.brush("cyan"), console.brush("yellow")

    def lines(self) -> Iterator[str]:
        """All lines, without their ends."""
        if self.alone:
            yield from self.headings.lines(self.headings.plans[0], self.width, "bold")
            yield ""
        if not self.loads:
            yield self.console.say("calendar.nothing")
            return
        yield from self._legend()
        for months in twelves(list(self.loads)):
            yield ""
            yield from self._title(months)
            plans = [] if self.alone else self._plans(months)
            if len(plans) == 1:
                yield from self.headings.lines(plans[0], self.width, "dim")
            yield from self._bars(months)
            if len(plans) > 1:
                yield from self._table(months, plans)

    def _plans(self, months: list[str]) -> list[PlanName]:
        """Those that have entries in the months."""
        return [
            plan
            for plan in self.headings.plans
            if any(self.of_plans[plan, month] for month in months)
        ]

    def _legend(self) -> Iterator[str]:
        found = {source for load in self.loads.values() for source in load}
        parts = [
            f"{self.marks[source]} {self.console.say(f'calendar.from.{source}')}"
            for source in _SOURCES
            if source in found
        ]
        yield from map(self.dim, fill(parts, _GAP, self.width))

    def _title(self, months: list[str]) -> Iterator[str]:
        total = sum(self.loads[month].total() for month in months)
        count = self.console.say("calendar.count", count=total)
        title = f"{months_title(self.console, months)} · {count}"
        yield from map(self.bold, wrap(title, self.width))

    def _bars(self, months: list[str]) -> Iterator[str]:
        """A line a month; the bars of all years are drawn to one measure."""
        several = len({month[:-3] for month in months}) > 1
        names = [
            month_title(self.console, month)
            if several and (not at or month.endswith("-01"))
            else month_name(self.console, month)
            for at, month in enumerate(months)
        ]
        first = max(map(cells, names))
        due = self.width >= _DUE_APART and any(self.due[month] for month in self.loads)
        room = self.width - first - self.digits - 2 * len(_GAP)
        if due:
            room -= len(_GAP) + cells(self._due(self.most))
        for name, month in zip(names, months, strict=True):
            load = self.loads[month]
            bar = self._bar(load, room)
            count = f"{load.total() or self.none:>{self.digits}}"
            parts = [" " * (first - cells(name)) + name, count]
            if bar:
                parts.append(self.cyan(bar))
            if due and self.due[month]:
                parts.append(self.yellow(self._due(self.due[month])))
            yield _GAP.join(parts)

    def _due(self, count: int) -> str:
        return self.console.say("calendar.due-count", count=count)

    def _bar(self, load: Counter[str], room: int) -> str:
        scale = min(_COLUMNS_EACH, room / (self.most or 1))
        bar, count = "", 0
        for source in _SOURCES:
            count += load[source]
            end = round(count * scale)
            bar += self.marks[source] * ((end or min(count, 1)) - len(bar))
        return bar

    def _table(self, months: list[str], plans: list[PlanName]) -> Iterator[str]:
        """A row a plan with its number of entries in each month; as many months as have room."""
        cell = max(self.digits, 2) + 1
        sums = {plan: sum(self.of_plans[plan, month] for month in months) for plan in plans}
        heading = self.console.say("calendar.total")
        total = max(len(str(max(sums.values()))), cells(heading)) + 1
        beside = next(
            (
                number
                for number in _BESIDE
                if min(number, len(months)) * cell + total + _LEAST_TITLE <= self.width
            ),
            1,
        )
        for at in range(0, len(months), beside):
            part = months[at : at + beside]
            last = at + beside >= len(months)
            room = self.width - len(part) * cell - (total if last else 0)
            yield ""
            numbers = "".join(f"{int(month[-2:]):>{cell}}" for month in part)
            line = " " * room + numbers
            yield self.dim(line + " " * (total - cells(heading)) + heading if last else line)
            for plan, whole in sums.items():
                title = cut(self.headings.name(plan), room, self.ellipsis)
                counts = (self.of_plans[plan, month] for month in part)
                row = "".join(f"{count or self.none:>{cell}}" for count in counts)
                yield f"{pad(title, room)}{row}{self.bold(f'{whole:>{total}}') if last else ''}"
