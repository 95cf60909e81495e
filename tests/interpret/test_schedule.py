"""Schedules: month headings, inline lists, lists of times, tables and their columns."""

from __future__ import annotations

import pytest

from duplan import parse
from duplan.interpret.sections.columns import column_use
from duplan.plan import Document, Plan

HEAD = "2020年工作计划\n"


def one(text: str) -> Plan:
    """The only plan of a text."""
    (plan,) = parse(text).plans
    return plan


def entries(text: str) -> list[tuple[str, list[int], list[str], str | None]]:
    """Label, months, items and remark of each entry."""
    return [
        (entry.label, entry.months, [item.text for item in entry.items], entry.remark)
        for entry in one(text).monthly_schedule
    ]


FORMS = {
    "month headings with numbered items": (
        "一、逐月安排\n三月份：\n1.开会，部署工作。\n2.走访；检查。\n四月份\n1.督导。",
        [("三月份", [3], ["开会，部署工作", "走访；检查"], None), ("四月份", [4], ["督导"], None)],
    ),
    "month headings with sentences": (
        "一、逐月安排\n3月\n督导。通报；整改\n4月\n走访学校，约谈校长",
        [("3月", [3], ["督导", "通报", "整改"], None), ("4月", [4], ["走访学校，约谈校长"], None)],
    ),
    "months and their work on one line": (
        "一、逐月安排\n3月：开会；走访。检查\n5—6月：督导，通报",
        [("3月", [3], ["开会", "走访", "检查"], None), ("5—6月", [5, 6], ["督导，通报"], None)],
    ),
    "themes": (
        "一、逐月安排\n3月主题：读书月\n1.开会\n2.走访\n4月\n主题：种植月。播种；浇水",
        [("3月", [3], ["开会", "走访"], "读书月"), ("4月", [4], ["播种", "浇水"], "种植月")],
    ),
    "months that nothing heads": (
        "3月\n1.开会\n2.走访\n4月\n1.检查\n5月\n1.验收",
        [
            ("3月", [3], ["开会", "走访"], None),
            ("4月", [4], ["检查"], None),
            ("5月", [5], ["验收"], None),
        ],
    ),
    "a table below each month": (
        "一、逐月安排\n3月\n|序号|工作内容|备注|\n|1|开会|待定|\n|2|走访||\n"
        "4月\n|序号|工作内容|备注|\n|1|检查||",
        [("3月", [3], ["开会", "走访"], "待定"), ("4月", [4], ["检查"], None)],
    ),
    "linking words": (
        "一、逐月安排\n3月份工作重点：检查；验收\n4月份工作重点：开会",
        [("3月份", [3], ["检查", "验收"], None), ("4月份", [4], ["开会"], None)],
    ),
    "a list whose siblings all begin with a time": (
        "一、工作\n1.3月，开会。\n2.4月，走访。\n3.5月，检查。",
        [("3月", [3], ["开会"], None), ("4月", [4], ["走访"], None), ("5月", [5], ["检查"], None)],
    ),
    "quarters": (
        "一、进度\n第一季度：开会；走访。\n第二季度：检查。",
        [("第一季度", [1, 2, 3], ["开会", "走访"], None), ("第二季度", [4, 5, 6], ["检查"], None)],
    ),
    "ten days below months": (
        "一、逐月安排\n3月\n上旬：开会\n中旬：走访\n4月\n上旬：检查",
        [
            ("3月 上旬", [3], ["开会"], None),
            ("3月 中旬", [3], ["走访"], None),
            ("4月 上旬", [4], ["检查"], None),
        ],
    ),
    "over the end of the year": (
        "一、逐月安排\n12月至次年1月：开会\n每月：走访\n待定：检查",
        [
            ("12月至次年1月", [12, 1], ["开会"], None),
            ("每月", [*range(1, 13)], ["走访"], None),
            ("待定", [], ["检查"], None),
        ],
    ),
    "responsible people in brackets": (
        "一、逐月安排\n3月：开会（责任单位：甲科）；走访（张三）。\n4月：观影（长津湖）",
        [("3月", [3], ["开会", "走访"], "甲科；张三"), ("4月", [4], ["观影（长津湖）"], None)],
    ),
    "a month table": (
        "| 月份 | 重点工作 | 备注 |\n| 1-2月 | 1.总结；2.报告 | 局办 |\n| 3月 | 开会；走访 | |\n| 4月 | | |",
        [("1-2月", [1, 2], ["总结", "报告"], "局办"), ("3月", [3], ["开会", "走访"], None)],
    ),
    "a table with merged months": (
        "| 月份 | 旬 | 工作 | 责任科室 |\n| 3月 | 上旬 | 开会 | 甲科 |\n| | 中旬 | 走访 | 乙科 |",
        [("3月 上旬", [3], ["开会"], "甲科"), ("3月 中旬", [3], ["走访"], "乙科")],
    ),
    "rows without a time belong to the time above": (
        "| 月份 | 工作 | 备注 |\n| 3月 | 开会 | 甲科 |\n| | 走访 | 乙科 |\n| 4月 | 检查 | |",
        [("3月", [3], ["开会", "走访"], "甲科；乙科"), ("4月", [4], ["检查"], None)],
    ),
    "a table whose times stand in the middle": (
        "| 行业 | 时间安排 | 单位 |\n| 学校 | 3月 | 甲科 |\n| 医院 | 4月 | 乙科 |\n| 商场 | 5月 | 丙科 |",
        [("3月", [3], ["学校"], "甲科"), ("4月", [4], ["医院"], "乙科"), ("5月", [5], ["商场"], "丙科")],
    ),
    "a column that explains": (
        "| 月份 | 工作 | 要求 |\n| 3月 | 开会 | 全员参加 |\n| 4月 | 走访 | 每校一次 |",
        [("3月", [3], ["开会"], None), ("4月", [4], ["走访"], None)],
    ),
    "two half years side by side": (
        "| 月份 | 工作 | 月份 | 工作 |\n| 1月 | 甲 | 7月 | 乙 |\n| 2月 | 丙 | 8月 | 丁 |",
        [
            ("1月", [1], ["甲"], None),
            ("7月", [7], ["乙"], None),
            ("2月", [2], ["丙"], None),
            ("8月", [8], ["丁"], None),
        ],
    ),
    "several columns of work": (
        "| 月份 | 教学工作 | 德育工作 |\n| 3月 | 听课 | 升旗 |\n| 4月 | 检测 | 扫墓 |",
        [("3月", [3], ["听课", "升旗"], None), ("4月", [4], ["检测", "扫墓"], None)],
    ),
    "days": (
        "| 日期 | 工作 |\n| 3月8日 | 开会 |\n| 9/1～9/7 | 走访 |\n| 12月25日 | 检查 |",
        [
            ("3月8日", [3], ["开会"], None),
            ("9/1～9/7", [9], ["走访"], None),
            ("12月25日", [12], ["检查"], None),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_forms(form: str) -> None:
    text, expected = FORMS[form]
    assert entries(HEAD + text) == expected
    plan = one(HEAD + text)
    assert [section.role for section in plan.sections] == ["schedule"]
    assert plan.key_tasks == []


@pytest.mark.parametrize(
    "text",
    [
        "一、工作\n1.3月，开会。\n2.走访。\n3.5月，检查。",
        "一、重点工作\n（一）9月底前完成自评。\n（二）在4月，结合读书月开展活动。",
        "一、重点工作\n| 序号 | 工作任务 | 完成时限 |\n| 1 | 开会 | 3月 |\n| 2 | 走访 | 4月 |",
        "一、重点工作\n（一）走访（3月）。\n（二）检查（4月）。",
    ],
)
def test_times_inside_tasks_make_no_schedule(text: str) -> None:
    assert entries(HEAD + text) == []


def test_a_school_year_runs_into_the_next_year() -> None:
    plan = one("2023—2024学年工作计划\n一、逐月安排\n9月：甲。\n12月：乙。\n1月：丙。\n6月：丁。")
    assert [entry.year for entry in plan.monthly_schedule] == [2023, 2023, 2024, 2024]


def test_weeks_have_the_months_of_their_dates() -> None:
    plan = one(
        "2023—2024学年第一学期工作计划\n| 周次 | 日期 | 工作 |\n| 第1周 | 9.1-9.3 | 开学 |\n"
        "| 第5周 | 9.25-10.1 | 考试 |\n| 第20周 | 1.8-1.14 | 放假 |"
    )
    found = [(entry.label, entry.months, entry.year) for entry in plan.monthly_schedule]
    assert found == [
        ("第1周 9.1-9.3", [9], 2023),
        ("第5周 9.25-10.1", [9, 10], 2023),
        ("第20周 1.8-1.14", [1], 2024),
    ]


def test_days_of_the_month_that_the_title_names() -> None:
    plan = one("2020年9月工作计划\n一、工作安排\n2—6日：甲；乙。\n9日：丙。\n中旬：丁")
    assert [(entry.label, entry.months) for entry in plan.monthly_schedule] == [
        ("2—6日", [9]),
        ("9日", [9]),
        ("中旬", [9]),
    ]


def test_names_in_columns_and_brackets_are_responsible() -> None:
    plan = one(
        f"{HEAD}| 月份 | 工作 | 责任科室 |\n| 3月 | 开会；走访（张三） | 甲科、乙科 |\n| 4月 | 检查 | 丙科 |"
    )
    first = plan.monthly_schedule[0]
    assert [[unit.name for unit in item.responsible] for item in first.items] == [
        ["甲科", "乙科"],
        ["张三", "甲科", "乙科"],
    ]


def test_the_header_says_what_a_bare_number_counts() -> None:
    rows = "| 9月 | 1 | 开学 |\n| | 2 | 走访 |\n| 10月 | 6 | 检查 |"
    found = {}
    for header in ("周次", "日期"):
        plan = one(f"{HEAD}| 月份 | {header} | 工作 |\n{rows}")
        found[header] = [(e.precision, e.months, e.start) for e in plan.monthly_schedule]
    assert found["周次"] == [("week", [9], None), ("week", [9], None), ("week", [10], None)]
    assert found["日期"] == [
        ("day", [9], "2020-09-01"),
        ("day", [9], "2020-09-02"),
        ("day", [10], "2020-10-06"),
    ]


def test_columns_of_figures_hold_no_items() -> None:
    rows = "| 3月 | 开会 | 1,234.50 | 98.5% |\n| 4月 | 走访 | 0.3 | 100% |"
    plan = one(f"{HEAD}| 月份 | 工作 | 经费（万元） | 达标率 |\n{rows}")
    assert [[item.text for item in entry.items] for entry in plan.monthly_schedule] == [
        ["开会"],
        ["走访"],
    ]
    assert plan.monthly_schedule[0].details == ["经费（万元）：1,234.50", "达标率：98.5%"]


def test_departments_beside_the_column_of_times_are_a_header() -> None:
    table = "| 月份 | 教务处 | 学务处 |\n|---|---|---|\n| 八月 | 验收教科书 | 开会 |\n| 九月 | 测验 |  |"
    assert entries(HEAD + table) == [
        ("八月", [8], ["验收教科书", "开会"], None),
        ("九月", [9], ["测验"], None),
    ]


def test_a_numbered_table_under_each_month_and_no_title() -> None:
    head = "| 序号 | 工作内容 | 责任科室 |"
    months = [f"{m}月\n{head}\n| 1 | 甲{m} | 甲科 |\n| 2 | 乙{m} | 甲科 |" for m in (1, 2, 3)]
    plan = one("\n".join(months))
    assert plan.title is None
    assert plan.key_tasks == []
    found = [
        (entry.months, [(item.label, item.text) for item in entry.items], entry.details)
        for entry in plan.monthly_schedule
    ]
    assert found == [([m], [("1", f"甲{m}"), ("2", f"乙{m}")], []) for m in (1, 2, 3)]


def test_a_time_that_cannot_be_read_is_kept_and_named() -> None:
    document = parse(f"{HEAD}| 时间 | 工作 |\n| 3月 | 甲 |\n| 改天 | 乙 |\n| 5月 | 丙 |")
    found = {entry.label: entry.months for entry in document.plans[0].monthly_schedule}
    assert found == {"3月": [3], "改天": [], "5月": [5]}
    assert _codes(document) == ["DP401"]


def _codes(document: Document) -> list[str]:
    return [finding.code for finding in document.diagnostics]


def test_a_closing_remark_is_no_item() -> None:
    text = f"{HEAD}一、逐月安排\n3月：召开全校教职工大会。\n4月：组织春季运动会。\n如有变动，另行通知。"
    assert entries(text)[-1][2] == ["组织春季运动会"]
    assert one(text).sections[0].text == "如有变动，另行通知。"


@pytest.mark.parametrize(
    ("header", "use"),
    [
        ("月份", "time"),
        ("起止日期", "time"),
        ("旬", "part"),
        ("周次", "time"),
        ("工作内容", "work"),
        ("主要工作", "work"),
        ("备注", "remark"),
        ("主题", "remark"),
        ("责任科室", "responsible"),
        ("牵头单位", "lead"),
        ("配合部门", "support"),
        ("完成时限", "deadline"),
        ("序号", "number"),
        ("类别", "category"),
        ("工作要求", "explain"),
        ("开展督导检查，走访学校", None),
        ("3月", None),
        ("", None),
    ],
)
def test_columns(header: str, use: str | None) -> None:
    assert column_use(header) == use


def test_words_that_every_month_heading_repeats() -> None:
    text = f"{HEAD}一、各月工作\n3月学校工作\n召开大会，部署工作。\n4月学校工作\n组织运动会。"
    assert [entry[0] for entry in entries(text)] == ["3月", "4月"]


def test_months_as_columns() -> None:
    table = (
        "| 科室 | 3月 | 4月 | 5月 |\n| 督政科 | 开会；走访 | | 检查 |\n| 督学科 | 培训 | 督导 | |"
    )
    plan = one(f"{HEAD}{table}")
    assert [
        (entry.label, entry.months, entry.year, entry.remark) for entry in plan.monthly_schedule
    ] == [
        ("3月", [3], 2020, "督政科；督学科"),
        ("4月", [4], 2020, "督学科"),
        ("5月", [5], 2020, "督政科"),
    ]
    assert [
        (item.text, [unit.name for unit in item.responsible])
        for entry in plan.monthly_schedule
        for item in entry.items
    ] == [
        ("开会", ["督政科"]),
        ("走访", ["督政科"]),
        ("培训", ["督学科"]),
        ("督导", ["督学科"]),
        ("检查", ["督政科"]),
    ]


def test_months_as_columns_over_work_and_units() -> None:
    work, units = "| 工作内容 | 开会 | 督导 | 检查 |", "| 责任科室 | 督政科 | 督学科 | 督政科 |"
    table = f"| 月份 | 3月 | 4月 | 5月 |\n{work}\n{units}"
    assert entries(f"{HEAD}一、逐月安排\n{table}") == [
        ("3月", [3], ["开会"], "督政科"),
        ("4月", [4], ["督导"], "督学科"),
        ("5月", [5], ["检查"], "督政科"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| 科室 | 3月 | 4月 | 5月 |\n| 督政科 | 10 | 20 | 30 |",
        "| 序号 | 工作任务 | 一季度 | 二季度 | 三季度 |\n| 1 | 建校 | 选址 | 开工 | 竣工 |",
    ],
    ids=["figures", "progress of tasks"],
)
def test_columns_of_months_that_make_no_schedule(table: str) -> None:
    assert one(f"{HEAD}一、重点工作\n{table}").monthly_schedule == []


MONTHS = "3月：制定方案\n4月：改造操场\n10月：运动会"


@pytest.mark.parametrize("part", ["第一部分", "第一章"])
def test_a_schedule_is_found_below_parts(part: str) -> None:
    """A part is a level above 一、: what it holds is found as it is without parts."""
    plan = one(
        f"清溪小学2022年工作总结和2023年工作计划\n{part} 2022年工作总结\n一、主要成绩\n1.3月通过验收。\n"
        f"{part.replace('一', '二')} 2023年工作计划\n一、重点工作\n1.改造操场。\n2.举办运动会。\n"
        f"二、月度安排\n{MONTHS}"
    )
    assert [(entry.label, entry.year) for entry in plan.monthly_schedule] == [
        ("3月", 2023),
        ("4月", 2023),
        ("10月", 2023),
    ]
    assert [(section.role, section.title) for section in plan.sections] == [
        ("review", "2022年工作总结"),
        ("tasks", "2023年工作计划"),
        ("schedule", "月度安排"),
    ]
    (work,) = plan.key_tasks
    assert [task.title for task in work.subtasks] == ["改造操场", "举办运动会"]


# --- known faults -------------------------------------------------------------------------------


def test_halves_side_by_side_have_no_details() -> None:
    plan = one(HEAD + FORMS["two half years side by side"][0])
    assert [entry.details for entry in plan.monthly_schedule] == [[]] * 4


def test_the_same_task_twice_makes_no_schedule() -> None:
    item = "9月底前完成校舍核查"
    assert entries(f"{HEAD}一、重点工作\n（一）开展督导。\n（二）{item}。\n（三）{item}。") == []
