"""The rules of tables in a picture of a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from duplan.readers.pdf.pages import Box, Picture

DARK = 140  # of 255: what is ink
LEAST = 0.03  # of the picture's longer side: shorter strokes belong to characters
THICK = 8  # pixels of a stroke at most
MAX_STROKES = 4_000


def rules_of(picture: Picture) -> list[Box]:
    """Level and upright strokes: left, top, right, bottom in pixels."""
    import numpy

    grey = numpy.frombuffer(picture.grey, dtype=numpy.uint8)
    ink = grey.reshape(picture.height, picture.width) < DARK
    least = int(LEAST * max(picture.width, picture.height))
    level: list[Box] = [(start, at, end, at) for at, start, end in _runs(ink, least)]
    upright: list[Box] = [(at, start, at, end) for at, start, end in _runs(ink.T, least)]
    return [*_thin(level, 1), *_thin(upright, 0)][:MAX_STROKES]


def _runs(ink: Any, least: int) -> Iterator[tuple[int, int, int]]:
    """(row, start, end) of the runs of ink that have at least so many pixels."""
    import numpy

    padded = numpy.zeros((ink.shape[0], ink.shape[1] + 2), dtype=numpy.int8)
    padded[:, 1:-1] = ink
    change = numpy.diff(padded, axis=1)
    rows, starts = numpy.nonzero(change == 1)
    _, ends = numpy.nonzero(change == -1)
    long = ends - starts >= least
    for row, start, end in zip(rows[long], starts[long], ends[long], strict=True):
        yield int(row), int(start), int(end)


def _thin(strokes: list[Box], axis: int) -> Iterator[Box]:
    """The strokes that are thin: runs in neighbouring rows that begin and end alike are one."""
    along = 1 - axis
    open_: list[Box] = []
    for stroke in strokes:
        for at, last in enumerate(open_):
            near = stroke[axis] - last[axis + 2] <= 2
            if near and stroke[along] < last[along + 2] and last[along] < stroke[along + 2]:
                open_[at] = _around(last, stroke)
                break
        else:
            open_.append(stroke)
        done = [last for last in open_ if stroke[axis] - last[axis + 2] > 2]
        open_ = [last for last in open_ if stroke[axis] - last[axis + 2] <= 2]
        yield from (last for last in done if last[axis + 2] - last[axis] <= THICK)
    yield from (last for last in open_ if last[axis + 2] - last[axis] <= THICK)


def _around(first: Box, second: Box) -> Box:
    return (
        min(first[0], second[0]),
        min(first[1], second[1]),
        max(first[2], second[2]),
        max(first[3], second[3]),
    )
