"""What breaks the published form is found, each with its line and column, and the rest is read."""

from __future__ import annotations

import json

import pytest
from plan_files import SOURCE, at, findings, opened

from duplan.planfiles.form import MOST
from duplan.writers import yaml as yaml_writer

PLAN = """plans:
  - title: 2020年督导工作计划
    kind: 计划
    year: 2020
    period: {start: 2020-01, end: 2020-12}
    sections:
      - id: s1
        role: tasks
        title: 重点工作
    key_tasks:
      - id: s1.n1
        path: [1, 1]
        title: 开学督导
        timing:
          - {raw: 9月, precision: month, months: [9], start: 2020-09-01, end: 2020-09-30}
"""
GOOD = SOURCE + PLAN


def test_a_plan_by_hand_needs_little() -> None:
    document, evidence = opened(GOOD)
    assert not evidence.diagnostics
    assert yaml_writer.dump(document) == yaml_writer.dump(yaml_writer.load(GOOD))
    assert document.plans[0].key_tasks[0].timing[0].end == "2020-09-30"
    assert not opened(SOURCE + "plans:\n- title: null\n")[1].diagnostics


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        ("kind: 计划", "kind: 規劃", [("DP133", 4, 11, "規劃")]),
        ("role: tasks", "role: task", [("DP133", 9, 15, "task")]),
        ("precision: month", "precision: Month", [("DP133", 16, 34, "Month")]),
        ("year: 2020", 'year: "2020"', [("DP133", 5, 11, '"2020"')]),
        ("year: 2020", "year: 二〇二〇", [("DP133", 5, 11, "二〇二〇")]),
        ("year: 2020", "year: [2020]", [("DP133", 5, 5, "year")]),
        ("year: 2020", "yaer: 2020", [("DP131", 5, 5, "yaer")]),
        ("year: 2020", "? year\n    : x", [("DP133", 6, 7, "x")]),
        ("2020-01,", "2020-13,", [("DP133", 6, 21, "2020-13")]),
        ("months: [9]", "months: [9, 13]", [("DP133", 16, 53, "13")]),
        ("months: [9]", "months: 9", [("DP133", 16, 49, "9")]),
        ("months: [9]", "months: null", [("DP133", 16, 49, "null")]),
        ("start: 2020-09-01", "start: 九月一日", [("DP133", 16, 61, "九月一日")]),
        ("      - id: s1.n1\n        path", "      - path", [("DP132", 12, 7, "-")]),
        ("        title: 开学督导\n", "", [("DP132", 12, 7, "-")]),
        ("title: 开学督导", "title:", [("DP133", 14, 9, "title")]),
        ("title: 开学督导", "title: true", [("DP133", 14, 16, "true")]),
        ("title: 开学督导", "title: 甲\n        title: 乙", [("DP134", 15, 9, "title")]),
        ("- {raw: 9月, precision: month", "- {raw: 9月", [("DP132", 16, 11, "-")]),
        (SOURCE, "", [("DP132", 1, 1, "plans")]),
        ("script: hans", "script: hans, size: 1", [("DP131", 1, 65, "size")]),
        ("plans:", "schema_version: 1.1\nplans:", [("DP133", 2, 17, "1.1")]),
    ],
)  # fmt: skip
def test_each_has_its_place(right: str, wrong: str, found: list[tuple[str, int, int, str]]) -> None:
    assert right in GOOD
    text = GOOD.replace(right, wrong, 1)
    assert findings(text) == found
    document, _ = opened(text)
    assert len(document.plans) == 1  # the rest is read


def test_all_are_found_in_the_order_of_the_file() -> None:
    text = GOOD.replace("kind: 计划", "kinds: 计划").replace("role: tasks", "role: 任务")
    text = text.replace("path: [1, 1]", "path: one").replace("[9]", "[0]")
    assert [each[:2] for each in findings(text)] == [
        ("DP131", 4), ("DP133", 9), ("DP133", 13), ("DP133", 16),
    ]  # fmt: skip


def test_json_has_the_same_findings_at_its_places() -> None:
    data = json.loads(
        json.dumps({"source": {"name": "", "format": "", "sha256": "", "script": "x"}})
    )
    data["plans"] = [{"title": 5, "goals": [{"id": "g1"}], "yaer": 1}]
    text = json.dumps(data, ensure_ascii=False, indent=1)
    lines = text.split("\n")
    found = findings(text, "a.json")
    assert [(code, words) for code, _, _, words in found] == [
        ("DP133", '"x"'), ("DP133", "5"), ("DP132", "{"), ("DP131", '"yaer"'),
    ]  # fmt: skip
    assert all(lines[line - 1][column - 1 :].startswith(words) for _, line, column, words in found)


