"""The white between the characters of a line: spaces, or what stretches it to its margins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

from duplan.readers.pdf.glyphs import Glyph, is_wide

SPACES = " \u3000\u2002\u2003\u2009"
SET = 0.15  # of a character's size: the gaps of a line that isn't stretched
SQUARE = 0.8, 1.2  # of a character's size: an ideographic space
EQUAL = 0.25  # of a character's size by which the gaps of a stretched line differ
FEW = 4  # gaps from which on it can be seen that they are equal
WIDEST = 3.0  # characters between two of a stretched line; columns stand further apart
UNBROKEN = 20  # letters of a word that leaves the line before and its own with few gaps


def is_solid(char: str) -> bool:
    """Whether a character is set without spaces beside it, as Chinese ones and full-width marks."""
    return is_wide(char) or char in "“”‘’…—·"


def is_square(before: Glyph, after: Glyph) -> bool:
    """Whether there is room for one character between two Chinese ones."""
    words = is_wide(before.text[-1]) and is_wide(after.text[0])
    words = words and before.text[-1].isalnum() and after.text[0].isalnum()
    return words and SQUARE[0] * after.size <= after.x0 - before.x1 <= SQUARE[1] * after.size


def is_even(run: Sequence[Glyph]) -> bool:
    """Whether a line is stretched, or its letters are spaced: what stands between two of them is
    no space."""
    gaps = _gaps(run)
    return len(gaps) > 1 and median_low(gaps) > SET


def is_stretched(row: Sequence[Glyph]) -> bool:
    """Whether wide gaps in a line are those of its justification: all of them are equal, or a
    single one stands beside a word that fills the line."""
    gaps = _gaps(row)
    if not gaps or max(gaps) > WIDEST:
        return False
    return (len(gaps) >= FEW or len(row) > UNBROKEN) and max(gaps) - min(gaps) < EQUAL


def _gaps(run: Sequence[Glyph]) -> list[float]:
    """What is left between characters where a line may be stretched, in their size."""
    return [
        (after.x0 - before.x1) / after.size
        for before, after in pairwise(run)
        if (is_solid(before.text[-1]) or is_solid(after.text[0]))
        and before.text not in SPACES
        and after.text not in SPACES
    ]
