"""Rows, cells and merges of one table while it is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from duplan.readers.assembly import MAX_COLUMNS, Container
from duplan.readers.docx.names import VAL, integer, is_on, w
from duplan.source import Cell, Table

_PROPERTIES, _ROW_EXCEPTIONS = frozenset((w("tcPr"), w("trPr"))), w("tblPrEx")
_DELETED, _INSERTED, _BEFORE = w("del"), w("ins"), w("gridBefore")
_HIDDEN = w("hidden")
_SPAN, _DOWN, _ACROSS, _CELL_DELETED = w("gridSpan"), w("vMerge"), w("hMerge"), w("cellDel")


@dataclass(slots=True)
class RowLook:
    """What a ``w:trPr`` says."""

    before: int = 0  # grid columns left free at the left
    inserted: bool = False  # as a tracked change
    deleted: bool = False
    hidden: bool = False


@dataclass(slots=True)
class CellLook:
    """What a ``w:tcPr`` says. Merges are "restart", "continue" or None."""

    span: int = 1
    down: str | None = None
    across: str | None = None
    deleted: bool = False  # as a tracked change


def read_row_look(row: etree._Element) -> RowLook:
    """The properties of a ``w:tr``."""
    look = RowLook()
    for child in _properties(row):
        tag = child.tag
        if tag == _BEFORE:
            look.before = _columns(child.get(VAL))
        elif tag == _INSERTED:
            look.inserted = True
        elif tag == _DELETED:
            look.deleted = True
        elif tag == _HIDDEN:
            look.hidden = is_on(child.get(VAL))
    return look


def read_cell_look(cell: etree._Element) -> CellLook:
    """The properties of a ``w:tc``."""
    look = CellLook()
    for child in _properties(cell):
        tag = child.tag
        if tag == _SPAN:
            look.span = max(1, _columns(child.get(VAL)))
        elif tag == _DOWN:
            look.down = child.get(VAL, "continue")
        elif tag == _ACROSS:
            look.across = child.get(VAL, "continue")
        elif tag == _CELL_DELETED:
            look.deleted = True
    return look


def _properties(element: etree._Element) -> Iterable[etree._Element]:
    """The children of a row's or cell's properties, which stand before its content."""
    for child in element:
        tag = child.tag
        if tag in _PROPERTIES:
            return child
        if tag != _ROW_EXCEPTIONS:
            break
    return ()


@dataclass(slots=True)
class OpenCell:
    """A cell whose merges may still grow."""

    container: Container
    column: int
    col_span: int
    row_span: int = 1

    def close(self) -> Cell:
        """The finished cell."""
        content = tuple(self.container.content)
        return Cell(content, self.column, self.row_span, self.col_span)


@dataclass(slots=True)
class TableBuilder:
    """Places cells on the grid: ``w:gridSpan``, ``w:vMerge``, ``w:hMerge``, ``w:gridBefore``."""

    path: str
    rows: list[list[OpenCell]] = field(default_factory=list)
    in_row: bool = False
    column: int = 0
    above: dict[int, OpenCell] = field(default_factory=dict)  # column -> cell that may go on
    below: dict[int, OpenCell] = field(default_factory=dict)  # the same for the next row

    def open_row(self, look: RowLook) -> None:
        """Starts a row."""
        self.rows.append([])
        self.in_row = True
        self.column = look.before

    def close_row(self) -> None:
        """Ends a row: a vertical merge that this row left out is over."""
        self.in_row = False
        self.above, self.below = self.below, {}

    def open_cell(self, look: CellLook) -> OpenCell | None:
        """The next cell of the row; None where a merge covers it."""
        column, row = self.column, self.rows[-1]
        self.column = min(column + look.span, MAX_COLUMNS)
        if look.across == "continue" and row:
            row[-1].col_span = min(row[-1].col_span + look.span, MAX_COLUMNS)
            return None
        if look.down == "continue" and column in self.above:
            merged = self.below[column] = self.above[column]
            merged.row_span += 1
            return None
        path = f"{self.path}/tr[{len(self.rows)}]/tc[{len(row) + 1}]"
        cell = OpenCell(Container(path), column, look.span)
        row.append(cell)
        if look.down is not None:
            self.below[column] = cell
        return cell

    def close(self) -> Table:
        """The finished table."""
        return Table(tuple(tuple(cell.close() for cell in row) for row in self.rows), self.path)


def _columns(value: str | None) -> int:
    return min(max(integer(value) or 0, 0), MAX_COLUMNS)
