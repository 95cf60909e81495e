"""What the columns of a table are for: by the words of its header, else by what the cells hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from duplan.dates import read_time_label
from duplan.interpret.vocabulary import COLUMN_PATTERNS
from duplan.outline.grids import Grid, GridCell

_FIGURE = re.compile(r"[≥≤>＞<＜约]?[+\-]?\d[\d,，]*(?:\.\d+)?[%％‰万亿元]*|[—–\-/／]+")
_SAMPLE = 12  # rows that tell what a column holds
_MOST = 0.6  # of the cells of a column of times are times
TIMES = ("time", "part")
OTHER_SIDE = "other-side"  # the use of the columns of the half beside
DUTIES = ("lead", "support", "responsible")


@dataclass(frozen=True, slots=True)
class Columns:
    """``uses[i]`` is what column i is for ("" unknown); ``header`` counts the rows above the data."""

    uses: tuple[str, ...]
    names: tuple[str, ...]
    header: int

    def having(self, *uses: str) -> list[int]:
        """The columns that are for one of ``uses``, from left to right."""
        return [at for at, use in enumerate(self.uses) if use in uses]


def column_use(text: str) -> str | None:
    """What a column with this header is for, None where the text is no header."""
    text = text.replace("\n", "").strip("：: *（）()")
    if not text or len(text) > 14:
        return None
    return next((use for use, pattern in COLUMN_PATTERNS if pattern.fullmatch(text)), None)


def is_header_cell(text: str) -> bool:
    """Whether a cell's text is a column's header."""
    return column_use(text) is not None


def read_columns(grid: Grid) -> Columns:
    """The uses of a grid's columns."""
    for at, row in enumerate(grid.rows[:4]):
        uses = [column_use(cell.text) if cell.lines else None for cell in row]
        filled = sum(bool(cell.lines) for cell in row)
        named = sum(use is not None for use in uses)
        if (named >= 2 and (named * 3 >= filled * 2 or _names_only(row, uses))) or (
            named == 1 and _heads_times(grid, at, uses)
        ):
            names = [cell.text for cell in row]
            for column in range(1, len(row)):  # a header over several columns is for all of them
                if row[column].covered and at == 0:
                    uses[column] = uses[column] or uses[column - 1]
            header = at + 1
            below = grid.rows[header] if header < len(grid.rows) else ()
            inner = [column_use(cell.text) for cell in below if cell.lines]
            known = inner and None not in inner and any(cell.covered for cell in below)
            if known or _parts_heads(row, below):
                for column, cell in enumerate(below):
                    if cell.lines:
                        uses[column] = column_use(cell.text) or uses[column]
                        names[column] = cell.text
                header += 1
            settled = _settle(grid, header, [use or "" for use in uses])
            return Columns(settled, tuple(names), header)
    blank = [""] * grid.width
    return Columns(_settle(grid, 0, blank), ("",) * grid.width, 0)


def _parts_heads(row: Sequence[GridCell], below: Sequence[GridCell]) -> bool:
    """Whether the row below a header names the columns under the heads merged over several, and
    those only: the others are merged with it."""
    parted = [cell.covered or after.covered for cell, after in pairwise([*row, GridCell()])]
    return any(parted) and all(
        bool(cell.lines) if part else cell.covered
        for part, cell in zip(parted, below, strict=False)
    )


def _names_only(row: Sequence[GridCell], uses: Sequence[str | None]) -> bool:
    """A header whose other columns are called after departments or subjects: short, no numbers."""
    return "time" in uses and all(
        len(cell.text) <= 12 and not any(ch.isdigit() for ch in cell.text) for cell in row
    )


def _heads_times(grid: Grid, at: int, uses: Sequence[str | None]) -> bool:
    """Whether the row is short names beside the head of a column of times: 月份, 教务处, 学务处."""
    return _names_only(grid.rows[at], uses) and (
        _share(grid.rows[at + 1 :], uses.index("time")) >= _MOST
    )


def _settle(grid: Grid, header: int, uses: list[str]) -> tuple[str, ...]:
    """Checks the header against the cells: a time column holds time labels, one column the work."""
    rows = grid.rows[header:]
    if "time" not in uses and "deadline" not in uses:
        shares = [_share(rows, at) for at in range(len(uses))]
        best = max(range(len(uses)), key=lambda at: shares[at], default=0)
        if (
            uses
            and shares[best] >= _MOST
            and uses[best] in ("", "work", "number", "explain", "category")
        ):
            uses[best] = "time"
    unnamed = [
        at
        for at, use in enumerate(uses)
        if use == "" and _length(rows, at) and not (header and _holds_figures(rows, at))
    ]
    if header and "time" in uses:
        for at in unnamed:
            uses[at] = "work"
    if "work" not in uses:
        others = [at for at, use in enumerate(uses) if use in ("explain", "category")]
        if unnamed or others:
            uses[max(unnamed or others, key=lambda at: _length(rows, at))] = "work"
    work = [at for at, use in enumerate(uses) if use == "work"]
    keyed = "time" in uses and not ("deadline" in uses and "number" in uses)
    if len(work) > 1 and "category" not in uses and not keyed and _is_above(rows, *work[:2]):
        uses[work[0]] = "category"
    return tuple(uses)


def _is_above(rows: Sequence[Sequence[GridCell]], upper: int, lower: int) -> bool:
    """Whether cells of the column ``upper`` are merged over several filled ones of ``lower``."""
    return any(row[upper].covered and row[lower].lines for row in rows)


def _holds_figures(rows: Sequence[Sequence[GridCell]], column: int) -> bool:
    texts = [row[column].text for row in rows if row[column].lines]
    return all(_FIGURE.fullmatch(text) for text in texts)


def _share(rows: Sequence[Sequence[GridCell]], column: int) -> float:
    texts = [row[column].text for row in rows[:_SAMPLE] if row[column].lines]
    if len(texts) < 2:
        return 0.0
    return sum(read_time_label(text) is not None for text in texts) / len(texts)


def _length(rows: Sequence[Sequence[GridCell]], column: int) -> int:
    return sum(len(row[column].text) for row in rows)


def groups(columns: Columns) -> list[Columns]:
    """A table that sets the same columns side by side twice, as two; else the table itself."""
    times = columns.having("time")
    if len(times) < 2:
        return [columns]
    half, odd = divmod(len(columns.uses), 2)
    if odd or columns.uses[:half] != columns.uses[half:] or "work" not in columns.uses[:half]:
        return [columns]
    empty = (OTHER_SIDE,) * half
    return [
        Columns(columns.uses[:half] + empty, columns.names, columns.header),
        Columns(empty + columns.uses[half:], columns.names, columns.header),
    ]
