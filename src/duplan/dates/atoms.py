"""What each kind of atom means: a match of ``grammar.ATOM`` becomes months, days and a precision."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from duplan.dates import grammar
from duplan.dates.occasions import EVES, VACATIONS, occasion
from duplan.dates.period import LEAP_YEAR, Precision, days_in, index
from duplan.numerals import read_digits, read_number

YEARS = range(1000, 3000)
CENTURY_TURN = 70  # 98年 is 1998, 20年 is 2020
ROC_OFFSET = 1911
END = 31


@dataclass(frozen=True, slots=True)
class Atom:
    """One time before it is joined with others.

    ``months`` count from the year 0 (``period.index``), ``first`` and ``last`` are days of the first
    and last of them. ``due`` are the months that it is due in as a deadline: the last one, unless
    given. ``dated``: the year is known; ``named``: it is printed. ``certain``: a time also in the
    middle of a sentence, where 第2周 and 3.5 are none.
    """

    kind: str
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


@dataclass(frozen=True, slots=True)
class Context:
    """What is known where an atom stands: the plan's year, the present day, the atom before."""

    year: int | None = None
    today: date | None = None
    previous: Atom | None = None


Match = re.Match[str]


def read_atom(match: Match, context: Context) -> Atom | None:
    """The atom that was matched; None for a trap and for what can't be known in this context."""
    kind = match.lastgroup or ""
    reader = _READERS.get(kind)
    if reader is None:
        return None
    origin = _origin(match["year"], context)
    if origin is None:
        return None
    atom = reader(match, origin, context)
    if atom is None:
        return None
    yearly = match["year"] is not None and match["year"].startswith("每")
    return replace(
        atom,
        kind=kind,
        dated=atom.dated or origin.dated,
        named=atom.named or origin.named,
        precision="recurring" if yearly else atom.precision,
        every="P1Y" if yearly else atom.every,
        before=atom.before or match["until"] is not None,
    )


@dataclass(frozen=True, slots=True)
class _Origin:
    """The year that an atom counts from: 0 where it is not known."""

    year: int
    dated: bool
    named: bool

    @property
    def known(self) -> int | None:
        return self.year if self.dated else None


def _origin(printed: str | None, context: Context) -> _Origin | None:
    """None where the printed year is none (三〇年, 0000年)."""
    base = context.year if context.year is not None else context.today and context.today.year
    if context.previous and context.previous.months:
        at, dated = context.previous.months[-1] // 12, context.previous.dated
    else:
        at, dated = base or 0, base is not None
    if printed is None or printed[0] in "每同":
        return _Origin(at, dated, False)
    if printed[0] in "次翌":
        return _Origin(at + 1, dated, True)
    step = {"今": 0, "本": 0, "当": 0, "明": 1, "来": 1, "下": 1, "去": -1, "上": -1}.get(printed[0])
    if step is not None:
        return _Origin((base or 0) + step, base is not None, base is not None)
    year = read_calendar_year(printed)
    return None if year is None else _Origin(year, True, True)


_YEAR_DIGITS = re.compile("[0-9零〇○OΟ一二三四五六七八九]+")


def read_calendar_year(printed: str) -> int | None:
    """2020 for 2020年, 20年, 二〇二〇年; ROC years for 113年 and after 民国."""
    match = _YEAR_DIGITS.search(printed)
    number = read_digits(match[0]) if match else None
    if match is None or number is None:
        return None
    if "民国" in printed or len(match[0]) == 3:
        number += ROC_OFFSET
    elif len(match[0]) == 2:
        number += 1900 if number >= CENTURY_TURN else 2000
    return number if number in YEARS else None


# numbers and days


def _sequence(marks: Iterable[Match], turn: int) -> list[int]:
    """Numbers with their ranges filled in; a range that runs backwards passes the turn of the year
    (``turn`` months or quarters), and so does a list that falls by more than half of it."""
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
    return [read_number(mark["number"]) or 0 for mark in grammar.DAY_MARK.finditer(text) if mark["number"]]


def _with_days(atom: Atom, days: str) -> Atom:
    """The atom on the days printed; 28日-3日 runs into the next month, and a day that the month
    does not have (2月30日) is no day."""
    numbers = _numbers(days)
    first, last = numbers[0], numbers[-1]
    months = atom.months
    if last < first and re.search(grammar.TO, days):
        months = (*months, months[-1] + 1)
    if first > days_in(months[0], atom.dated) or last > days_in(months[-1], atom.dated):
        return atom
    return replace(atom, precision="day", months=months, first=first, last=last)


