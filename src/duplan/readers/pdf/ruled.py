"""Tables that have level rules only: rows from the rules, columns from the white between texts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, pairwise
from statistics import median

from duplan.readers.pdf.glyphs import Glyph
from duplan.readers.pdf.grids import (
    MAX_CELLS,
    MAX_RULES,
    SNAP,
    Grid,
    Region,
    Stroke,
    joined,
    strokes_of,
)
from duplan.readers.pdf.lines import SAME_HEIGHT, Line, lines_of
from duplan.readers.pdf.pages import Box

WHITE = 0.6  # of a character's size: the least between two columns
BESIDE = 1.2  # of a character's size: text so near the end of a rule goes on beyond it
PADDING = 5.0  # points that a column keeps free after its text at most
MIN_ROWS = 2  # that have text in two columns
TIGHT = 1.15  # times the least distance of lines: what stands so close belongs together
THREE = 3  # rules of a table whose rows aren't parted by any

MAX_GROUPS = 50  # of a page, of rules with the same ends

Span = tuple[float, float]


@dataclass(slots=True)
class Band:
    """What stands between two rules that lie one below the other."""

    glyphs: list[Glyph] = field(default_factory=list)
    crossed: bool = False  # by text that goes on beyond the rules, or by another table


def open_grids(
    rules: Iterable[Box], grids: Sequence[Grid], glyphs: Iterable[Glyph], page: int
) -> Iterator[Grid]:
    """The tables that rules with the same ends bound; ``grids`` are those that have upright rules,
    ``glyphs`` what stands in none of them."""
    pieces = strokes_of(rules)[0]
    level = joined(pieces)
    seen = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if not seen or len(level) > MAX_RULES:
        return
    free = [rule for rule in level if not any(_holds(grid, rule) for grid in grids)]
    for group in islice(_alike(free), MAX_GROUPS):
        left, right = group[0].start, group[0].end
        bands = _bands(group, seen, grids)
        starts = sorted({each.start for each in pieces if left + SNAP < each.start < right - SNAP})
        at = 0
        while at < len(bands):
            end, gaps = _reach(bands, at)
            if end > at + 1 and _is_table(bands[at:end], gaps):
                xs = [left, *(_edge(gap, starts) for gap in gaps), right]
                ys = [rule.at for rule in group[at : end + 1]]
                if len(ys) == THREE:
                    ys[2:2] = _row_ends(bands[at + 1].glyphs, gaps, page)
                if (len(xs) - 1) * (len(ys) - 1) <= MAX_CELLS:
                    yield _grid(xs, ys)
            at = max(end, at + 1)


def _holds(grid: Grid, rule: Stroke) -> bool:
    inside = grid.xs[0] - SNAP <= rule.start and rule.end <= grid.xs[-1] + SNAP
    return inside and grid.ys[0] - SNAP <= rule.at <= grid.ys[-1] + SNAP


def _alike(rules: Iterable[Stroke]) -> Iterator[list[Stroke]]:
    """Three rules or more that share both ends, from the top."""
    groups: dict[tuple[int, int], list[Stroke]] = {}
    for rule in sorted(rules, key=lambda rule: rule.at):
        start, end = round(rule.start / SNAP), round(rule.end / SNAP)
        near = ((start + one, end + other) for one in (0, -1, 1) for other in (0, -1, 1))
        key = next((each for each in near if each in groups), (start, end))
        groups.setdefault(key, []).append(rule)
    return (group for group in groups.values() if len(group) >= THREE)


def _bands(group: Sequence[Stroke], glyphs: Iterable[Glyph], grids: Iterable[Grid]) -> list[Band]:
    left, right = group[0].start, group[0].end
    tops = [rule.at for rule in group]
    bands = [Band() for _ in tops[1:]]
    for glyph in glyphs:
        at = bisect_right(tops, _middle(glyph)) - 1
        if not 0 <= at < len(bands):
            continue
        if left - SNAP <= glyph.x0 and glyph.x1 <= right + SNAP:
            bands[at].glyphs.append(glyph)
        elif left < glyph.x1 + BESIDE * glyph.size and glyph.x0 - BESIDE * glyph.size < right:
            bands[at].crossed = True
    for grid in grids:
        at = bisect_right(tops, grid.ys[0] + SNAP) - 1
        if 0 <= at < len(bands):
            bands[at].crossed = True
    return bands


def _middle(glyph: Glyph | Line) -> float:
    return glyph.base - 0.3 * glyph.size


def _reach(bands: Sequence[Band], at: int) -> tuple[int, list[Span]]:
    """The end of the run of bands from one on that share columns, and the white between these."""
    taken: list[Span] = []
    gaps: list[Span] = []
    for end in range(at, len(bands)):
        band = bands[end]
        more = sorted(chain(taken, ((glyph.x0, glyph.x1) for glyph in band.glyphs)))
        size = median(glyph.size for glyph in band.glyphs) if band.glyphs else 0.0
        merged = _merged(more, WHITE * size)
        if band.crossed or len(merged) < 2:
            return end, gaps
        taken, gaps = merged, [(one[1], other[0]) for one, other in pairwise(merged)]
    return len(bands), gaps


def _merged(spans: Iterable[Span], white: float) -> list[Span]:
    """Sorted spans as those that have at least so much white between them."""
    out: list[Span] = []
    for start, end in spans:
        if out and start - out[-1][1] < white:
            out[-1] = out[-1][0], max(out[-1][1], end)
        else:
            out.append((start, end))
    return out


def _is_table(bands: Sequence[Band], gaps: Sequence[Span]) -> bool:
    """Whether the first row fills every column, and another at least two."""
    filled = [{bisect_right(gaps, (glyph.x0,)) for glyph in band.glyphs} for band in bands]
    full = sum(len(columns) > 1 for columns in filled)
    return len(filled[0]) == len(gaps) + 1 and full >= MIN_ROWS


def _edge(gap: Span, starts: Sequence[float]) -> float:
    """Where a column ends: where pieces of the rules meet, else beside the text."""
    start, end = gap
    at = bisect_left(starts, start - 1)
    drawn = at < len(starts) and starts[at] <= end + 1
    return starts[at] if drawn else start + min((end - start) / 2, PADDING)


def _row_ends(glyphs: Sequence[Glyph], gaps: Sequence[Span], page: int) -> list[float]:
    """Where the rows end, but the last, that no rules part: told by the first column, whose cells
    stand at the top or in the middle of each."""
    columns: list[list[Glyph]] = [[] for _ in range(len(gaps) + 1)]
    for glyph in glyphs:
        columns[bisect_right(gaps, (glyph.x0,))].append(glyph)
    first, *others = [lines_of(column, page) for column in columns]
    cells = _cells(first, others)
    if not first or len(cells) < 2:
        return []
    places = sorted(_middle(line) for line in chain(first, *others))
    hangs = places[0] > _middle(first[0]) - SAME_HEIGHT * first[0].size
    out = []
    for above, below in pairwise(cells):
        end, start = _middle(above[-1]), _middle(below[0])
        between = places[bisect_left(places, end) : bisect_right(places, start)]
        if hangs:
            near = SAME_HEIGHT * below[0].size
            between = [max((each for each in between if each < start - near), default=end), start]
        widest = max(pairwise(between), key=lambda pair: pair[1] - pair[0], default=(end, start))
        out.append(sum(widest) / 2)
    return out


def _cells(first: Sequence[Line], others: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of the first column by rows: a line close to the one before goes on in it, unless
    every other column has one beside it."""
    steps = [
        below.base - above.base for column in (first, *others) for above, below in pairwise(column)
    ]
    close = TIGHT * min(steps, default=0.0)
    feet = [[line.base for line in column] for column in others]
    out: list[list[Line]] = []
    for line in first:
        near = SAME_HEIGHT * line.size
        beside = all(
            bisect_left(bases, line.base - near) < bisect_right(bases, line.base + near)
            for bases in feet
        )
        if out and not beside and line.base - out[-1][-1].base <= close:
            out[-1].append(line)
        else:
            out.append([line])
    return out


def _grid(xs: list[float], ys: list[float]) -> Grid:
    places = [(row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)]
    return Grid(xs, ys, [Region(row, column, 1, 1) for row, column in places])