@pytest.mark.parametrize(
    ("right", "wrong", "safe"),
    [
        ('id: "1"', "id: 1", True),
        ("kind: 计划", "kind: 工作计划", False),
        ("year: 2020", 'year: "2020"', True),
        ("role: tasks", "role: taskes", False),
        ('issued: "2020-03-06"', "issued: 2020/3/6", False),
        ('issued: "2020-03-06"', "issued: 2020年3月6日", False),
        ("issuer: 甲", "isuer: 甲", False),
        (
            'period: {start: "2020-01", end: "2020-12"}',
            'period: {start: 2020.1, end: "2020-12"}',
            False,
        ),
    ],
)
def test_fixes_mend(right: str, wrong: str, safe: bool) -> None:
    good = SOURCE + "plans:\n- title: 计划\n" + {
        "id": "  goals:\n  - {0}\n    title: 目标\n", "role": "  sections:\n  - id: s1\n    {0}\n"
    }.get(right.partition(":")[0], "  {0}\n")  # fmt: skip
    bad = good.replace("{0}", wrong)
    _, evidence = opened(bad)
    [found] = evidence.diagnostics
    assert found.fix is not None
    assert found.fix.safe is safe
    lines = bad.split("\n")
    for (block, start, end), text in found.fix.edits:
        lines[block] = lines[block][:start] + text + lines[block][end:]
    assert "\n".join(lines) == good.replace("{0}", right)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_messages_say_what_is_allowed(language: str) -> None:
    text = (
        GOOD.replace("role: tasks", "role: 任务").replace("2020-01", "1月").replace("[9]", "[13]")
    )
    _, evidence = opened(text)
    period, role, month = (each.message(language) for each in evidence.diagnostics)  # type: ignore[arg-type]
    assert "overview" in role
    assert "2020-03" in period
    assert "12" in month
    for each in (role, month):
        assert "Input should" not in each


def test_a_key_that_stands_twice_shows_the_other() -> None:
    _, evidence = opened(GOOD.replace("    year: 2020\n", "    year: 2019\n    year: 2020\n"))
    [found] = evidence.diagnostics
    assert at(evidence, found) == ("DP134", 6, 5, "year")
    assert [span.block for span in found.related] == [4]


def test_findings_are_bounded() -> None:
    _, evidence = opened(SOURCE + "plans: [" + "1, " * 5000 + "]\n")
    assert len(evidence.diagnostics) == MOST + 1
    assert evidence.diagnostics[-1].values == {"count": 5000 - MOST}


def test_what_is_wrong_takes_nothing_else_along() -> None:
    text = GOOD.replace("      - id: s1.n1\n", "      - 5\n      - id: x\n      - id: s1.n1\n")
    document, _ = opened(text)
    tasks = document.plans[0].key_tasks
    assert [task.id for task in tasks] == ["x", "s1.n1"]
    assert tasks[1].provenance["title"][0].block == "plans[0].key_tasks[2].title"
    assert (tasks[0].title, tasks[0].provenance.get("title")) == ("", None)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("- a\n", 1, 1),
        ("a\n", 1, 1),
        ("# nothing\n", 1, 1),
        ("a: b: c\n", 1, 5),
        ("a: 'b\nc: d\n", 1, 4),
        ("a:\n\t- b\n", 2, 1),
        ("a: [1\nb: c\n", 2, 2),
        ("a: *b\n", 1, 4),
        ("a: !!python/object:os.system x\n", 1, 4),
        ("? [a]\n: b\n", 1, 3),
        ("title：甲\nkind: 计划\n", 1, 6),
        ("a: b\x07\n", 1, 5),
        (GOOD + "---\nplans: []\n", 17, 1),
    ],
)
def test_what_is_no_yaml_of_a_plan_is_told_where(text: str, line: int, column: int) -> None:
    document, evidence = opened(text)
    assert [at(evidence, each)[:3] for each in evidence.diagnostics] == [("DP130", line, column)]
    assert len(document.plans) == ("---" in text)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("[1]", 1, 1),
        ("{", 1, 2),
        ('{\n "a": 1,\n}', 3, 1),
        ('{"a" 1}', 1, 6),
        ('{"a": 1 "b": 2}', 1, 9),
        ('{"a": NaN}', 1, 7),
        ('{"a": "x', 1, 7),
        ('{"a": "x\ny"}', 1, 9),
        ('{"a": "\\q"}', 1, 8),
        ("{'a': 1}", 1, 2),
        ('{"a": 01}', 1, 8),
        ("[" * 100_000, 1, 201),
    ],
)
def test_what_is_no_json_is_told_where(text: str, line: int, column: int) -> None:
    document, evidence = opened(text, "a.json")
    assert at(evidence, evidence.diagnostics[0])[:3] == ("DP130", line, column)
    assert not document.plans


def test_json_lines_are_read_to_the_end_of_the_first() -> None:
    line = json.dumps({"source": {"name": "", "format": "", "sha256": "", "script": "hans"},
                       "plans": [{"title": "甲"}]})  # fmt: skip
    document, evidence = opened(f"{line}\n{line}\n", "a.jsonl")
    assert [at(evidence, each)[:3] for each in evidence.diagnostics] == [("DP130", 2, 1)]
    assert document.plans[0].title == "甲"
    assert not opened(f"{line}\n", "a.jsonl")[1].diagnostics
