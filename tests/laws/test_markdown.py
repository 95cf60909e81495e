"""Law 4 for Markdown: what ``--to markdown`` writes is read back as the same plans.

Not written, and so not compared: spans, the source, diagnostics, the script, the notice. White space
inside running text may change.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from accounting import false_spans, lost
from genre import documents, wild
from hypothesis import given, settings

from duplan import load, parse
from duplan.plan import Document, Plan, Task
from duplan.readers import text as text_reader
from duplan.writers import markdown

ROOT = Path(__file__).resolve().parents[2]
FILES = [
    path
    for folder in ("samples", *sorted(str(each) for each in (ROOT / "tests/documents").iterdir()))
    for path in sorted((ROOT / folder).iterdir())
    if path.suffix in (".txt", ".docx")
]


def facts(plan: Plan) -> dict[str, Any]:
    """All that a plan says."""
    return {
        "title": (plan.title, plan.kind, plan.issuer, plan.document_number),
        "times": (plan.year, plan.period, plan.issued),
        "recipients": plan.recipients,
        "sections": [(s.role, s.label, s.title, _spaceless(s.text)) for s in plan.sections],
        "goals": [(goal.label, goal.title, _spaceless(goal.text)) for goal in plan.goals],
        "tasks": [_task(task) for task in plan.key_tasks],
        "schedule": [
            (
                (entry.label, entry.months, entry.year, entry.remark, entry.details),
                [(item.label, item.text, _units(item)) for item in entry.items],
            )
            for entry in plan.monthly_schedule
        ],
        "attachments": [(each.label, each.title) for each in plan.attachments],
    }


def _task(task: Task) -> tuple[Any, ...]:
    points = [(point.label, point.title, point.text) for point in task.points]
    below = [_task(each) for each in task.subtasks]
    return task.path, task.label, task.title, _spaceless(task.text), points, below


def _units(item: Any) -> list[tuple[str, str]]:
    return [(unit.duty, unit.name) for unit in item.responsible]


def _spaceless(text: str) -> str:
    return "".join(text.split())


def _same(document: Document) -> None:
    again = parse(markdown.dump(document))
    assert [facts(plan) for plan in again.plans] == [facts(plan) for plan in document.plans]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:24])
def test_every_document_comes_back(path: Path) -> None:
    _same(load(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:24])
def test_nothing_of_written_markdown_is_lost(path: Path) -> None:
    text = markdown.dump(load(path))
    source = text_reader.from_string(text)
    document = parse(text)
    assert {finding.code for finding in document.diagnostics} <= {"DP303", "DP401"}
    assert lost(document, source) == []
    assert false_spans(document, source) == []


@settings(max_examples=100)
@given(documents())
def test_documents_of_the_genre_come_back(text: str) -> None:
    _same(parse(text))


@settings(max_examples=200)
@given(wild)
def test_any_text_below_our_comment_is_read(text: str) -> None:
    document = parse(f"<!-- duplan 1.0 -->\n{text}")
    assert document.readings


def test_a_line_break_and_a_bar_in_the_cell_of_any_table() -> None:
    table = (
        r"| 月份 | 工作 |" + "\n|---|---|\n" + r"| 3月 | 自评<br>督查A\|B |" + "\n| 4月 | 走访 |"
    )
    (plan,) = parse(f"2020年工作计划\n一、逐月安排\n{table}").plans
    items = [[item.text for item in entry.items] for entry in plan.monthly_schedule]
    assert items == [["自评", "督查A|B"], ["走访"]]


def test_an_edited_plan_says_what_was_edited() -> None:
    text = markdown.dump(
        parse("2020年工作计划\n一、工作目标\n1.甲。\n二、督导\n（一）走访。\n（二）通报。")
    )
    edited = text.replace("- （二）通报", "- （二）通报结果\n\n  一是区级，两次；二是镇级，四次。")
    (plan,) = parse(edited.replace("| 年度 | 2020 |", "| 年度 | 2021 |")).plans
    assert (plan.year, [goal.title for goal in plan.goals]) == (2021, ["甲"])
    [section] = plan.key_tasks
    assert [task.title for task in section.subtasks] == ["走访", "通报结果"]
    assert [point.title for point in section.subtasks[1].points] == ["区级", "镇级"]
