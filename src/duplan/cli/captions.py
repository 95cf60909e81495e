"""What the views of a calendar call months, times, plans and units; all of it safe to print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from duplan.calendar.model import UNKNOWN_YEAR, Entry, Unit
from duplan.cli.console import Console, clean
from duplan.cli.words import Language, say

if TYPE_CHECKING:
    from duplan.dates.precision import Precision

_ONE_MONTH = re.compile(
    r"(?:\d{4}年|[今本去明]年)?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])月份?"
)
# how wide a time of a precision is, where that is wider than a month
BREADTH = {"quarter": 1, "half": 1, "term": 1, "year": 2, "recurring": 2, "none": 3}
_DUTIES = ("lead", "responsible", "support")


def month_name(console: Console, month: str) -> str:
    """``9月`` for 2020-09."""
    return _month(console.language, int(month[-2:]))


def month_title(console: Console, month: str) -> str:
    """``2020年9月`` for 2020-09; a month of an unknown year says so."""
    name = month_name(console, month)
    if month.startswith(UNKNOWN_YEAR):
        return console.say("calendar.month-no-year", month=name)
    return console.say("calendar.year-month", year=month[:4], month=name)


def months_title(console: Console, months: list[str]) -> str:
    """The year where the months are all of one, the first and the last month elsewhere."""
    years = {month[:-3] for month in months}
    if len(years) > 1:
        ends = (month_title(console, month) for month in (months[0], months[-1]))
        return " - ".join(ends)
    if months[0].startswith(UNKNOWN_YEAR):
        return console.say("calendar.no-year")
    return console.say("calendar.year", year=months[0][:4])


def month_runs(console: Console, months: list[str]) -> str:
    """``4-6、9-10月``: the months of a series, what follows on each other drawn together."""
    yearless = len({month[:-3] for month in months}) == 1
    name = month_name if yearless else month_title
    runs = []
    for run in consecutive(months):
        first, last = name(console, run[0]), name(console, run[-1])
        if first == last:
            runs.append(first)
        elif yearless and console.language == "zh":
            runs.append(f"{first.removesuffix('月')}-{last}")
        else:
            runs.append(f"{first}-{last}")
    return "、".join(runs) if console.language == "zh" else ", ".join(runs)


def consecutive(months: Iterable[str]) -> Iterator[list[str]]:
    """The months in runs in which each follows on the one before; unknown years follow on themselves."""

    def place(numbered: tuple[int, str]) -> int:
        number, month = numbered
        year = -1 if month.startswith(UNKNOWN_YEAR) else int(month[:-3])
        return 12 * year + int(month[-2:]) - number

    for _, run in groupby(enumerate(months), place):
        yield [month for _, month in run]


def twelves(months: list[str]) -> Iterator[list[str]]:
    """The months in years: twelve at a time where that comes out even, as school years do.

    Elsewhere by the years of the calendar, those of an unknown year by themselves.
    """
    runs = list(consecutive(months))
    if len(runs) == 1 and (len(months) <= 12 or len(months) % 12 == 0):
        yield from (months[at : at + 12] for at in range(0, len(months), 12))
    else:
        for _, year in groupby(months, lambda month: month[:-3]):
            yield list(year)


def time_of(console: Console, entry: Entry) -> str:
    """When in its month an entry is due, short: 9月15日, 中旬, 全月, 截止 9/30, 每月.

    A time that is wider than the month, or that only its words can tell, is given as it is printed.
    """
    printed = entry.when or (entry.label if entry.from_ == "schedule" else "")
    return _time(
        console.language, int(entry.month[-2:]), entry.precision, entry.start, entry.end, printed
    )


@lru_cache(4096)
def _time(
    language: Language,
    month: int,
    precision: Precision,
    start: str | None,
    end: str | None,
    printed: str,
) -> str:
    name = _month(language, month)
    shown = clean(" ".join(printed.split())) or say(language, "calendar.whole")
    if precision == "deadline":
        if end:
            number = name.removesuffix("月")  # 9/30
            shown = say(language, "calendar.due-day", day=int(end[8:]), month=number)
        return say(language, "calendar.due", time=shown)
    if precision == "month" and _ONE_MONTH.fullmatch(printed):
        return say(language, "calendar.whole")
    if not (start and end):
        return shown
    from calendar import monthrange  # 3 ms, which whole months don't need

    first, last, length = int(start[8:]), int(end[8:]), monthrange(int(end[:4]), month)[1]
    if precision == "part":
        return _part(language, (first, last if last < length else 31)) or shown
    if precision == "day" and first == last:
        return say(language, "calendar.day", day=first, month=name)
    if precision == "day" and first > 1 and last < length:  # else it may go on in other months
        return say(language, "calendar.days", start=first, end=last, month=name)
    return shown


def _part(language: Language, days: tuple[int, int]) -> str:
    parts = {
        (1, 10): "early",
        (11, 20): "mid",
        (21, 31): "late",
        (1, 15): "first-half",
        (16, 31): "second-half",
    }
    return say(language, f"calendar.part.{parts[days]}") if days in parts else ""


@lru_cache(32)
def _month(language: Language, number: int) -> str:
    return say(language, "calendar.months").split()[number - 1]


def work_of(entry: Entry) -> str:
    """What is to be done, safe to print."""
    return clean(entry.work)


def units_of(console: Console, units: tuple[Unit, ...], *, column: bool) -> list[list[str]]:
    """Who does it, for each duty the names, the first after the duty: 牵头 督导室.

    In a ``column`` of units, those that are just responsible stand by their names only.
    """
    shown = []
    for duty in _DUTIES:
        names = [clean(unit.name) for unit in units if unit.duty == duty]
        if names:
            if duty != "responsible" or not column:
                names[0] = f"{console.say(f'duty.{duty}')} {names[0]}"
            shown.append(names)
    return shown
