"""Tasks and goals: paths, titles, bodies, points, who is responsible, by when, under which document."""

from __future__ import annotations

from io import BytesIO

import pytest

from duplan import load, parse
from duplan.interpret.brackets import listed
from duplan.interpret.frame.names import split_names
from duplan.plan import Plan, Task
from duplan.text.normal import Text

HEAD = "2020年工作计划\n"


def one(text: str) -> Plan:
    """The only plan of a text."""
    (plan,) = parse(HEAD + text).plans
    return plan


def only(text: str) -> Task:
    """The first task of a section that holds the text and one more item."""
    return one(f"一、重点工作\n（一）{text}\n（二）通报。").key_tasks[0]


def paths(tasks: list[Task]) -> list[tuple[list[int], str]]:
    """Paths and titles, depth first."""
    return [found for task in tasks for found in [(task.path, task.title), *paths(task.subtasks)]]


def duties(task: Task) -> list[tuple[str, str]]:
    """Who is responsible, and how."""
    return [(unit.name, unit.duty) for unit in task.responsible]


def test_paths_hold_the_printed_numbers() -> None:
    plan = one(
        "一、重点工作\n（一）机制\n1.制度\n（1）甲\n（2）乙\n（三）队伍\n二、深化改革\n1.丙\n2.丁"
    )
    assert paths(plan.key_tasks) == [
        ([1, 1], "机制"),
        ([1, 1, 1], "制度"),
        ([1, 1, 1, 1], "甲"),
        ([1, 1, 1, 2], "乙"),
        ([1, 3], "队伍"),
        ([2], "深化改革"),
        ([2, 1], "丙"),
        ([2, 2], "丁"),
    ]
    assert plan.key_tasks[0].subtasks[0].id == "s1.i1.n1"


def test_numbers_that_run_on_are_kept() -> None:
    plan = one("一、机制建设\n1.甲\n2.乙\n二、队伍建设\n3.丙\n4.丁")
    assert [task.path for task in plan.key_tasks[1].subtasks] == [[2, 3], [2, 4]]


def test_a_repeated_number_gets_an_id_of_its_own() -> None:
    plan = one("一、重点工作\n1.甲\n2.乙\n2.丙")
    assert [task.path for task in plan.key_tasks] == [[1, 1], [1, 2], [1, 2]]
    assert len({task.id for task in plan.key_tasks}) == 3


def test_bodies_are_kept_without_the_title() -> None:
    task = only("完善机制。修订规则。\n压实责任。\n逐月调度。")
    assert (task.label, task.title) == ("（一）", "完善机制")
    assert task.text == "修订规则。\n压实责任。\n逐月调度。"


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (
            "机制。一是健全制度，每月入校；二是通报。",
            [("一是", "健全制度", "每月入校；"), ("二是", "通报", "")],
        ),
        ("机制\n一要培训，全员。\n二要考核。", [("一要", "培训", "全员。"), ("二要", "考核", "")]),
        (
            "机制。首先，甲；其次，乙；最后，丙。",
            [("首先", "甲", ""), ("其次", "乙", ""), ("最后", "丙", "")],
        ),
        ("机制。第一，甲。第二，乙。", [("第一", "甲", ""), ("第二", "乙", "")]),
        ("机制。一是健全制度。", []),
        ("机制。评选一是一、二是二的能手。", []),
    ],
)
def test_points(text: str, points: list[tuple[str, str, str]]) -> None:
    task = only(text)
    assert [(point.label, point.title, point.text) for point in task.points] == points
    assert task.title == "机制"


def test_items_inside_a_paragraph_are_subtasks() -> None:
    task = only("检查。分两步：①自查，交表；②复核（责任单位：甲科）。")
    assert (task.title, task.text) == ("检查", "分两步：")
    assert paths(task.subtasks) == [([1, 1, 1], "自查，交表"), ([1, 1, 2], "复核")]
    assert duties(task.subtasks[1]) == [("甲科", "responsible")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("检查（责任单位：甲科）", [("甲科", "responsible")]),
        ("检查。（责任单位：甲科、乙科）", [("甲科", "responsible"), ("乙科", "responsible")]),
        (
            "检查（牵头单位：甲科；配合单位：乙科、丙科）",
            [("甲科", "lead"), ("乙科", "support"), ("丙科", "support")],
        ),
        ("检查（甲科牵头）", [("甲科", "lead")]),
        ("检查\n责任单位：甲科；完成时限：6月底", [("甲科", "responsible")]),
        (
            "检查（责任领导：张三；责任科室：丙科）",
            [("张三", "responsible"), ("丙科", "responsible")],
        ),
        ("检查方案（试行）", []),
    ],
)
def test_who_is_responsible(text: str, found: list[tuple[str, str]]) -> None:
    task = only(text)
    assert duties(task) == found
    assert task.title == ("检查" if found else "检查方案（试行）")


