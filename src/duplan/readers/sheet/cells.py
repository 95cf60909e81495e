"""What every format of spreadsheets is read into: sheets of filled cells, as they are shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from string import ascii_uppercase
from typing import NamedTuple

from duplan.diagnostics import UnreadableError
from duplan.readers.counters import in_letters
from duplan.readers.file import Limits
from duplan.source import PLAIN, Layout

LAST_ROW, LAST_COLUMN = 1_048_575, 16_383  # of the largest sheet that there is, counted from 0

MAX_TEXT = 8_000_000  # characters of all cells: a shared text takes little in the file


class Entry(NamedTuple):
    """A cell that shows text. Rows and columns count from 0."""

    row: int
    column: int
    text: str
    layout: Layout = PLAIN


class Area(NamedTuple):
    """A rectangle of cells, its last row and column included."""

    top: int
    left: int
    bottom: int
    right: int


class Box(NamedTuple):
    """Paragraphs that float over the cells, anchored at a row where the format tells it."""

    row: int | None
    paragraphs: tuple[str, ...]


class Allowance:
    """What the cells of one workbook may still cost."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._cells = limits.cells
        self._text = MAX_TEXT

    def cells(self, count: int) -> None:
        """Counts cells; raises UnreadableError ("too-large") beyond ``limits.cells``."""
        self._cells -= count
        if self._cells < 0:
            raise self._limits.exceeded("cells")

    def text(self, text: str) -> None:
        """Counts characters; raises UnreadableError ("too-complex") beyond ``MAX_TEXT``."""
        self._text -= len(text)
        if self._text < 0:
            raise UnreadableError("too-complex")


@dataclass(slots=True)
class Sheet:
    """One sheet. Entries come in any order, ranges of hidden rows and columns with both ends."""

    name: str
    allowance: Allowance
    hidden: bool = False
    entries: list[Entry] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    comments: list[Entry] = field(default_factory=list)
    margins: list[tuple[str, str]] = field(default_factory=list)  # ("header" or "footer", text)
    masked: list[Entry] = field(default_factory=list)  # values that their format doesn't show
    unstored: list[tuple[int, int]] = field(default_factory=list)  # formulas without a value

    def show(self, row: int, column: int, text: str, raw: str, layout: Layout = PLAIN) -> None:
        """Adds a cell that shows ``text`` for what it holds, ``raw``; empty ones are passed over.

        Raises UnreadableError as ``Allowance.text`` does.
        """
        self.allowance.text(text)
        if text.strip():
            self.entries.append(Entry(row, column, text, layout))
        elif raw.strip():
            self.masked.append(Entry(row, column, raw))


def column_name(column: int) -> str:
    """The letters of a column: 0 is A, 26 is AA."""
    return in_letters(ascii_uppercase, column + 1)


def address(row: int, column: int) -> str:
    """A cell as formulas name it: B3."""
    return f"{column_name(column)}{row + 1}"


def read_address(text: str) -> tuple[int, int] | None:
    """The row and column that B3 or $B$3 names; None where it names no cell of any sheet."""
    letters = text.replace("$", "").rstrip("0123456789")
    digits = text.replace("$", "")[len(letters) :]
    if not (0 < len(letters) <= 3 and letters.isascii() and letters.isalpha()):
        return None
    if not 0 < len(digits) <= 7:
        return None
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    row = int(digits) - 1
    return (row, column - 1) if 0 <= row <= LAST_ROW and column - 1 <= LAST_COLUMN else None


def read_area(text: str) -> Area | None:
    """The rectangle that A1:D2 names."""
    first, _, last = text.partition(":")
    start, end = read_address(first), read_address(last or first)
    if start is None or end is None:
        return None
    rows, columns = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return Area(rows[0], columns[0], rows[1], columns[1])
