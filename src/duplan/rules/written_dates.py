"""Dates as they stand in a text, whatever the calendar says of them: 9月31日, 2020.2.30, 9/1（三）, 5—3月.

``duplan.dates`` reads times into months and leaves alone what is no time; a check wants to see just
that. Written for source text: any width, both scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from duplan.dates.atoms import read_calendar_year
from duplan.numerals import read_number
from duplan.rules.subject import Subject, once

_HAN = "〇零○一二三四五六七八九十廿卅"
_NUMBER = rf"(?:\d{{1,2}}|[元{_HAN}]{{1,3}})"
_TO = r"(?:[-－—–―─‐‑−~～]{1,2}|至|到)"
_AND = "[、，和及与與]"
_DAY_MARK = "[日号號]"
_NEXT = "次翌明来來"
_NAME = "(?:星期|周|週|礼拜|禮拜)"
_OF_WEEK = "[一二三四五六日天]"


def _weekday(key: str) -> str:
    """A weekday after a date: 周三, （星期三）, (三), （周二至周四）."""
    first, last = f"(?P<{key}>{_OF_WEEK})", f"(?P<{key}_last>{_OF_WEEK})"
    return (
        rf"(?:[ \u3000]*[（(〔\[][ \u3000]*(?:{_NAME}{first}(?:{_TO}{_NAME}?{last})?"
        rf"|(?P<{key}_bare>{_OF_WEEK})(?:{_TO}(?P<{key}_bare_last>{_OF_WEEK}))?(?=[ \u3000]*[）)〕\]]))"
        rf"[ \u3000]*(?P<{key}_close>[）)〕\]])?"
        rf"|[ \u3000]*{_NAME}(?P<{key}_open>{_OF_WEEK})(?![次个個])(?!{_TO}))"
    )


_IN_HAN = (
    rf"(?:(?P<year>\d{{4}}|\d{{2,3}}|[{_HAN}]{{3,4}}) ?(?:年度?|[./](?=\d{{1,2}} ?月)) ?)?"
    rf"(?:(?P<from>{_NUMBER}) ?月?份? ?(?P<through>{_TO}) ?(?P<next>[{_NEXT}]年|第二年)?)?"
    rf"(?P<month>{_NUMBER}) ?月(?P<share>份)?"
    rf"(?: ?(?P<day>{_NUMBER}) ?(?:{_DAY_MARK}(?:{_weekday('week')})?"
    rf"(?: ?{_TO} ?(?P<last>{_NUMBER}) ?{_DAY_MARK}(?:{_weekday('end')})?)?"
    rf"| ?{_TO} ?(?P<short_last>{_NUMBER}) ?{_DAY_MARK}(?:{_weekday('brief')})?"
    rf"|(?P<more>(?:{_AND}{_NUMBER}{_DAY_MARK}?){{1,9}}(?<={_DAY_MARK}))))?"
)
_IN_FIGURES = (
    r"(?P<full_year>\d{3,4})(?P<mark>[-./．／])(?P<full_month>\d{1,2})(?P=mark)(?P<full_day>\d{1,2})"
    rf"(?![\d号號版]|[-./．／]\d)(?:{_weekday('full')})?"
)
_SHORT = (
    r"(?P<short_month>\d{1,2})(?P<sign>[/／.．])(?P<short_day>\d{1,2})(?![\d%％‰月年]|[./．／]\d)"
    rf"(?:{_weekday('slash')})?"
)
_DATE = re.compile(f"{_IN_FIGURES}|{_IN_HAN}|{_SHORT}")
# What a date begins with: cheap to look for (a character by itself at the beginning), and at the
# beginning of its number.
_BEGINNING = re.compile(
    rf"[\d元{_HAN}][\d元{_HAN}]{{0,7}}+"
    rf"(?= ?(?:月|年度? ?[\d元{_HAN}]|[./．／]\d|{_TO} ?[\d元{_HAN}{_NEXT}第]))"
)
_NEAR = re.compile(rf"([今本当當同去上{_NEXT}]年|第二年) ?的? ?$")
_LONGEST_NEAR = 5
_ENDS_OF_NEAR = frozenset("年的 ")
_CARRY = 40  # characters over which a printed year still counts
LINK = re.compile(rf" ?{_TO} ?(?P<next>[{_NEXT}]年|第二年)?")
"""What stands between the two dates of a range, from ``WrittenDate.closed`` on."""


@dataclass(slots=True)
class Weekday:
    """A weekday printed after a date: the character that names it, and where it stands."""

    name: str
    at: int


@dataclass(slots=True)
class WrittenDate:
    """A month or day as written, ``[start, end)`` in the text; nothing says that there is such a day.

    ``end`` is before a closing bracket, ``closed`` after it. ``year`` is what is printed, ``carried``
    what the date before in the sentence has; ``near`` is 今年, 次年, ... instead; ``vague`` is a year of
    two figures. ``opening`` is the 5 of 5—3月 and
    ``onward`` whether a 次年 stands between the two. ``last`` is the 10 of 20日至10日, ``days`` all days
    that are printed. ``sign`` is the mark in 9/1 and 9.1, which may be no dates.
    """

    start: int
    end: int
    closed: int
    month: int
    day: int | None = None
    year: int | None = None
    carried: int | None = None
    near: str = ""
    vague: bool = False
    opening: int | None = None
    onward: bool = False
    last: int | None = None
    days: tuple[int, ...] = ()
    sign: str = ""
    share: bool = False
    weekday: Weekday | None = None
    last_weekday: Weekday | None = None


@once
def dates_of(subject: Subject) -> list[WrittenDate]:
    """The dates in the text of a subject, those too that no calendar has."""
    return written_dates(subject.text)


def written_dates(text: str) -> list[WrittenDate]:
    """The dates of a text from left to right."""
    return list(_read(text))


def _read(text: str) -> Iterator[WrittenDate]:
    past = 0
    last: WrittenDate | None = None
    for beginning in _BEGINNING.finditer(text):
        at = beginning.start()
        if at < past:
            continue
        match = _DATE.match(text, at)
        if match is None or _goes_on(text, match):
            continue
        past = match.end()
        if match["mark"]:
            found = _in_figures(match)
        elif match["sign"]:
            found = _short(match)
        else:
            found = _in_han(match)
        if found is not None:
            if text[at - 1 : at] in _ENDS_OF_NEAR:
                near = _NEAR.search(text, max(0, at - _LONGEST_NEAR), at)
                found.near = near[1] if near else ""
            if last is not None and found.year is None:
                found.carried = _carried(text, last, found)
            yield found
            last = found


_INSIDE = re.compile(rf"[\d第{_HAN}]")
_FIGURE = re.compile(r"\d[./．／:：]$")


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether it is the rest of something longer: 第三月, 192.168.2.30."""
    at = match.start()
    if _INSIDE.match(text, max(0, at - 1), at):
        return True
    return match["month"] is None and _FIGURE.search(text, max(0, at - 2), at) is not None


