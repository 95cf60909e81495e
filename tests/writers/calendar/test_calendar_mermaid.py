"""Calendars as Gantt charts in Mermaid's language.

What a line means is asked the way its lexer does (gantt.jison): a statement by its first word, else a
text up to the first colon, and data behind it up to a number sign, a semicolon or the end.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from calendars import CALENDARS, PLAN, calendar, days, deadline, month, months_of, series
from hypothesis import given

from duplan.calendar.model import Calendar
from duplan.writers.calendar import mermaid
from duplan.writers.visible import one_line

HEAD = re.compile(r"gantt|title [^\n]+|dateFormat YYYY-MM-DD|axisFormat %Y-%m")
TASK = re.compile(
    r"(?P<text>[^:#;\n]*(?:#\d+;[^:#;\n]*)*):(?P<tag>milestone, )?(?P<day>\S+), (?P<n>\d+)d"
)
WORD = re.compile(r"[A-Za-z-]")


def text_of(written: str) -> str:
    """A text as it is drawn."""
    return re.sub(r"#(\d+);", lambda match: chr(int(match[1])), written).strip()


def drawn(chart: str) -> list[tuple[str, date, int, bool]]:
    """The bars: text, first day, days, and whether it is a milestone; fails on a line of no known form."""
    bars = []
    for line in map(str.strip, chart.rstrip("\n").split("\n")):
        if HEAD.fullmatch(line) or line.startswith(("section ", "%% not drawn")):
            continue
        match = TASK.fullmatch(line)
        assert match, line
        assert not WORD.match(match["text"])
        first = date.fromisoformat(match["day"])
        bars.append((text_of(match["text"]), first, int(match["n"]), bool(match["tag"])))
    return bars


def test_a_section_a_plan_and_bars_over_the_days() -> None:
    other = replace(PLAN, title="学校：计划", source="学校.txt")
    chart = mermaid.dump(
        calendar(
            *series(months_of(2020, 4, 5, 6, 8)),
            deadline("2020-09-30"),
            month("--09", "年份不详的工作"),
            month("2020-05", "click me", plan=other),
        )
    )
    assert chart == (
        "gantt\n"
        "    title #45;-09 – 2020-09\n"
        "    dateFormat YYYY-MM-DD\n"
        "    axisFormat %Y-%m\n"
        "    section 槐安区2020年教育督导工作计划\n"
        "    推进创建工作 :2020-04-01, 91d\n"
        "    推进创建工作 :2020-08-01, 31d\n"
        "    报送总结 :milestone, 2020-09-30, 1d\n"
        "    section 学校：计划\n"
        "    #99;lick me :2020-05-01, 31d\n"
        "    %% not drawn, its year is unknown: --09 年份不详的工作\n"
    )


@given(CALENDARS)
def test_the_bars_cover_the_days_of_the_entries(given_: Calendar) -> None:
    covered = Counter(
        first + timedelta(days=at)
        for _, first, number, _ in drawn(mermaid.dump(given_))
        for at in range(number)
    )
    expected: Counter[date] = Counter()
    for (at, _), number in days(given_.entries).items():
        expected[at] += number
    assert covered == expected


@given(CALENDARS)
def test_every_text_is_drawn_or_in_a_comment(given_: Calendar) -> None:
    chart = mermaid.dump(given_)
    shown = {text for text, *_ in drawn(chart)}
    comments = text_of("".join(line for line in chart.split("\n") if "%% " in line))
    for entry in given_.entries:
        name = one_line(entry.series or entry.work)
        assert name in shown if entry.end else one_line(entry.work) in comments
