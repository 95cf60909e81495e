"""Notes, comments, headers, footers and text boxes of Word's binary files."""

from __future__ import annotations

import struct

from wordfiles import p, places, read_word

from duplan.source import Source, Span


def asides(source: Source) -> list[tuple[str, list[str]]]:
    """(story, texts) of every aside."""
    return [(each.story, [block.text for block in each.blocks]) for each in source.asides]


def test_notes_and_comments() -> None:
    source, found = read_word(
        p("正文\x02甲\x05"),
        stories={
            "footnote": [p("\x02 注一"), p("\x02 注二"), p("续"), p()],
            "comment": [p("\x05是否合适？"), p()],
            "endnote": [p("\x02尾注"), p()],
        },
        places={3: places(0, 5, 12, 13), 5: places(0, 7, 8), 47: places(0, 4, 5)},
    )
    assert source.blocks[0].text == "正文甲"
    assert asides(source) == [
        ("footnote", [" 注一"]),
        ("footnote", [" 注二", "续"]),
        ("endnote", ["尾注"]),
        ("comment", ["是否合适？"]),
    ]
    assert [each.code for each in found] == ["DP106"] * 4


def test_notes_and_comments_have_anchors() -> None:
    source, _ = read_word(
        p("前"),
        p("甲\x02乙\x05\x02丙\x02"),
        stories={
            "footnote": [p("\x02注一"), p("\x02注二"), p()],
            "comment": [p("\x05批"), p()],
            "endnote": [p("\x02尾"), p()],
        },
        places={
            2: places(3, 8, 9) + bytes(4),
            3: places(0, 4, 8, 9),
            4: places(5, 9) + bytes(30),
            5: places(0, 3, 4),
            46: places(6, 9) + bytes(2),
            47: places(0, 3, 4),
        },
    )
    assert source.blocks[1].text == "甲乙丙"
    assert [(each.story, each.anchor) for each in source.asides] == [
        ("footnote", Span(1, 1, 1)),
        ("footnote", Span(1, 3, 3)),
        ("endnote", Span(1, 2, 2)),
        ("comment", Span(1, 2, 2)),
    ]


def test_headers_and_footers() -> None:
    source, found = read_word(
        p("正文"),
        stories={"header": [p("槐安区教育局"), p(), p("— \x13 PAGE \x141\x15 —"), p(), p()]},
        places={11: places(*[0] * 8, 8, 8, 24, 24, 24, 25)},
    )
    assert asides(source) == [("header", ["槐安区教育局"]), ("footer", ["— 1 —"])]
    assert [each.values["text"] for each in found] == ["槐安区教育局"]


def box(shape: int) -> bytes:
    """An FTXBXS."""
    return struct.pack("<IIHIII", 1, 0xFFFFFFFF, 0, 0, shape, 0)


def test_text_boxes_stand_after_the_paragraph_they_are_drawn_in() -> None:
    source, _ = read_word(
        p("甲"),
        p("\x08乙"),
        p("丙"),
        stories={"box": [p("印章"), p(), p("日期"), p()]},
        places={
            40: places(2, 7) + struct.pack("<I22x", 1025),
            56: places(0, 4, 8, 9) + box(1025) + box(9) + box(0),
        },
    )
    assert [block.text for block in source.blocks] == ["甲", "乙", "印章", "日期", "丙"]


def test_text_boxes_of_footers() -> None:
    source, found = read_word(
        p("正文"),
        stories={
            "header": [p("\x08"), p()],
            "header box": [p("— \x13 PAGE \x141\x15 —"), p(), p("页脚"), p()],
        },
        places={
            11: places(*[0] * 9, 3, 3, 3, 4),
            41: places(0, 3) + struct.pack("<I22x", 2049),
            58: places(0, 16, 20, 21) + box(2049) + box(9) + box(0),
        },
    )
    assert asides(source) == [("footer", ["", "— 1 —", "页脚"])]
    assert [each.values["text"] for each in found] == ["页脚"]


def test_text_boxes_drawn_nowhere_stand_at_the_end() -> None:
    source, _ = read_word(
        p("甲"), stories={"box": [p("印章"), p()]}, places={56: places(0, 3, 4) + box(1) + box(0)}
    )
    assert [block.text for block in source.blocks if block.text] == ["甲", "印章"]


def test_places_that_run_back_repeat_nothing() -> None:
    source, _ = read_word(
        p("正文"),
        stories={"footnote": [p("注一"), p()]},
        places={3: places(0, 3, 0, 3, 0, 3, 4)},
    )
    assert asides(source) == [("footnote", ["注一"])]
