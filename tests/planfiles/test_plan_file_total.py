"""Law: whatever a plan file holds, reading ends with findings at places that are there."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from plan_files import SOURCE, opened

from any_documents import SIGNS
from duplan import check
from duplan.checking.suppression import apply
from duplan.diagnostics import UnreadableError
from duplan.rules import RULES

PLAN = f"""{SOURCE}plans:
  - title: 2020年督导工作计划
    period: {{start: 2020-01, end: 2020-12}}
    sections:
      - id: s1
        role: tasks
        label: "一、"
        text: |-  # duplan: ignore[DP411]
          九月：9月1日（星期三）
          督学
    key_tasks:
      - id: s1.n1
        path: [1, 1]
        title: '开学''督导'
        timing:
          - raw: 9月
            precision: month
            months: [9]
            provenance: {{raw: [{{file: a, block: b, line: 1, start: 0, end: 2, raw: 9月}}]}}
        subtasks: []
    monthly_schedule:
      - id: m09
        label: 九月
        items:
          - id: m09.1
            text: "开学\\n督导"
            responsible: [{{name: 督导室, duty: lead}}]
"""
LINES = PLAN.split("\n")
WORDS = sorted(
    {*PLAN.split(), "&a", "*a", "!x", "? ", "---", "...", "# duplan: ignore", "\ufeff", "\x07"}
)

noise = st.lists(st.sampled_from([*SIGNS, *WORDS]), max_size=60).map("".join)
changes = st.lists(
    st.tuples(
        st.integers(0, len(LINES) - 1), st.sampled_from(["out", "twice", "in", "deeper", "word"])
    ),
    min_size=1,
    max_size=4,
)


def changed(steps: list[tuple[int, str]], word: str) -> str:
    lines = list(LINES)
    for at, step in steps:
        line = lines[at % len(lines)]
        new = {
            "out": [],
            "twice": [line, line],
            "in": [line, word],
            "deeper": [f" {line}"],
            "word": [f"{line[: len(line) // 2]}{word}{line[len(line) // 2 :]}"],
        }[step]
        lines[at % len(lines) : at % len(lines) + 1] = new
        lines = lines or [""]
    return "\n".join(lines)


def is_sound(text: str, name: str) -> None:
    try:
        document, evidence = opened(text.encode("utf-8-sig"), name)
    except UnreadableError as error:
        assert error.kind in ("empty", "binary")
        return
    blocks = evidence.source.blocks
    found = apply(check(document, codes=RULES), document, RULES)
    for each in (*evidence.diagnostics, *found):
        assert each.message("en")
        assert each.message("zh")
        edits = each.fix.edits if each.fix else ()
        for span in (each.span, *each.related, *(edit.span for edit in edits)):
            if span is not None:
                assert 0 <= span.start <= span.end <= len(blocks[span.block].text)
    for reading in document.readings:
        origin = reading.origin
        assert blocks[origin.line - 1].text[origin.start : origin.end] == origin.raw


@given(changes, st.sampled_from(WORDS) | noise)
@settings(max_examples=300, deadline=None)
def test_changed_plans_are_read(steps: list[tuple[int, str]], word: str) -> None:
    is_sound(changed(steps, word), "a.yaml")


@given(st.lists(st.sampled_from(WORDS) | noise).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_every_text_is_read(text: str) -> None:
    is_sound(text, "a.yaml")
    is_sound(text, "a.json")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.sampled_from(WORDS),
    lambda below: (
        st.lists(below, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["plans", "source", "title", "goals", "key_tasks", "id", "provenance", "period"]
            ),
            below,
            max_size=4,
        )
    ),
)


@given(values)
@settings(max_examples=200, deadline=None)
def test_every_json_is_read(value: object) -> None:
    data = {"source": {"name": "", "format": "", "sha256": "", "script": "hans"}, "plans": [value]}
    is_sound(json.dumps(data), "a.json")
    is_sound(json.dumps(value), "a.json")
