"""The Markdown that we write ourselves, taken apart by its form: titles, headings, lists, tables, notes.

It opens with a comment, so that no other document is taken for it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from duplan.outline.grids import unbarred
from duplan.outline.markers import read_marker
from duplan.source import Block, Source
from duplan.text.normal import EMPTY, Line, NormalText, Piece, Text
from duplan.text.width import half_width

OPENING = "<!-- duplan 1.0 -->"
SET_OFF = "\u3000"  # between a label and its title where they would not be told apart
PLAN, SECTION, BULLET = 1, 2, 7  # levels: six of headings, then one for each indent of a list
DEEPEST = 24
INDENT = 2

_NAME = re.compile(r"<!--\s*duplan\b")
_HEADING = re.compile(r"(#{1,6})(?:\s|$)")
_BULLET = re.compile(r"-(?:\s|$)")
_SEPARATOR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br ?/?>")
_RULE = re.compile(r"[\s|:\-]+")


class Mark(NamedTuple):
    """A heading, an item of a list or a comment: it opens what stands below it.

    ``label`` is given where it is set off, None where the marks of lists tell it. ``words`` are those
    of the comment at its end, ``whole`` is the line.
    """

    level: int
    text: Text
    label: Text | None
    words: tuple[str, ...]
    whole: Text


class Words(NamedTuple):
    """A paragraph; ``level`` is that of the item which it can stand in."""

    level: int
    text: Text


class Printed(NamedTuple):
    """A line of a cell; ``label`` as in a mark."""

    text: Text
    label: Text | None = None


Cell: TypeAlias = list[Printed]


class Rows(NamedTuple):
    """A table: rows of cells of lines. ``whole`` are its lines in the file."""

    cells: list[list[Cell]]
    whole: list[Text]


Part: TypeAlias = Mark | Words | Rows


def is_written(source: Source) -> bool:
    """Whether we wrote the text: it begins with our comment."""
    first = next((block for block in source.blocks if block.text.strip()), None)
    return source.format == "text" and first is not None and _is_name(first.text)


def _is_name(text: str) -> bool:
    return _NAME.match(text.lstrip("\ufeff \t")) is not None


def label_of(line: Printed) -> tuple[str, Text]:
    """The label and the text of a line, the label set off or told by the marks of lists."""
    return split_label(line.text) if line.label is None else (line.label.shown, line.text)


def split_label(text: Text) -> tuple[str, Text]:
    """The label at the start of a title that the marks of lists tell, and the title."""
    read = read_marker(half_width(text.text))
    return (text.shown[: len(read[0].label)], text.cut(read[1])) if read else ("", text)


def parts(source: Source, normal: NormalText) -> Iterator[Part]:
    """What the document is made of, in order; nothing of it is left out but the opening comment."""
    lines = {item.block: item for item in normal.items if isinstance(item, Line)}
    table = Rows([], [])
    for block in source.blocks:
        if block.text.lstrip()[:1] == "|":
            line = lines.get(block.index)
            table.whole.append(line.text if line else EMPTY)
            if line and not _RULE.fullmatch(block.text):
                table.cells.append(_cells(line.text, block.text))
            continue
        if table.cells:
            yield table
        table = Rows([], [])
        part = _part(block, lines.get(block.index))
        if part is not None:
            yield part
    if table.cells:
        yield table


def _part(block: Block, line: Line | None) -> Part | None:
    raw = block.text.rstrip()
    end = len(raw)
    words: tuple[str, ...] = ()
    if raw.endswith("-->") and "<!--" in raw:
        end = raw.rfind("<!--")
        words = tuple(raw[end + 4 : -3].split())
    body = raw[:end].strip()
    start = len(raw) - len(raw.lstrip())
    if not body:
        whole = Text(raw, (Piece(0, len(raw), block.index, 0),)) if raw else EMPTY
        level = PLAN if words[:1] == ("plan",) else SECTION
        return Mark(level, EMPTY, None, words, whole) if raw else None
    if line is None:
        return None
    if heading := _HEADING.match(raw):
        return _mark(len(heading.group(1)), line.text, raw[:end], heading.end(), words)
    if bullet := _BULLET.match(raw, start):
        level = min(BULLET + start // INDENT, DEEPEST)
        return _mark(level, line.text, raw[:end], bullet.end(), words)
    text = line.text
    escaped = text.text[:1] == "\\" and text.text[1:2] in set("#>+-|*_`~<")
    return Words(min(BULLET + start // INDENT - 1, DEEPEST), text.cut(1) if escaped else text)


def _mark(level: int, text: Text, raw: str, start: int, words: tuple[str, ...]) -> Mark:
    title, label = _printed(text, raw, start, len(raw))
    return Mark(level, title, label, words, text)


def _printed(text: Text, raw: str, start: int, end: int) -> Printed:
    off = raw.find(SET_OFF, start, end)
    if off < 0:
        return Printed(_between(text, start, end))
    return Printed(_between(text, off + 1, end), _between(text, start, off))


def _between(text: Text, start: int, end: int) -> Text:
    """The part of a line's text that stands in the source between two offsets."""
    if not text.pieces:
        return EMPTY
    places = range(len(text))
    source = text.pieces[0].source
    first, last = (bisect_left(places, offset, key=source) for offset in (start, end))
    return unbarred(text.cut(first, last)) if first < last else EMPTY


def _cells(text: Text, raw: str) -> list[Cell]:
    """The cells of a row, each as its lines."""
    bars = [found.start() for found in _SEPARATOR.finditer(raw)]
    if raw[bars[-1] + 1 :].strip():
        bars.append(len(raw))
    return [_cell(text, raw, start + 1, end) for start, end in pairwise(bars)]


def _cell(text: Text, raw: str, start: int, end: int) -> Cell:
    breaks = [found.span() for found in _BREAK.finditer(raw, start, end)]
    edges = [(start, start), *breaks, (end, end)]
    lines = [_printed(text, raw, before[1], after[0]) for before, after in pairwise(edges)]
    return [line for line in lines if line.text or line.label]