def test_a_bracket_cut_off_the_title_stays_in_the_text() -> None:
    assert only("检查（责任单位：甲科）").text == "（责任单位：甲科）"


def test_times_of_a_task() -> None:
    task = only("检查。9月底前完成自评，12月上旬迎检，每季度通报，9月底前完成整改。")
    assert [(time.raw, time.precision) for time in task.timing] == [
        ("9月底前", "deadline"),
        ("12月上旬", "part"),
        ("每季度", "recurring"),
    ]
    assert (task.timing[0].months, task.timing[0].end) == ([9], "2020-09-30")
    assert one("一、重点工作\n（一）9月底前完成自评。\n（二）通报。").monthly_schedule == []


def test_documents_that_a_task_names() -> None:
    task = only("落实《创建方案》（槐政发〔2019〕12号）。对照《创建方案》逐项自查。")
    assert [(named.text, named.kind) for named in task.references] == [
        ("《创建方案》", "title"),
        ("槐政发〔2019〕12号", "number"),
    ]


TABLE = """一、任务分解
| 类别 | 序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限 |
| 督导 | 1 | 开展检查。全覆盖 | 甲科 | 乙科、丙科 | 9月底前 |
| | 2 | 走访 | 乙科 | | 全年 |
| 队伍 | 3 | 培训 | 丙科 | | 改天 |"""


def test_rows_of_a_task_table() -> None:
    document = parse(HEAD + TABLE)
    (plan,) = document.plans
    assert paths(plan.key_tasks) == [
        ([1, 1], "督导"),
        ([1, 1, 1], "开展检查"),
        ([1, 1, 2], "走访"),
        ([1, 2], "队伍"),
        ([1, 2, 3], "培训"),
    ]
    assert plan.monthly_schedule == []
    row = plan.key_tasks[0].subtasks[0]
    assert duties(row) == [("甲科", "lead"), ("乙科", "support"), ("丙科", "support")]
    assert [(time.raw, time.months) for time in row.timing] == [("9月底前", [9])]
    last = plan.key_tasks[1].subtasks[0]
    assert [(time.raw, time.precision) for time in last.timing] == [("改天", "none")]
    assert [found.code for found in document.diagnostics] == ["DP401"]


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        (
            "1.覆盖率达到100%。问题整改率95%。\n2.通过督导；",
            [("1.", "覆盖率达到100%"), ("2.", "通过督导")],
        ),
        ("1.民生目标：改善。\n2.丙", [("1.", "民生目标：改善"), ("2.", "丙")]),
        ("力争实现：\n（一）增长6%。\n（二）达标。", [("（一）", "增长6%"), ("（二）", "达标")]),
        ("●覆盖率达到100%\n●通过督导", [("●", "覆盖率达到100%"), ("●", "通过督导")]),
        ("全年督导60所。群众满意。", [("", "全年督导60所")]),
        ("1.甲事；2.乙事。", [("1.", "甲事"), ("2.", "乙事")]),
    ],
)
def test_goals(text: str, goals: list[tuple[str, str]]) -> None:
    plan = one(f"一、工作目标\n{text}\n二、重点工作\n（一）督导。")
    assert [(goal.label, goal.title) for goal in plan.goals] == goals
    assert [task.title for task in plan.key_tasks] == ["督导"]


def test_a_line_among_tasks_that_names_a_goal() -> None:
    plan = one("一、督导\n（一）走访\n目标：走访10所。\n（二）检查")
    assert [goal.title for goal in plan.goals] == ["走访10所"]
    assert paths(plan.key_tasks) == [([1], "督导"), ([1, 1], "走访"), ([1, 2], "检查")]
    assert plan.key_tasks[0].subtasks[0].text == ""


