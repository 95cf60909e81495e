"""Years, terms and dates as titles and signatures print them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from duplan.dates.atoms import Context, read_calendar_year
from duplan.dates.grammar import ATOM, DAY, MONTH, TO, fold
from duplan.dates.kinds import read_atom, semester_months
from duplan.dates.period import index, month_of
from duplan.numerals import read_digits, read_number

_ZERO_TO_NINE = "0-9零〇○OΟ一二三四五六七八九"
_FOUR = f"(?<![{_ZERO_TO_NINE}])[{_ZERO_TO_NINE}]{{4}}(?![{_ZERO_TO_NINE}])"
# 20年 is a form with its year left blank, not 2020.
_TWO = "(?<![0-9国党校院园建庆近满来第])(?!20)(?:0[5-9]|[1-3][0-9]|1[0-9]{2})"
_TWO_CHINESE = f"(?<![{_ZERO_TO_NINE}十第])[零〇○一二三][零〇○一二三四五六七八九]"
_YEARS = re.compile(
    f"(?P<first>{_FOUR}) ?(?:学?年度?)? ?(?:{TO}|/) ?(?P<last>{_FOUR}|[0-9]{{2}}) ?学?年"
    f"|(?P<school>{_FOUR}|(?<![0-9])1[0-9]{{2}}) ?学年"
    f"|(?P<single>民国 ?[0-9]{{1,3}}|{_FOUR}|{_TWO}|{_TWO_CHINESE}) ?年(?![级龄段代内])"
)
_BARE_YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SEMESTER = re.compile(
    "第 ?(?P<number>[一二12]) ?学期|(?P<updown>[上下])学期|(?P<season>[春秋])季?学期"
)

_PRINTED_YEAR = f"(?P<year>(?:中华)?民国[0-9]{{1,3}}|[{_ZERO_TO_NINE}]{{4}}|1[0-9]{{2}})"
_DATE = re.compile(
    f"{_PRINTED_YEAR}年[.，]?(?P<month>{MONTH})月(?P<day>{DAY})[日号]"
    "|(?P<numeric>[12][0-9]{3}|1[0-9]{2})(?P<mark>[-./])(?P<numeric_month>[0-9]{1,2})(?P=mark)(?P<numeric_day>[0-9]{1,2})"
)
_YEAR_MONTH = re.compile(
    f"{_PRINTED_YEAR}年[.，]?(?P<month>{MONTH})月份?|(?P<numeric>[12][0-9]{{3}})[-./](?P<numeric_month>[0-9]{{1,2}})"
)

TermKind = Literal["school_year", "semester", "half", "quarter", "month"]


@dataclass(frozen=True, slots=True)
class Term:
    """The part of a year that a title plans for.

    ``months`` are pairs of year and month, the year None where the title does not tell it; those of
    a semester or school year are the usual ones, September to January or July and February to July.
    ``school_year`` is the calendar year in which it begins.
    """

    kind: TermKind
    months: list[tuple[int | None, int]] = field(default_factory=list)
    school_year: int | None = None
    semester: int | None = None

    @property
    def year(self) -> int | None:
        """The calendar year of the first month."""
        return self.months[0][0]


def read_year(text: str) -> int | None:
    """The calendar year of the first month that a title plans for; None where it names none.

    Of several years it is the latest (a review of one and a plan for the next), of a range the
    first.
    """
    folded = fold(text)
    semester = _semester(folded)
    years = [year for match in _YEARS.finditer(folded) if (year := _planned(match, semester))]
    if not years:
        years = [int(match[0]) for match in _BARE_YEAR.finditer(folded)]
    return max(years, default=None)


def _planned(match: re.Match[str], semester: int | None) -> int | None:
    begins = _school_year(match)
    if begins is not None:
        return begins + (semester == 2)
    return read_calendar_year(match["first"] or match["school"] or match["single"])


def _school_year(match: re.Match[str]) -> int | None:
    """The year in which the school year begins, None where it is none."""
    if match["school"]:
        return read_calendar_year(match["school"])
    if match["first"]:
        first, last = read_calendar_year(match["first"]), read_digits(match["last"])
        if first and last is not None and (first + 1 - last) % 100 == 0:
            return first
    return None


def _semester(folded: str) -> int | None:
    match = _SEMESTER.search(folded)
    if not match:
        return None
    return 1 if (match["number"] or match["updown"] or match["season"]) in "一1上秋" else 2


def read_term(text: str) -> Term | None:
    """The month, quarter, half year, semester or school year in a title, the shortest of them; of
    two months or half years the later one. None for a whole year."""
    folded = fold(text)
    year = read_year(text)
    schools = [begins for match in _YEARS.finditer(folded) if (begins := _school_year(match))]
    begins = max(schools, default=None)
    semester = _semester(folded)
    atoms = [atom for match in ATOM.finditer(folded) if (atom := read_atom(match, Context(year)))]
    kinds: tuple[TermKind, ...] = ("month", "quarter", "half")
    for kind in kinds:
        of_kind = [atom for atom in atoms if atom.kind == kind]
        if of_kind:
            atom = of_kind[-1]
            months = atom.months
            if begins is not None and not atom.named:
                shift = 12 * (begins + (month_of(months[0]) < 8)) - months[0] // 12 * 12
                months = tuple(month + shift for month in months)
            return Term(kind, _pairs(months, atom.dated), begins, semester)
    if semester:
        if begins is None and year is not None:
            begins = year - (semester == 2)
        months = semester_months((begins or 0) + (semester == 2), semester)
        return Term("semester", _pairs(months, begins is not None), begins, semester)
    if "学年" in folded and begins is not None:
        start = index(begins, 9)
        return Term("school_year", _pairs(range(start, start + 11), True), begins)
    return None


def _pairs(months: range | tuple[int, ...], dated: bool) -> list[tuple[int | None, int]]:
    return [(month // 12 if dated else None, month_of(month)) for month in months]


def read_date(text: str) -> date | None:
    """The day that the whole of ``text`` is (2020年4月15日, 二〇二三年二月二十日, 2020.3.27, ROC
    112年8月1日); None for anything else and for days that no calendar has."""
    match = _DATE.fullmatch(_squeezed(text))
    year_month = _year_month(match) if match else None
    if match is None or year_month is None:
        return None
    try:
        return date(*year_month, read_number(match["day"] or match["numeric_day"]) or 0)
    except ValueError:
        return None


def read_year_month(text: str) -> tuple[int, int] | None:
    """Year and month where that is the whole of ``text``: 2020年3月, 2020年.3月, 2020-03."""
    match = _YEAR_MONTH.fullmatch(_squeezed(text))
    return _year_month(match) if match else None


def _squeezed(text: str) -> str:
    return "".join(fold(text).split())


def _year_month(match: re.Match[str]) -> tuple[int, int] | None:
    printed = match["month"] or match["numeric_month"]
    year = read_calendar_year(match["year"] or match["numeric"])
    month = 1 if printed == "元" else read_number(printed)
    return (year, month) if year and month and month <= 12 else None
