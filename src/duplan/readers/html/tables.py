"""Tables of a page: which of them show data, and the cells of those."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from duplan.readers.assembly import Extent, table
from duplan.readers.file import Limits
from duplan.readers.html.survey import Survey
from duplan.source import Block, Table

MAX_SPAN = 1_000  # columns that a cell may span, as in HTML
MAX_DROP = 65_534  # the same for rows

_FRAMED = re.compile(r"border(?:-\w+)?\s*:\s*(?!none|0|medium none)\S|mso-border", re.IGNORECASE)
_GROUPS = ("tbody", "thead", "tfoot")
_CELLS = ("td", "th")
_PAGE = 8  # blocks and line breaks that a cell of data rarely has
_MOST = 0.7


@dataclass(slots=True)
class OpenTable:
    """A table of data that is being read."""

    path: str
    rows: list[list[Extent]] = field(default_factory=list)

    def open_row(self) -> None:
        """Starts a row."""
        self.rows.append([])

    def open_cell(self, cell: etree._Element) -> list[Block | Table]:
        """Starts a cell; answers where its content goes."""
        if not self.rows:
            self.rows.append([])
        down = _span(cell.get("rowspan"), MAX_DROP)
        extent = Extent([], down or MAX_DROP, _span(cell.get("colspan"), MAX_SPAN) or 1)
        self.rows[-1].append(extent)
        return extent.content

    def close(self, limits: Limits) -> Table:
        """The finished table. Raises UnreadableError ("too-large") beyond ``limits.cells``."""
        below, area = len(self.rows), 0
        for row in self.rows:
            area += sum(min(cell.row_span, below) * cell.col_span for cell in row)
            below -= 1
        if area > limits.cells:
            raise limits.exceeded("cells")
        return table(self.rows, self.path)


def is_data(element: etree._Element, found: Survey) -> bool:
    """Whether a table shows data. Others lay out a page: what they hold is read in order.

    A table that holds tables, or mostly one cell as long as a page, shows data only if lines are
    drawn around its cells.
    """
    count = found.of(element)
    if count.width < 2 or element.get("role") in ("presentation", "none"):
        return False
    if is_framed(element):
        return True
    if count.tables:
        return False
    cells = [found.of(cell) for row in _rows(element) for cell in row.iterchildren(*_CELLS)]
    total = sum(cell.plain + cell.linked for cell in cells)
    return not any(cell.lines >= _PAGE and cell.plain >= _MOST * total for cell in cells)


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    for child in element.iterchildren("tr", *_GROUPS):
        if child.tag == "tr":
            yield child
        else:
            yield from child.iterchildren("tr")


def is_framed(element: etree._Element) -> bool:
    """Whether lines are drawn around its cells, or it has what only tables of data have."""
    if element.get("border", "0").strip() not in ("", "0"):
        return True
    if "MsoTableGrid" in element.get("class", "") or element.get("rules") in (
        "all",
        "rows",
        "cols",
    ):
        return True
    if next(element.iterchildren("caption", "thead"), None) is not None:
        return True
    if _FRAMED.search(element.get("style", "")[:2_000]):
        return True
    for _, row in zip(range(3), _rows(element), strict=False):
        for cell in row.iterchildren(*_CELLS):
            if cell.tag == "th" or _FRAMED.search(cell.get("style", "")[:2_000]):
                return True
    return False


def _span(value: str | None, most: int) -> int:
    digits = (value or "1").strip()
    return (
        min(int(digits), most) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1
    )
