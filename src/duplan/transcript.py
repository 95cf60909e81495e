"""A document in plain text, as the program that shows it prints it: one paragraph a line.

Automatic labels are printed, the cells of a row stand between bars, the paragraphs of a cell between
slashes; what stands outside the running text follows it under names of its own. The form is the same
in every language and locale: programs compare it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TypeVar
from unicodedata import east_asian_width

from duplan.numerals import write_roman
from duplan.source import Aside, Block, Cell, Source, Span, Table
from duplan.text.normal import CellText, Line, NormalText

CELLS = " | "
ITEMS = " / "
STORIES = {
    "header": "页眉 header",
    "footer": "页脚 footer",
    "footnote": "脚注 footnotes",
    "endnote": "尾注 endnotes",
    "comment": "批注 comments",
    "site": "网站 site",
}
_RAISED = str.maketrans("0123456789ivxlcdm", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁱᵛˣˡᶜᵈᵐ")
_BREAK = re.compile(r"\s*\n\s*")

Each = TypeVar("Each", bound=Cell | CellText)
Marks = dict[int, list[tuple[int, str]]]  # by block: offset and raised number of notes


def transcript(source: Source) -> str:
    """The text of a source; "" where it shows none.

    Notes are numbered as Word does by default: footnotes ¹ ², endnotes ⁱ ⁱⁱ, where they are referred
    to and before their text. A comment begins with the place that it is about, ``[12]`` for the
    twelfth paragraph.
    """
    numbered = [*_numbered(source.asides)]
    marks: Marks = {}
    for aside, mark in numbered:
        if aside.anchor and mark and aside.story != "comment":
            marks.setdefault(aside.anchor.block, []).append((aside.anchor.start, mark))
    lines = [*_running(source.content, marks)]
    for story, group in groupby(numbered, key=lambda each: each[0].story):
        body = [line for aside, mark in group for line in _aside(aside, mark)]
        if body:
            lines += ["", f"—— {STORIES[story]} ——", *body]
    return "".join(f"{line}\n" for line in lines)


def normal_transcript(normal: NormalText) -> str:
    """The same of what interpretation gets: one script, no page furniture, brackets of full width."""
    lines = (
        _labelled(item.label, item.text.text)
        if isinstance(item, Line)
        else "\n".join(_rows(item.rows, _normal_cell))
        for item in normal.items
    )
    return "".join(f"{line}\n" for line in lines)


def _running(content: Iterable[Block | Table], marks: Marks) -> Iterator[str]:
    for part in content:
        if isinstance(part, Block):
            yield _paragraph(part, marks)
        else:
            yield from _rows(part.rows, lambda cell: _cell(cell, marks))


def _paragraph(block: Block, marks: Marks) -> str:
    parts: list[str] = []
    last = 0
    for at, mark in sorted(marks.get(block.index, ()), key=itemgetter(0)):
        parts += block.text[last:at], mark
        last = at
    return _labelled(block.label, "".join([*parts, block.text[last:]]))


def _labelled(label: str, text: str) -> str:
    """Label and text; a label whose last character is not a wide one is set off by a space."""
    gap = " " if label and text and east_asian_width(label[-1]) not in "WF" else ""
    return f"{label}{gap}{text}"


def _rows(rows: Iterable[Iterable[Each]], shown: Callable[[Each], str]) -> Iterator[str]:
    """A line for each row. A cell is printed once, in the first of the rows that it spans."""
    above: dict[int, tuple[int, int]] = {}  # where a cell begun above ends, and its rows left
    for row in rows:
        cells = {cell.column: cell for cell in row}
        parts, column = [], 0
        for at in sorted({*cells, *above}):
            parts += [""] * (at - column)  # columns without a cell
            parts.append(shown(cells[at]) if at in cells else "")
            column = at + cells[at].col_span if at in cells else above[at][0]
        yield CELLS.join(parts).rstrip(" ")
        begun = {at: (at + cell.col_span, cell.row_span) for at, cell in cells.items()}
        above = {at: (end, left - 1) for at, (end, left) in (above | begun).items() if left > 1}


def _cell(cell: Cell, marks: Marks) -> str:
    return _items(
        _paragraph(part, marks)
        if isinstance(part, Block)
        else f"[{ITEMS.join(_rows(part.rows, lambda inner: _cell(inner, marks)))}]"
        for part in cell.content
    )


def _normal_cell(cell: CellText) -> str:
    return _items(_labelled(line.label, line.text.text) for line in cell.lines)


def _items(parts: Iterable[str]) -> str:
    """One line of the visible parts."""
    return ITEMS.join(_BREAK.sub(ITEMS, part.strip()) for part in parts if part.strip())


def _numbered(asides: Iterable[Aside]) -> Iterator[tuple[Aside, str]]:
    """Every aside with its mark, "" where it has none."""
    counts = dict.fromkeys(STORIES, 0)
    for aside in sorted(asides, key=lambda each: [*STORIES].index(each.story)):
        mark = ""
        if aside.anchor is not None and aside.counted:
            counts[aside.story] += 1
            mark = _mark(aside.story, counts[aside.story], aside.anchor)
        yield aside, mark


def _mark(story: str, count: int, anchor: Span) -> str:
    if story == "comment":
        return f"[{anchor.block + 1}] "
    return (write_roman(count).lower() if story == "endnote" else str(count)).translate(_RAISED)


def _aside(aside: Aside, mark: str) -> Iterator[str]:
    for part in aside.content or aside.blocks:
        if isinstance(part, Table):
            lines = _rows(part.rows, lambda cell: _cell(cell, {}))
        else:
            lines = iter([_labelled(part.label, part.text.strip())])
        for line in lines:
            if line.strip(" |"):
                yield mark + line
                mark = ""