def _carried(text: str, last: WrittenDate, found: WrittenDate) -> int | None:
    """The year of the date before, where it still holds: 2020年12月28日至30日、12月31日."""
    year = last.year or last.carried
    if year is None or found.month < last.month or found.start > last.end + _CARRY:
        return None
    between = text[last.end : found.start]
    return None if "\n" in between or "。" in between else year


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    return 1 if text == "元" else read_number(text)


def _in_han(match: re.Match[str]) -> WrittenDate | None:
    month, day = _number(match["month"]), _number(match["day"])
    last = _number(match["last"] or match["short_last"])
    if month is None or (match["day"] and day is None):
        return None
    more = re.findall(_NUMBER, match["more"] or "")
    days = [day, *map(_number, more), last]
    year = match["year"]
    vague = year is not None and len(year) == len("98")
    key = "end" if match["last"] else "brief" if match["short_last"] else "week"
    weekday, last_weekday = _weekday_of(match, "week"), _weekday_of(match, key, "_last")
    if last is not None:
        after = _weekday_of(match, key)
        weekday, last_weekday = (after, last_weekday) if last_weekday else (weekday, after)
    return WrittenDate(
        match.start(),
        _end(match, key),
        match.end(),
        month,
        day,
        None if year is None or vague else _calendar_year(year),
        vague=vague,
        opening=_number(match["from"]),
        onward=match["next"] is not None,
        last=last,
        days=tuple(each for each in days if each is not None),
        share=match["share"] is not None,
        weekday=weekday,
        last_weekday=last_weekday if last is not None else None,
    )


def _in_figures(match: re.Match[str]) -> WrittenDate | None:
    day = int(match["full_day"])
    year = _calendar_year(match["full_year"])
    if year is None:
        return None
    return WrittenDate(
        match.start(),
        _end(match, "full"),
        match.end(),
        int(match["full_month"]),
        day,
        year,
        days=(day,),
        weekday=_weekday_of(match, "full"),
    )


def _short(match: re.Match[str]) -> WrittenDate:
    day = int(match["short_day"])
    return WrittenDate(
        match.start(),
        _end(match, "slash"),
        match.end(),
        int(match["short_month"]),
        day,
        days=(day,),
        sign="." if match["sign"] in ".．" else "/",
        weekday=_weekday_of(match, "slash"),
    )


def _calendar_year(printed: str) -> int | None:
    figures = str(int(printed)) if printed.isdecimal() else printed
    return read_calendar_year(figures)


def _end(match: re.Match[str], key: str) -> int:
    return match.start(f"{key}_close") if match[f"{key}_close"] else match.end()


def _weekday_of(match: re.Match[str], key: str, which: str = "") -> Weekday | None:
    names = (
        (key, f"{key}_bare", f"{key}_open") if not which else (f"{key}_last", f"{key}_bare_last")
    )
    for name in names:
        if match[name]:
            return Weekday(match[name], match.start(name))
    return None