def test_measures_and_other_sections_hold_no_tasks() -> None:
    plan = one(
        "一、重点工作\n（一）督导。\n二、保障措施\n（一）经费单列。\n三、附则\n1.自印发起施行。"
    )
    assert [task.title for task in plan.key_tasks] == ["督导"]
    assert plan.sections[1].text == "（一）经费单列。"


# --- known faults -------------------------------------------------------------------------------


def test_names_before_their_duty() -> None:
    assert duties(only("检查（由甲科牵头，乙科配合）")) == [("甲科", "lead"), ("乙科", "support")]


def test_a_duty_and_a_deadline_in_brackets_of_their_own() -> None:
    assert "9月底前完成" in only("检查（责任单位：甲科）（9月底前完成）").text


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["教导处", "德育处"], ["教导处", "德育处"]),
        (["教导处、德育处", "总务处"], ["教导处", "德育处", "总务处"]),
        (["教导处、", "德育处"], ["教导处", "德育处"]),
        (["教育局（牵头）", "卫健局"], ["教育局（牵头）", "卫健局"]),
        (["张三", "李四"], ["张三", "李四"]),
        (["区人民政府办公", "室"], ["区人民政府办公室"]),
        (["区教", "育局"], ["区教育局"]),
    ],
)
def test_the_lines_of_a_cell_of_names(lines: list[str], names: list[str]) -> None:
    text = listed(Text(line) for line in lines)
    assert [name.text for name in split_names(text)] == names


def test_white_space_parts_the_units_of_a_cell() -> None:
    rows = "| 1 | 建校 | 基教科　督导室 |\n| 2 | 修缮 | 人 事 科 |"
    plan = parse(f"2020年工作计划\n一、重点工作\n| 序号 | 工作任务 | 责任单位 |\n{rows}").plans[0]
    assert [[unit.name for unit in task.responsible] for task in plan.key_tasks] == [
        ["基教科", "督导室"],
        ["人事科"],
    ]


def test_heads_merged_over_two_columns_have_their_names_in_the_row_below() -> None:
    table = (
        "<tr><td rowspan=2>序号<td colspan=2>重点任务<td colspan=2>责任分工<td colspan=2>时间安排"
        "<tr><td>一级任务<td>二级任务<td>牵头单位<td>配合单位<td>启动时间<td>完成时限"
        "<tr><td>1<td rowspan=2>教育强区<td>新建学校<td>区教育局<td>区住建局<td>2月<td>11月底"
        "<tr><td>2<td>引进名师<td>区教育局<td>区人社局<td>3月<td>8月底"
        "<tr><td>3<td>健康槐安<td>改造医院<td>区卫健局<td><td>4月<td>12月底"
    )
    page = f"<!DOCTYPE html><p>2025年重点工作任务台账<table>{table}</table>"
    plan = load(BytesIO(page.encode()), name="台账.html").plans[0]
    assert plan.monthly_schedule == []
    assert [[task.title, *(sub.title for sub in task.subtasks)] for task in plan.key_tasks] == [
        ["教育强区", "新建学校", "引进名师"],
        ["健康槐安", "改造医院"],
    ]
    first = plan.key_tasks[0].subtasks[0]
    assert [(unit.duty, unit.name) for unit in first.responsible] == [
        ("lead", "区教育局"),
        ("support", "区住建局"),
    ]
    assert [timing.raw for timing in first.timing] == ["2月", "11月底"]


def test_an_item_zero_before_the_first_is_an_item() -> None:
    plan = one("一、重点工作\n0. 新增任务。5月底前完成。\n1. 修缮操场。\n2. 采购图书。")
    assert [(task.path, task.title) for task in plan.key_tasks] == [
        ([1, 0], "新增任务"),
        ([1, 1], "修缮操场"),
        ([1, 2], "采购图书"),
    ]


def test_a_zero_that_no_list_follows_is_no_item() -> None:
    plan = one("一、重点工作\n1. 修缮操场。\n0. 从零开始。\n2. 采购图书。")
    assert [task.path for task in plan.key_tasks] == [[1, 1], [1, 2]]
