"""What a calendar is asked for: ``--month 九月``, 三季度, 2020-09, 本月, 9月下旬."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from duplan.calendar.model import Entry, month_of_name
from duplan.dates import Period, read_period

_NUMBER = re.compile(r"(?:0?[1-9]|1[0-2])")  # 9 for 9月
_YEAR = re.compile(r"(?:19|20|21)\d\d")  # 2020 for 2020年
_FROM_TODAY = re.compile(r"[今本明去来前后]年")  # in a plan they count from its own year
_DAYS = frozenset(("day", "part", "week"))


@dataclass(frozen=True, slots=True)
class Question:
    """A time that is asked about: ``months`` in order, the year None where every year is meant."""

    raw: str
    months: tuple[tuple[int | None, int], ...]
    days: bool = False  # it asks for less than whole months

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


@lru_cache(maxsize=256)
def _window(raw: str, year: int | None) -> Period | None:
    return read_period(raw, year)


def read_question(text: str, year: int | None, today: date) -> Question | None:
    """The time that the whole text is, in this year where one is given; None where it is none.

    What counts from today (本月, 下月, 今年) does so whatever the year.
    """
    raw = text.strip()
    if _NUMBER.fullmatch(raw):
        raw += "月"
    elif _YEAR.fullmatch(raw):
        raw += "年"
    period = None if _FROM_TODAY.match(raw) else _whole(raw, read_period(raw, year))
    if period is None:
        period = _whole(raw, read_period(raw, today=today))
    if period is None:
        return None
    return Question(raw, tuple(dict.fromkeys(period.months)), period.precision in _DAYS)


def _whole(raw: str, period: Period | None) -> Period | None:
    return period if period and period.months and period.raw == raw else None
