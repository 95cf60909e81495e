"""Normalising: once is enough, and every character knows where it comes from."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from duplan.readers.text import from_string
from duplan.source import Block, Cell, Source, Table
from duplan.text.normal import Line, NormalText
from duplan.text.normalise import normalise
from duplan.text.width import fold, half_width

WORDS = (
    *"一二三年月日工作的人和学校学習區督導計畫劃著帳後后里裡〇",
    *"，。：；、（）()《》【】“”—·①㈠１Ａ",
    *"abpAF1290.,:;-*#<>&/[]|",
    *(" ", "  ", "\t", "\u3000", "\xa0", "\n", "\r\n", "\x0c", "\u2028", "\x85"),
    *("\u200b", "\ufeff", "\u00ad", "\ufe0f", "⽉", "⻓", "\uf9e7", "\U0001d464"),
    *("學(xué)", "責(zé)", "區(qū)", "導（dǎo）", "們(men)", "現(xiàn)", "F(xiàn)", "單(shàn)于"),
    *("學(xu", "é)", "(xué)", "(zé)", "(qū)", "(app)", "(A)", "(yuan)", "行(háng)业"),
    *("<br>", "</p>", '<span lang="x">', "<b", "r>", "&nbsp;", "&amp;", "amp;", "lt;", "&#8203;"),
    *("**", "*", "[bookmark: _GoBack]", "[bookmark:", "&ldquo;", "&lt;", "br&gt;", "&#x4e00;"),
    *("顯著", "專著", "台帳", "想像", "甚麼", "乾隆", "瞭望", "執著", "1.", "（一）"),
)
texts = st.lists(st.sampled_from(WORDS), max_size=60).map("".join)
wild = st.one_of(
    texts, st.text(max_size=80), st.lists(st.one_of(texts, st.text()), max_size=4).map("".join)
)


def lines(normal: NormalText) -> list[Line]:
    return [item for item in normal.items if isinstance(item, Line)]


def words(normal: NormalText) -> list[str]:
    return [line.text.text for line in lines(normal)]


def visible(raw: str) -> str:
    """The characters that a text shows, brackets full width."""
    normal, _ = normalise(from_string(raw), keep_script=True)
    shown = "".join(line.text.shown for line in lines(normal))
    return re.sub(r"\s", "", shown).translate(str.maketrans("()", "（）"))


@settings(max_examples=600)
@given(wild)
def test_twice_is_once(text: str) -> None:
    once = words(normalise(from_string(text))[0])
    again = words(normalise(from_string("\n".join(once)))[0])
    assert again == once


@settings(max_examples=300)
@given(wild)
def test_every_character_has_its_place_and_the_places_ascend(text: str) -> None:
    source = from_string(text)
    normal, _ = normalise(source)
    at = (-1, -1)
    for line in lines(normal):
        assert sum(piece.length for piece in line.text.pieces) == len(line.text)
        for index in range(len(line.text)):
            place = line.text.place(index)
            assert place > at
            assert place[1] < len(source.blocks[place[0]].text)
            at = place


@settings(max_examples=300)
@given(texts)
def test_a_character_is_that_of_its_place(text: str) -> None:
    source = from_string(text)
    normal, _ = normalise(source, keep_script=True)
    for line in lines(normal):
        for index, char in enumerate(line.text.shown):
            block, offset = line.text.place(index)
            raw = source.blocks[block].text[offset:]
            folded = "".join(new for _, _, new in fold(raw[0])) or raw[0]
            assert (
                char == folded
                or (char in "（）" and raw[0] in "()")
                or (char == " " and (raw[0].isspace() or raw[0] == "<"))
                or raw[0] == "&"
            )


@settings(max_examples=300)
@given(wild)
def test_keeping_the_script_changes_only_what_is_shown(text: str) -> None:
    source = from_string(text)
    (read, found), (kept, found_too) = normalise(source), normalise(source, keep_script=True)
    assert found == found_too
    assert words(read) == words(kept)
    for one, other in zip(lines(read), lines(kept), strict=True):
        assert half_width(one.text.shown) == one.text.text
        assert len(other.text.shown) == len(other.text.text)
        assert one.text.pieces == other.text.pieces


@settings(max_examples=300)
@given(texts, st.data())
def test_the_raw_text_of_a_part_normalises_to_the_part(text: str, data: st.DataObject) -> None:
    """But for what depends on the text around: script, remnants of markup, pinyin notes."""
    source = from_string(re.sub(r"[<>&*\[\]]|\([A-Za-zà-ǜ]+\)|（dǎo）", "", text))
    for line in lines(normalise(source, keep_script=True)[0]):
        start = data.draw(st.integers(0, len(line.text)))
        end = data.draw(st.integers(start, len(line.text)))
        part = line.text.cut(start, end)
        raw = "".join(source.blocks[s.block].text[s.start : s.end] for s in part.spans())
        assert visible(raw) == visible(part.shown)


@settings(max_examples=300)
@given(st.text(st.sampled_from("工作學校计划一二，。（）()：A1b ①　\t\n\xa0-"), max_size=60))
def test_plain_text_loses_nothing_visible(text: str) -> None:
    assert visible(text) == re.sub(r"\s", "", text).translate(str.maketrans("()", "（）"))


@given(st.lists(texts, min_size=4, max_size=4))
def test_tables_hold_the_same_lines_as_paragraphs(cells: list[str]) -> None:
    blocks = tuple(
        Block(index, cell.replace("\r", ""), "body", index + 1) for index, cell in enumerate(cells)
    )
    rows = tuple(tuple(Cell((blocks[at + column],), column) for column in (0, 1)) for at in (0, 2))
    flat = normalise(Source("", "docx", "", blocks, blocks))[0]
    tabled = normalise(Source("", "docx", "", (Table(rows, "body/tbl[1]"),), blocks))[0]
    (table,) = tabled.items
    assert not isinstance(table, Line)
    inside = [line.text.text for row in table.rows for cell in row for line in cell.lines]
    assert inside == words(flat)