_PARTS = {
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
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "last")


def _in_part(atom: Atom, part: str) -> Atom:
    name, first, last = _PARTS[part]
    return replace(atom, precision="part", part=name, first=first, last=last)


def _in_weeks(atom: Atom, weeks: str) -> Atom:
    """第二周 of a month is its days 8 to 14."""
    weeks = weeks.replace("最后一", "六").translate({ord("首"): "一", ord("头"): "一"})
    numbers = _numbers(weeks)
    first, last = min(numbers[0], 6), min(numbers[-1], 6)
    part = f"{_ORDINALS[first - 1]}-week" if first == last else ""
    start = 7 * first - 6 if first < 6 else END - 6
    return replace(atom, precision="week", part=part, first=min(start, 29), last=min(7 * last, END))


def _named(match: Match, *groups: str) -> str:
    return next((match[group] for group in groups if match[group]), "")


# one reader a kind


def _month(match: Match, origin: _Origin, context: Context) -> Atom | None:
    printed = match["months"].replace("十一二", "十一、十二")
    numbers = _sequence(grammar.MONTH_MARK.finditer(printed), 12)
    months = tuple(index(origin.year, number) for number in numbers)
    listed = () if re.search(grammar.TO, printed) else months
    atom = Atom("", "month", months, origin.dated, due=listed)
    if match["days"] or match["bare_day"]:
        return _with_days(atom, match["days"] or match["bare_day"])
    if match["part"]:
        return _in_part(atom, match["part"])
    return _in_weeks(atom, match["weeks"]) if match["weeks"] else atom


def _quarter(match: Match, origin: _Origin, context: Context) -> Atom | None:
    if match["leading"]:
        quarters = list(range(1, (read_number(match["leading"]) or 0) + 1))
    else:
        quarters = _sequence(grammar.QUARTER_MARK.finditer(match["quarters"]), 4)
    months = tuple(index(origin.year, 3 * quarter - 2 + i) for quarter in quarters for i in range(3))
    listed = tuple(index(origin.year, 3 * quarter) for quarter in quarters)
    atom = Atom("", "quarter", months, due=listed)
    return _at_point(atom, match["quarter_point"], 3)


def _half(match: Match, origin: _Origin, context: Context) -> Atom | None:
    whole = match["halves"][0] == "上" and match["halves"][-1] == "下"
    first = 7 if match["halves"] in "下后" else 1
    months = tuple(index(origin.year, first + i) for i in range(12 if whole else 6))
    return _at_point(Atom("", "half", months), match["half_point"], 6)


def _at_point(atom: Atom, point: str | None, length: int) -> Atom:
    """The first (初) or last (末, 底) month of each ``length`` months."""
    if not point:
        return atom
    months = atom.months[0::length] if point == "初" else atom.months[length - 1 :: length]
    return replace(atom, precision="part", months=months, due=(), part=_PARTS[point][0])


def _year_point(match: Match, origin: _Origin, context: Context) -> Atom | None:
    last = match["year_point"][-1]
    if last == "月":
        return Atom("", "month", (index(origin.year, 1),))
    if last in "初首始":
        return Atom("", "part", (index(origin.year, 1),), part="early")
    if last == "中":
        return Atom("", "part", (index(origin.year, 6),), part="mid")
    return Atom("", "part", (index(origin.year, 11), index(origin.year, 12)), part="late")


def _year_months(origin: _Origin, numbers: Iterable[int] = range(1, 13)) -> tuple[int, ...]:
    return tuple(index(origin.year, number) for number in numbers)


def _whole(match: Match, origin: _Origin, context: Context) -> Atom | None:
    return Atom("", "year", _year_months(origin))


_CYCLES = {
    "月": "P1M",
    "季度": "P3M",
    "季": "P3M",
    "学期": "P6M",
    "半年": "P6M",
    "周": "P1W",
    "星期": "P1W",
    "双周": "P2W",
    "双月": "P2M",
    "单月": "P2M",
}


