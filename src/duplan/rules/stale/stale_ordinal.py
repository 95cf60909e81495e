"""第35个教师节 in 2020, which has the 36th; the same event under two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.numerals import read_number, write_chinese
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.stale.frames import Frame, frame_of, frames
from duplan.rules.stale.occasions import FIRST
from duplan.rules.subject import Found, Subject

_NEAR = 6  # counts away from the right one that may still be an older year's
_NAMES = "|".join(sorted(FIRST, key=len, reverse=True))
_COUNTED = re.compile(
    r"第(?P<number>\d{1,3}|[一二三四五六七八九十百]{1,5})"
    r"(?P<unit>[个届次])(?P<event>[^\s，。；：、,;:第]{2,20})"
)
_OCCASION = re.compile(rf"[“”\"《]?[^，。；：、\n]{{0,6}}?(?P<name>{_NAMES})")
_YEAR_BEFORE = re.compile(r"([12]\d{3})年[^，。；\n]{0,8}$")
_MEETINGS = re.compile(
    r"[^“”]*?(?:会议|全会|全体|委员|董事|理事|代表|学生|毕业|班子|党委|支部|会员)|[一二三四五六七八九十\d]"
)
_SHORTEST = 4  # characters of the name of an event that make it the same


def check(subject: Subject) -> Iterator[Hit]:
    """Well-known occasions against the plan's year, other events against each other."""
    known = frames(subject)
    events: dict[str, tuple[int, Found]] = {}
    for found in subject.find(_COUNTED):
        number = read_number(found.match["number"])
        frame = frame_of(found.passage, known)
        if number is None or found.passage.role == "review":
            continue
        occasion = _OCCASION.match(found.match["event"])
        if occasion is None:
            yield from _against_others(subject, found, number, events)
        elif frame is not None:
            yield from _against_year(subject, found, number, occasion["name"], frame)


def _against_year(
    subject: Subject, found: Found, number: int, name: str, frame: Frame
) -> Iterator[Hit]:
    """A count that isn't the one of the plan's years, nor of a year that is printed before it."""
    start, first = found.match.start(), FIRST[name]
    printed = _YEAR_BEFORE.search(subject.text, max(found.at, start - 16), start)
    year = int(printed[1]) if printed else frame.year
    years = {year} if printed else set(range(frame.year, frame.high + 1))
    if number + first - 1 in years or abs(number + first - 1 - year) > _NEAR:
        return
    right = year - first + 1
    text = str(right) if found.match["number"].isdigit() else write_chinese(right)
    span = subject.span(*found.match.span("number"))
    whole = subject.span(start, found.match.end("unit"))
    yield Hit(
        whole,
        {
            "printed": found.match["number"],
            "right": text,
            "unit": found.match["unit"],
            "year": year,
            "event": name,
        },
        Fix((Edit(span, text),)),
    )


def _against_others(
    subject: Subject, found: Found, number: int, events: dict[str, tuple[int, Found]]
) -> Iterator[Hit]:
    """An event that was counted otherwise above."""
    event = found.match["event"]
    if found.match["unit"] != "届" or len(event) < _SHORTEST or _MEETINGS.match(event):
        return
    above, at = events.setdefault(event, (number, found))
    if above == number:
        return
    later = at if above < number else found  # the lower number is the old one
    other = found if later is at else at
    yield Hit(
        subject.span(later.match.start(), later.match.end("unit")),
        {
            "printed": later.match["number"],
            "right": other.match["number"],
            "unit": "届",
            "year": "",
            "event": event,
        },
        related=(subject.span(other.match.start(), other.match.end("unit")),),
    )


RULE = Rule(
    Kind(
        "DP312",
        "stale-ordinal",
        "warning",
        "{event}: counted as {printed}, should be {right}",
        "“第{printed}{unit}{event}”应为第{right}{unit}",
    ),
    since="0.1.0",
    finds=Words(
        "The count of an occasion that comes every year (第…个教师节, 第…届推普周) that isn't the one of the"
        " plan's year, and one event that is counted in two ways.",
        "每年一次的节日、宣传周等，其第几个、第几届与计划年度不符；或同一活动前后届数不一。",
    ),
    why=Words(
        "The count goes into banners, reports and news; who copies it from the plan copies the mistake.",
        "届次会原样写进横幅、报告和新闻稿，计划里错了，后面处处跟着错。",
    ),
    mend=Words("Move the count on to this year's.", "把届次改为本年度的。"),
    check=check,
)
