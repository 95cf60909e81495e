"""Pages set in two columns, read one column after the other."""

from __future__ import annotations

from collections.abc import Sequence

from duplan.readers.pdf.lines import Line, merged

MIN_LINES = 5  # of each column
FILLED = 0.6  # the share of a column's lines that are long
LONG = 0.75  # of the column's width


def bands(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page, from the top, as runs of one column each, in reading order."""
    gutter = _gutter(lines)
    if gutter is None:
        return [list(lines)] if lines else []
    out: list[list[Line]] = []
    run: list[tuple[list[Line], list[Line]]] = []
    for line in lines:
        sides = _sides(line, gutter)
        if sides is None:
            out += _columns(run)
            run = []
            if out and not _is_closed(out[-1], gutter):
                out[-1].append(line)
            else:
                out.append([line])
        else:
            run.append(sides)
    return out + _columns(run)


def _is_closed(lines: Sequence[Line], gutter: float) -> bool:
    return _sides(lines[0], gutter) is not None


def _columns(run: Sequence[tuple[list[Line], list[Line]]]) -> list[list[Line]]:
    left = [merged(side) for side, _ in run if side]
    right = [merged(side) for _, side in run if side]
    return [column for column in (left, right) if column]


def _sides(line: Line, gutter: float) -> tuple[list[Line], list[Line]] | None:
    """A line's parts at the left and right of the gutter; None where one lies across."""
    left = [part for part in line.pieces if part.x1 <= gutter]
    right = [part for part in line.pieces if part.x0 >= gutter]
    return (left, right) if len(left) + len(right) == len(line.pieces) else None


def _gutter(lines: Sequence[Line]) -> float | None:
    """The middle of the white strip between two columns of running text, if there is one."""
    if len(lines) < MIN_LINES:
        return None
    start, end = min(line.x0 for line in lines), max(line.x1 for line in lines)
    wide = end - start
    gaps = sorted(
        (left.x1 + right.x0) / 2
        for line in lines
        for left, right in zip(line.pieces, line.pieces[1:], strict=False)
        if start + 0.3 * wide < (left.x1 + right.x0) / 2 < end - 0.3 * wide
    )
    gaps = [gaps[len(gaps) * part // 8] for part in range(8)] if len(gaps) > 8 else gaps
    best = max(set(gaps), key=lambda gap: _support(lines, gap), default=None)
    return best if best is not None and _support(lines, best) >= MIN_LINES else None


def _support(lines: Sequence[Line], gutter: float) -> int:
    """How many lines the smaller column has; 0 where one isn't filled with long lines."""
    sides = [found for line in lines if (found := _sides(line, gutter)) is not None]
    columns = [[side for pair in sides for side in pair[at]] for at in (0, 1)]
    for column in columns:
        if not column:
            return 0
        wide = max(part.x1 for part in column) - min(part.x0 for part in column)
        long = sum(part.x1 - part.x0 > LONG * wide for part in column)
        if long < FILLED * len(column) or wide < 8 * column[0].size:
            return 0
    return min(map(len, columns))
