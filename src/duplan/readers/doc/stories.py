"""The stories of a Word binary file as WordprocessingML: paragraphs, runs, fields and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from duplan.diagnostics import UnreadableError
from duplan.readers.doc.binary import Binary, Part
from duplan.readers.doc.fields import FIELD_MARKS, FIELD_MARKUP, Fields, fields_are_whole
from duplan.readers.doc.lists import font_name
from duplan.readers.doc.markup import attribute, escaped, paragraph_properties, run_properties
from duplan.readers.doc.properties import Look, Pages, Run, look_of, number, run_of
from duplan.readers.doc.styles import Styles
from duplan.readers.doc.tables import Row, row, table_markup

_ENDS = re.compile("[\r\x07\x0c]")
_REFERENCES = "\x02\x05"  # characters that stand for the mark of a note or comment
_APART = f"{_REFERENCES}\x08\t\x0b-\x0e\x13-\x15\x1e\x1f\uf000-\uf0ff"  # characters that stand for something
_PARTS = re.compile(f"[{_APART}]|[^{_APART}]+")
_MARKS = {
    "\t": "<w:tab/>", "\x0b": "<w:br/>", "\x0c": '<w:br w:type="page"/>',
    "\x0e": '<w:br w:type="column"/>', "\x1e": "<w:noBreakHyphen/>", "\x1f": "",
}  # fmt: skip
Boxes = dict[int, list[str]]  # content of text boxes by the position that they are drawn at
FREE, RATIO = 4_000_000, 8  # characters of markup: in any case, and for a byte of the file
MARKUP = 10  # characters of markup that an element costs beyond its own


@dataclass(slots=True)
class _Table:
    """A table while it is read."""

    rows: list[Row] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    content: list[str] = field(default_factory=list)  # of the cell that is open
    shows: bool = False  # the row that is open has text that is not deleted

    def close_cell(self) -> None:
        self.cells.append("".join(self.content) or "<w:p/>")
        self.content = []

    def close_row(self, changes: tuple[tuple[int, bytes], ...], mark: Run) -> None:
        if self.content:
            self.close_cell()
        if self.cells:
            made = row(self.cells, changes)
            made.deleted = mark.deleted and not self.shows
            made.inserted = mark.inserted
            self.rows.append(made)
        self.cells, self.shows = [], False


class Stories:
    """Writes ranges of the text as markup.

    ``section_ends`` are the places of section marks, ``references`` what refers to notes by its place.
    """

    def __init__(
        self,
        binary: Binary,
        styles: Styles,
        fonts: list[str],
        section_ends: frozenset[int],
        references: dict[int, str],
    ) -> None:
        self._binary = binary
        self._styles = styles
        self._fonts = fonts
        self._section_ends = section_ends
        self._references = references
        self._runs = Pages(binary.part(Part.RUNS), binary.main, paragraphs=False)
        self._paragraphs = Pages(binary.part(Part.PARAGRAPHS), binary.main, paragraphs=True)
        self._looks: dict[tuple[bytes, bytes], Look] = {}
        self._properties: dict[tuple[bytes, bytes], Run] = {}
        self._room = FREE + RATIO * len(binary.main)

    def markup(self, story: range, boxes: Boxes) -> str:
        """The paragraphs and tables of a range; takes the text boxes drawn there out of ``boxes``.

        Raises UnreadableError ("too-complex") where all markup is out of proportion to the file.
        """
        text = self._binary.text
        story = range(max(0, story.start), min(story.stop, len(text)))
        fields = Fields() if fields_are_whole(text[story.start : story.stop]) else None
        written: list[str] = []
        tables: list[_Table] = []
        for start, end in self._split(story):
            look = self._look(max(start, end - 1))
            mark = self._run(max(start, end - 1))[0]
            ended = text[end - 1] if end > start else ""
            while len(tables) > look.depth:
                _close_table(tables, written)
            while len(tables) < look.depth:
                tables.append(_Table())
            stop = end - 1 if _ENDS.match(ended) and self._ends(end - 1) else end
            if not (look.ends_row and start == stop):
                line, shows = self._line(range(start, stop), look, fields, boxes)
                paragraph = self._paragraph(line, look, mark)
                self._spend((1 + look.depth) * len(paragraph))
                (tables[-1].content if tables else written).append(paragraph)
                for table in tables:
                    table.shows = table.shows or shows
            if tables and look.ends_row:
                tables[-1].close_row(look.table, mark)
            elif tables and (look.ends_cell if len(tables) > 1 else ended == "\x07"):
                tables[-1].close_cell()
        while tables:
            _close_table(tables, written)
        return "".join(written)

    def _spend(self, characters: int) -> None:
        self._room -= characters
        if self._room < 0:
            raise UnreadableError("too-complex")

    def _split(self, story: range) -> Iterator[tuple[int, int]]:
        """The ranges of paragraphs, their marks included."""
        start = story.start
        for end in _ENDS.finditer(self._binary.text, story.start, story.stop):
            if self._ends(end.start()):
                yield start, end.end()
                start = end.end()
        if start < story.stop:
            yield start, story.stop

    def _ends(self, position: int) -> bool:
        """Whether the mark at a position ends a paragraph; a page break in one does not."""
        return self._binary.text[position] != "\x0c" or position in self._section_ends

    def _look(self, position: int) -> Look:
        piece, _ = self._binary.piece(position)
        changes, _ = self._paragraphs.find(piece.offset + (position - piece.start) * piece.width)
        key = changes, piece.overlay
        look = self._looks.get(key)
        if look is None:
            own = changes[2:] + piece.overlay
            look = look_of(own, self._binary.long_changes, number(changes[:2]))
            self._looks[key] = look
        return look

    def _run(self, position: int) -> tuple[Run, int]:
        """The properties at a position, and the position where they may change."""
        piece, end = self._binary.piece(position)
        offset = piece.offset + (position - piece.start) * piece.width
        changes, limit = self._runs.find(offset)
        key = changes, piece.overlay
        run = self._properties.get(key)
        if run is None:
            run = self._properties[key] = run_of(changes + piece.overlay)
        last = position + max(1, (limit - offset + piece.width - 1) // piece.width)
        return run, min(end, last)

    def _line(
        self, line: range, look: Look, fields: Fields | None, boxes: Boxes
    ) -> tuple[str, bool]:
        """The runs of a range, and whether there is text that is not deleted.

        Without ``fields`` the marks of fields mean nothing.
        """
        count = self._binary.text.count
        for marks, cost in ((FIELD_MARKS, FIELD_MARKUP), (_MARKS, MARKUP)):
            self._spend(cost * sum(count(mark, line.start, line.stop) for mark in marks))
        runs = [
            (
                run,
                [
                    self._part(part, run, fields, boxes)
                    for part in _PARTS.finditer(self._binary.text, start, end)
                ],
            )
            for run, start, end in self._spans(line)
        ]
        shows = any("<w:t>" in part for run, inside in runs if not run.deleted for part in inside)
        return "".join(self._run_markup(run, "".join(inside), look) for run, inside in runs), shows

    def _spans(self, line: range) -> list[tuple[Run, int, int]]:
        """The stretches of a range with the same properties."""
        spans: list[tuple[Run, int, int]] = []
        at = line.start
        while at < line.stop:
            run, end = self._run(at)
            end = min(max(end, at + 1), line.stop)
            if spans and spans[-1][0] == run:
                spans[-1] = run, spans[-1][1], end
            else:
                spans.append((run, at, end))
            at = end
        return spans

    def _part(self, part: re.Match[str], run: Run, fields: Fields | None, boxes: Boxes) -> str:
        """What stands for some characters inside a ``w:r``."""
        text = part[0]
        if text in FIELD_MARKS:
            return "" if fields is None else fields.mark(text)
        if fields is not None and fields.in_code:
            return fields.code(text)
        if text in _MARKS:
            return _MARKS[text]
        if text in _REFERENCES:
            return self._references.get(part.start(), "")
        if text == "\x08":
            return box_markup(boxes.pop(part.start(), []))
        if run.symbol is not None and text.strip("(") == "":
            return self._symbol(*run.symbol) * len(text)
        if "\uf000" <= text <= "\uf0ff":
            return self._symbol(run.font, ord(text))
        return f"<w:t>{escaped(text)}</w:t>"

    def _symbol(self, font: int | None, char: int) -> str:
        name = attribute(font_name(self._fonts, font))
        return f'<w:sym w:font={name} w:char="{char:04X}"/>'

    def _run_markup(self, run: Run, inside: str, look: Look) -> str:
        if not inside:
            return ""
        made = f"<w:r>{run_properties(run, look.style, self._styles)}{inside}</w:r>"
        if run.deleted:
            return f"<w:del>{made}</w:del>"
        return f"<w:ins>{made}</w:ins>" if run.inserted else made

    def _paragraph(self, line: str, look: Look, mark: Run) -> str:
        properties = f'<w:pStyle w:val="s{look.style}"/>'
        changes = "<w:del/>" * mark.deleted + "<w:ins/>" * mark.inserted
        if self._styles.state(mark.hidden, look.style, "hidden") and not mark.separates:
            changes += "<w:vanish/>"
        changes = changes and f"<w:rPr>{changes}</w:rPr>"
        return f"<w:p><w:pPr>{properties}{paragraph_properties(look, changes)}</w:pPr>{line}</w:p>"


def box_markup(contents: list[str]) -> str:
    """The picture of text boxes with these contents."""
    boxes = "".join(f"<w:txbxContent>{content}</w:txbxContent>" for content in contents)
    return f"<w:pict>{boxes}</w:pict>" if boxes else ""


def _close_table(tables: list[_Table], written: list[str]) -> None:
    """Ends the innermost table, which then stands in the one around it or on the page."""
    table = tables.pop()
    table.close_row((), Run())
    if table.rows:
        (tables[-1].content if tables else written).append(table_markup(table.rows))