def _every_unit(match: Match, origin: _Origin, context: Context) -> Atom | None:
    unit = _named(match, "unit", "by", "two_months", "half_yearly", "monthly")
    if match["two_months"] or unit[0] in "两2":
        every = "P2W" if unit.endswith("周") else "P2M"
    else:
        every = "P6M" if match["half_yearly"] else "P1M" if match["monthly"] else _CYCLES[unit]
    months = {"双月": range(2, 13, 2), "单月": range(1, 13, 2)}.get(unit, range(1, 13))
    atom = Atom("", "recurring", _year_months(origin, months), every=every)
    point = match["every_part"]
    if point and every in ("P3M", "P6M") and len(point) == 1:
        atom = _at_point(atom, point, int(every[1]))
    elif point:
        atom = replace(atom, part=_PARTS[point][0])
    elif match["every_weeks"]:
        atom = replace(atom, part=_in_weeks(atom, match["every_weeks"]).part)
    return replace(atom, precision="recurring", due=atom.months)


def _rota(match: Match, origin: _Origin, context: Context) -> Atom | None:
    return Atom("", "recurring", _year_months(origin), every=_CYCLES[match["rota_unit"]])


def semester_months(year: int, semester: int) -> tuple[int, ...]:
    """The first runs from September of its year to January, the second from February to July of
    its own (``year`` is the calendar year of the first month)."""
    return tuple(index(year, 9) + i for i in range(5)) if semester == 1 else _span(index(year, 2), 6)


def _span(first: int, length: int) -> tuple[int, ...]:
    return tuple(range(first, first + length))


def _term(match: Match, origin: _Origin, context: Context) -> Atom | None:
    sign = _named(match, "semester", "updown", "season_term")
    semester = 1 if sign in "一1上秋" else 2
    named = True
    if match["first_year"]:
        year = int(match["first_year"]) + (semester == 2)
    elif match["roc"]:
        year = int(match["roc"]) + ROC_OFFSET + (semester == 2)
    else:
        year, named = origin.year, origin.named
    certain = named or match["updown"] is None
    months = semester_months(year, semester)
    return Atom("", "term", months, named, named, certain=certain)


def _school_years(match: Match, origin: _Origin, context: Context) -> Atom | None:
    months = _span(index(int(match["school_year"]), 9), 11)
    return Atom("", "term", months, True, True, certain=False)


_AROUND = timedelta(3)
_DAY = timedelta(1)
_WEEK = timedelta(7)


def _near(name: str, relation: str, origin: _Origin, precision: Precision) -> Atom:
    """Days around, before, after or of an occasion; before it is due the day before."""
    start, end = occasion(name, origin.known)
    before = relation.endswith(("前", "夕"))
    if before:
        start = end = start - _DAY
    elif relation == "前后" or (not relation and name in EVES):
        start, end = start - _AROUND, end + _AROUND
    elif relation.endswith("后"):
        start, end = end + _DAY, end + _WEEK
    shift = 0 if origin.dated else 12 * (LEAP_YEAR - origin.year)
    first, last = index(start.year, start.month) - shift, index(end.year, end.month) - shift
    months = _span(first, last - first + 1)
    if not origin.dated and months[0] < 0:
        months = tuple(month + 12 for month in months)
    certain = bool(relation)
    return Atom("", precision, months, first=start.day, last=end.day, before=before, certain=certain)


def _together(atoms: list[Atom]) -> Atom:
    months = tuple(month for atom in atoms for month in atom.months)
    return replace(atoms[0], months=months, last=atoms[-1].last)


def _occasion(match: Match, origin: _Origin, context: Context) -> Atom | None:
    return _near(_named(match, "quoted", "feast"), match["relation"] or "", origin, "part")


def _school_break(match: Match, origin: _Origin, context: Context) -> Atom | None:
    relation = match["vacation_relation"] or ""
    breaks = [_near(name, relation, origin, "term") for name in VACATIONS[match["vacation"]]]
    return replace(_together(breaks), certain=True)


def _school_opening(match: Match, origin: _Origin, context: Context) -> Atom | None:
    seasons = [season for season in "春秋" if season in match["opening"]]
    relation = match["opening_relation"] or ""
    openings = [_near(f"{season}季开学", relation, origin, "term") for season in seasons]
    return replace(_together(openings), certain=True)


def _lunar(match: Match, origin: _Origin, context: Context) -> Atom | None:
    name = match["lunar"]
    return replace(_near(name, "", origin, "month"), certain=name != "正月")


