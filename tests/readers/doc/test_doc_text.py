"""Text, runs and properties of paragraphs in Word's binary files."""

from __future__ import annotations

import struct

import pytest
from wordfiles import BOLD, DELETED, HIDDEN, INSERTED, p, read_word, style, texts

from duplan.source import Layout


def codes(*paragraphs: object, **more: object) -> list[str]:
    return [each.code for each in read_word(*paragraphs, **more)[1]]  # type: ignore[arg-type]


def test_paragraphs_in_order_with_the_places_of_docx() -> None:
    source, found = read_word(p("槐安区2020年工作计划"), p(), p("一、总体要求"))
    assert [(block.text, block.path, block.line) for block in source.blocks] == [
        ("槐安区2020年工作计划", "body/p[1]", 1),
        ("", "body/p[2]", 2),
        ("一、总体要求", "body/p[3]", 3),
    ]
    assert (source.format, source.content, found) == ("doc", source.blocks, [])


def test_one_byte_characters_are_code_page_1252() -> None:
    assert texts(p("Plan 2020 – “A”"), p("B"), narrow=True) == ["Plan 2020 – “A”", "B"]


def test_text_in_pieces() -> None:
    assert texts(p("甲乙丙丁"), p("戊己庚"), pieces=3) == ["甲乙丙丁", "戊己庚"]


def test_characters_beyond_the_first_plane_shift_nothing() -> None:
    source, _ = read_word(p([("\ud840\udc0b甲", b""), ("乙", BOLD)]), p("丙"))
    assert [block.text for block in source.blocks] == ["𠀋甲乙", "丙"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("甲\t乙", "甲\t乙"),
        ("甲\x0b乙", "甲\n乙"),
        ("甲\x0c乙", "甲\n乙"),
        ("甲\x1e乙\x1f丙", "甲-乙丙"),
        ("甲\x01\x02\x05\x08乙", "甲乙"),
        ("a<b>&\"'", "a<b>&\"'"),
        ("\x13 PAGE \x145\x15页", "5页"),
        ("\x13 HYPERLINK x \x14网\x13 REF y \x14址\x15\x15", "网址"),
        ('\x13 SYMBOL 252 \\f "Wingdings" \x15', "✓"),
        ("\x13 EQ \\o\\ac(○,3)\x15项", "③项"),
        ("未完\x13 PAGE \x14五", "未完 PAGE 五"),
    ],
)
def test_characters_that_stand_for_something(written: str, read: str) -> None:
    assert texts(p(written)) == [read]


def test_ruby_of_an_eq_field_leaves_its_base() -> None:
    source, found = read_word(p("\x13 EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(du),读)\x15书"))
    assert source.blocks[0].text == "读书"
    assert [each.code for each in found] == ["DP109"]


def test_symbols_of_a_font() -> None:
    fonts = struct.pack("<HH", 1, 0)
    name = "Wingdings\0".encode("utf-16-le")
    fonts += bytes((39 + len(name),)) + bytes(39) + name
    symbol = b"\x09\x6a" + struct.pack("<HH", 0, 0xF0FC)
    assert texts(p([("(", symbol), ("完成", b"")]), places={15: fonts}) == ["✓完成"]


def test_hidden_text_is_named() -> None:
    source, found = read_word(p([("公开", b""), ("内部", HIDDEN)]))
    assert source.blocks[0].text == "公开"
    assert [(each.code, each.values) for each in found] == [("DP104", {"text": "内部"})]


def test_tracked_changes_count_as_accepted() -> None:
    source, found = read_word(p([("每月", b""), ("两次", DELETED), ("三次", INSERTED)]))
    assert source.blocks[0].text == "每月三次"
    assert found[0].code == "DP105"
    assert found[0].values == {"insertions": 1, "deletions": 1}


def test_a_deleted_mark_joins_paragraphs() -> None:
    assert texts(p("甲", mark=DELETED), p("乙")) == ["甲乙"]


def test_hidden_marks() -> None:
    assert texts(p([("内部", HIDDEN)], mark=HIDDEN), p("公开")) == ["公开"]
    assert texts(p("甲", mark=HIDDEN), p("乙")) == ["甲", "乙"]
    separator = HIDDEN + b"\x18\x08\x01"
    assert texts(p([("内部", HIDDEN)], mark=separator), p("公开")) == ["", "公开"]


def test_layout() -> None:
    size = b"\x43\x4a" + struct.pack("<H", 44)
    source, _ = read_word(
        p([("题目", BOLD + size)], b"\x03\x24\x01" + b"\x07\x24\x01", style=1),
        p([("正文", b"")]),
        styles=[style("正文", known=0), style("标题 1", b"\x40\x26\x00", base=0, known=1)],
    )
    assert source.blocks[0].layout == Layout("heading 1", 0, "center", True, 22.0, True)
    assert source.blocks[1].layout == Layout("Normal")


@pytest.mark.parametrize(
    ("own", "bold"), [(b"", True), (b"\x35\x08\x80", True), (b"\x35\x08\x81", False), (BOLD, True)]
)
def test_toggles_beside_the_style(own: bytes, bold: bool) -> None:
    source, _ = read_word(p([("题目", own)]), styles=[style("a", run=BOLD)])
    assert source.blocks[0].layout.bold is bold


def test_changes_of_a_piece_lie_over_the_page() -> None:
    hidden_piece = struct.pack("<IIHIH", 0, 3, 0, 2_048, 0x5C << 1 | 1 << 8)
    assert codes(p("甲乙"), places={33: b"\x02" + struct.pack("<I", 16) + hidden_piece}) == [
        "DP104"
    ]


def test_section_marks_end_paragraphs_and_page_breaks_do_not() -> None:
    sections = struct.pack("<III", 0, 3, 6) + bytes(24)
    source, _ = read_word(p("甲乙", end="\x0c"), p("丙\x0c"), places={6: sections})
    assert [block.text for block in source.blocks] == ["甲乙", "丙"]
