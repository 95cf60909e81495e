"""Markdown as it is shown, and what stays plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplan.readers import File, read
from duplan.source import Block, Source, Table
from duplan.transcript import transcript

HEAD = "# 槐安区2024年工作计划\n\n## 一、重点工作\n\n"


def markdown(text: str) -> Source:
    return read(File(text.encode(), "a.md"))[0]


def shown(body: str) -> list[str]:
    """The lines of what follows two headings."""
    return transcript(markdown(HEAD + body)).splitlines()[2:]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (
            "以**立德**树人为*根本*，`完善`[条例](http://a.example)。",
            ["以立德树人为根本，完善条例。"],
        ),
        ("第一行\n第二行  \n第三行", ["第一行", "第二行", "第三行"]),
        ("一行<br>又一行", ["一行", "又一行"]),
        ("1. 自评\n2. 考核\n", ["1. 自评", "2. 考核"]),
        ("3) 自评\n4) 考核\n", ["3) 自评", "4) 考核"]),
        ("- 自评\n* 考核\n", ["• 自评", "• 考核"]),
        ("1.自评\n2.考核\n", ["1.自评", "2.考核"]),
        ("一、自评\n（一）考核\n", ["一、自评", "（一）考核"]),
        ("> 槐教督〔2024〕3号\n", ["槐教督〔2024〕3号"]),
        ("甲\n\n---\n\n乙", ["甲", "乙"]),
        ("```\n甲\n\n乙\n```\n", ["甲", "乙"]),
        ("![印章](a.png)", ["印章"]),
        (r"20\*\*年 &amp; \# 号", ["20**年 & # 号"]),
        ("20**年至20**年", ["20**年至20**年"]),
        ("月份 | 工作\n--- | ---\n九月 | 检查<br>督导\n", ["月份 | 工作", "九月 | 检查 / 督导"]),
        ("| 月份 | 工作 |\n|---|---|\n| 九月 | **检查** |\n", ["月份 | 工作", "九月 | 检查"]),
    ],
)
def test_what_is_shown(body: str, lines: list[str]) -> None:
    assert shown(body) == lines


def test_headings_lists_and_lines_have_their_places() -> None:
    source = markdown(HEAD + "1. 督政\n   - 自评\n2. **督学**\n")
    seen = [
        (each.text, each.line, each.label, each.layout.outline_level, each.layout.list_level)
        for each in source.blocks
    ]
    assert seen == [
        ("槐安区2024年工作计划", 1, "", 0, None),
        ("一、重点工作", 3, "", 1, None),
        ("督政", 5, "1.", None, 0),
        ("自评", 6, "•", None, 1),
        ("督学", 7, "2.", None, 0),
    ]  # fmt: skip
    assert [b.layout.bold for b in source.blocks] == [False, False, False, False, True]
    assert source.format == "markdown"


def test_cells_stand_in_a_table() -> None:
    source = markdown("月份 | 工作\n--- | ---\n九月 | 检查\n")
    (part,) = source.content
    assert isinstance(part, Table)
    assert [block.line for block in part.blocks()] == [1, 1, 3, 3]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# 标题\n以**立德**树人。\n", "a.md"),  # one heading is no Markdown
        ("一、重点工作\n1. 自评\n", "a.md"),
        (HEAD, "a.txt"),
        ("<!-- duplan 1.0 -->\n\n" + HEAD, "a.md"),
    ],
)
def test_what_stays_plain_text(text: str, name: str) -> None:
    source, found = read(File(text.encode(), name))
    assert source.format == "text"
    assert [block.text for block in source.blocks] == text.removesuffix("\n").split("\n")
    assert not found


@pytest.mark.parametrize(
    "deep", ["> " * 99 + "督导", "\n".join("  " * i + "- 督" for i in range(99))]
)
def test_what_is_nested_too_deep_is_plain_text(deep: str) -> None:
    source = markdown(HEAD + deep)
    assert source.format == "text"


@given(st.text("#-*`[]()|<>!&\\_~ 1.:\n督导", max_size=120))
def test_any_text(body: str) -> None:
    source = markdown(HEAD + body)
    assert all(isinstance(each, Block | Table) for each in source.content)
    assert [block.index for block in source.blocks] == list(range(len(source.blocks)))
    hidden = body.count("]") + body.count("<")  # addresses of links, comments
    characters = "".join(block.text + block.label for block in source.blocks)
    assert hidden or characters.count("督") == body.count("督")
