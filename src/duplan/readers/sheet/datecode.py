"""Dates and times in number formats: yyyy"年"m"月"d"日", [h]:mm, [DBNum1], e of the Republic."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from duplan.numerals import write_chinese

Token = tuple[str, str]

_TAIWAN = 0x0404
_DAYS = "一二三四五六日"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_LAST_DAY = 2_958_466  # 1 January 10000
_LEAP_BUG = 60  # the day that 1900 did not have
_NUMERALS = {
    1: str.maketrans("0123456789", "〇一二三四五六七八九"),
    2: str.maketrans("0123456789", "零壹贰叁肆伍陆柒捌玖"),
    3: str.maketrans("0123456789", "０１２３４５６７８９"),
}
_FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")


class Moment(NamedTuple):
    """A date and time as a sheet counts them; ``days`` is the number itself."""

    days: float
    year: int
    month: int
    day: int
    weekday: int  # 0 is Monday
    hour: int
    minute: int
    second: int


def moment(days: float, *, from_1904: bool = False) -> Moment | None:
    """The time that a number of days stands for; None where no date is shown for it.

    29 February 1900 exists, as in every program that reads these files.
    """
    if from_1904:
        days += 1_462
    seconds = round(days * 86_400) if 0 <= days < _LAST_DAY else -1
    if not 0 <= seconds < _LAST_DAY * 86_400:
        return None
    whole = seconds // 86_400
    start = datetime(1899, 12, 30 + (whole <= _LEAP_BUG), tzinfo=UTC)
    exact = start + timedelta(seconds=seconds)
    year, month, day = exact.year, exact.month, exact.day
    if whole == _LEAP_BUG:
        year, month, day = 1900, 2, 29
    elif whole == 0:
        year, month, day = 1900, 1, 0
    weekday = (whole + 5) % 7
    return Moment(days, year, month, day, weekday, exact.hour, exact.minute, exact.second)


def days_of(text: str) -> float | None:
    """The number of days since 1900 of 2020-09-01T08:30:00; None where it is no such time."""
    try:
        time = datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        return None
    return (time - datetime(1899, 12, 30, tzinfo=UTC)) / timedelta(days=1)


def render(tokens: Sequence[Token], at: Moment, locale: int, numerals: int) -> str:
    """The tokens of a section with date codes, filled in."""
    halves = any(kind == "noon" for kind, _ in tokens)
    codes = [k for k, (kind, _) in enumerate(tokens) if kind in ("date", "elapsed")]
    minutes = {
        k
        for place, k in enumerate(codes)
        if tokens[k][1][0] == "m" and _is_minute(tokens, codes, place)
    }
    parts = []
    for k, (kind, text) in enumerate(tokens):
        if kind == "date":
            part = _code("n" * len(text) if k in minutes else text, at, halves, locale)
            parts.append(_counted(part, text, numerals))
        elif kind == "elapsed":
            parts.append(_elapsed(text, at))
        elif kind == "noon":
            parts.append(_noon(text, at))
        elif kind == "digit":
            parts.append("0")  # parts of seconds
        else:
            parts.append(" " if kind == "space" else "" if kind == "fill" else text)
    return "".join(parts)


def in_numerals(text: str, numerals: int) -> str:
    """A number's digits as DBNum writes them: 1 一百二十三, 2 壹佰贰拾叁, 3 １２３."""
    if numerals in (1, 2) and text.isdecimal() and int(text) <= 9_999:
        chinese = write_chinese(int(text))
        return chinese if numerals == 1 else chinese.translate(_FORMAL)
    return text.translate(_NUMERALS[numerals]) if numerals else text


def _is_minute(tokens: Sequence[Token], codes: list[int], place: int) -> bool:
    """m after hours or before seconds counts minutes."""
    before = tokens[codes[place - 1]][1] if place else ""
    after = tokens[codes[place + 1]][1] if place + 1 < len(codes) else ""
    return len(tokens[codes[place]][1]) <= 2 and (before[:1] == "h" or after[:1] == "s")


def _code(code: str, at: Moment, halves: bool, locale: int) -> str:
    hour = (at.hour % 12 or 12) if halves else at.hour
    long = len(code) > 1
    if code[0] == "e" or code[0] == "g":
        return _era(code, at, locale)
    if code[0] == "a":
        return ("星期" if len(code) == 4 else "") + _DAYS[at.weekday]
    if code[0] == "y":
        return f"{at.year:04}" if len(code) > 2 else f"{at.year % 100:02}"
    if code[0] in "md" and len(code) > 2:
        name = _MONTHS[at.month - 1] if code[0] == "m" else _WEEKDAYS[at.weekday]
        return {3: name[:3], 5: name[:1]}.get(len(code), name)
    number = {"m": at.month, "d": at.day, "h": hour, "n": at.minute, "s": at.second}[code[0]]
    return f"{number:02}" if long else str(number)


def _era(code: str, at: Moment, locale: int) -> str:
    """The year, of the Republic where the format is Taiwan's."""
    republic = locale == _TAIWAN and at.year > 1911
    if code[0] == "g":
        return ("中華民國" if len(code) > 2 else "民國") if republic else ""
    return str(at.year - 1911 if republic else at.year)


def _counted(part: str, code: str, numerals: int) -> str:
    """Years digit by digit, the rest counted: 二〇二〇, 十二."""
    if not part.isdecimal() or not numerals:
        return part
    return part.translate(_NUMERALS[numerals]) if code[0] in "ye" else in_numerals(part, numerals)


def _elapsed(code: str, at: Moment) -> str:
    seconds = round(at.days * 86_400)
    count = seconds // {"h": 3_600, "m": 60, "s": 1}[code[0]]
    return f"{count:0{len(code)}}"


def _noon(names: str, at: Moment) -> str:
    before, after = names.upper().split("/")
    return before if at.hour < 12 else after
