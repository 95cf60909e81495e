"""The load of the months at a glance."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from invented_calendar import DISTRICT, Painted, Plain, autumn, calendars, september

from duplan.calendar.model import Calendar
from duplan.cli.console import Console, clean
from duplan.cli.layout import cells
from duplan.cli.year import year

ZH = Console("zh")
AT_80 = """\
█ 安排  ▓ 任务  ░ 目标

2020年 · 7 项
 9月  6  ████████▓▓░░  截止 1
10月  1  ██
11月  ·

                                                                    9 10 11 合计
槐安区2020年教育督导工作计划                                        5  1  ·    6
竹溪小学2020学年工作计划                                            1  ·  ·    1
"""


def shown(calendar: Calendar, width: int = 80, console: Console = ZH) -> str:
    return "".join(year(calendar, console, width))


def full_year() -> Calendar:
    months = [f"2020-{month:02}" for month in range(1, 13)]
    entries = [
        replace(entry, month=month)
        for month in months
        for entry in (september()[0], september()[5])
    ]
    return Calendar(months, entries)


def test_at_80_columns() -> None:
    assert shown(autumn()) == AT_80


def test_twelve_months_of_two_plans_stand_beside_each_other() -> None:
    lines = shown(full_year()).splitlines()
    assert lines[-3:] == [
        " " * 41 + "1  2  3  4  5  6  7  8  9 10 11 12 合计",
        "槐安区2020年教育督导工作计划" + " " * 11 + "  1" * 12 + "   12",
        "竹溪小学2020学年工作计划" + " " * 15 + "  1" * 12 + "   12",
    ]


def test_a_narrow_table_of_plans_is_parted() -> None:
    lines = shown(full_year(), 40).splitlines()
    assert lines[-7:] == [
        "                        1  2  3  4  5  6",
        "槐安区2020年教育督导…   1  1  1  1  1  1",
        "竹溪小学2020学年工作…   1  1  1  1  1  1",
        "",
        "                   7  8  9 10 11 12 合计",
        "槐安区2020年教育…  1  1  1  1  1  1   12",
        "竹溪小学2020学年…  1  1  1  1  1  1   12",
    ]


def test_a_school_year_is_one() -> None:
    months = [*(f"2023-{month:02}" for month in range(9, 13)), "2024-01", "2024-02"]
    entries = [replace(september()[0], month="2024-01")]
    assert shown(Calendar(months, entries)).splitlines() == [
        "槐安区2020年教育督导工作计划  云岭市槐安区教育督导室",
        "",
        "█ 安排",
        "",
        "2023年9月 - 2024年2月 · 1 项",
        "2023年9月  ·",
        "     10月  ·",
        "     11月  ·",
        "     12月  ·",
        "2024年1月  1  ██",
        "      2月  ·",
    ]


def test_years_are_drawn_to_one_measure() -> None:
    one, other = september()[0], replace(september()[5], month="2021-09", plan=DISTRICT)
    calendar = Calendar(["2020-09", "2021-09", "--09"], [one] * 100 + [other] * 50)
    bars = [len(line) for line in re.findall("█+", shown(calendar)) if len(line) > 1]
    assert bars[0] == 2 * bars[1]
    assert "年份不详 · 0 项\n9月    ·\n" in shown(calendar)


def test_a_plan_that_is_the_only_one_of_its_year_is_named_above_it() -> None:
    other = replace(DISTRICT, title="槐安区2021年教育督导工作计划", issuer=None)
    later = replace(september()[0], month="2021-09", plan=other)
    lines = shown(Calendar(["2020-09", "2021-09"], [september()[0], later])).splitlines()
    assert lines[lines.index("2021年 · 1 项") + 1] == "槐安区2021年教育督导工作计划"
    assert not any("合计" in line for line in lines)


def test_columns_of_plans_of_one_title_begin_with_what_differs() -> None:
    plans = [replace(DISTRICT, title="2020年工作计划", issuer=f"{name}区督导室") for name in "甲乙"]
    plans += [replace(plans[1], source="副本.docx")]
    entries = [replace(september()[0], plan=plan) for plan in plans]
    rows = shown(Calendar(["2020-09"], entries)).splitlines()[-3:]
    assert [row[:6] for row in rows] == ["甲区督导室 ", "槐安/计划.", "副本.doc"]


def test_no_bar_is_empty_that_has_entries() -> None:
    entries = [*[september()[0]] * 500, replace(september()[0], month="2020-10")]
    assert "10月    1  █\n" in shown(Calendar(["2020-09", "2020-10"], entries))


def test_nothing_at_all() -> None:
    assert shown(Calendar()) == "没有安排\n"


def test_a_console_without_bars_gets_other_marks() -> None:
    plain = shown(autumn(), 80, Plain("zh"))
    assert " 9月  6  ########==--  截止 1\n" in plain
    assert not set(plain) & set("█▓░…") - {"·"}


def test_colours_are_all_that_a_terminal_gets_more() -> None:
    painted = shown(autumn(), 80, Painted("zh"))
    assert "\x1b[33m截止 1\x1b[0m" in painted
    assert re.sub(r"\x1b\[\d*m", "", painted) == AT_80


@given(calendars(), st.integers(20, 130), st.sampled_from(["zh", "en"]))
def test_it_fits_and_holds_nothing_active(calendar: Calendar, width: int, language: str) -> None:
    text = shown(calendar, width, Console("en" if language == "en" else "zh"))
    assert max(map(cells, text.split("\n"))) <= width
    assert clean(text, lines=True) == text
    assert "\t" not in text


@given(calendars())
def test_every_entry_is_counted(calendar: Calendar) -> None:
    counts = re.findall(r"· (\d+) 项$", shown(calendar), re.MULTILINE)
    assert sum(map(int, counts)) == len(calendar.entries)
