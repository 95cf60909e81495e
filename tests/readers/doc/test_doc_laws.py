"""Laws: every input ends in a Source or an UnreadableError, and no character is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wordfiles import BOLD, IN_TABLE, Paragraph, Word, cell, compound, in_list, p, row_end

from duplan.diagnostics import UnreadableError
from duplan.readers import docx
from duplan.readers.doc import read
from duplan.readers.file import File
from duplan.source import Source, Table

HERE = Path(__file__).parent
SAMPLES = Path(__file__).parents[3] / "samples"
STREAMS = Word(
    [p("一、总体要求", in_list(1)), cell("九月"), cell("督导"), row_end([0, 9, 99])]
).streams()
SAMPLE = compound(STREAMS)
WRITTEN = sorted(HERE.glob("*.doc"))  # by LibreOffice, of samples with the same name


def check(data: bytes) -> None:
    """Reads bytes that may be anything."""
    try:
        source, diagnostics = read(File(data))
    except UnreadableError as error:
        assert error.message("en")
        assert error.message("zh")
        return
    assert [block.index for block in source.blocks] == list(range(len(source.blocks)))
    for diagnostic in diagnostics:
        assert diagnostic.message("en")
        assert diagnostic.message("zh")


@given(st.binary(max_size=2_000), st.sampled_from([b"", SAMPLE[:8], SAMPLE[:600]]))
def test_any_bytes(data: bytes, before: bytes) -> None:
    check(before + data)


@given(st.integers(0, len(SAMPLE)))
def test_truncated_files(length: int) -> None:
    check(SAMPLE[:length])


@given(st.integers(0, len(SAMPLE) - 1), st.binary(min_size=1, max_size=8))
def test_changed_bytes(at: int, change: bytes) -> None:
    check(SAMPLE[:at] + change + SAMPLE[at + len(change) :])


@settings(max_examples=200)
@given(st.sampled_from(["WordDocument", "1Table"]), st.data())
def test_changed_streams(name: str, data: st.DataObject) -> None:
    stream = STREAMS[name]
    at = data.draw(st.integers(0, len(stream) - 1))
    change = data.draw(st.binary(min_size=1, max_size=8))
    check(compound({**STREAMS, name: stream[:at] + change + stream[at + len(change) :]}))


@given(st.binary(max_size=400), st.sampled_from([1, 6, 11, 12, 13, 15, 33, 40, 56, 74]))
def test_any_bytes_as_a_part(content: bytes, part: int) -> None:
    check(Word([p("甲", in_list(1))], places={part: content}).file())


WORDS = st.text("甲乙丙 12ab、（\U0002000b", max_size=6)


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[list[Paragraph], str]:
    """Paragraphs, or a row of a table; and their text."""
    words = draw(st.lists(WORDS, min_size=1, max_size=3))
    runs = [(word, draw(st.sampled_from([b"", BOLD]))) for word in words]
    if draw(st.booleans()):
        edges = list(range(0, 1_000 * (len(words) + 1), 1_000))
        cells = [Paragraph([run], IN_TABLE, end="\x07") for run in runs]
        return [*cells, row_end(edges)], "".join(words)
    return [p(runs, draw(st.sampled_from([b"", in_list(1)])))], "".join(words)


@settings(max_examples=150)
@given(st.lists(paragraphs(), min_size=1, max_size=6), st.integers(1, 4))
def test_no_character_is_lost_and_order_is_kept(
    parts: list[tuple[list[Paragraph], str]], pieces: int
) -> None:
    given = [each for several, _ in parts for each in several]
    source, _ = read(File(Word([*given, p()], pieces=pieces).file()))
    assert "".join(block.text for block in source.blocks) == "".join(text for _, text in parts)


def shape(source: Source) -> object:
    """Everything of the running text but names of styles."""
    aside = {block.index for each in source.asides for block in each.blocks}
    rows = [
        [[(cell.column, cell.row_span, cell.col_span) for cell in row] for row in each.rows]
        for each in source.content
        if isinstance(each, Table)
    ]
    blocks = [
        (block.label, block.text, block.path, block.layout.outline_level, block.layout.size)
        for block in source.blocks
        if block.index not in aside
    ]
    return blocks, rows


@pytest.mark.parametrize("path", WRITTEN, ids=[path.stem for path in WRITTEN])
def test_files_of_another_program_read_as_their_docx(path: Path) -> None:
    source, _ = read(File(path.read_bytes()))
    expected, _ = docx.read(File((SAMPLES / f"{path.stem}.docx").read_bytes()))
    assert shape(source) == shape(expected)


def test_files_of_another_program_are_there() -> None:
    assert len(WRITTEN) >= 2


def test_the_same_bytes_give_the_same_source() -> None:
    assert read(File(SAMPLE)) == read(File(SAMPLE))
