"""A time read into months: ``Period``, and the counting of months that the readers use."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import MAXYEAR, date

from duplan.dates.precision import Precision

LEAP_YEAR = 2000  # stands for a year that is not known


@dataclass(frozen=True, slots=True)
class Period:
    """A time expression.

    ``months`` are pairs of year and month in printed order, the year None where it is not known;
    a deadline's are the month that it is due in. ``start`` and ``end`` are both included and only
    given where the year is known; a deadline has no start. ``part`` is early, mid, late, mid-late,
    early-mid, first-half, second-half, first-week ... fifth-week or last-week. ``every`` is an
    ISO 8601 duration (P1M) for what recurs. ``each`` are the times of a list (4月10日、5月10日) where it
    is more exact than its months; empty elsewhere.
    """

    raw: str
    precision: Precision
    months: list[tuple[int | None, int]] = field(default_factory=list)
    start: date | None = None
    end: date | None = None
    part: str = ""
    deadline: bool = False
    every: str = ""
    crosses_year: bool = False
    each: list[Period] = field(default_factory=list)

    @property
    def month_numbers(self) -> list[int]:
        """The months without their years, each once, in order."""
        return list(dict.fromkeys(month for _, month in self.months))


def index(year: int, month: int) -> int:
    """The month counted from the year 0, so that months of different years compare and add."""
    return 12 * year + month - 1


def month_of(month: int) -> int:
    """1 to 12."""
    return month % 12 + 1


def days_in(month: int, dated: bool = True) -> int:
    """The days of a month; an undated February has 29."""
    year = month // 12 if dated else LEAP_YEAR
    return monthrange(year, month_of(month))[1] if 1 <= year <= MAXYEAR else 31


def day_of(month: int, number: int) -> date | None:
    """The day, clipped to the month; None where the calendar does not reach."""
    year = month // 12
    if not 1 <= year <= MAXYEAR:
        return None
    return date(year, month_of(month), min(number, days_in(month)))
