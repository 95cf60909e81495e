"""What each kind of atom means: a match of ``grammar.ATOM`` becomes an ``Atom``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from duplan.dates.atoms import (
    PARTS,
    ROC_OFFSET,
    YEARS,
    Atom,
    Base,
    Context,
    Match,
    base_of,
    in_part,
    in_weeks,
    on_days,
    sequence,
    span,
)
from duplan.dates.grammar import MONTH_MARK, QUARTER_MARK, RANGE
from duplan.dates.occasions import EVES, VACATIONS, occasion
from duplan.dates.period import LEAP_YEAR, index
from duplan.dates.precision import Precision
from duplan.numerals import read_number


def read_atom(match: Match, context: Context) -> Atom | None:
    """The atom that was matched; None for a trap and for what can't be known in this context."""
    reader = _READERS.get(match.lastgroup or "")
    base = base_of(match["year"], context) if reader else None
    atom = reader(match, base) if reader and base else None
    if atom is None or base is None:
        return None
    yearly = match["year"] is not None and match["year"].startswith("每")
    return atom._replace(
        kind=match.lastgroup or "",
        dated=atom.dated or base.dated,
        named=atom.named or base.named,
        precision="recurring" if yearly else atom.precision,
        every="P1Y" if yearly else atom.every,
        before=atom.before or match["until"] is not None,
    )


def _first_of(match: Match, *groups: str) -> str:
    return next((match[group] for group in groups if match[group]), "")


# Months, quarters, halves and years


def _month(match: Match, base: Base) -> Atom:
    printed = match["months"].replace("十一二", "十一、十二")
    months = base.months(sequence(MONTH_MARK.finditer(printed), 12))
    through = RANGE.search(printed) is not None
    atom = Atom("month", months, base.dated, due=() if through else months, through=through)
    if days := match["days"] or match["bare_day"]:
        return on_days(atom, days)
    if match["part"]:
        return in_part(atom, match["part"])
    return in_weeks(atom, match["weeks"]) if match["weeks"] else atom


def _quarter(match: Match, base: Base) -> Atom:
    if match["leading"]:
        quarters = list(range(1, 1 + (read_number(match["leading"]) or 0)))
    else:
        quarters = sequence(QUARTER_MARK.finditer(match["quarters"]), 4)
    months = tuple(month for quarter in quarters for month in span(base.month(3 * quarter - 2), 3))
    through = RANGE.search(match["quarters"] or "") is not None
    atom = Atom("quarter", months, due=months[2::3], through=through)
    return _at_point(atom, match["quarter_point"], 3)


def _half(match: Match, base: Base) -> Atom:
    halves = match["halves"]
    both = len(halves) > 1
    months = span(base.month(7 if halves in ("下", "后") else 1), 12 if both else 6)
    return _at_point(Atom("half", months, due=months[5::6]), match["half_point"], 6)


def _at_point(atom: Atom, point: str | None, length: int) -> Atom:
    """The first (初) or the last (末, 底) month of every ``length`` months."""
    if not point:
        return atom
    months = atom.months[0 if point == "初" else length - 1 :: length]
    return atom._replace(precision="part", months=months, due=months, part=PARTS[point][0])


def _year_point(match: Match, base: Base) -> Atom:
    point = match["year_point"][-1]
    if point in "初首始":
        return Atom("part", base.months((1,)), part="early")
    if point == "月":
        return Atom("month", base.months((1,)))
    if point == "中":
        return Atom("part", base.months((6,)), part="mid")
    return Atom("part", base.months((11, 12)), part="late")


def _whole(_match: Match, base: Base) -> Atom:
    return Atom("year", base.months())


def _bare_year(match: Match, base: Base) -> Atom | None:
    """2020年, which no sentence plans for; 今年 needs to know today."""
    if not match["year"][0].isnumeric() and base.context.today is None:
        return None
    return Atom("year", base.months(), certain=False) if base.named else None


def _years(match: Match, _base: Base) -> Atom | None:
    first, last = int(match["year_from"]), int(match["year_to"])
    if not first <= last < first + 10:
        return None
    return Atom("year", span(index(first, 1), 12 * (last - first + 1)), True, True, certain=False)


