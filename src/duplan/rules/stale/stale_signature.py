"""A plan for 2020 that is signed in 2018, or in 2023."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.dates.titles import read_date
from duplan.diagnostics import Kind
from duplan.plan import Plan
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.stale.frames import Frame, frame_of, frames, plain
from duplan.rules.structure.labels import PLAN_FILES
from duplan.rules.subject import Passage, Subject, once
from duplan.rules.terms import term_of
from duplan.rules.years import Year, years_of

EARLIEST = 7  # months before its period that a plan may be issued
_DATE_ROLES = frozenset({"signature", "note", "publicity", "notice", "index-box", "attachment"})
_DATE = re.compile(
    r"[.，]?\s?([\d一二三四五六七八九十元]{1,2})\s?月\s?([\d一二三四五六七八九十廿]{1,3})\s?[日号]"
)
_STANDS_FOR_ISSUE = re.compile(r"[^，。；《》]{0,24}(?:通过|印发|审定|审议|讨论)|[\s）)|]*$")
_ISSUE_KEY = re.compile(r"(?:成文|发文|印发|签发|制发)(?:日期|时间)[\s：:|]*$")
_DATE_LINE = re.compile(r"(?:.*[^\w，。；、])?(?:中华)?(?:民国)?$")


def check(subject: Subject) -> Iterator[Hit]:
    """Days of signing, issuing and approval that lie too long before, or after, the period."""
    return iter(stale_signatures(subject))


@once
def stale_signatures(subject: Subject) -> list[Hit]:
    """The findings of this rule, which others leave to it."""
    return list(_stale_signatures(subject))


def _stale_signatures(subject: Subject) -> Iterator[Hit]:
    known = frames(subject)
    if not known:
        return
    if subject.source.format in PLAN_FILES:
        yield from _of_values(subject, known)
        return
    for year in years_of(subject):
        place = subject.number_at(year.start)
        passage, at = subject.passages[place], subject.starts[place]
        if passage.role not in _DATE_ROLES:
            continue
        frame = frame_of(passage, known)
        if frame is None:
            continue
        end = _end_of_date(subject, year, passage, at)
        month = _issue_month(subject, year, end) if end else None
        if end is None or month is None:
            continue
        plan = subject.plans[frame.plan]
        first, last = _months(subject, plan, frame.year)
        if first - EARLIEST <= month <= last:
            continue
        printed = subject.text[year.start : end]
        yield Hit(
            subject.span(year.start, end),
            {"printed": printed, "year": frame.year, "plan": plan.title or ""},
        )


def _of_values(subject: Subject, known: dict[int, Frame]) -> Iterator[Hit]:
    """The dates of issue in a plan file."""
    for number, frame in known.items():
        plan = subject.plans[number]
        span = subject.place(plan, "issued")
        if plan.issued is None or span is None:
            continue
        first, last = _months(subject, plan, frame.year)
        if not first - EARLIEST <= int(plan.issued[:4]) * 12 + int(plan.issued[5:7]) <= last:
            values: dict[str, str | int] = {
                "printed": plan.issued,
                "year": frame.year,
                "plan": plan.title or "",
            }
            yield Hit(span, values)


def _end_of_date(subject: Subject, year: Year, passage: Passage, at: int) -> int | None:
    """The end of a date that says when the plan was issued or approved, None for any other year."""
    text, stop = subject.text, at + len(passage.text)
    match = _DATE.match(text, year.after, stop)
    if match is None:
        return None
    before = plain(subject, max(at, year.start - 30), year.start)
    after = plain(subject, match.end(), min(stop, match.end() + 40))
    if passage.role == "index-box":
        return match.end() if _ISSUE_KEY.search(before) else None
    issued = _STANDS_FOR_ISSUE.match(after)
    if not issued:
        return None
    alone = not after.strip(" ）)|") and _DATE_LINE.match(before)
    approved = bool(issued[0].strip(" ）)|")) and (passage.role != "notice" or "（" in before[-1:])
    return match.end() if alone or approved else None


def _issue_month(subject: Subject, year: Year, end: int) -> int | None:
    date = read_date(subject.text[year.start : end].replace(" ", ""))
    if date is None or date.year != year.value:
        month = re.search(r"年[.，]?\s?(\d{1,2})", subject.text[year.start : end])
        is_one = month is not None and 1 <= int(month[1]) <= 12
        return year.value * 12 + int(month[1]) if month and is_one else None
    return date.year * 12 + date.month


def _months(subject: Subject, plan: Plan, year: int) -> tuple[int, int]:
    """The first and last month planned for, counted from the year 0."""
    if plan.period is not None and plan.year == year:
        start, end = plan.period.start, plan.period.end
        return int(start[:4]) * 12 + int(start[5:]), int(end[:4]) * 12 + int(end[5:])
    term = term_of(subject, plan)
    if term is not None and plan.year == year:
        months = [(at or year) * 12 + month for at, month in term.months]
        return months[0], max(months)
    return year * 12 + 1, year * 12 + 12


RULE = Rule(
    Kind(
        "DP311",
        "stale-signature",
        "warning",
        "{printed} doesn't fit a plan for {year}",
        "落款等处的日期{printed}与{year}年的计划对不上",
    ),
    since="0.1.0",
    finds=Words(
        "A day of signing, issuing or approval more than seven months before the period of the plan, or"
        " after its end.",
        "落款、印发或审议通过的日期，比计划所管时段早七个月以上，或在该时段结束之后。",
    ),
    why=Words(
        "The date of issue says since when a plan holds, and files are registered by it. One of another year"
        " puts the plan into the wrong folder and its validity in doubt.",
        "成文日期是计划生效和归档的依据。写成别的年份，文件会归错年度，效力也会受到质疑。",
    ),
    mend=Words(
        "Write the day on which the plan was signed; if it is right, check the year in the title.",
        "改为实际签发的日期；若日期无误，请核对标题中的年份。",
    ),
    check=check,
)
