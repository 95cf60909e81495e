"""Tables of RTF: cells with the edges and merges that ``\\trowd`` gave their row."""

from __future__ import annotations

from dataclasses import dataclass, field

from duplan.readers.columns import columns, grid
from duplan.readers.rtf.paragraphs import Container
from duplan.source import Block, Cell, Table

MAX_CELLS = 1_024  # of a row
ROW_WORDS = frozenset(("trowd", "trleft", "cellx", "clmgf", "clmrg", "clvmgf", "clvmrg"))


@dataclass(slots=True)
class Definition:
    """A row as ``\\trowd`` and what follows it define it. Merges are "first", "next" or ""."""

    left: int = 0
    rights: list[int] = field(default_factory=list)
    across: list[str] = field(default_factory=list)
    down: list[str] = field(default_factory=list)
    next_across: str = ""
    next_down: str = ""

    def take(self, word: str, number: int | None) -> None:
        """Takes a control word of a row's definition."""
        if word == "trleft":
            self.left = number or 0
        elif word == "cellx":
            if len(self.rights) < MAX_CELLS:
                self.rights.append(number or 0)
                self.across.append(self.next_across)
                self.down.append(self.next_down)
            self.next_across = self.next_down = ""
        elif word in ("clmgf", "clmrg"):
            self.next_across = "first" if word == "clmgf" else "next"
        elif word in ("clvmgf", "clvmrg"):
            self.next_down = "first" if word == "clvmgf" else "next"


@dataclass(slots=True)
class Row:
    """The cells of a row, and how it is defined."""

    cells: list[Container]
    definition: Definition


@dataclass(slots=True)
class TableDraft:
    """A table while it is read."""

    path: str
    rows: list[Row] = field(default_factory=list)
    cells: list[Container] = field(default_factory=list)
    cell: Container | None = None  # that is open

    def container(self) -> Container:
        """The cell that is open, opened where none is."""
        if self.cell is None:
            place = f"{self.path}/tr[{len(self.rows) + 1}]/tc[{len(self.cells) + 1}]"
            self.cell = Container(place)
        return self.cell

    def close_cell(self) -> None:
        """Ends a cell."""
        self.cells.append(self.container())
        self.cell = None

    def close_row(self, definition: Definition) -> None:
        """Ends a row."""
        if self.cell is not None:
            self.close_cell()
        if self.cells:
            self.rows.append(Row(self.cells, definition))
            self.cells = []


@dataclass(slots=True)
class _Place:
    container: Container
    column: int
    width: int
    height: int = 1


@dataclass(slots=True)
class Plan:
    """A table whose merges are known: cells by row, and the containers that a merge covers."""

    path: str
    rows: list[list[_Place]]
    covered: list[Container]

    def table(self, contents: dict[int, tuple[Block | Table, ...]]) -> Table:
        """The table of finished contents, by ``id`` of their container."""
        return Table(
            tuple(
                tuple(
                    Cell(contents[id(each.container)], each.column, each.height, each.width)
                    for each in row
                )
                for row in self.rows
            ),
            self.path,
        )


def plan(draft: TableDraft) -> Plan:
    """Places the cells of a table: columns by the edges of all rows, merges as they are defined."""
    edges = [_edges(row) for row in draft.rows]
    whole = grid(edges)
    above: dict[int, _Place] = {}
    rows, covered = [], []
    for row, own in zip(draft.rows, edges, strict=True):
        places: list[_Place] = []
        below: dict[int, _Place] = {}
        starts = columns(own, whole)
        column = starts[0] if starts else 0
        for at, container in enumerate(row.cells):
            known = at + 1 < len(starts)
            start = max(column, starts[at]) if known else column
            width = max(1, starts[at + 1] - start) if known else 1
            column = start + width
            across = row.definition.across[at] if known else ""
            down = row.definition.down[at] if known else ""
            if across == "next" and places:
                places[-1].width += width
                covered.append(container)
            elif down == "next" and start in above:
                below[start] = above[start]
                below[start].height += 1
                covered.append(container)
            else:
                place = _Place(container, start, width)
                places.append(place)
                if down:
                    below[start] = place
        rows.append(places)
        above = below
    return Plan(draft.path, rows, covered)


def _edges(row: Row) -> list[int]:
    rights = row.definition.rights[: len(row.cells)]
    return [row.definition.left, *rights] if rights else []
