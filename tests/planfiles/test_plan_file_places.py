"""Laws: a plan file is read as it is without places, and each value's place says the value."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_files import SOURCE, opened

from any_documents import NASTY, documents, texts
from duplan.plan import Document, Model, Node, Plan
from duplan.planfiles.document import PlanFile
from duplan.readers.encodings import CONTROL
from duplan.rules.subject import Subject
from duplan.writers import json as json_writer
from duplan.writers import yaml as yaml_writer

BREAKS = "\n\r\x85\u2028\u2029"


def nodes(model: Model) -> Iterator[Node]:
    """A node and all below it."""
    if isinstance(model, Node):
        yield model
    for name in type(model).model_fields:
        value = getattr(model, name)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, Model):
                yield from nodes(each)


def visible(text: str) -> str:
    """The text without what is no word: where lines end, and what controls."""
    return "".join(
        CONTROL.sub("\ufffd", text).translate(dict.fromkeys(map(ord, BREAKS))).split(" ")
    )


def told(document: Document, evidence: PlanFile) -> Iterator[tuple[str, str]]:
    """Each text value, and what its places say."""
    for node in nodes(document):
        for name in type(node).model_fields:
            value = getattr(node, name)
            values = value if isinstance(value, list) else [value]
            if name == "provenance" or not all(isinstance(each, str) for each in values):
                continue
            spans = [evidence.span(each) for each in node.provenance.get(name, ())]
            said = "".join(evidence.words(span).text for span in spans if span)
            yield visible("".join(values)), visible(said)


def written(document: Document) -> list[tuple[str, str]]:
    every = {
        "计划.yaml": yaml_writer.dump(document, True),
        "计划.json": json_writer.dump(document, True),
        "一行.json": json_writer.dump_line(document),
        "转义.json": json.dumps(json_writer.form(document)),
    }
    return list(every.items())


@given(documents)
@settings(max_examples=60, deadline=None)
def test_places_say_what_the_values_say(made: Document) -> None:
    plain = yaml_writer.dump(made)
    for name, text in written(made):
        document, evidence = opened(text, name)
        assert not evidence.diagnostics
        assert yaml_writer.dump(document) == plain
        for value, said in told(document, evidence):
            assert said == value


@given(documents)
@settings(max_examples=30, deadline=None)
def test_origins_are_slices_of_lines(made: Document) -> None:
    for name, text in written(made):
        document, evidence = opened(text, name)
        blocks = evidence.source.blocks
        origins = [
            each for node in nodes(document) for every in node.provenance.values() for each in every
        ]
        for origin in [*origins, *(reading.origin for reading in document.readings)]:
            block = blocks[origin.line - 1]
            assert (origin.file, block.line) == (name, origin.line)
            assert block.text[origin.start : origin.end] == origin.raw


STYLES = [
    "{}",
    "'{}'",
    '"{}"',
    "|-\n        {}\n        乙",
    ">\n        {}\n        乙\n\n        丙",
    "{}\n        乙",
    '"{}\n        乙\\n丙\\\n        丁"',
    "'{}\n\n        乙''丙'",
    "|2-\n          {}\n        乙",
    "!!str {}",
    "&a {}",
]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("style", STYLES)
def test_every_style_of_yaml_has_true_places(style: str, end: str) -> None:
    text = f"{SOURCE}plans:\n  - title: null\n    sections:\n    - id: s1\n      role: other\n"
    text += (
        f"      title: {style.format('甲')}  # 注\n"
        if "|" not in style and ">" not in style
        else (f"      title: {style.format('甲')}\n")
    )
    document, evidence = opened(text.replace("\n", end))
    assert not evidence.diagnostics
    section = document.plans[0].sections[0]
    origins = section.provenance["title"]
    said = "".join("".join(each.raw for each in origins).split()).replace("''", "'")
    assert said == "".join(str(section.title).split())
    assert {each.block for each in origins} == {"plans[0].sections[0].title"}
    assert origins[0].line == text[: text.index("甲")].count("\n") + 1


@given(st.lists(texts.filter(lambda text: text.strip()), min_size=1, max_size=4), st.booleans())
@settings(max_examples=150, deadline=None)
def test_a_match_covers_its_escapes(values: list[str], ascii_only: bool) -> None:
    plan = {"title": None, "recipients": values}
    source = {"name": "", "format": "", "sha256": "", "script": "hans"}
    text = json.dumps({"source": source, "plans": [plan]}, ensure_ascii=ascii_only)
    document, evidence = opened(text, "a.json")
    subject = Subject(document, evidence)
    at = 0
    for passage in subject.passages:
        size = len(passage.text)
        span = subject.span(at, at + size)
        assert evidence.words(span).text == passage.text.text
        for index in range(size):
            one = subject.span(at + index, at + index + 1)
            raw = evidence.source.blocks[one.block].text[one.start : one.end]
            assert CONTROL.sub("\ufffd", json.loads(f'"{raw}"')) == subject.text[at + index]
        at += size + 1


def test_a_paragraph_written_as_an_escape_is_a_passage() -> None:
    text = json.dumps(
        {
            "source": {"name": "", "format": "", "sha256": "", "script": "hans"},
            "plans": [{"title": "一\\n二\n三\\"}],
        },
        ensure_ascii=False,
    )
    document, evidence = opened(text, "a.json")
    assert [str(each.text) for each in Subject(document, evidence).passages] == ["一\\n二", "三\\"]
    assert [each.raw for each in document.plans[0].provenance["title"]] == ["一\\\\n二", "三\\\\"]


@pytest.mark.parametrize("text", NASTY)
def test_known_nasty_texts_have_true_places(text: str) -> None:
    made = Plan(title=text, recipients=[text])
    source = {"name": "", "format": "", "sha256": "", "script": "hans"}
    document = Document.model_validate({"source": source, "plans": [made.model_dump()]})
    for name, each in written(document):
        read, evidence = opened(each, name)
        assert read.plans[0].title == text
        for value, said in told(read, evidence):
            assert said == value


def test_what_a_value_is_taken_for() -> None:
    plan = """plans:
  - title: 甲区计划
    sections:
      - {id: s1, role: tasks, label: 一、, title: 督学}
      - {id: s2, role: measures, title: 保障, text: 要有人。}
    key_tasks:
      - {id: s1, path: [1], label: 一、, title: 督学, text: 六月前完成。,
         timing: [{raw: 六月前, precision: deadline}]}
    monthly_schedule:
      - {id: m06, label: 六月, months: [6], items: [{id: m06.1, text: 检查}],
         remark: 备注, details: [要求：全]}
"""
    document, evidence = opened(SOURCE + plan)
    assert not evidence.diagnostics
    read = [(each.origin.raw, each.role, each.part, each.plan) for each in document.readings]
    assert read == [
        ("甲区计划", "title", "title", 0),
        ("一、", "tasks", "s1", 0),
        ("保障", "measures", "s2", 0),
        ("要有人。", "measures", "s2", 0),
        ("一、", "task", "s1", 0),
        ("督学", "task", "s1", 0),
        ("六月前完成。", "body", "s1", 0),
        ("六月", "schedule", "m06", 0),
        ("检查", "schedule", "m06.1", 0),
        ("备注", "schedule", "m06", 0),
        ("要求：全", "schedule", "m06", 0),
    ]


def test_places_in_the_document_before_give_way_to_places_in_the_file() -> None:
    plan = """plans:
  - title: 甲区计划
    provenance:
      title: [{file: 旧.docx, block: "body/p[1]", line: 1, start: 0, end: 4, raw: 甲区计划}]
"""
    document, _ = opened(SOURCE + plan)
    [origin] = document.plans[0].provenance["title"]
    assert (origin.file, origin.block, origin.line, origin.start) == (
        "计划.yaml",
        "plans[0].title",
        3,
        11,
    )