def _full_date(match: Match, origin: _Origin, context: Context) -> Atom | None:
    year = int(match["full_year"])
    year += ROC_OFFSET if len(match["full_year"]) == 3 else 0
    if year not in YEARS:
        return None
    return _dated(year, match["full_month"], match["full_day"])


def _dated(year: int, month: str, day: str) -> Atom:
    return _with_days(Atom("", "month", (index(year, int(month)),), True, True), day)


def _years(match: Match, origin: _Origin, context: Context) -> Atom | None:
    first, last = int(match["year_from"]), int(match["year_to"])
    if not first <= last <= first + 10:
        return None
    months = _span(index(first, 1), 12 * (last - first + 1))
    return Atom("", "year", months, True, True, certain=False)


def _month_of_year(match: Match, origin: _Origin, context: Context) -> Atom | None:
    month = index(int(match["of_year"]), int(match["year_month"]))
    return Atom("", "month", (month,), True, True, certain=False)


def _numeric_day(match: Match, origin: _Origin, context: Context) -> Atom | None:
    """9/1, 9.1, 9/2（二）; in a sentence only with its weekday."""
    month = index(origin.year, int(match["of_month"]))
    atom = Atom("", "month", (month,), origin.dated, certain=match["weekdays"] is not None)
    return _with_days(atom, match["month_day"])


def _relative(match: Match, origin: _Origin, context: Context) -> Atom | None:
    """Months counted from today; three months after February are March to May."""
    if context.today is None:
        return None
    now = index(context.today.year, context.today.month)
    if match["near"]:
        step = {"下": 1, "上": -1}.get(match["near"][0], 0)
        return Atom("", "month", (now + step,), True, True)
    count = read_number(_named(match, "coming", "hence")) or 0
    return Atom("", "month", _span(now + 1, count), True, True) if count else None


def _day(match: Match, origin: _Origin, context: Context) -> Atom | None:
    if context.previous is None or not context.previous.months:
        return None
    month = context.previous.months[-1]
    days = match["day_list"]
    return _with_days(Atom("", "month", (month,), origin.dated, certain=False), days)


def _part_only(match: Match, origin: _Origin, context: Context) -> Atom | None:
    months = context.previous.months[-1:] if context.previous else ()
    part = _named(match, "lone_part", "lone_point")
    return _in_part(Atom("", "part", months, origin.dated, certain=False), part)


def _school_week(match: Match, origin: _Origin, context: Context) -> Atom | None:
    return Atom("", "week", certain=False)


_TERM_POINTS = {"初": (2, 9), "前": (2, 8), "中": (4, 11), "末": (1, 7)}


def _term_point(match: Match, origin: _Origin, context: Context) -> Atom | None:
    months = _year_months(origin, _TERM_POINTS[match["term_point"][-1]])
    return Atom("", "term", months, certain=False)


_SEASONS = {"春": (3, 4, 5), "夏": (6, 7, 8), "秋": (9, 10, 11), "冬": (11, 12, 13, 14)}


def _season(match: Match, origin: _Origin, context: Context) -> Atom | None:
    months = _year_months(origin, _SEASONS[match["quarter_of_nature"]])
    return Atom("", "term", months, certain=False)


def _no_time(match: Match, origin: _Origin, context: Context) -> Atom | None:
    return Atom("", "none", certain=False)


def _bare_year(match: Match, origin: _Origin, context: Context) -> Atom | None:
    if not origin.dated or match["year"].startswith("每"):
        return None
    return Atom("", "year", _year_months(origin), certain=False)


_READERS: dict[str, Callable[[Match, _Origin, Context], Atom | None]] = {
    "term": _term,
    "school_years": _school_years,
    "rota": _rota,
    "month": _month,
    "quarter": _quarter,
    "half": _half,
    "every_unit": _every_unit,
    "year_point": _year_point,
    "whole": _whole,
    "school_opening": _school_opening,
    "school_break": _school_break,
    "occasion": _occasion,
    "lunar": _lunar,
    "full_date": _full_date,
    "years": _years,
    "month_of_year": _month_of_year,
    "numeric_day": _numeric_day,
    "relative": _relative,
    "school_week": _school_week,
    "day": _day,
    "part_only": _part_only,
    "term_point": _term_point,
    "season": _season,
    "no_time": _no_time,
    "bare_year": _bare_year,
}
