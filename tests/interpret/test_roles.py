"""What sections are for, by their headings, their content and their neighbours."""

from __future__ import annotations

import pytest

from duplan import parse
from duplan.plan import Plan

HEAD = "2020年工作计划\n"


def one(text: str) -> Plan:
    """The only plan of a text."""
    (plan,) = parse(text).plans
    return plan


def sections(text: str) -> list[tuple[str, str | None]]:
    """The roles and titles of a plan's sections."""
    return [(section.role, section.title) for section in one(text).sections]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("指导思想", "overview"),
        ("总体要求", "overview"),
        ("工作思路和原则", "overview"),
        ("工作目标", "goals"),
        ("2020年主要目标任务", "goals"),
        ("重点工作", "tasks"),
        ("今年主要任务", "tasks"),
        ("工作任务及措施", "tasks"),
        ("保障措施", "measures"),
        ("组织领导", "measures"),
        ("工作要求", "measures"),
        ("加强组织保障", "measures"),
        ("2019年工作回顾", "review"),
        ("存在的主要问题", "review"),
        ("取得的成效", "review"),
        ("现状分析", "other"),
        ("工作依据", "other"),
        ("经费预算", "other"),
        ("参加对象", "other"),
        ("附则", "other"),
        ("深化督导改革", "tasks"),
        ("加强队伍建设。", "tasks"),
    ],
)
def test_roles_by_the_words_of_the_heading(heading: str, role: str) -> None:
    text = f"{HEAD}一、{heading}\n坚持督政督学并重，推动工作。\n二、提升队伍素质\n（一）培训。"
    assert sections(text)[0] == (role, heading.rstrip("。"))


def test_a_substantive_heading_is_section_and_task_a_generic_one_is_only_a_section() -> None:
    plan = one(f"{HEAD}一、深化改革\n（一）督导。\n二、重点工作\n（一）走访。")
    assert [section.role for section in plan.sections] == ["tasks", "tasks"]
    assert [(task.path, task.title) for task in plan.key_tasks] == [
        ([1], "深化改革"),
        ([2, 1], "走访"),
    ]
    assert [task.title for task in plan.key_tasks[0].subtasks] == ["督导"]


def test_a_run_in_heading_opens_a_section() -> None:
    plan = one(
        f"{HEAD}一、指导思想：坚持并重。\n二、健全组织，强化领导。成立专班。\n三、督导\n（一）甲。"
    )
    assert [(section.role, section.title) for section in plan.sections] == [
        ("overview", "指导思想"),
        ("tasks", "健全组织，强化领导"),
        ("tasks", "督导"),
    ]
    assert plan.sections[0].text == "坚持并重。"


def test_a_paragraph_before_the_first_heading_is_an_overview() -> None:
    text = f"{HEAD}为做好全年工作，制定本计划。\n一、重点工作\n（一）督导。"
    assert sections(text) == [("overview", None), ("tasks", "重点工作")]


def test_a_flat_list_is_one_section_without_a_title() -> None:
    plan = one(f"{HEAD}1.督导检查。\n2.走访学校。\n3.通报结果。")
    assert [(section.role, section.title) for section in plan.sections] == [("tasks", None)]
    assert [(task.path, task.title) for task in plan.key_tasks] == [
        ([1], "督导检查"),
        ([2], "走访学校"),
        ([3], "通报结果"),
    ]


def test_a_list_with_bodies_is_as_many_sections() -> None:
    text = f"{HEAD}1.督导检查。每月一次。\n2.走访学校。\n3.通报结果。"
    assert sections(text) == [("tasks", "督导检查"), ("tasks", "走访学校"), ("tasks", "通报结果")]


def test_measures_with_items_are_tasks_where_there_are_no_others() -> None:
    text = f"{HEAD}一、指导思想\n甲。\n二、具体措施\n1.子。\n2.丑。"
    assert sections(text) == [("overview", "指导思想"), ("tasks", "具体措施")]
    assert [task.path for task in one(text).key_tasks] == [[2, 1], [2, 2]]
    beside = f"{HEAD}一、重点工作\n1.子。\n二、具体措施\n1.丑。"
    assert sections(beside) == [("tasks", "重点工作"), ("measures", "具体措施")]
    assert [task.title for task in one(beside).key_tasks] == ["子"]


def test_every_section_of_a_review_is_review_and_holds_no_tasks() -> None:
    plan = one(
        "2020年工作总结\n一年来，成绩明显。\n一、主要成效\n（一）督导。\n二、下步打算\n1.检查。"
    )
    assert [section.role for section in plan.sections] == ["review"] * 3
    assert plan.key_tasks == [] and plan.goals == []
    assert plan.sections[2].text == "1.检查。"


def test_a_review_and_a_plan_under_one_title() -> None:
    plan = one(
        "2019年工作总结和2020年工作计划\n过去一年，成绩明显。\n一、2019年工作回顾\n（一）督导。\n"
        "二、2020年工作打算\n（一）走访。"
    )
    assert [section.role for section in plan.sections] == ["review", "review", "tasks"]
    assert [task.path for task in plan.key_tasks] == [[2, 1]]


def test_headings_without_numbers() -> None:
    line = "全面落实上级部署，逐月调度通报，压实工作责任，务求取得实效。"
    plan = one(
        f"{HEAD}指导思想\n{line}\n重点工作\n完善机制\n{line}\n建强队伍\n{line}\n保障措施\n{line}"
    )
    assert [(section.role, section.title) for section in plan.sections] == [
        ("overview", "指导思想"),
        ("tasks", "重点工作"),
        ("measures", "保障措施"),
    ]
    assert [(task.path, task.title) for task in plan.key_tasks] == [
        ([2, 1], "完善机制"),
        ([2, 2], "建强队伍"),
    ]


def test_closing_remarks_open_no_section() -> None:
    text = f"{HEAD}一、重点工作\n（一）督导。\n说明：1.如有变动，另行通知。\n2.解释权归督导室。"
    assert sections(text) == [("tasks", "重点工作")]
    assert len(one(text).key_tasks) == 1


@pytest.mark.xfail(reason="说明： on a line of its own is a heading")
def test_closing_remarks_below_a_line_of_their_own_open_no_section() -> None:
    text = f"{HEAD}一、重点工作\n（一）督导。\n说明：\n1.如有变动，另行通知。\n2.解释权归督导室。"
    assert sections(text) == [("tasks", "重点工作")]
