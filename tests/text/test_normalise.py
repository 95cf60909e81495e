"""Source → NormalText, seen whole."""

from __future__ import annotations

from duplan.readers.text import from_string
from duplan.source import Block, Cell, Layout, Source, Span, Table
from duplan.text.normal import Line, TableText
from duplan.text.normalise import normalise


def lines(text: str) -> list[Line]:
    normal, _ = normalise(from_string(text))
    return [item for item in normal.items if isinstance(item, Line)]


def docx(*content: Block | Table, blocks: tuple[Block, ...] | None = None) -> Source:
    whole = blocks or tuple(part for part in content if isinstance(part, Block))
    return Source("plan.docx", "docx", "", content, whole)


def test_indents_and_empty_lines() -> None:
    first, second, third = lines("\n　　一、要求\n \n\u200b\n\t 任务  \n完")
    assert (first.text.text, first.indent, first.blank_before) == ("一、要求", 4, 1)
    assert (second.text.text, second.indent, second.blank_before) == ("任务", 9, 2)
    assert (third.text.text, third.indent, third.blank_before) == ("完", 0, 0)


def test_a_line_without_noise_is_a_slice_of_its_block() -> None:
    (line,) = lines("  (一)开展督导 ")
    (piece,) = line.text.pieces
    assert (piece.start, piece.length, piece.offsets) == (2, 7, None)
    assert line.text.text == "（一）开展督导"


def test_gaps_tell_the_width_of_what_was_taken_out() -> None:
    (line,) = lines("3月\t开学  检查　9 10   11")
    assert line.text.text == "3月开学检查9 10 11"
    assert line.text.gaps == {2: 8, 4: 2, 6: 2, 11: 3}


def test_offsets_lead_back_through_every_kind_of_noise() -> None:
    (line,) = lines("&nbsp;督\u200b學(xué) 責(zé)任區(qū)，<b>工 作</b>")
    assert line.text.text == "督学责任区，工作"
    assert [line.text.place(i)[1] for i in range(8)] == [6, 8, 15, 20, 21, 26, 30, 32]
    assert line.text.cut(1, 3).spans() == (Span(0, 8, 16),)


def test_pinyin_notes_are_counted_once() -> None:
    normal, (finding,) = normalise(from_string("學(xué)責(zé)任區(qū)\n督導(dǎ\no)室"))
    assert (finding.code, finding.values) == ("DP109", {"count": 4})
    assert [str(item.text) for item in normal.items if isinstance(item, Line)] == [
        "学责任区",
        "督导",
        "室",
    ]


def test_the_script_can_be_kept() -> None:
    source = from_string("(一)開展視導")
    read, _ = normalise(source)
    kept, _ = normalise(source, keep_script=True)
    assert read.script == kept.script == "hant"
    (one,), (other,) = read.items, kept.items
    assert isinstance(one, Line) and isinstance(other, Line)
    assert (one.text.text, one.text.shown) == ("（一）开展视导", "（一）开展视导")
    assert (other.text.text, other.text.shown) == ("（一）开展视导", "（一）開展視導")


def test_simplified_text_comes_through_unchanged() -> None:
    text = "参观乾隆年间建筑，瞭望塔，著述，想像，座标"
    normal, _ = normalise(from_string(text))
    assert [str(item.text) for item in normal.items if isinstance(item, Line)] == [text]
    assert normal.script == "hans"


def test_soft_breaks_make_lines_of_one_paragraph() -> None:
    layout = Layout(align="center", page_break_before=True)
    block = Block(0, "青禾区\n\n 工作计划", "body/p[1]", 1, label="(一)", layout=layout)
    first, second = normalise(docx(block))[0].items
    assert isinstance(first, Line) and isinstance(second, Line)
    assert (first.label, first.layout) == ("（一）", layout)
    assert (second.label, second.layout) == ("", Layout(align="center"))
    assert (second.blank_before, second.indent) == (1, 1)
    assert second.text.place(0) == (0, 6)


def test_a_label_alone_is_a_line() -> None:
    (line,) = normalise(docx(Block(0, "", "body/p[1]", 1, label="第一條")))[0].items
    assert isinstance(line, Line)
    assert (line.label, line.text.text, line.text.pieces) == ("第一条", "", ())


def test_an_empty_paragraph_hands_its_page_break_on() -> None:
    first, second = lines("甲\x0c\n\n乙")
    assert not first.layout.page_break_before
    assert second.layout.page_break_before


def test_tables_keep_their_shape_and_nested_ones_their_lines() -> None:
    blocks = tuple(
        Block(i, text, "", i + 1) for i, text in enumerate(["前", "月份", "", "內 容", "後"])
    )
    inner = Table(((Cell((blocks[3],), 0),),), "")
    table = Table(((Cell((blocks[1],), 0, row_span=2), Cell((blocks[2], inner), 1, 1, 3)),), "")
    normal, _ = normalise(docx(blocks[0], table, blocks[4], blocks=blocks))
    before, found, after = normal.items
    assert isinstance(before, Line) and isinstance(found, TableText) and isinstance(after, Line)
    ((left, right),) = found.rows
    assert (left.column, left.row_span, left.col_span) == (0, 2, 1)
    assert (right.column, right.row_span, right.col_span) == (1, 1, 3)
    (line,) = right.lines
    assert (line.text.text, line.block, line.blank_before) == ("内容", 3, 1)
    assert after.text.text == "后"
