"""Tables without rules: lines whose parts stand in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from duplan.readers.pdf.lines import Line
from duplan.readers.pdf.paragraphs import Column
from duplan.readers.pdf.tables import CellText, TableText

MIN_COLUMNS = 3  # two may be anything: a label and its text, a date set apart
MIN_ROWS = 3  # that have so many parts
CLOSE = 1.9  # of the size: lines further apart are rows of their own


@dataclass(slots=True)
class Block:
    """Lines that may be a table: the reach of each column, and of each row the parts in them."""

    reach: list[tuple[float, float]]
    rows: list[dict[int, list[Line]]] = field(default_factory=list)
    last: float = 0.0  # the foot of the last line
    whole: int = 0  # lines with a part in enough columns

    def take(self, line: Line) -> bool:
        """Adds a line, if its parts stand in columns of their own."""
        places = [self._column(part) for part in line.pieces]
        numbers = [place for place in places if place is not None]
        if len(set(numbers)) < len(places) or (numbers == [0] and self.rows):
            return False
        reach = list(self.reach)
        for number, part in zip(numbers, line.pieces, strict=True):
            start, end = reach[number]
            reach[number] = min(start, part.x0), max(end, part.x1)
        if any(left[1] >= right[0] for left, right in pairwise(reach)):
            return False
        near = line.base - self.last < CLOSE * line.size
        if not self.rows or 0 in numbers or not near:
            self.rows.append({})
        for number, part in zip(numbers, line.pieces, strict=True):
            self.rows[-1].setdefault(number, []).append(part)
        self.reach, self.last = reach, line.base
        self.whole += len(numbers) >= MIN_COLUMNS
        return True

    def _column(self, part: Line) -> int | None:
        """The column that a part stands in: the only one that it touches, or begins with."""
        touched = [
            number
            for number, (start, end) in enumerate(self.reach)
            if part.x0 < end and start < part.x1
        ]
        return touched[0] if len(touched) == 1 else None


def part_tables(lines: Sequence[Line]) -> Iterator[list[Line] | TableText]:
    """Runs of lines and the tables between them, in order."""
    plain: list[Line] = []
    at = 0
    while at < len(lines):
        block, end = _block(lines, at)
        if block.whole >= MIN_ROWS:
            if plain:
                yield plain
            plain = []
            yield _table(block, lines[at].page)
            at = end
        else:
            plain.append(lines[at])
            at += 1
    if plain:
        yield plain


def _block(lines: Sequence[Line], at: int) -> tuple[Block, int]:
    """The most lines from one on that may be a table, and where they end."""
    block = Block([(part.x0, part.x1) for part in lines[at].pieces])
    end = at
    if len(lines[at].parts) >= MIN_COLUMNS:
        while end < len(lines) and block.take(lines[end]):
            end += 1
    return block, end


def _table(block: Block, page: int) -> TableText:
    rows = [
        [
            CellText(number, 1, 1, row.get(number, []), Column(start, end))
            for number, (start, end) in enumerate(block.reach)
        ]
        for row in block.rows
    ]
    edges = [start for start, _ in block.reach] + [block.reach[-1][1]]
    return TableText(page, page, block.last, edges, rows)
