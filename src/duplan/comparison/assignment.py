"""The best one-to-one pairing of two lists, where few pairs come into question.

The Hungarian method (Kuhn 1955, Munkres 1957) by shortest augmenting paths (Jonker and Volgenant 1987)
over the pairs that there are, in plain Python: a row is placed at a time, and only what it may push
aside is looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from heapq import heappop, heappush

Pair = tuple[int, int]


def assign(gains: Mapping[Pair, float]) -> list[Pair]:
    """The pairs of row and column whose gains, all above 0, add up to the most, in order of rows.

    A pair without a gain is never chosen. Rows and columns are counted from 0.
    """
    costs: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (row, column), gain in sorted(gains.items()):
        costs[row].append((column, -gain))
    for row in costs:
        costs[row].append((-1 - row, 0.0))  # a place of its own, for a row that stays alone
    holder: dict[int, int] = {}
    prices: tuple[dict[int, float], dict[int, float]] = defaultdict(float), defaultdict(float)
    for row in costs:
        _place(row, costs, holder, prices)
    return sorted((row, column) for column, row in holder.items() if column >= 0)


def _place(
    start: int,
    costs: Mapping[int, list[tuple[int, float]]],
    holder: dict[int, int],
    prices: tuple[dict[int, float], dict[int, float]],
) -> None:
    """Give a row a column, moving the rows in ``holder`` where that is cheapest in all."""
    rows, columns = prices
    nearest: dict[int, float] = {}
    before: dict[int, int] = {}
    done: dict[int, float] = {}
    heap: list[tuple[float, int]] = []
    row, reached = start, 0.0
    while True:
        for column, cost in costs[row]:
            far = reached + cost - rows[row] - columns[column]
            if column not in done and far < nearest.get(column, float("inf")):
                nearest[column], before[column] = far, row
                heappush(heap, (far, column))
        reached, at = heappop(heap)
        while at in done:
            reached, at = heappop(heap)
        if at not in holder:
            break
        done[at] = reached
        row = holder[at]
    rows[start] += reached
    for column, far in done.items():
        rows[holder[column]] += reached - far
        columns[column] -= reached - far
    _move(start, at, before, holder)


def _move(start: int, free: int, before: Mapping[int, int], holder: dict[int, int]) -> None:
    """Everyone on the path to the free column moves on by one."""
    place = {holder[column]: column for column in before if column in holder}
    at = free
    while True:
        row = before[at]
        holder[at] = row
        if row == start:
            return
        at = place[row]
