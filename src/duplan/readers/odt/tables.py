"""Rows, cells and repetitions of one table while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from duplan.readers.assembly import MAX_COLUMNS, Container, Extent, table
from duplan.readers.file import Limits
from duplan.readers.opendocument import table as name
from duplan.readers.xml import integer
from duplan.source import Table

MAX_ROWS = 10_000  # that a cell spans
MAX_COPIES = 1_000  # that a row stands for


@dataclass(slots=True)
class TableBuilder:
    """Takes the rows and cells of a ``table:table`` in turn.

    A repeated cell is one that spans the places of all its copies, and so is a cell of a repeated
    row, unless the row is empty: that one is taken once.
    """

    path: str
    limits: Limits
    rows: list[list[Extent]] = field(default_factory=list)
    in_row: bool = False
    copies: int = 1  # of the open row

    def open_row(self, row: etree._Element) -> None:
        """Starts a row."""
        self.rows.append([])
        self.in_row = True
        self.copies = _count(row, "number-rows-repeated", MAX_COPIES)

    def close_row(self) -> None:
        """Ends a row. Raises UnreadableError ("too-large") beyond ``limits.cells`` rows."""
        self.in_row = False
        row = self.rows[-1]
        if self.copies > 1 and any(extent.content for extent in row):
            for extent in row:
                extent.row_span = max(extent.row_span, self.copies)
            if len(self.rows) + self.copies > self.limits.cells:
                raise self.limits.exceeded("cells")
            self.rows += [[] for _ in range(self.copies - 1)]

    def open_cell(self, cell: etree._Element) -> Container:
        """The next cell of the row; its content goes into the container."""
        row = self.rows[-1]
        container = Container(f"{self.path}/tr[{len(self.rows)}]/tc[{len(row) + 1}]")
        across = _count(cell, "number-columns-spanned", MAX_COLUMNS)
        across *= _count(cell, "number-columns-repeated", MAX_COLUMNS)
        row.append(Extent(container.content, _count(cell, "number-rows-spanned", MAX_ROWS), across))
        return container

    def close(self) -> Table:
        """The finished table."""
        return table(self.rows, self.path)


def _count(element: etree._Element, attribute: str, most: int) -> int:
    value = element.get(name(attribute))
    if value is None:
        return 1
    count = integer(value)
    return most if count is None and value.isdecimal() else min(max(count or 1, 1), most)
