"""Bars over the months."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from invented_calendar import DISTRICT, Painted, Plain, autumn, calendars, columns, september

from duplan.calendar.model import Calendar, Entry, works
from duplan.cli.console import Console, clean
from duplan.cli.gantt import gantt
from duplan.cli.layout import cells
from duplan.dates.precision import Precision

ZH = Console("zh")
AT_80 = """\
█ 具体时间  ░ 期间内或经常性  ◆ 截止

2020年                       9月   11   21    10月  11   21    11月  11   21

槐安区2020年教育督导工作计划  云岭市槐安区教育督导室
安排
开展秋季开学工作专项督导     █████████████████·     ·    ·     ·     ·    ·
推进优质均衡区创建工作       ██████████████████████████████████·     ·    ·
迎接市政府对区政府履行教育…  ·     ·    ██████·     ·    ·     ·     ·    ·
任务
核查办学条件                 ·     ·    ·    ◆·     ·    ·     ·     ·    ·
目标
每月入校不少于1次。          ░░░░░░░░░░░░░░░░░·     ·    ·     ·     ·    ·

竹溪小学2020学年工作计划
安排
庆祝教师节座谈会             ·    █·    ·     ·     ·    ·     ·     ·    ·
"""
YEAR = [f"2020-{month:02}" for month in range(1, 13)]
WORK = september()[1]


def shown(calendar: Calendar, width: int = 80, console: Console = ZH) -> str:
    return "".join(gantt(calendar, console, width))


def bars(*entries: Entry) -> str:
    """The bars of the first work, over a year in which each month has four columns."""
    lines = shown(Calendar(YEAR, list(entries))).splitlines()
    row = next(at for at, line in enumerate(lines) if line in ("安排", "任务", "目标")) + 1
    return columns(lines[row], 32)


def month(number: int, precision: Precision = "month") -> Entry:
    """The work in one month of 2020, until the 28th of it."""
    start = None if precision == "deadline" else f"2020-{number:02}-01"
    end = f"2020-{number:02}-28"
    return replace(WORK, month=end[:7], precision=precision, start=start, end=end)


def test_at_80_columns() -> None:
    assert shown(autumn()) == AT_80


def test_gaps_of_a_series_are_kept() -> None:
    assert (
        bars(month(4), month(5), month(7))
        == "·   " * 3 + "█" * 8 + "·   " + "████" + ("·   " * 5).rstrip()
    )


def test_part_of_a_month_is_part_of_its_columns() -> None:
    parts = [("01", "10"), ("11", "20"), ("21", "30")]
    found = [
        bars(replace(WORK, month="2020-01", start=f"2020-01-{a}", end=f"2020-01-{b}"))[:5]
        for a, b in parts
    ]
    assert found == ["█   ·", "·██ ·", "·  █·"]


def test_a_deadline_is_a_mark_at_its_day() -> None:
    due = month(1, "deadline")
    assert bars(replace(due, end="2020-01-10")).startswith("·◆  ·")
    assert bars(replace(due, end="2020-01-31")).startswith("·  ◆·")
    assert bars(replace(due, end=None)).startswith("·  ◆·")


def test_times_that_are_only_about_are_lighter_and_below_others() -> None:
    about = [month(number, "quarter") for number in (1, 2, 3)]
    due = month(2, "deadline")
    assert bars(*about, due).startswith("░░░░░░░◆░░░░·")
    assert bars(month(2), *about).startswith("░░░░████░░░░·")


def test_an_unknown_year_fills_its_months() -> None:
    entry = replace(WORK, month="--09", start=None, end=None)
    assert "年份不详" in shown(Calendar(["--09"], [entry]))
    assert "█" * 30 in shown(Calendar(["--09"], [entry]))


def test_narrow_ones_name_fewer_months() -> None:
    lines = shown(Calendar(YEAR, [month(1), month(12)]), 40).splitlines()
    assert lines[-3:] == [
        "2020年          1 2 3 4 5 6 7 8 9 10  12",
        "安排",
        "推进优质均衡区… ██· · · · · · · · · · ██",
    ]


def test_months_without_room_are_drawn_year_by_year() -> None:
    later = replace(WORK, month="2021-05", start="2021-05-01", end="2021-05-31")
    calendar = Calendar([*YEAR, *(f"2021-{m:02}" for m in range(1, 13))], [month(3), later])
    titles = [line.split()[0] for line in shown(calendar, 60).splitlines() if line[:4].isdecimal()]
    assert titles == ["2020年", "2021年"]
    assert shown(calendar, 60).count("推进优质") == 2
    assert shown(calendar, 120).count("推进优质") == 1


def test_a_year_without_work_says_so() -> None:
    calendar = Calendar(["2020-09", "--09"], [september()[0]])
    assert shown(calendar).endswith("没有安排\n")
    assert shown(Calendar()) == "没有安排\n"


def test_a_task_goes_by_its_title_and_a_series_by_its_own() -> None:
    task = september()[3]
    assert "\n核查办学条件 " in shown(Calendar(YEAR, [task]))
    assert "\n推进优质均衡区创建工作 " in shown(Calendar(YEAR, [replace(task, series=WORK.text)]))


def test_a_console_without_bars_gets_other_marks() -> None:
    plain = shown(autumn(), 80, Plain("zh"))
    assert "核查办学条件                 .     .    .    *.     .    .     .     .    ." in plain
    assert "迎接市政府对区政府履行教育.." in plain
    assert not set(plain) & set("█░◆·…")


def test_colours_are_all_that_a_terminal_gets_more() -> None:
    painted = shown(autumn(), 80, Painted("zh"))
    assert "\x1b[33m◆\x1b[0m" in painted
    assert re.sub(r"\x1b\[\d*m", "", painted) == AT_80


def test_a_long_calendar_is_made_as_it_is_read() -> None:
    entries = [replace(WORK, series=None, id=str(number)) for number in range(1000)]
    assert next(gantt(Calendar(["2020-09"], entries), ZH, 80)).count("\n") == 500


@given(calendars(), st.integers(20, 170), st.sampled_from(["zh", "en"]))
def test_it_fits_and_holds_nothing_active(calendar: Calendar, width: int, language: str) -> None:
    text = shown(calendar, width, Console("en" if language == "en" else "zh"))
    assert max(map(cells, text.split("\n"))) <= width
    assert clean(text, lines=True) == text
    assert "\t" not in text


@given(calendars())
def test_every_work_has_a_row(calendar: Calendar) -> None:
    named = [replace(entry, plan=DISTRICT, title="工", series=None) for entry in calendar.entries]
    made = Calendar(calendar.months, named)
    rows = sum(line.startswith("工 ") for line in shown(made).splitlines())
    assert rows >= len(works(made))