# What recurs

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
# What opens and closes a semester, and what is in its middle.
_TERM_POINTS = {"初": (2, 9), "前": (2, 8), "中": (4, 11), "末": (1, 7)}
_CYCLE_MONTHS = {"双月": range(2, 13, 2), "单月": range(1, 13, 2)}


def _every_unit(match: Match, base: Base) -> Atom:
    unit = _first_of(match, "unit", "by")
    if match["monthly"]:
        every = "P1M"
    elif match["half_yearly"]:
        every = "P6M"
    elif not unit or unit[0] in "两2":
        every = "P2W" if unit.endswith("周") else "P2M"
    else:
        every = _CYCLES[unit]
    atom = Atom("recurring", base.months(_CYCLE_MONTHS.get(unit, range(1, 13))), every=every)
    point = match["every_part"]
    if unit == "学期" and point in ("初", "末"):
        return atom._replace(months=base.months(_TERM_POINTS[point]), part=PARTS[point][0])
    if every in ("P3M", "P6M") and point in ("初", "底", "末"):
        return _at_point(atom, point, int(every[1]))._replace(precision="recurring")
    if point:
        return atom._replace(part=PARTS[point][0])
    if match["every_weeks"]:
        return atom._replace(part=in_weeks(atom, match["every_weeks"]).part)
    return atom


def _rota(match: Match, base: Base) -> Atom:
    return Atom("recurring", base.months(), every=_CYCLES[match["rota_unit"]])


# The school's year


def semester_months(year: int, semester: int) -> tuple[int, ...]:
    """The first semester runs from September to January, the second from February to July;
    ``year`` is the calendar year of its first month."""
    return span(index(year, 9), 5) if semester == 1 else span(index(year, 2), 6)


def _term(match: Match, base: Base) -> Atom:
    semester = 1 if _first_of(match, "semester", "updown", "season_term") in "一1上秋" else 2
    begins = _first_of(match, "first_year", "roc")
    if begins:
        year = int(begins) + (ROC_OFFSET if match["roc"] else 0) + (semester == 2)
        return Atom("term", semester_months(year, semester), True, True)
    certain = base.named or match["updown"] is None  # 上学期 alone is mostly the last one
    return Atom("term", semester_months(base.year, semester), certain=certain)


def _school_years(match: Match, _base: Base) -> Atom:
    return Atom("term", span(index(int(match["school_year"]), 9), 11), True, True, certain=False)


def _term_point(match: Match, base: Base) -> Atom:
    return Atom("term", base.months(_TERM_POINTS[match["term_point"][-1]]), certain=False)


def _school_week(_match: Match, _base: Base) -> Atom:
    return Atom("week", certain=False)


# Feasts, vacations and seasons

_DAY, _AROUND, _AFTER = timedelta(1), timedelta(3), timedelta(7)


def _near(name: str, relation: str, base: Base, precision: Precision) -> Atom:
    """The days of, around, before or after an occasion; what is due before it, is due the day
    before."""
    start, end = occasion(name, base.year if base.dated else None)
    before = relation.endswith(("前", "夕"))
    if before:
        start = end = start - _DAY
    elif relation == "前后" or (not relation and name in EVES):
        start, end = start - _AROUND, end + _AROUND
    elif relation.endswith("后"):
        start, end = end + _DAY, end + _AFTER
    undated = 0 if base.dated else 12 * (LEAP_YEAR - base.year)
    if not base.dated and start.year < LEAP_YEAR:
        undated -= 12
    first = index(start.year, start.month) - undated
    last = index(end.year, end.month) - undated
    months = span(first, last - first + 1)
    return Atom(
        precision,
        months,
        first=start.day,
        last=end.day,
        before=before,
        certain=bool(relation),
    )


def _together(atoms: list[Atom]) -> Atom:
    months = tuple(month for atom in atoms for month in atom.months)
    each = tuple(atoms) if len(atoms) > 1 else ()
    return atoms[0]._replace(
        months=months, due=months, last=atoms[-1].last, certain=True, each=each
    )


