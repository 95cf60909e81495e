"""Law 4: what we write is read back as the same plans."""

from __future__ import annotations

from typing import Any

import pytest
from genre import documents, wild
from hypothesis import given, settings

from duplan import parse
from duplan.plan import Plan, Task
from duplan.writers import json as json_writer
from duplan.writers import markdown
from duplan.writers import yaml as yaml_writer


@settings(max_examples=100)
@given(wild | documents())
def test_json_and_yaml_hold_all_of_a_parsed_document(text: str) -> None:
    written = json_writer.dump(parse(text), provenance=True)
    assert json_writer.dump(json_writer.load(written), provenance=True) == written
    document = json_writer.load(written)
    assert yaml_writer.load(yaml_writer.dump(document, provenance=True)) == document


def facts(plan: Plan) -> dict[str, Any]:
    """What a plan says, without labels, ids, bodies and places."""
    return {
        "title": (plan.title, plan.kind),
        "issuer": (plan.issuer, plan.document_number, plan.issued, plan.recipients),
        "time": (plan.year, plan.period),
        "sections": [(section.role, section.title) for section in plan.sections],
        "goals": [goal.title for goal in plan.goals],
        "tasks": [_task(task) for task in plan.key_tasks],
        "schedule": [
            (entry.months, entry.year, [item.text for item in entry.items], entry.remark)
            for entry in plan.monthly_schedule
        ],
    }


def _task(task: Task) -> tuple[Any, ...]:
    points = [(point.label, point.title) for point in task.points]
    return task.path, task.title, points, [_task(below) for below in task.subtasks]


def again(text: str) -> list[dict[str, Any]]:
    """The facts of the plans that a text gives when it is written as Markdown and read."""
    return [facts(plan) for plan in parse(text).plans]


# --- Markdown (test_markdown.py has the law for all documents) --------------------------------------

# What Markdown makes hard, each in the least text that shows it.
HARD = {
    "items": "2020年工作计划\n一、督导\n（一）走访。\n二、逐月安排\n3月：开会；走访。\n4月：督导。",
    "inline items": "2020年工作计划\n一、督导\n（一）走访。分两步：①自查；②复核。\n（二）通报结果。",
    "two plans": "2020年工作计划\n一、督导\n（一）走访。\n\n2021年工作计划\n一、督导\n（一）走访。",
    "times in two cells": "行事历\n| 日期 | 星期 | 工作 |\n| 2/16 | 五 | 开会 |\n| 2/17 | 六 | 走访 |",
    "rows": "任务分解表\n| 序号 | 工作任务 | 责任单位 |\n| 1 | 督导 | 甲科 |\n| 2 | 走访 | 乙科 |",
    "a goal among tasks": "2020年工作计划\n一、督导\n（一）走访\n目标：全年走访10所。\n（二）检查",
    "a flat list": "2020年工作计划\n1.督导检查。\n2.走访学校，约谈校长，督促整改。\n3.通报结果。",
    "points on lines": "2020年工作计划\n一、督导\n（一）走访\n一是甲，乙。\n二是丙。",
}


@pytest.mark.parametrize("name", HARD)
def test_hard_texts_come_back_from_markdown(name: str) -> None:
    document = parse(HARD[name])
    assert again(markdown.dump(document)) == [facts(plan) for plan in document.plans]


@pytest.mark.parametrize("line", [r"\# 号开头的话。", r"\- 横线。", r"\| 竖线。"])
def test_escapes_of_markdown_are_undone(line: str) -> None:
    (plan,) = parse(f"# 2020年工作计划\n\n## 一、指导思想\n\n{line}").plans
    assert not plan.sections[0].text.startswith("\\")


def test_markdown_is_read_as_written() -> None:
    """Headings, the index box and a table, without what is known not to come back."""
    text = "\n\n".join(
        [
            "# 槐安区2020年工作计划",
            "| 发文机关 | 槐安区教育局 |\n| --- | --- |\n| 发文字号 | 槐教〔2020〕3号 |\n"
            "| 成文日期 | 2020-03-06 |\n| 主送机关 | 各中小学、各幼儿园 |\n| 年度 | 2021 |\n"
            "| 计划期间 | 2021-01 至 2021-06 |",
            "## 一、工作目标",
            "1.覆盖率达到100%。",
            "2.通过市级督导。",
            "## 二、重点工作",
            "### （一）完善机制",
            "一是挂牌，每月入校；二是销号。",
            "#### 1.核查校舍",
            "## 三、逐月安排",
            "| 时间 | 工作 | 备注 |\n| --- | --- | --- |\n| 3月 | 开会 | 全体 |\n| 4—5月 | 督导 | |",
        ]
    )
    (plan,) = parse(text).plans
    assert (plan.title, plan.kind) == ("槐安区2020年工作计划", "计划")
    assert (plan.issuer, plan.document_number) == ("槐安区教育局", "槐教〔2020〕3号")
    assert (plan.issued, plan.year) == ("2020-03-06", 2021)
    assert plan.recipients == ["各中小学", "各幼儿园"]
    assert plan.period is not None
    assert (plan.period.start, plan.period.end) == ("2021-01", "2021-06")
    assert facts(plan)["sections"] == [
        ("goals", "工作目标"),
        ("tasks", "重点工作"),
        ("schedule", "逐月安排"),
    ]
    assert facts(plan)["tasks"] == [
        (
            [2, 1],
            "完善机制",
            [("一是", "挂牌"), ("二是", "销号")],
            [([2, 1, 1], "核查校舍", [], [])],
        )
    ]
    assert facts(plan)["schedule"] == [
        ([3], 2021, ["开会"], "全体"),
        ([4, 5], 2021, ["督导"], None),
    ]
