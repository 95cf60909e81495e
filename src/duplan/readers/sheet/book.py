"""Sheets → Source: titles and remarks as paragraphs, tables with their merges, the rest as asides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from duplan.diagnostics import KINDS, Diagnostic
from duplan.readers.asides import name_asides
from duplan.readers.assembly import Paper
from duplan.readers.file import File
from duplan.readers.sheet.cells import Box, Sheet, address
from duplan.readers.sheet.headings import is_heading, series
from duplan.readers.sheet.regions import Rectangle, Text, regions
from duplan.readers.sheet.visible import Placed, name_hidden, place
from duplan.source import PLAIN, Block, Cell, Layout, Source, Table


def read_sheets(
    file: File, form: str, sheets: Sequence[Sheet], encoding: str | None = None
) -> tuple[Source, list[Diagnostic]]:
    """The document of a workbook, sheet by sheet.

    A sheet's name is a paragraph where it is a heading (``headings.is_heading``), else named
    (DP120). In a series of sheets, what stands above the table and repeats the first one's is an
    aside, a header. Raises UnreadableError ("too-large") beyond ``limits.paragraphs``.
    """
    shown = [sheet.name for sheet in sheets if not sheet.hidden and sheet.entries]
    scribe = _Scribe(Paper(file.limits), series(shown))
    for sheet in sheets:
        if sheet.hidden:
            scribe.diagnostics += name_hidden(sheet)
        else:
            scribe.write(sheet)
    for sheet in sheets:
        if not sheet.hidden:
            scribe.write_asides(sheet)
    scribe.diagnostics += name_asides(scribe.paper.asides, ())
    return scribe.paper.source(file, form, scribe.content, encoding), scribe.diagnostics


class _Scribe:
    """Writes sheets on one paper."""

    def __init__(self, paper: Paper, in_series: set[str]) -> None:
        self.paper = paper
        self.content: list[Block | Table] = []
        self.diagnostics: list[Diagnostic] = []
        self._series = in_series
        self._running = ""  # what stands above the table on the first sheet of the series
        self._prefix = ""
        self._break = False  # the next paragraph is a sheet's first, and not the document's

    def write(self, sheet: Sheet) -> None:
        """The cells and boxes of a sheet."""
        cells, found = place(sheet)
        self.diagnostics += found
        self._prefix, self._break = _prefix(sheet), bool(self.content)
        parts = regions(cells)
        first = parts[0] if parts else None
        lead = first if isinstance(first, Text) else Text(())
        first_row = min((cell.entry.row for cell in cells), default=0)
        above: list[Box] = []
        others: list[Box] = []
        for box in sheet.boxes:
            (above if box.row is not None and box.row < first_row else others).append(box)
        self._write_head(sheet, lead, above, empty=not cells)
        for part in parts[bool(lead.cells) :]:
            if isinstance(part, Text):
                self._write_text(part)
            else:
                self.content.append(self._table(part))
        self._write_boxes(others)
        if sheet.unstored:
            values: dict[str, str | int] = {
                "count": len(sheet.unstored),
                "where": f"{_prefix(sheet)}{address(*min(sheet.unstored))}",
            }
            self.diagnostics.append(Diagnostic(KINDS["DP119"], None, values))

    def write_asides(self, sheet: Sheet) -> None:
        """Comments, then what the page setup prints above and below."""
        for row, column, text, _ in sorted(sheet.comments):
            self._aside("comment", text, f"{_prefix(sheet)}{address(row, column)}/comment")
        for story, text in sheet.margins:
            self._aside(story, text, f"{sheet.name}/{story}")

    def _write_head(self, sheet: Sheet, lead: Text, boxes: Sequence[Box], *, empty: bool) -> None:
        """The text above the first table, and the name of the sheet where it is a heading."""
        name, in_series = sheet.name.strip(), sheet.name in self._series
        title = lead.title() or "".join(text for box in boxes for text in box.paragraphs)
        heads = not empty and is_heading(name, title, in_series=in_series)
        if heads and not title:
            self._write_name(sheet)
        self._write_boxes(boxes)
        if in_series and title and lead.text == self._running:
            sheet.margins.insert(0, ("header", lead.text))
        else:
            self._write_text(lead)
        if heads and title:
            self._write_name(sheet)
        if in_series:
            self._running = self._running or lead.text
        if name and not heads:
            self.diagnostics.append(Diagnostic(KINDS["DP120"], None, {"name": name}))

    def _write_name(self, sheet: Sheet) -> None:
        self.content += self._paragraphs([sheet.name.strip()], sheet.name, Layout(style="sheet"))

    def _write_text(self, part: Text) -> None:
        for cell in part.cells:
            self.content += self._cell(cell)

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
        self.paper.aside(story, self._paragraphs(text.split("\n"), path, PLAIN))


def _prefix(sheet: Sheet) -> str:
    """What the addresses of a sheet begin with; separated values have no name."""
    return f"{sheet.name}!" if sheet.name else ""