def _occasion(match: Match, base: Base) -> Atom:
    relation = _first_of(match, "relation", "shared")
    return _near(_first_of(match, "quoted", "feast"), relation, base, "part")


def _school_break(match: Match, base: Base) -> Atom:
    relation = match["vacation_relation"] or ""
    return _together([_near(name, relation, base, "term") for name in VACATIONS[match["vacation"]]])


def _school_opening(match: Match, base: Base) -> Atom:
    relation = match["opening_relation"] or ""
    names = [f"{season}季开学" for season in "春秋" if season in match["opening"]]
    return _together([_near(name, relation, base, "term") for name in names])


def _lunar(match: Match, base: Base) -> Atom:
    name = match["lunar"]
    # 正月 also stands in 修正月报.
    return _near(name, "", base, "month")._replace(certain=name != "正月")


_SEASONS = {"春": (3, 4, 5), "夏": (6, 7, 8), "秋": (9, 10, 11), "冬": (11, 12, 13, 14)}


def _season(match: Match, base: Base) -> Atom:
    return Atom("term", base.months(_SEASONS[match["natural"]]), certain=False)


# Dates in figures, and what leans on the time before or on today


def _full_date(match: Match, _base: Base) -> Atom | None:
    year = int(match["full_year"])
    year += ROC_OFFSET if len(match["full_year"]) == 3 else 0
    if year not in YEARS:
        return None
    return on_days(
        Atom("month", (index(year, int(match["full_month"])),), True, True), match["full_day"]
    )


def _month_of_year(match: Match, _base: Base) -> Atom:
    month = index(int(match["of_year"]), int(match["year_month"]))
    return Atom("month", (month,), True, True, certain=False)


def _slash_day(match: Match, base: Base) -> Atom:
    """9/1, 9/2（二）: alone in a sentence only with its weekday."""
    return _month_day(match, base, "slash")


def _dotted_day(match: Match, base: Base) -> Atom:
    """9.1: only with its weekday, or in a label."""
    return _month_day(match, base, "dotted")


def _month_day(match: Match, base: Base, prefix: str) -> Atom:
    months = base.months((int(match[f"{prefix}_month"]),))
    atom = Atom("month", months, base.dated, certain=match[f"{prefix}_weekday"] is not None)
    return on_days(atom, match[f"{prefix}_number"])


def _day(match: Match, base: Base) -> Atom | None:
    previous = base.context.previous
    if previous is None or not previous.months:
        return None
    return on_days(
        Atom("month", previous.months[-1:], base.dated, certain=False), match["day_list"]
    )


def _part_only(match: Match, base: Base) -> Atom:
    previous = base.context.previous
    atom = Atom("part", previous.months[-1:] if previous else (), base.dated, certain=False)
    return in_part(atom, _first_of(match, "lone_part", "lone_point"))


def _relative(match: Match, base: Base) -> Atom | None:
    """Months counted from today: three months after February are March to May."""
    today = base.context.today
    if today is None:
        return None
    now = index(today.year, today.month)
    if match["near"]:
        step = {"下": 1, "上": -1}.get(match["near"][0], 0)
        return Atom("month", (now + step,), True, True)
    count = read_number(_first_of(match, "coming", "hence")) or 0
    return Atom("month", span(now + 1, count), True, True) if count else None


def _no_time(_match: Match, _base: Base) -> Atom:
    return Atom("none", certain=False)


_READERS: dict[str, Callable[[Match, Base], Atom | None]] = {
    "month": _month,
    "quarter": _quarter,
    "half": _half,
    "year_point": _year_point,
    "whole": _whole,
    "bare_year": _bare_year,
    "years": _years,
    "every_unit": _every_unit,
    "rota": _rota,
    "term": _term,
    "school_years": _school_years,
    "term_point": _term_point,
    "school_week": _school_week,
    "occasion": _occasion,
    "school_break": _school_break,
    "school_opening": _school_opening,
    "lunar": _lunar,
    "season": _season,
    "full_date": _full_date,
    "month_of_year": _month_of_year,
    "slash_day": _slash_day,
    "dotted_day": _dotted_day,
    "day": _day,
    "part_only": _part_only,
    "relative": _relative,
    "no_time": _no_time,
}
