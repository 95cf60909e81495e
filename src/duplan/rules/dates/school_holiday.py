"""听课 in August: work that needs lessons, when there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from duplan.dates.occasions import NEW_YEAR, lunar_day
from duplan.diagnostics import Kind
from duplan.plan import ScheduleEntry, ScheduleItem
from duplan.rules.dates.sentences import sentence_around
from duplan.rules.dates.timings import scheduled
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

# Work that there is only where lessons are given.
_LESSONS = re.compile(
    "听评?课|[聽听]評?課|评课|評課|随堂|隨堂|推门课|推門課|课堂教学|課堂教學|升旗仪式|升旗儀式|期中考|课间|課間|早读|早讀"
)
# Visits and events with pupils, which known terms tell apart from those of the holidays.
_VISITS = re.compile(
    "[进進入到]校|校园行|学生.{0,8}(?:比赛|活动|演练|会)|學生.{0,8}(?:比賽|活動|演練|會)|家长会|家長會|运动会|運動會"
)
# Work on paper, from afar or for later; and what is of the holidays themselves.
_ELSEWHERE = re.compile(
    "[线線]上|网[络课]|網[路課]|[录錄]像|微课|微課|方案|计划|計[划畫]|总结|總結|准备|準備|筹|籌|汇总|彙整|统计|統計"
    "|暑|寒|假|新学期|新學期|开学|開學|秋季|春季|培训|培訓|研修|研讨|研討|评选|評選|表彰|制定|修订|修訂|印发|印發|夏令|冬令"
)
_VACATION = re.compile("[寒暑]假|[寒暑]期")
Days = tuple[date, date] | None  # the first and the last

_SUMMER = (7, 10), (8, 20)  # days on which schools are closed all over the country
_SUMMER_MONTHS = frozenset((7, 8))
_AUGUST = frozenset((8,))
_EVE, _WEEK = timedelta(-1), timedelta(6)  # around the lunar new year
_CLOSE = frozenset(("day", "week", "part", "deadline"))


def check(subject: Subject) -> Iterator[Hit]:
    """Scheduled work with pupils in the holidays of schools."""
    terms = sorted(subject.office.school_terms)
    for plan in subject.plans:
        for entry, item in scheduled(plan):
            needs = _LESSONS.search(item.text) or (terms and _VISITS.search(item.text))
            if not needs or _ELSEWHERE.search(
                item.text, *sentence_around(item.text, *needs.span())
            ):
                continue
            days = _days(entry, item)
            if _outside(terms, days) if _covers(terms, days) else _in_vacation(entry, days):
                yield Hit(subject.place(item, "text"), {"work": needs[0], "label": entry.label})


def _days(entry: ScheduleEntry, item: ScheduleItem) -> Days:
    """The first and last day of an item: its own time where it has just one, else its entry's."""
    if len(item.timing) == 1 and item.timing[0].precision in _CLOSE:
        start, end = item.timing[0].start or item.timing[0].end, item.timing[0].end
    else:
        start, end = entry.start, entry.end
    return (date.fromisoformat(start), date.fromisoformat(end)) if start and end else None


def _covers(terms: list[tuple[date, date]], days: Days) -> bool:
    """Whether the terms of the office say what these days are."""
    return bool(terms and days and terms[0][0] <= days[0] and days[1] <= terms[-1][1])


def _outside(terms: list[tuple[date, date]], days: Days) -> bool:
    return days is not None and not any(start <= days[1] and days[0] <= end for start, end in terms)


def _in_vacation(entry: ScheduleEntry, days: Days) -> bool:
    """Whether schools are closed wherever the office is."""
    if entry.precision == "term" and _VACATION.search(entry.label):
        return True
    months = frozenset(entry.months)
    if entry.precision == "month" and months in (_SUMMER_MONTHS, _AUGUST):
        return True
    if days is None or days[0] > days[1]:
        return False
    first, last = ((day.month, day.day) for day in days)
    if _SUMMER[0] <= first and last <= _SUMMER[1] and days[0].year == days[1].year:
        return True
    new_year = lunar_day(days[0].year, NEW_YEAR)
    return new_year is not None and new_year + _EVE <= days[0] and days[1] <= new_year + _WEEK


RULE = Rule(
    Kind(
        "DP418",
        "school-holiday",
        "warning",
        "{work} stands under {label}, when schools have holidays",
        "“{label}”安排了{work}，此时学校放假",
    ),
    since="0.1.0",
    finds=Words(
        "Scheduled work that needs lessons or pupils at a time when schools are closed. The terms of the"
        " office's settings (school_terms) decide; without them only the middle of summer, August and"
        " the days of the lunar new year count.",
        "需要学校上课、学生在校的工作排在了假期。设置中写明学期起止（school_terms）的，以其为准；未写明的，只看盛夏、八月和春节期间。",
    ),
    why=Words(
        "The inspectors stand before a locked gate, the work is not done, and nobody notices before the"
        " next review.",
        "督学到校时校门已关，工作落空，往往到下次检查才发现。",
    ),
    mend=Words(
        "Move the work into a term, or say what can be done without pupils.",
        "调整到学期之内，或改为不需要学生在校的方式。",
    ),
    check=check,
)
