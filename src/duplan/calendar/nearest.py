"""The months nearest to those asked for that have something due."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from duplan.dates.period import index

YearAndMonth = tuple[int | None, int]


def nearest(
    asked: Collection[YearAndMonth], counts: Mapping[YearAndMonth, int], most: int = 3
) -> list[YearAndMonth]:
    """The nearest months with entries, in the order of time, at most so many.

    Where a year was asked for, months of unknown years are no answer; where none was, months are as far
    apart as they are in any two years.
    """
    others = [month for month in counts if month not in asked and (None, month[1]) not in asked]
    years = [month for month in asked if month[0] is not None]
    if years:
        others = [month for month in others if month[0] is not None]
        near = sorted(others, key=lambda month: min(_apart(month, each) for each in years))
    else:
        near = sorted(others, key=lambda month: min(_around(month, each) for each in asked))
    return sorted(near[:most], key=lambda month: (month[0] is None, month[0] or 0, month[1]))


def _apart(one: YearAndMonth, other: YearAndMonth) -> int:
    return abs(index(one[0] or 0, one[1]) - index(other[0] or 0, other[1]))


def _around(one: YearAndMonth, other: YearAndMonth) -> int:
    """How far two months of the year are apart, over its end too."""
    apart = abs(one[1] - other[1])
    return min(apart, 12 - apart)
