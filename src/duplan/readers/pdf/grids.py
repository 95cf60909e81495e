"""Drawn lines → the grids of tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from duplan.readers.pdf.dashes import chained
from duplan.readers.pdf.pages import Box

SNAP = 3.0  # points by which lines that meet may miss each other
MAX_RULES = 1_200  # of a page, after those that go on in each other were joined
MAX_CELLS = 20_000  # of a grid


@dataclass(frozen=True, slots=True)
class Stroke:
    """A level or upright line: where it lies, and from where to where it goes."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Region:
    """A cell of a grid: its first row and column, and how many of them it takes."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(slots=True)
class Grid:
    """A ruled table; ``xs`` and ``ys`` are where its columns and rows end, in points."""

    xs: list[float]
    ys: list[float]
    regions: list[Region]
    _owner: dict[tuple[int, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, region in enumerate(self.regions):
            for row in range(region.row, region.row + region.rows):
                for column in range(region.column, region.column + region.columns):
                    self._owner[row, column] = number

    def region_at(self, x: float, y: float) -> int | None:
        """The number of the region that holds a point."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        column = min(bisect_right(self.xs, x) - 1, len(self.xs) - 2)
        row = min(bisect_right(self.ys, y) - 1, len(self.ys) - 2)
        return self._owner.get((row, column))

    def box(self, region: Region) -> Box:
        """Where a region lies: left, top, right, bottom."""
        right, bottom = region.column + region.columns, region.row + region.rows
        return self.xs[region.column], self.ys[region.row], self.xs[right], self.ys[bottom]


def grids_of(rules: Iterable[Box]) -> list[Grid]:
    """The grids of a page, from the top; a frame around one area is none."""
    level, upright = map(joined, strokes_of(rules))
    if len(level) + len(upright) > MAX_RULES:
        return []
    grids = []
    for rows, columns in _connected(level, upright):
        grid = _grid(rows, columns)
        if grid is not None:
            grids.append(grid)
    grids.sort(key=lambda grid: (grid.ys[0], grid.xs[0]))
    return [grid for grid in grids if not any(_is_inside(grid, other) for other in grids)]


def strokes_of(rules: Iterable[Box]) -> tuple[list[Stroke], list[Stroke]]:
    """The level and the upright strokes that are drawn, dashes put together."""
    level, upright = [], []
    for left, top, right, bottom in chained(rules):
        if right - left >= bottom - top:
            level.append(Stroke((top + bottom) / 2, left, right))
        else:
            upright.append(Stroke((left + right) / 2, top, bottom))
    return level, upright


def joined(strokes: Sequence[Stroke]) -> list[Stroke]:
    """The same with strokes that go on in each other as one."""
    out: list[Stroke] = []
    rank = _ranks([stroke.at for stroke in strokes])
    for stroke in sorted(strokes, key=lambda stroke: (rank[stroke.at], stroke.start)):
        last = out[-1] if out else None
        if last and rank[last.at] == rank[stroke.at] and stroke.start <= last.end + SNAP:
            out[-1] = Stroke(last.at, last.start, max(last.end, stroke.end))
        else:
            out.append(stroke)
    return [stroke for stroke in out if stroke.end - stroke.start > SNAP]


def _ranks(values: Sequence[float]) -> dict[float, int]:
    """Numbers for values; those that lie close together share one."""
    ranks: dict[float, int] = {}
    rank, first = -1, 0.0
    for value in sorted(set(values)):
        if rank < 0 or value - first > SNAP:
            rank, first = rank + 1, value
        ranks[value] = rank
    return ranks


