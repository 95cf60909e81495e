"""Numbers, boxes and matrices as OFD writes them (GB/T 33190-2016, 7.3)."""

from __future__ import annotations

import re

MAX_VALUE = 1e6  # millimetres; beyond, a number is damaged and counts as 0
MAX_NUMBER = 24  # characters of a number

Matrix = tuple[float, float, float, float, float, float]

_WORD = re.compile(r"\S+")

UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def number(value: str | None, default: float = 0.0) -> float:
    """The number in an attribute; the default where there is none, 0 where it is damaged."""
    if value is None:
        return default
    try:
        found = float(value[:MAX_NUMBER])
    except ValueError:
        return 0.0
    return found if -MAX_VALUE < found < MAX_VALUE else 0.0


def box(value: str | None) -> tuple[float, float, float, float] | None:
    """Left, top, width and height of an ST_Box; None where it isn't one."""
    parts = (value or "").split(maxsplit=4)
    if len(parts) < 4:
        return None
    left, top, width, height = map(number, parts[:4])
    return left, top, width, height


def matrix(value: str | None) -> Matrix:
    """A CTM; the unit matrix where it isn't one."""
    parts = (value or "").split(maxsplit=6)
    if len(parts) < 6:
        return UNIT
    a, b, c, d, e, f = map(number, parts[:6])
    return a, b, c, d, e, f


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does the one and then the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def apply(to: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a matrix puts a point."""
    a, b, c, d, e, f = to
    return a * x + c * y + e, b * x + d * y + f


def deltas(value: str | None, count: int) -> list[float]:
    """The first ``count`` steps of a DeltaX or DeltaY; fewer where it has fewer.

    >>> deltas("g 2 3.5 4", 5)
    [3.5, 3.5, 4.0]
    """
    out: list[float] = []
    parts = (word[0] for word in _WORD.finditer(value or ""))
    for part in parts:
        if len(out) >= count:
            break
        if part == "g":
            repeats, step = next(parts, ""), number(next(parts, None))
            if repeats.isdecimal():
                out += [step] * min(int(repeats[:9]), count - len(out))
        else:
            out.append(number(part))
    return out
