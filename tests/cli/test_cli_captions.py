"""What the views of a calendar call months and times."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_calendar import SCHOOL

from duplan.calendar.model import Entry
from duplan.cli.captions import (
    consecutive,
    month_runs,
    month_title,
    months_title,
    time_of,
    twelves,
    work_of,
)
from duplan.cli.console import Console
from duplan.dates.precision import Precision

ZH, EN = Console("zh"), Console("en")
ENTRY = Entry("2020-09", "完成核查", SCHOOL, "task", "s1", "1.", "none")
SCHOOL_YEAR = [
    *(f"2023-{month:02}" for month in range(9, 13)),
    *(f"2024-{m:02}" for m in range(1, 9)),
]


@pytest.mark.parametrize(
    ("printed", "precision", "days", "chinese", "english"),
    [
        ("9月15日", "day", (15, 15), "9月15日", "15 Sep"),
        ("15日至16日", "day", (15, 16), "9月15-16日", "15-16 Sep"),
        ("9月29日—10月2日", "day", (29, 30), "9月29日—10月2日", "9月29日—10月2日"),
        ("9月上旬", "part", (1, 10), "上旬", "early"),
        ("9月中旬", "part", (11, 20), "中旬", "mid-month"),
        ("9月下旬", "part", (21, 30), "下旬", "late"),
        ("9月上半月", "part", (1, 15), "上半月", "first half"),
        ("9月下半月", "part", (16, 30), "下半月", "2nd half"),
        ("秋季开学", "part", (1, 7), "秋季开学", "秋季开学"),
        ("年底", "part", (1, 30), "年底", "年底"),
        ("九月", "month", (1, 30), "全月", "all month"),
        ("2020年9月份", "month", (1, 30), "全月", "all month"),
        ("8-9月", "month", (1, 30), "8-9月", "8-9月"),
        ("9月底前", "deadline", (None, 30), "截止 9/30", "due 30 Sep"),
        ("国庆前", "deadline", (None, None), "截止 国庆前", "due 国庆前"),
        ("第3周 9/15～9/21", "week", (15, 21), "第3周 9/15～9/21", "第3周 9/15～9/21"),
        ("每 月", "recurring", (1, 30), "每 月", "每 月"),
        ("全年", "year", (1, 30), "全年", "全年"),
        ("三季度", "quarter", (1, 30), "三季度", "三季度"),
        ("", "month", (None, None), "全月", "all month"),
        ("9月15日", "day", (None, None), "9月15日", "9月15日"),
        ("甲\x1b\n乙", "none", (None, None), "甲\\x1b 乙", "甲\\x1b 乙"),
    ],
)
def test_times(
    printed: str,
    precision: Precision,
    days: tuple[int | None, int | None],
    chinese: str,
    english: str,
) -> None:
    start, end = (f"2020-09-{day:02}" if day else None for day in days)
    entry = replace(ENTRY, precision=precision, when=printed, start=start, end=end)
    assert time_of(ZH, entry) == chinese
    assert time_of(EN, entry) == english


def test_the_label_of_a_task_is_no_time() -> None:
    assert time_of(ZH, replace(ENTRY, label="3.1", precision="none")) == "全月"
    assert time_of(ZH, replace(ENTRY, label="寒假", precision="none", from_="schedule")) == "寒假"


def test_months() -> None:
    assert month_title(ZH, "2020-09") == "2020年9月"
    assert month_title(EN, "--09") == "Sep (year unknown)"
    assert months_title(ZH, SCHOOL_YEAR) == "2023年9月 - 2024年8月"
    assert months_title(EN, ["2020-09", "2020-10"]) == "2020"
    assert months_title(ZH, ["--09"]) == "年份不详"


def test_runs_of_months() -> None:
    gap = ["2020-04", "2020-05", "2020-06", "2020-09"]
    assert month_runs(ZH, gap) == "4-6月、9月"
    assert month_runs(EN, gap) == "Apr-Jun, Sep"
    assert month_runs(ZH, SCHOOL_YEAR) == "2023年9月-2024年8月"
    assert list(consecutive(["--12", "2020-12", "2021-01"])) == [["--12"], ["2020-12", "2021-01"]]


def test_years_are_those_of_the_school_where_that_comes_out_even() -> None:
    two = [*SCHOOL_YEAR, *(f"2024-{month:02}" for month in range(9, 13))]
    two += [f"2025-{month:02}" for month in range(1, 9)]
    assert [len(year) for year in twelves(two)] == [12, 12]
    assert list(twelves(SCHOOL_YEAR)) == [SCHOOL_YEAR]
    assert [len(year) for year in twelves(two[:20])] == [4, 12, 4]
    assert list(twelves(["2020-09", "2021-09", "--09"])) == [["2020-09"], ["2021-09"], ["--09"]]
    assert list(twelves([])) == []


@pytest.mark.parametrize(
    ("title", "text", "shown"),
    [
        ("", "9月底前完成。", "9月底前完成。"),
        ("核查办学条件", "9月底前完成。", "核查办学条件：9月底前完成。"),
        ("核查办学条件。", "9月底前完成。", "核查办学条件。9月底前完成。"),
        ("9月底前完成核查", "9月底前完成核查", "9月底前完成核查"),
        ("一、9月底前完成核查", "9月底前完成核查", "一、9月底前完成核查"),
        ("9月底前", "9月底前完成核查", "9月底前完成核查"),
    ],
)
def test_a_sentence_stands_after_the_title_of_its_task(title: str, text: str, shown: str) -> None:
    assert work_of(replace(ENTRY, title=title, text=text)) == shown
