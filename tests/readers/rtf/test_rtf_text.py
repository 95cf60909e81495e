"""Text, numbers, changes and layout in RTF."""

from __future__ import annotations

import pytest
from richtext import codes, labels, read_rtf, rtf, texts

from duplan.readers import read as read_any
from duplan.readers.file import File
from duplan.source import Layout


def test_paragraphs_with_their_places() -> None:
    source, found = read_rtf(r"槐安区2020年工作计划\par\par 一、总体要求")
    assert [(block.text, block.path, block.line) for block in source.blocks] == [
        ("槐安区2020年工作计划", "body/p[1]", 1),
        ("", "body/p[2]", 2),
        ("一、总体要求", "body/p[3]", 3),
    ]
    assert (source.format, source.content, found) == ("rtf", source.blocks, [])


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        (r"\fftype2\ffres1{\*\ffl 督政科}{\*\ffl 督\b 学科}", "督学科"),
        (r"\fftype2\ffres25\ffdefres1{\*\ffl 甲}{\*\ffl 乙}", "乙"),
        (r"\fftype2{\*\ffname 名}{\*\ffl 甲}", "甲"),
        (r"\fftype2\ffres7{\*\ffl 甲}", "值"),
        (r"\fftype1\ffres1\ffdefres0", "☒"),
        (r"\fftype1\ffres25\ffdefres1", "☒"),
        (r"\fftype1\ffres0{\*\ffhelptext 帮助}", "☐"),
        (r"\fftype0{\*\ffdeftext 缺省}", "值"),
    ],
)
def test_fields_of_forms(form: str, shown: str) -> None:
    field = (
        r"{\field{\*\fldinst{ FORM {\*\formfield{" + form + r"}}}}{\fldrslt 值}}牵头"
        r"{\field{\*\fldinst HYPERLINK}{\fldrslt 后}}\par"
    )
    assert texts(field) == [f"{shown}牵头后"]


@pytest.mark.parametrize(
    ("font", "read"),
    [
        (r"\fcharset1\cpg950", "工"),
        (r"\cpg950\fcharset134", "工"),
        (r"\fcharset136\cpg99999", "工"),
        (r"\fcharset0\cpg1252", "¤u"),
    ],
)
def test_a_font_names_its_code_page(font: str, read: str) -> None:
    assert texts(r"{\fonttbl{\f9" + font + r" A;}}\f9 \'a4\'75\par") == [read]


def test_paragraphs_end_after_characters_without_fallback() -> None:
    assert texts(r"\u24037\par \u20316\par") == ["工", "作"]


@pytest.mark.parametrize("start", [b"\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \r\n\t"])
def test_what_stands_before_the_file_is_passed_over(start: bytes) -> None:
    source, found = read_any(File(start + rtf("甲"), "a.rtf"))
    assert (source.format, [block.text for block in source.blocks], found) == ("rtf", ["甲"], [])


def test_the_content_tells_the_format() -> None:
    source, found = read_any(File(rtf("甲"), "计划.doc"))
    assert source.format == "rtf"
    assert [each.code for each in found] == ["DP110"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"a\{b\}\\", r"a{b}\\"[:-1]),
        (r"甲\tab 乙\line 丙", "甲\t乙\n丙"),
        ("甲\r\n乙", "甲乙"),
        (r"甲\~乙\_丙\-丁", "甲\u00a0乙-丙丁"),
        (r"\ldblquote 甲\rdblquote\emdash 乙\bullet", "“甲”—乙•"),
        (r"\u30001?\u23383?", "由字"),
        (r"\uc2\u30001\'b8\'f6字", "由字"),
        (r"\uc0\u30001字", "由字"),
        (r"\u24037 \u20316 ", "工作"),
        (r"\u8212\emdash 甲", "—甲"),
        (r"\uc2\u30001\u23383\b 甲", "由字甲"),
        (r"\u-10176?\u-9205?甲", "\U0002000b甲"),
        (r"\u-3844?", "\uf0fc"),
        (r"{\f3 \u-3844?}", "✓"),
        (r"{\f3 \'fc}", "✓"),
        (r"{\f2 \'a4\'a4\'a4\'e5}", "中文"),
        (r"{\f0\dbch\af2 \'a4\'a4}", "中"),
        (r"{\dbch\af2\loch\f1 甲}", "甲"),
        (r"\'81", "\ufffd"),
        (r"{\f0 caf\'e9 5\'b0C \'93ab\'94 x\'b7y}", "café 5°C “ab” x·y"),
        (r"{\f0 \'80\'93\'94 \'e9\'e8\'e7}", "€“” éèç"),
        (r"{\f0 \'e9\'46甲\'b0 b}", "镕甲° b"),
        ("{\\f0 \\'e9F{\\f1 \\'e9F}}", "éF镕"),
        (r"甲{\*\unknown 乙}{\pict 00ff}{\info{\title 丙}}丁", "甲丁"),
        (r"甲\bin3 }}}乙", "甲乙"),
        (r"甲{\upr{乙}{\*\ud{丙}}}", "甲丙"),
        (r"{\field{\*\fldinst PAGE}{\fldrslt 3}}", "3"),
        (r"{\field{\*\fldinst{HYPERLINK x}}{\fldrslt{网址}}}", "网址"),
        (r"{\field{\*\fldinst EQ \\o\\ac(○,3)}{\fldrslt }}", "③"),
        (r'{\field{\*\fldinst SYMBOL 252 \\f "Wingdings"}{\fldrslt{\f3\'fc}}}', "✓"),
        (r"{\object\objemb{\*\objdata 00}{\result 甲}}", "甲"),
        (r"{\mmath{\*\moMath{\mctrlPr 甲}{\mr 乙}}}", "乙"),
    ],
)
def test_characters(written: str, read: str) -> None:
    assert texts(written) == [read]


