"""The best one-to-one pairing of two lists, where few pairs come into question.

Plain Python: the Hungarian method with potentials (Kuhn 1955, Munkres 1957) takes time that grows
with the cube of the list, and is run for each group of rows and columns that have to do with each
other, which are small in plans.
"""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[int, int]


def assign(gains: Mapping[Pair, float]) -> list[Pair]:
    """The pairs of row and column whose gains, all above 0, add up to the most, in order of rows.

    A pair without a gain is never chosen.
    """
    chosen = []
    for group in _groups(gains):
        rows = sorted({row for row, _ in group})
        columns = sorted({column for _, column in group})
        table = [[gains.get((row, column), 0.0) for column in columns] for row in rows]
        if len(rows) > len(columns):
            table = [list(line) for line in zip(*table, strict=True)]
            pairs = [(row, column) for column, row in enumerate(_hungarian(table))]
        else:
            pairs = list(enumerate(_hungarian(table)))
        chosen += [(rows[row], columns[column]) for row, column in pairs]
    return sorted(pair for pair in chosen if pair in gains)


def _groups(gains: Mapping[Pair, float]) -> list[list[Pair]]:
    """The pairs, parted so that no row and no column stands in two groups."""
    above: dict[Pair, Pair] = {}

    def top(node: Pair) -> Pair:
        while above.setdefault(node, node) != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    for row, column in gains:
        above[top((0, row))] = top((1, column))
    groups: dict[Pair, list[Pair]] = {}
    for pair in gains:
        groups.setdefault(top((0, pair[0])), []).append(pair)
    return list(groups.values())


def _hungarian(gains: list[list[float]]) -> list[int]:
    """The column of each row, with the greatest sum; there are at least as many columns as rows."""
    width = len(gains[0])
    rows_price, columns_price = [0.0] * (len(gains) + 1), [0.0] * (width + 1)
    holder, before = [0] * (width + 1), [0] * (width + 1)
    for row in range(1, len(gains) + 1):
        holder[0], at = row, 0
        least = [float("inf")] * (width + 1)
        used = [False] * (width + 1)
        while holder[at]:
            used[at] = True
            line, price = gains[holder[at] - 1], rows_price[holder[at]]
            step, following = float("inf"), 0
            for column in range(1, width + 1):
                if used[column]:
                    continue
                cost = -line[column - 1] - price - columns_price[column]
                if cost < least[column]:
                    least[column], before[column] = cost, at
                if least[column] < step:
                    step, following = least[column], column
            for column in range(width + 1):
                if used[column]:
                    rows_price[holder[column]] += step
                    columns_price[column] -= step
                else:
                    least[column] -= step
            at = following
        while at:
            holder[at] = holder[before[at]]
            at = before[at]
    columns = [0] * len(gains)
    for column in range(1, width + 1):
        if holder[column]:
            columns[holder[column] - 1] = column - 1
    return columns
