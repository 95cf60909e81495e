"""One time before it is joined with others (``Atom``), where it counts from, and its days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from duplan.dates.grammar import DAY_MARK, TO
from duplan.dates.period import days_in, index
from duplan.dates.precision import Precision
from duplan.numerals import read_digits, read_number

YEARS = range(1000, 3000)
ROC_OFFSET = 1911
CENTURY_TURN = 70  # 98年 is 1998, 20年 is 2020
END = 31  # the last day of any month

Match = re.Match[str]


class Atom(NamedTuple):
    """A time read from one match of ``grammar.ATOM``, or from several that were joined.

    ``months`` count from the year 0 (``period.index``); ``first`` and ``last`` are days of the
    first and the last of them. ``dated``: the year is known; ``named``: it is printed. ``before``:
    it is a deadline; ``due`` are the months that then count (() for the last one). ``certain``: a
    time in the middle of a sentence too, where 第2周 and 3.5 are none. ``through``: it is printed with
    its first and its last, and goes on from one to the other. ``each`` are the times of a list.
    """

    precision: Precision
    months: tuple[int, ...] = ()
    dated: bool = False
    named: bool = False
    first: int = 1
    last: int = END
    part: str = ""
    every: str = ""
    due: tuple[int, ...] = ()
    before: bool = False
    certain: bool = True
    kind: str = ""
    through: bool = False
    each: tuple[Atom, ...] = ()

    @property
    def times(self) -> tuple[Atom, ...]:
        """The times of a list: 3、6、9月底 are three; any other time is one."""
        if self.each:
            return self.each
        if len(self.months) > 1 and self.due == self.months:
            return tuple(self._replace(months=(month,), due=()) for month in self.months)
        return (self,)


class Context(NamedTuple):
    """What is known where an atom stands: the plan's year, the present day, the atom before."""

    year: int | None = None
    today: date | None = None
    previous: Atom | None = None


@dataclass(frozen=True, slots=True)
class Base:
    """The year that an atom counts from: 0 where it is not ``dated``."""

    year: int
    dated: bool
    named: bool
    context: Context

    def month(self, number: int) -> int:
        return index(self.year, number)

    def months(self, numbers: Iterable[int] = range(1, 13)) -> tuple[int, ...]:
        return tuple(index(self.year, number) for number in numbers)


_STEPS = {"今": 0, "本": 0, "当": 0, "明": 1, "来": 1, "下": 1, "去": -1, "上": -1}


def base_of(printed: str | None, context: Context) -> Base | None:
    """The year printed before an atom, else the one of the atom before, else the plan's.

    None where what is printed is no year (0000年).
    """
    known = context.year if context.year is not None else context.today and context.today.year
    if context.previous and context.previous.months:
        at, dated = context.previous.months[-1] // 12, context.previous.dated
    else:
        at, dated = known or 0, known is not None
    if printed is None or printed[0] in "每同":
        return Base(at, dated, False, context)
    if printed[0] in "次翌":
        return Base(at + 1, dated, True, context)
    if printed[0] in _STEPS:
        dated = known is not None
        return Base((known or 0) + _STEPS[printed[0]], dated, dated, context)
    year = read_calendar_year(printed)
    return None if year is None else Base(year, True, True, context)


_YEAR_DIGITS = re.compile("[0-9零〇○OΟ一二三四五六七八九]+")


def read_calendar_year(printed: str) -> int | None:
    """2020 for 2020年, 20年, 二〇二〇年; the Republic of China's years for 113年 and after 民国."""
    match = _YEAR_DIGITS.search(printed)
    number = read_digits(match[0]) if match else None
    if match is None or number is None:
        return None
    if "民国" in printed or len(match[0]) == 3:
        number += ROC_OFFSET
    elif len(match[0]) == 2:
        number += 1900 if number >= CENTURY_TURN else 2000
    return number if number in YEARS else None


def span(first: int, length: int) -> tuple[int, ...]:
    """``length`` months from ``first`` on."""
    return tuple(range(first, first + length))


def sequence(marks: Iterable[Match], turn: int) -> list[int]:
    """Numbers of months (``turn`` 12) or quarters (4), ranges filled in.

    A range that runs backwards goes on into the next year, as does a list that falls by more than
    half a year.
    """
    out: list[int] = []
    through = False
    for mark in marks:
        if mark["to"]:
            through = True
            continue
        number = 1 if mark["number"] in "元首" else read_number(mark["number"]) or 0
        if out:
            laps, last = divmod(out[-1] - 1, turn)
            falls = last + 1 - number
            number += turn * (laps + (falls > 0 if through else falls > turn // 2))
            if through:
                out.extend(range(out[-1] + 1, number))
        out.append(number)
        through = False
    return out


def _numbers(text: str) -> list[int]:
    marks = (mark["number"] for mark in DAY_MARK.finditer(text))
    return [read_number(number) or 0 for number in marks if number]


def on_days(atom: Atom, days: str) -> Atom:
    """The atom on the days printed.

    28日-3日 runs into the next month, and a day that the month does not have (2月30日) is no day.
    """
    numbers, through = _numbers(days), re.search(TO, days) is not None
    first, last, months = numbers[0], numbers[-1], atom.months
    if last < first and through:
        months = (*months, months[-1] + 1)
    reached = days_in(months[0], atom.dated), days_in(months[-1], atom.dated)
    if not (1 <= first <= reached[0] and 1 <= last <= reached[1]):
        return atom
    on = atom._replace(
        precision="day", months=months, first=first, last=last, through=atom.through or through
    )
    if through or len(numbers) == 1 or sorted(numbers) != numbers:
        return on
    listed = (time._replace(first=day, last=day) for time in on.times for day in numbers)
    return on._replace(each=tuple(listed))


PARTS = {
    "上旬": ("early", 1, 10),
    "初": ("early", 1, 10),
    "中旬": ("mid", 11, 20),
    "中": ("mid", 11, 20),
    "下旬": ("late", 21, END),
    "底": ("late", 21, END),
    "末": ("late", 21, END),
    "中上旬": ("early-mid", 1, 20),
    "上中旬": ("early-mid", 1, 20),
    "中下旬": ("mid-late", 11, END),
    "上半月": ("first-half", 1, 15),
    "下半月": ("second-half", 16, END),
}


def in_part(atom: Atom, part: str) -> Atom:
    """The atom in a third or half of its month."""
    name, first, last = PARTS[part]
    return atom._replace(precision="part", part=name, first=first, last=last)


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "last")
_LAST_WEEK = len(_ORDINALS)


def in_weeks(atom: Atom, weeks: str) -> Atom:
    """The atom in weeks of its month: the second is days 8 to 14, the last one the last seven."""
    numbers = _numbers(weeks.replace("最后一", "六").replace("首", "一").replace("头", "一"))
    first, last = numbers[0], numbers[-1]
    part = f"{_ORDINALS[first - 1]}-week" if first == last else ""
    length = days_in(atom.months[-1], atom.dated)
    start = min(7 * first - 6, length) if first < _LAST_WEEK else length - 6
    return atom._replace(precision="week", part=part, first=start, last=min(7 * last, length))
