"""Numbers, boxes and matrices."""

from __future__ import annotations

import pytest

from duplan.readers.ofd.values import UNIT, apply, box, deltas, matrix, number, times


@pytest.mark.parametrize(
    ("written", "count", "expected"),
    [
        ("1 2.5 3", 3, [1, 2.5, 3]),
        ("1 2 3", 2, [1, 2]),
        ("1", 3, [1]),
        ("g 3 2", 3, [2, 2, 2]),
        ("1 g 2 5 7", 4, [1, 5, 5, 7]),
        ("g 1000000000 1", 2, [1, 1]),
        ("g -3 1 4", 2, [4]),
        ("g 2", 2, [0, 0]),
        ("g", 2, []),
        ("x 1", 2, [0, 1]),
        (None, 2, []),
    ],
)
def test_deltas(written: str | None, count: int, expected: list[float]) -> None:
    assert deltas(written, count) == expected


def test_numbers_boxes_and_matrices() -> None:
    assert [number(each) for each in ("1.5", "-2", "x", "nan", "1e9", "inf")] == [
        1.5,
        -2,
        0,
        0,
        0,
        0,
    ]
    assert number(None, 3) == 3
    assert box("1 2 3 4") == (1, 2, 3, 4)
    assert box("1 2 3") is None
    assert matrix("1 2 3") == UNIT
    turned = matrix("0 1 -1 0 5 0")
    assert apply(turned, 2, 3) == (2, 2)
    assert apply(times(turned, matrix("2 0 0 2 0 1")), 2, 3) == (4, 5)