def test_the_code_page_of_the_file_holds_without_fonts() -> None:
    data = b"{\\rtf1\\ansi\\ansicpg950 \\'a4\\'a4\\'a4\\'e5}"
    source, _ = read_any(File(data))
    assert source.blocks[0].text == "中文"


def test_bytes_that_are_not_valid_are_counted() -> None:
    assert codes(r"\'81 ") == ["DP102"]
    assert codes("甲\x01乙") == ["DP103"]


def test_ruby_of_an_eq_field_leaves_its_base() -> None:
    body = r"{\field{\*\fldinst EQ \\* jc2 \\o\\ad(\\s\\up 9(du),读)}{\fldrslt }}书"
    assert (texts(body), codes(body)) == (["读书"], ["DP109"])


def test_printed_numbers_are_labels() -> None:
    body = r"{\listtext\pard\plain 一、\tab}\ls1 目标\par{\pntext\f3\'6c\tab}\pard 项\par 无\par"
    assert labels(body) == ["一、", "●", ""]
    assert texts(body) == ["目标", "项", "无"]


def test_numbers_that_are_not_spelt_out_are_counted() -> None:
    source, found = read_rtf(r"\ls1 目标\par\ls1\par\ls0 无\par")
    assert [block.label for block in source.blocks] == ["", "", ""]
    assert [(each.code, each.values) for each in found] == [("DP121", {"count": 1})]


def test_hidden_text_is_named() -> None:
    source, found = read_rtf(r"公开{\v 内部}\par")
    assert source.blocks[0].text == "公开"
    assert [(each.code, each.values) for each in found] == [("DP104", {"text": "内部"})]


def test_tracked_changes_count_as_accepted() -> None:
    source, found = read_rtf(r"每月{\deleted 两}{\deleted\b 次}{\revised 三次}\par")
    assert source.blocks[0].text == "每月三次"
    assert [(each.code, each.values) for each in found] == [
        ("DP105", {"insertions": 1, "deletions": 1})
    ]


def test_a_deleted_mark_joins_paragraphs() -> None:
    assert texts(r"甲{\deleted\par}乙\par") == ["甲乙"]
    gone = r"{\listtext 一、}{\deleted 甲\par}{\listtext 一、}乙\par"
    assert (texts(gone), labels(gone)) == (["乙"], ["一、"])
    kept = r"{\listtext 一、}甲{\deleted\par}{\listtext 二、}乙\par"
    assert (texts(kept), labels(kept)) == (["甲乙"], ["一、"])


def test_layout() -> None:
    styles = (
        r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2\sbasedon1 章;}"
        r"{\*\cs9 Char;}{\s3 Contents 1;}}"
    )
    source, _ = read_rtf(
        styles + r"\pard\s2\qc\pagebb{\b\fs44 题目}\par\pard\plain 正{\b 文}\par"
        r"\pard\s3\qr 目录\par\page\pard\s1\outlinelevel3\b 甲\page\par 乙\par"
    )
    assert [block.layout for block in source.blocks] == [
        Layout("章", 0, "center", True, 22.0, True),
        Layout("Normal", None, "", False, 12.0),
        Layout("toc 1", None, "right", False, 12.0),
        Layout("heading 1", 3, "", True, 12.0, True),
        Layout("heading 1", 3, "", True, 12.0, True),
    ]


def test_looks_of_chinese_characters() -> None:
    source, _ = read_rtf(r"{\rtlch\ab\afs40 \ltrch\dbch\ab\afs28 甲}\par{\rtlch\ab \ltrch 乙}\par")
    assert [(block.layout.bold, block.layout.size) for block in source.blocks] == [
        (True, 14.0),
        (False, 12.0),
    ]


def test_sections_end_paragraphs() -> None:
    assert texts(r"甲\sect\sectd 乙\par\sect 丙") == ["甲", "乙", "丙"]
