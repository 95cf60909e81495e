"""What a calendar is asked for: ``--month 九月``, 三季度, 2020-09, 本月, 9月下旬."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from duplan.calendar.model import Entry, month_of_name

if TYPE_CHECKING:
    from datetime import date

    from duplan.dates.period import Period

# The plainest questions are read without the grammar of ``duplan.dates``: its patterns take longer
# to compile than a library takes to answer.
_NAMES = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_PLAIN = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)[年-])?(?:0?(?P<number>1[0-2]|[1-9])|(?P<name>十[一二]?|[一二三四五六七八九]))"
    "(?:月份?)?",
    re.ASCII,
)
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)  # 2020 for 2020年
_FROM_TODAY = re.compile("[今本明去来前后]年")  # in a plan they count from its own year
_DAY = re.compile(r"(\d{1,2})[日号]?$")
_DAYS = frozenset(("day", "part", "week"))

YearAndMonth = tuple[int | None, int]


@dataclass(frozen=True, slots=True)
class Question:
    """A time that is asked about: ``months`` in order, the year None where every year is meant."""

    raw: str
    months: tuple[YearAndMonth, ...]
    days: bool = False  # it asks for less than whole months

    def asks_for(self, entry: Entry) -> bool:
        """Whether an entry is in one of the months, and in the days, that are asked for."""
        year, month = month_of_name(entry.month)
        asked = (None, month) in self.months or (year, month) in self.months
        return asked and self.covers(entry)

    def from_the_month_before(self) -> Question:
        """The question for all of these months and of those before each of them."""
        before = [
            (year - (month == 1) if year is not None else None, (month - 2) % 12 + 1)
            for year, month in self.months
        ]
        return Question(self.raw, tuple(dict.fromkeys((*before, *self.months))))

    def covers(self, entry: Entry) -> bool:
        """Whether an entry of one of the months is in the days asked for, as far as its own are known."""
        last = entry.end
        if not self.days or last is None:
            return True
        window = _window(self.raw, month_of_name(entry.month)[0])
        if window is None or window.start is None or window.end is None:
            return True
        first = entry.start or last
        return first <= window.end.isoformat() and window.start.isoformat() <= last


def read_question(text: str, year: int | None, today: date) -> Question | None:
    """The time that the whole text is, in this year where one is given; None where it is none.

    What counts from today (本月, 下月, 今年) does so whatever the year.
    """
    raw = text.strip()
    plain = _PLAIN.fullmatch(raw)
    if plain:
        month = int(plain["number"]) if plain["number"] else _NAMES.index(plain["name"]) + 1
        return Question(raw, ((int(plain["year"]) if plain["year"] else year, month),))
    if _YEAR.fullmatch(raw):
        raw += "年"
    period = None if _FROM_TODAY.match(raw) else _read(raw, year, None)
    period = period or _read(raw, None, today)
    if period is None or _is_no_day(raw, period):
        return None
    return Question(raw, tuple(dict.fromkeys(period.months)), period.precision in _DAYS)


def _is_no_day(raw: str, period: Period) -> bool:
    """Whether the text ends in a day that its month doesn't have: 2月30日."""
    from duplan.dates.period import LEAP_YEAR, days_in, index

    day = _DAY.search(raw)
    year, month = period.months[-1]
    return day is not None and int(day[1]) > days_in(index(year or LEAP_YEAR, month))


def _read(raw: str, year: int | None, today: date | None) -> Period | None:
    """The time that the whole text is."""
    from duplan.dates import read_period

    period = read_period(raw, year, today=today)
    return period if period and period.months and period.raw == raw else None


@lru_cache(maxsize=256)
def _window(raw: str, year: int | None) -> Period | None:
    return _read(raw, year, None)
