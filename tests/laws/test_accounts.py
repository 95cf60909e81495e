"""Laws 2 and 3: nothing is lost, and every value says truly where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from accounting import SPARED, false_spans, lost, unaccounted
from genre import documents, wild
from hypothesis import given, settings

from duplan import load, parse, readers
from duplan.plan import Node, Reading
from duplan.readers.file import File
from duplan.readers.text import from_string
from evidence import Told

TESTS = Path(__file__).resolve().parents[1]
FILES = [
    path
    for folder in (TESTS.parent / "samples", *sorted((TESTS / "documents").iterdir()))
    for path in sorted(folder.iterdir())
    if path.suffix in (".txt", ".docx")
]


@settings(max_examples=200)
@given(wild | documents())
def test_readings_are_a_partition_of_what_is_visible(text: str) -> None:
    assert unaccounted(parse(text), from_string(text)) == []


@settings(max_examples=150)
@given(documents())
def test_what_is_read_is_in_the_plan(text: str) -> None:
    assert lost(parse(text), from_string(text)) == []


@settings(max_examples=200)
@given(wild | documents())
def test_the_source_at_a_span_is_the_raw_text(text: str) -> None:
    assert false_spans(parse(text, keep_script=True), from_string(text)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:24])
def test_laws_hold_for_every_document(path: Path) -> None:
    source, _ = readers.read(File(path.read_bytes(), path.name))
    document = load(path)
    assert unaccounted(document, source) == []
    assert lost(document, source) == []
    assert false_spans(load(path, keep_script=True), source) == []


# --- the measures themselves --------------------------------------------------------------------


PLAN = """\
2020年工作计划
一、重点工作
（一）督导。检查学校。
二、逐月安排
3月：开会；走访（责任单位：甲科）。
"""


def test_a_lost_word_is_found() -> None:
    document = parse(PLAN)
    document.plans[0].key_tasks[0].text = "检查。"
    (found,) = lost(document, from_string(PLAN))
    assert "检查学校" in found
    document.plans[0].monthly_schedule[0].items.pop()
    assert len(lost(document, from_string(PLAN))) == 2


def test_a_false_span_is_found() -> None:
    document = parse(PLAN)
    assert document.plans[0].title
    document.plans[0].title += "草案"
    document.plans[0].key_tasks[0].provenance["title"][0].start += 1
    assert len(false_spans(document, from_string(PLAN))) == 2


def test_a_reading_too_few_or_too_many_is_found() -> None:
    source, document = from_string(PLAN), parse(PLAN)
    kept: list[Reading] = list(document.readings)
    assert unaccounted(document, source) == []
    for readings in (kept[:-1], kept[1:], [*kept, kept[0]], [kept[0], *kept]):
        assert len(unaccounted(parse(PLAN).proven_by(Told(readings)), source)) == 1


# --- what the published form leaves out ---------------------------------------------------------


LEFT_OUT = {
    "附件1": "附件1\n2020年工作计划\n一、督导。检查。",
    "目标": "2020年工作计划\n一、督导\n（一）走访\n目标：全年走访10所。\n（二）检查",
    "二": "2020年工作计划\n二、逐月安排\n（一）3月：开会。\n（二）4月：走访。",
    "主题": "2020年工作计划\n二、逐月安排\n3月\n主题：读书\n开会。\n4月\n走访。",
    "责任单位": "2020年工作计划\n二、逐月安排\n3月：开会（责任单位：甲科）。\n4月：走访。",
    "月份": "2020年工作计划\n| 月份 | 工作内容 |\n| 3月 | 开会 |\n| 4月 | 走访 |",
}


@pytest.mark.parametrize("words", LEFT_OUT)
def test_what_the_form_has_no_place_for_is_known(words: str) -> None:
    """Should it find a place, it has to be taken from the list of what is spared."""
    text = LEFT_OUT[words]
    document = parse(text)
    assert lost(document, from_string(text)) == []
    written = "".join(_texts(document.plans[0]))
    assert (words if words != "二" else "（一）") not in written


def _texts(node: Node) -> list[str]:
    return [str(value) for value in node.model_dump().values()]


def test_every_exemption_has_a_reason() -> None:
    assert all(reason and pattern for reason, pattern in SPARED)


# --- known breaches -----------------------------------------------------------------------------


def test_a_mark_belongs_to_its_own_item() -> None:
    document = parse(
        "2020年工作计划\n一、督导\n（一）综合督导。分两步：①自查；②复核。\n（二）通报。"
    )
    held = {reading.part: reading.origin.raw for reading in document.readings}
    assert held["s1.i1.c2"].startswith("②")


def test_labels_keep_their_script() -> None:
    document = parse("113學年度工作計畫\n壹、依據\n貳、計畫目標\n培養學生。", keep_script=True)
    assert [section.label for section in document.plans[0].sections] == ["壹、", "貳、"]


def test_references_keep_their_script() -> None:
    document = parse("2020年工作計畫\n一、重點工作\n（一）落實《創建計畫》。", keep_script=True)
    assert document.plans[0].key_tasks[0].references[0].text == "《創建計畫》"


def test_a_document_equals_itself_parsed_again() -> None:
    assert parse(PLAN) == parse(PLAN)


def test_the_text_of_a_row_says_where_it_stands() -> None:
    rows = "| 序号 | 工作任务 | 备注 |\n| 1 | 督导 | 两次 |\n| 2 | 走访 | 一次 |"
    task = parse(f"任务分解表\n{rows}").plans[0].key_tasks[0]
    assert "两次" in task.text
    assert "两次" in "".join(origin.raw for origin in task.provenance["text"])
