"""When the work of a plan is due: under each of its months, with the time as exact as it is printed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import duplan
from duplan.calendar.model import Calendar, Entry, PlanName, Unit, month_of_name, works
from duplan.calendar.occurrences import occurrences
from scoring import due, folded

SAMPLES = Path(__file__).parents[2] / "samples"
GOLD = sorted(SAMPLES.glob("*.gold.json"))
NAME = PlanName("计划", None, None, "计划.txt")

HEAD = "清溪区教育督导室2020年工作计划\n"
SCHOOL_YEAR = "清溪小学2022学年工作计划\n"


def entries(text: str) -> list[Entry]:
    """The entries of the last plan of a text."""
    return occurrences(duplan.parse(text).plans[-1], NAME)


def only(text: str) -> Entry:
    """The one entry."""
    (entry,) = entries(text)
    return entry


def days(found: list[Entry]) -> list[tuple[str, str, str | None, str | None]]:
    """Month, precision and days of each entry."""
    return [(each.month[-2:], each.precision, each.start, each.end) for each in found]


def tasks(*items: str) -> str:
    """A plan whose tasks are these; two of them so that they are read as a list."""
    numbered = "\n".join(f"{number}.{item}" for number, item in enumerate(items, 1))
    return f"{HEAD}一、工作目标\n1.提高质量。\n二、重点工作\n{numbered}\n"


def schedule(*lines: str, head: str = HEAD) -> str:
    """A plan with these lines in its schedule."""
    return head + "一、工作目标\n1.提高质量。\n二、逐月安排\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_every_labelled_item_is_found_under_each_of_its_months(path: Path) -> None:
    gold: dict[str, Any] = json.loads(path.read_text("utf-8"))
    source = next(
        each
        for each in SAMPLES.glob(path.name.replace(".gold.json", ".*"))
        if each.suffix in (".txt", ".docx")
    )
    document = duplan.load(source)
    for labelled, plan in zip(gold["plans"], document.plans, strict=True):
        found = Counter(
            (month_of_name(entry.month)[1], folded(entry.text))
            for entry in occurrences(plan, NAME)
            if entry.from_ == "schedule"
        )
        assert found == due(labelled)


def test_a_schedule_has_whole_months() -> None:
    first, second = entries(schedule("3月：1.召开会议。", "4月：1.开展评估。"))
    assert (first.month, first.text, first.start, first.end) == (
        *("2020-03", "召开会议"),
        *("2020-03-01", "2020-03-31"),
    )
    assert (first.from_, first.precision, first.label) == ("schedule", "month", "3月")
    assert second.month == "2020-04"


def test_an_item_that_names_a_day_of_its_month_has_it() -> None:
    first, _ = entries(schedule("3月：1.3月15日前报送总结。", "4月：1.开展评估。"))
    assert (first.precision, first.start, first.end) == ("deadline", None, "2020-03-15")
    assert first.when == "3月15日前"
    assert first.label == "3月"


def test_months_of_a_range_each_have_their_own_days() -> None:
    found = entries(schedule("1-2月：1.召开会议。", "3月：1.开展评估。"))
    assert [(each.month, each.start, each.end) for each in found][:2] == [
        ("2020-01", "2020-01-01", "2020-01-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
    ]


def test_january_of_a_school_year_is_in_the_next_year() -> None:
    lines = [f"{month}月：1.召开第{month}次会议。" for month in (9, 10, 11, 12, 1)]
    found = entries(schedule(*lines, head=SCHOOL_YEAR))
    assert [each.month for each in found] == [
        *("2022-09", "2022-10", "2022-11", "2022-12", "2023-01")
    ]


def test_months_without_a_year_have_none() -> None:
    text = "工作计划\n一、逐月安排\n3月：1.召开会议。\n4月：1.开展评估。\n"
    assert [(each.month, each.start, each.end) for each in entries(text)] == [
        ("--03", None, None),
        ("--04", None, None),
    ]


def test_a_task_is_due_when_its_sentence_says() -> None:
    entry = only(tasks("完善制度。各校要重视，9月底前报送方案。年报另行通知。", "开展培训。"))
    assert (entry.from_, entry.text) == ("task", "各校要重视，9月底前报送方案")
    assert (entry.title, entry.label, entry.when) == ("完善制度", "1.", "9月底前")
    assert (entry.precision, entry.month, entry.start, entry.end) == (
        *("deadline", "2020-09"),
        *(None, "2020-09-30"),
    )
    assert entry.place is not None
    assert entry.place.raw == "各校要重视，9月底前报送方案。"
    assert entry.place.line == 5


@pytest.mark.parametrize(
    "task", ["开展培训（9月底前完成）", "开展培训。（责任单位：督导室；完成时限：9月底前）"]
)
def test_a_time_in_a_bracket_is_the_titles(task: str) -> None:
    assert only(tasks(task, "完善制度。")).text == "开展培训"


def test_who_is_responsible_is_told() -> None:
    entry = only(tasks("9月开展培训（督导室牵头，教研室配合）", "完善制度。"))
    assert entry.responsible == (Unit("督导室", "lead"), Unit("教研室", "support"))


def test_the_same_time_in_two_sentences_is_two_entries() -> None:
    found = entries(tasks("完善制度。9月底前报送方案。9月底前公布结果。", "开展培训。"))
    assert [each.text for each in found] == ["9月底前报送方案", "9月底前公布结果"]


def test_a_time_said_twice_in_a_sentence_is_one_entry_a_month() -> None:
    assert len(entries(tasks("每月开展督导，按月通报。", "开展培训。"))) == 12


@pytest.mark.parametrize("time", ["每月", "全年"])
def test_what_goes_on_all_the_time_does_so_in_the_months_planned_for(time: str) -> None:
    lines = [f"{month}月：1.召开第{month}次会议。" for month in (9, 10, 11, 12, 1)]
    head = f"{SCHOOL_YEAR}一、重点工作\n1.{time}开展教研。\n2.完善制度。\n二、逐月安排\n"
    found = entries(head + "\n".join(lines))
    assert [each.month for each in found if each.from_ == "task"] == [
        *("2022-09", "2022-10", "2022-11", "2022-12", "2023-01")
    ]


def test_what_is_past_is_not_due() -> None:
    assert entries(tasks("落实2019年9月的要求。", "对2019年底尚未办结的问题挂号管理。")) == []


def test_what_is_due_just_before_the_year_is_kept() -> None:
    assert only(tasks("2019年12月31日前报送方案。", "开展培训。")).month == "2019-12"


def test_what_is_due_after_the_year_is_kept() -> None:
    assert only(tasks("到2022年12月底前全部达标。", "开展培训。")).month == "2022-12"


def test_goals_have_their_times_too() -> None:
    text = (
        f"{HEAD}一、工作目标\n1.6月底前通过省级评估。\n2.提高质量。\n二、重点工作\n1.开展培训。\n"
    )
    entry = only(text)
    assert (entry.from_, entry.id, entry.month) == ("goal", "s1.n1", "2020-06")


def test_work_that_repeats_is_one_series() -> None:
    lines = [
        "3月：1.推进示范校创建。2.召开会议。",
        "4月：1.继续推进示范校创建；",
        "5月：1.推进示范校创建",
    ]
    found = entries(schedule(*lines))
    assert [each.series for each in found] == [
        *("推进示范校创建", None, "推进示范校创建", "推进示范校创建")
    ]
    series, meeting = works(Calendar([], found))
    assert (series.text, series.months) == ("推进示范校创建", ["2020-03", "2020-04", "2020-05"])
    assert meeting.text == "召开会议"


def test_a_range_of_months_is_one_work_and_no_series() -> None:
    found = entries(schedule("3-5月：1.召开会议。", "6月：1.开展评估。"))
    assert {each.series for each in found} == {None}
    assert [work.months for work in works(Calendar([], found))] == [
        ["2020-03", "2020-04", "2020-05"],
        ["2020-06"],
    ]


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("完成时限：2020年2月底。", "2020-02-29"),
        ("（时限：2月底；责任：督政科）", "2020-02-29"),
        ("截止时间：2月20日。", "2020-02-20"),
        ("整改期限为2月20日。", "2020-02-20"),
        ("从即日起至2月20日开展整治。", "2020-02-20"),
    ],
)
def test_what_a_label_limits_is_due_on_the_last_day_named(said: str, last: str) -> None:
    entry = next(each for each in entries(tasks(f"校舍核查。{said}", "开会。")))
    assert (entry.precision, entry.start, entry.end) == ("deadline", None, last)


@pytest.mark.parametrize("said", ["活动时间：2月20日。", "自2月20日起至2月28日整改。"])
def test_what_no_label_limits_is_no_deadline(said: str) -> None:
    entry = next(each for each in entries(tasks(f"校舍核查。{said}", "开会。")))
    assert (entry.precision, entry.start) == ("day", "2020-02-20")


def table(head: str, *rows: str) -> str:
    """A plan whose tasks are a table."""
    lines = "\n".join(f"| {number} | {row} |" for number, row in enumerate(rows, 1))
    return f"{HEAD}一、重点任务\n| 序号 | 工作任务 | {head} |\n{lines}\n"


def test_a_column_of_limits_holds_deadlines() -> None:
    rows = ("建校 | 3月底", "修缮 | 11月30日", "督导 | 4月至5月", "统计 | 年底")
    assert days(entries(table("完成时限", *rows))) == [
        ("03", "deadline", None, "2020-03-31"),
        ("11", "deadline", None, "2020-11-30"),
        ("04", "month", "2020-04-01", "2020-04-30"),
        ("05", "month", "2020-05-01", "2020-05-31"),
        ("12", "deadline", None, "2020-12-31"),
    ]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "4月10日、5月10日、6月10日前分别报送",
            [("04", "", "04-10"), ("05", "", "05-10"), ("06", "", "06-10")],
        ),
        ("11月初、12月初各一次", [("11", "11-01", "11-10"), ("12", "12-01", "12-10")]),
        ("3月5日、20日各一次", [("03", "03-05", "03-05"), ("03", "03-20", "03-20")]),
        ("3、6月底各一次", [("03", "03-21", "03-31"), ("06", "06-21", "06-30")]),
        ("5月、9月前报送", [("05", "", "05-31"), ("09", "", "09-30")]),
        ("教师节、国庆节期间慰问", [("09", "09-10", "09-10"), ("10", "10-01", "10-07")]),
        (
            "六一儿童节、教师节、国庆节期间慰问",
            [("06", "06-01", "06-01"), ("09", "09-10", "09-10"), ("10", "10-01", "10-07")],
        ),
        ("中考、高考期间督查", [("06", "06-10", "06-30"), ("06", "06-07", "06-10")]),
        ("3月、9月各一次", [("03", "03-01", "03-31"), ("09", "09-01", "09-30")]),
    ],
)
def test_a_list_keeps_each_of_its_times(said: str, found: list[tuple[str, str, str]]) -> None:
    kept = [each for each in entries(tasks(f"督导。{said}。", "开会。")) if each.title == "督导"]
    assert [
        (each.month[-2:], (each.start or "")[5:], (each.end or "")[5:]) for each in kept
    ] == found


def test_an_item_of_a_schedule_keeps_each_of_its_times() -> None:
    assert days(entries(schedule("3月：3月5日、20日各开一次会", "4月：督导"))) == [
        ("03", "day", "2020-03-05", "2020-03-05"),
        ("03", "day", "2020-03-20", "2020-03-20"),
        ("04", "month", "2020-04-01", "2020-04-30"),
    ]


def test_work_in_several_rhythms_is_found_in_each() -> None:
    said = "每月报送一次数据，按月汇总，每季度通报一次，每周巡查一次"
    kept = [each for each in entries(tasks(f"督导。{said}。", "开会。")) if each.month == "2020-03"]
    assert [each.when for each in kept] == ["每月", "每季度", "每周"]


def test_a_start_and_a_finish_are_one_time() -> None:
    rows = ("建校 | 4月 | 6月底前", "修缮 | 3月1日 | 3月20日")
    found = entries(table("开始时间 | 完成时间", *rows))
    assert [(each.text, each.start, each.end) for each in found] == [
        ("建校", "2020-04-01", "2020-04-30"),
        ("建校", "2020-05-01", "2020-05-31"),
        ("建校", "2020-06-01", "2020-06-30"),
        ("修缮", "2020-03-01", "2020-03-20"),
    ]


def test_a_start_without_a_finish_is_a_time_of_its_own() -> None:
    found = entries(table("开始时间 | 完成时间", "建校 | 4月 | 另行通知", "修缮 | | 5月底"))
    assert [(each.text, each.precision, each.month[-2:]) for each in found] == [
        ("建校", "month", "04"),
        ("修缮", "deadline", "05"),
    ]
