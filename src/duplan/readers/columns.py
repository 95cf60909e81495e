"""Columns of tables whose rows say, each by itself, where the edges of their cells are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

NEAR = 40  # twentieths of a point; edges nearer to each other are one


def grid(rows: Iterable[Sequence[int]]) -> list[int]:
    """The edges of a table's columns, put together of those of its rows, from the left."""
    return list(_distinct(sorted({edge for row in rows for edge in row})))


def columns(edges: Sequence[int], of: list[int]) -> list[int]:
    """The column of a grid that begins at each edge of a row."""
    return [max(0, bisect_right(of, edge) - 1) for edge in edges]


def _distinct(edges: list[int]) -> Iterator[int]:
    last = None
    for edge in edges:
        if last is None or edge - last > NEAR:
            yield edge
            last = edge
