"""Tables: rows whose cells say at their end, by their edges, where they stand."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from duplan.readers.columns import columns, grid

_DEFINE, _MERGE, _SPLIT, _MERGE_DOWN = 0xD608, 0x5624, 0x5625, 0xD62B
_CELL = 20  # bytes of a TC80


@dataclass(slots=True)
class Row:
    """A row: the content of its cells, their edges and merges.

    ``across`` holds the code of a cell merged sidewards: the first of a set has another than those
    that follow. ``down`` is "restart", "continue" or "".
    """

    cells: list[str]
    edges: list[int] = field(default_factory=list)
    across: list[int] = field(default_factory=list)
    down: list[str] = field(default_factory=list)
    deleted: bool = False
    inserted: bool = False


def row(cells: list[str], changes: tuple[tuple[int, bytes], ...]) -> Row:
    """A row of cells, looking as changes of its table properties say."""
    made = Row(cells)
    for code, operand in changes:
        if code == _DEFINE and operand:
            _define(made, operand)
        elif code in (_MERGE, _SPLIT) and len(operand) > 1:
            for at in range(operand[0], min(operand[1], len(made.across))):
                made.across[at] = 0 if code == _SPLIT else 1 + (at > operand[0])
        elif code == _MERGE_DOWN and len(operand) > 1 and operand[0] < len(made.down):
            made.down[operand[0]] = _down(operand[1] == 3, operand[1] == 1)
    return made


def _define(made: Row, operand: bytes) -> None:
    """sprmTDefTable: edges, then a TC80 a cell (2.9.321)."""
    count = min(operand[0], (len(operand) - 3) // 2, len(made.cells))
    if count < 1:
        return
    made.edges = list(struct.unpack_from(f"<{count + 1}h", operand, 1))
    made.across, made.down = [], []
    first = 3 + 2 * operand[0]
    for at in range(first, first + count * _CELL, _CELL):
        flags = operand[at] if at < len(operand) else 0
        made.across.append(flags & 3)
        made.down.append(_down(bool(flags & 0x40), bool(flags & 0x20)))


def _down(begins: bool, goes_on: bool) -> str:
    return "restart" if begins else "continue" if goes_on else ""


def table_markup(rows: list[Row]) -> str:
    """The ``w:tbl`` of rows: their edges, put together, are the columns of the grid."""
    whole = grid(each.edges for each in rows)
    return f"<w:tbl>{''.join(_row_markup(each, whole) for each in rows)}</w:tbl>"


def _row_markup(given: Row, whole: list[int]) -> str:
    change = "<w:del/>" * given.deleted + "<w:ins/>" * given.inserted
    at_edges = columns(given.edges, whole)
    before = f'<w:gridBefore w:val="{at_edges[0]}"/>' if at_edges and at_edges[0] else ""
    cells, first = [], 0
    for at, content in enumerate(given.cells):
        span = at_edges[at + 1] - at_edges[at] if at + 1 < len(at_edges) else 1
        code = given.across[at] if at < len(given.across) else 0
        across = ""
        if code:
            first = first or code
            across = f'<w:hMerge w:val="{"restart" if code == first else "continue"}"/>'
        else:
            first = 0
        state = given.down[at] if at < len(given.down) else ""
        down = f'<w:vMerge w:val="{state}"/>' if state else ""
        cells.append(
            f'<w:tc><w:tcPr><w:gridSpan w:val="{max(1, span)}"/>{across}{down}</w:tcPr>'
            f"{content}</w:tc>"
        )
    return f"<w:tr><w:trPr>{before}{change}</w:trPr>{''.join(cells)}</w:tr>"