def _connected(
    level: Sequence[Stroke], upright: Sequence[Stroke]
) -> list[tuple[list[Stroke], list[Stroke]]]:
    """The strokes that cross or touch each other, group by group."""
    parent = list(range(len(level) + len(upright)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for at, row in enumerate(level):
        for other, column in enumerate(upright, len(level)):
            crosses = row.start - SNAP <= column.at <= row.end + SNAP
            if crosses and column.start - SNAP <= row.at <= column.end + SNAP:
                parent[root(other)] = root(at)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for at, row in enumerate(level):
        groups.setdefault(root(at), ([], []))[0].append(row)
    for at, column in enumerate(upright, len(level)):
        groups.setdefault(root(at), ([], []))[1].append(column)
    return [group for group in groups.values() if len(group[0]) >= 2 and group[1]]


def _grid(level: list[Stroke], upright: list[Stroke]) -> Grid | None:
    xs = _places([stroke.at for stroke in upright], level)
    ys = _places([stroke.at for stroke in level], upright)
    wide, high = len(xs) - 1, len(ys) - 1
    if wide < 1 or high < 1 or not 2 <= wide * high <= MAX_CELLS:
        return None
    walls = _walls(upright, xs, ys)
    floors = _walls(level, ys, xs)
    regions = _regions(wide, high, walls, floors)
    return Grid(xs, ys, regions) if len(regions) > 1 else None


def _places(values: list[float], across: Sequence[Stroke]) -> list[float]:
    """Where strokes of one direction lie, and where the others begin and end: sides left open."""
    ranks = _ranks(values)
    places: dict[int, list[float]] = {}
    for value in values:
        places.setdefault(ranks[value], []).append(value)
    found = [sum(group) / len(group) for _, group in sorted(places.items())]
    start, end = min(stroke.start for stroke in across), max(stroke.end for stroke in across)
    if not found or start < found[0] - 3 * SNAP:
        found.insert(0, start)
    if end > found[-1] + 3 * SNAP:
        found.append(end)
    return found


def _walls(
    strokes: Sequence[Stroke], along: Sequence[float], across: Sequence[float]
) -> set[tuple[int, int]]:
    """(n, m): a stroke stands at place n of ``along`` beside part m of ``across``."""
    walls = set()
    for stroke in strokes:
        at = min(range(len(along)), key=lambda n: abs(along[n] - stroke.at))
        for part, (start, end) in enumerate(pairwise(across)):
            if stroke.start - SNAP <= (start + end) / 2 <= stroke.end + SNAP:
                walls.add((at, part))
    return walls


def _regions(
    wide: int, high: int, walls: set[tuple[int, int]], floors: set[tuple[int, int]]
) -> list[Region]:
    """The rectangles that no stroke parts; what is no rectangle is cut at every row."""
    taken: set[tuple[int, int]] = set()
    regions = []
    for row in range(high):
        for column in range(wide):
            if (row, column) in taken:
                continue
            end = column + 1
            while end < wide and (end, row) not in walls and (row, end) not in taken:
                end += 1
            bottom = row + 1
            while bottom < high and _goes_on(bottom, column, end, wide, walls, floors):
                bottom += 1
            taken |= {(r, c) for r in range(row, bottom) for c in range(column, end)}
            regions.append(Region(row, column, bottom - row, end - column))
    return regions


def _goes_on(
    row: int,
    column: int,
    end: int,
    wide: int,
    walls: set[tuple[int, int]],
    floors: set[tuple[int, int]],
) -> bool:
    """Whether the cell of columns ``column`` to ``end`` reaches down into a row."""
    if any((row, each) in floors for each in range(column, end)):
        return False
    if any((each, row) in walls for each in range(column + 1, end)):
        return False
    closed_left = column == 0 or (column, row) in walls
    return closed_left and (end == wide or (end, row) in walls)


def _is_inside(grid: Grid, other: Grid) -> bool:
    return (
        grid is not other
        and other.xs[0] - SNAP <= grid.xs[0]
        and grid.xs[-1] <= other.xs[-1] + SNAP
        and other.ys[0] - SNAP <= grid.ys[0]
        and grid.ys[-1] <= other.ys[-1] + SNAP
    )
