"""Law 1: every text is a document, and thrice the text is no more than thrice the work."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from genre import documents, wild
from hypothesis import example, given, settings

from duplan import parse
from duplan.outline.markers import Marker
from duplan.outline.paragraphs import Paragraph
from duplan.outline.tree import DEEPEST, Node, grow
from duplan.text.normal import EMPTY, Line, Text
from duplan.writers import json as json_writer


@settings(max_examples=250)
@given(wild | documents())
@example("")
@example("\ufeff\n\u3000\n")
@example("一、" * 40)
@example("（" * 60 + "一、" + "《" * 60)
@example("|" * 50 + "\n" + "|" * 50)
@example("\n".join("\t" * at + "1月" for at in range(30)))
def test_every_text_is_a_document(text: str) -> None:
    assert json_writer.dump(parse(text, name="某.txt")).startswith('{\n  "schema_version": "1.0"')


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python are run on the way."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Callable[..., Any]:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


NESTED = ["一、甲", "（一）乙", "1.丙", "（1）丁", "①戊", "A.己"]
BULLETS = "●■◆▲△○◎★☆※□◇►➢➤✓✔·•▪"
HOSTILE: dict[str, Callable[[int], str]] = {
    "open brackets": lambda n: "一、重点工作\n1." + "（" * n,
    "pairs of brackets": lambda n: "一、重点工作\n1.甲" + "（责任单位：乙）" * n,
    "nested brackets": lambda n: "一、重点工作\n1.甲" + "（" * n + "）" * n,
    "numbers": lambda n: "一、重点工作\n" + "1." * n,
    "counted items on a line": lambda n: "".join(f"{k}.做事；" for k in range(1, n)),
    "restarting items on a line": lambda n: "1.甲；2.乙；" * n,
    "gaps on a line": lambda n: "一、逐月安排\n3月：" + "；3月： 督导" * n,
    "circles on a line": lambda n: "（一）分步：" + "①甲；②乙；③丙。" * n,
    "months on a line": lambda n: "3月、" * n,
    "days": lambda n: "2020年3月5日" * n,
    "points on a line": lambda n: "一、改革\n（一）甲\n" + "一是乙；二是丙；" * n,
    "one sentence": lambda n: "督导检查" * n,
    "commas": lambda n: "一、督，" * n,
    "tiny lines": lambda n: "督\n" * n,
    "empty lines": lambda n: "一、甲\n" + "\n" * n + "二、乙",
    "long lines": lambda n: "\n".join(["围绕全年任务，抓好督导检查和整改落实" * 3] * n),
    "flat list": lambda n: "\n".join(f"{k}.开展督导检查。" for k in range(1, n)),
    "a list without order": lambda n: "\n".join(f"{k * 7 % 90 + 1}.督导" for k in range(n)),
    "descending list": lambda n: "\n".join(f"{k % 900}、督导" for k in range(n, 0, -1)),
    "nested lists": lambda n: "\n".join(NESTED * n),
    "lists turned over": lambda n: "\n".join(NESTED[::-1] * n),
    "decimal labels": lambda n: "\n".join(f"{k % 90}.{k % 7}.{k % 3} 督导" for k in range(n)),
    "weak marks": lambda n: "\n".join(f"{k % 9 + 1}，督导" for k in range(n)),
    "bullets": lambda n: "\n".join(f"{BULLETS[k % len(BULLETS)]}督导" for k in range(n)),
    "months": lambda n: "一、逐月安排\n" + "3月：督导。\n" * n,
    "times below items": lambda n: "1.督导\n3月：检查\n" * n,
    "titles": lambda n: "2020年工作计划\n一、督导检查。\n" * n,
    "titles alone": lambda n: "2020年工作计划\n" * n,
    "units": lambda n: "".join(f"篇一：2020年工作计划\n一、督导{k}。\n" for k in range(n)),
    "attachments": lambda n: "计划\n一、甲。\n" + "附件：1.甲 2.乙\n" * n,
    "short headings": lambda n: "督导检查\n围绕全年任务抓好督导检查和整改落实，逐月调度。\n" * n,
    "pipes": lambda n: "|" * n,
    "rows of pipes": lambda n: "| 月份 | 工作 |\n" + "| 3月 | 督导 |\n" * n,
    "columns of pipes": lambda n: "| 月份 " * n + "|\n" + "| 3月 " * n + "|",
    "tabs": lambda n: "月份\t工作\n" + "3月\t督导\n" * n,
    "one row of tabs": lambda n: "\t".join(["3月"] * n),
    "cells one a line": lambda n: "\t月份\n\t工作\n" + "\t3月\n\t督导\n" * n,
    "cells by lines": lambda n: "\t月份\n\t工作\n" + "\t3月\n督导\n" * n,
    "duties": lambda n: "一、重点工作\n1.甲\n" + "责任单位：乙、丙\n" * n,
    "signatures": lambda n: "计划\n一、甲。\n" + "槐安区教育局\n2020年3月5日\n" * n,
    "page numbers": lambda n: "督导检查，\n— 2 —\n" * n,
    "remnants": lambda n: "<br>督導(dǎo)&nbsp;" * n,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_as_the_text(name: str) -> None:
    make = HOSTILE[name]
    parse(make(40))  # what is computed once
    size = 150
    once, thrice = steps(lambda: parse(make(size))), steps(lambda: parse(make(3 * size)))
    assert thrice <= 3.6 * once


def test_lists_that_never_end_a_level_are_of_bounded_depth() -> None:
    """Word's own labels may be anything, and each new form opens a level below."""
    items = [
        Paragraph(Text("督导"), Text("督导"), Marker("bullet", (), f"{k}th"), None, Line(EMPTY, k))
        for k in range(3000)
    ]
    depth = 0
    level: list[Node] = [grow(items)]
    while level:
        level = [child for node in level for child in node.children]
        depth += 1
    assert depth == DEEPEST + 1
