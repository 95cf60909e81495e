"""Notes, comments, headers, footers and text boxes of RTF."""

from __future__ import annotations

from richtext import read_rtf

from duplan.source import Source, Span, Table


def asides(source: Source) -> list[tuple[str, list[str]]]:
    """(story, texts) of every aside."""
    return [(each.story, [block.text for block in each.blocks]) for each in source.asides]


def test_asides_stand_after_the_running_text() -> None:
    source, found = read_rtf(
        r"{\header\pard 槐安区教育局\par}{\footerf\pard 第{\field{\*\fldinst PAGE}{\fldrslt 1}}页\par}"
        r"{\footer \chpgn\par}正文{\super\chftn}{\footnote\pard\plain{\super\chftn} 注一\par 续}甲"
        r"{\footnote\ftnalt 尾注}{\*\atnid a}{\*\annotation\pard 合适？}乙\par"
    )
    assert [block.text for block in source.content if not isinstance(block, Table)] == ["正文甲乙"]
    assert asides(source) == [
        ("header", ["槐安区教育局"]),
        ("footer", ["第1页"]),
        ("footer", [""]),
        ("footnote", [" 注一", "续"]),
        ("endnote", ["尾注"]),
        ("comment", ["合适？"]),
    ]
    assert [each.values["text"] for each in found] == ["槐安区教育局", "注一 续", "尾注", "合适？"]
    assert [block.index for block in source.blocks] == list(range(8))


def test_notes_and_comments_have_anchors() -> None:
    source, _ = read_rtf(
        r"{\header 页眉\par}甲\par\u-10176?\u-9205?{\footnote 注{\annotation 批}一}乙\b 丙{\v 暗}"
        r"{\footnote\ftnalt 尾}{\annotation 批注}\par{\footnote 注二}"
    )
    assert [(each.story, each.anchor) for each in source.asides] == [
        ("header", None),
        ("footnote", Span(1, 1, 1)),
        ("comment", Span(4, 1, 1)),
        ("endnote", Span(1, 3, 3)),
        ("comment", Span(1, 3, 3)),
        ("footnote", Span(2, 0, 0)),
    ]
    assert [block.text for block in source.blocks[1:5]] == ["\U0002000b乙丙", "", "页眉", "注一"]


def test_a_note_of_deleted_text_is_left_out() -> None:
    source, found = read_rtf(r"甲{\deleted 乙{\footnote\plain 注}}丙{\footnote 注二}\par")
    assert asides(source) == [("footnote", ["注二"])]
    assert [each.code for each in found] == ["DP105", "DP106"]


def test_a_note_in_a_cell_leaves_the_table_whole() -> None:
    source, _ = read_rtf(
        r"\trowd\cellx1000\pard\intbl 甲{\footnote\pard\plain 注\par}乙\cell\row\pard 后\par"
    )
    assert [block.text for block in source.blocks] == ["甲乙", "后", "注"]
    assert source.asides[0].anchor == Span(0, 1, 1)


def test_text_boxes_stand_after_their_paragraph() -> None:
    source, _ = read_rtf(
        r"甲{\shp{\*\shpinst\shpleft0{\sp{\sn wzName}{\sv 名}}{\shptxt\pard 印章\par 日期\par}}"
        r"{\shprslt{\*\do\dptxbx{\dptxbxtext\pard 印章\par}}}}乙\par 丙\par"
    )
    assert [block.text for block in source.blocks] == ["甲乙", "印章", "日期", "丙"]


def test_text_boxes_of_older_programs() -> None:
    source, _ = read_rtf(r"甲{\*\do\dobxpage\dptxbx{\dptxbxtext\pard 印章\par}\dpx1}\par")
    assert [block.text for block in source.blocks] == ["甲", "印章"]
