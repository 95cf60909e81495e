"""Sheets → Source: titles and remarks as paragraphs, tables with their merges, the rest as asides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from duplan.diagnostics import Diagnostic
from duplan.readers.assembly import Paper
from duplan.readers.file import File
from duplan.readers.sheet.cells import Box, Sheet, address
from duplan.readers.sheet.regions import Rectangle, Text, regions
from duplan.readers.sheet.visible import MAX_NAMED, Placed, name_hidden, place
from duplan.source import PLAIN, Block, Cell, Layout, Source, Span, Table

_GIVEN_NAME = re.compile(r"(?:sheet|工作表|表|feuil|tabelle)\s*\d*(?:\s*\(\d+\))?", re.IGNORECASE)
_NEXT_SHEET = Layout(page_break_before=True)


def read_sheets(
    file: File, form: str, sheets: Sequence[Sheet], encoding: str | None = None
) -> tuple[Source, list[Diagnostic]]:
    """The document of a workbook, sheet by sheet.

    A sheet without a title is headed by its name, unless the program gave it (Sheet1); other names
    are named (DP120). Raises UnreadableError ("too-large") beyond ``limits.paragraphs``.
    """
    scribe = _Scribe(Paper(file.limits))
    for sheet in sheets:
        if sheet.hidden:
            scribe.diagnostics += name_hidden(sheet)
        else:
            scribe.write(sheet)
    for sheet in sheets:
        if not sheet.hidden:
            scribe.write_asides(sheet)
    return scribe.paper.source(file, form, scribe.content, encoding), scribe.diagnostics


class _Scribe:
    """Writes sheets on one paper."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.content: list[Block | Table] = []
        self.diagnostics: list[Diagnostic] = []
        self._prefix = ""
        self._break = False  # the next paragraph is a sheet's first, and not the document's

    def write(self, sheet: Sheet) -> None:
        """The cells and boxes of a sheet."""
        cells, found = place(sheet)
        self.diagnostics += found
        self._prefix, self._break = _prefix(sheet), bool(self.content)
        parts = regions(cells)
        first_row = min((cell.entry.row for cell in cells), default=0)
        above: list[Box] = []
        others: list[Box] = []
        for box in sheet.boxes:
            (above if box.row is not None and box.row < first_row else others).append(box)
        self._write_name(sheet, parts, above)
        self._write_boxes(above)
        for part in parts:
            if isinstance(part, Text):
                for cell in part.cells:
                    self.content += self._cell(cell)
            else:
                self.content.append(self._table(part))
        self._write_boxes(others)
        if sheet.unstored:
            values: dict[str, str | int] = {
                "count": len(sheet.unstored),
                "where": f"{_prefix(sheet)}{address(*min(sheet.unstored))}",
            }
            self.diagnostics.append(Diagnostic("DP119", None, values))

    def write_asides(self, sheet: Sheet) -> None:
        """Comments, then what the page setup prints above and below."""
        for row, column, text, _ in sorted(sheet.comments):
            self._aside("comment", text, f"{_prefix(sheet)}{address(row, column)}/comment")
        for story, text in sheet.margins:
            self._aside(story, text, f"{sheet.name}/{story}")

    def _write_name(
        self, sheet: Sheet, parts: Sequence[Text | Rectangle], boxes: Sequence[Box]
    ) -> None:
        name = sheet.name.strip()
        first = parts[0] if parts else None
        titled = bool(boxes) or (isinstance(first, Text) and first.names_sheet())
        if not parts or titled or _GIVEN_NAME.fullmatch(name):
            if name:
                self.diagnostics.append(Diagnostic("DP120", None, {"name": name}))
        elif name:
            layout = Layout(style="sheet", page_break_before=self._break)
            self.content.append(self.paper.paragraph(name, sheet.name, layout=layout))
            self._break = False

    def _write_boxes(self, boxes: Iterable[Box]) -> None:
        for box in boxes:
            rows = "" if box.row is None else f"{box.row + 1}:{box.row + 1}/"
            path = f"{self._prefix}{rows}box"
            self.content += self._paragraphs(box.paragraphs, path, PLAIN)

    def _cell(self, cell: Placed) -> list[Block]:
        row, column, text, layout = cell.entry
        return self._paragraphs(text.split("\n"), f"{self._prefix}{address(row, column)}", layout)

    def _paragraphs(self, texts: Iterable[str], path: str, layout: Layout) -> list[Block]:
        if self._break:
            layout = replace(layout, page_break_before=True)
        blocks = []
        for at, text in enumerate(texts, 1):
            inside = path if at == 1 else f"{path}/p[{at}]"
            blocks.append(self.paper.paragraph(text, inside, layout=layout))
            if self._break:
                self._break, layout = False, replace(layout, page_break_before=False)
        return blocks

    def _table(self, part: Rectangle) -> Table:
        rows = [tuple(self._table_cell(part, cell) for cell in row) for row in part.rows]
        entries = [cell.entry for row in part.rows for cell in row]
        columns = [entry.column for entry in entries]
        first = address(entries[0].row, min(columns))
        last = address(max(entry.row for entry in entries), max(columns))
        return Table(tuple(rows), f"{self._prefix}{first}:{last}")

    def _table_cell(self, part: Rectangle, cell: Placed) -> Cell:
        content = tuple(self._cell(cell))
        return Cell(content, part.column(cell), part.row_span(cell), part.col_span(cell))

    def _aside(self, story: str, text: str, path: str) -> None:
        blocks = self._paragraphs(text.split("\n"), path, PLAIN)
        self.paper.aside(story, blocks)
        shown = next((block for block in blocks if block.text.strip()), None)
        if shown is not None:
            quoted = " ".join(text.split())[:MAX_NAMED]
            span = Span(shown.index, 0, len(shown.text))
            self.diagnostics.append(Diagnostic("DP106", span, {"story": story, "text": quoted}))


def _prefix(sheet: Sheet) -> str:
    """What the addresses of a sheet begin with; separated values have no name."""
    return f"{sheet.name}!" if sheet.name else ""
