"""Which cells of a sheet are seen: hidden rows, columns and what lies under merges are taken out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from duplan.diagnostics import KINDS, Diagnostic, UnreadableError
from duplan.readers.findings import MAX_NAMED
from duplan.readers.sheet.cells import Area, Entry, Sheet, address, column_name

MAX_COVERED = 500_000  # rows with text under all the merges of a sheet


class Placed(NamedTuple):
    """A cell where it is seen: hidden rows and columns don't count."""

    entry: Entry
    top: int
    left: int
    bottom: int
    right: int


class Hidden:
    """Ranges of hidden rows or columns, with both ends."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._before: list[int] = []  # hidden ones before each range
        count = 0
        for start, end in sorted(ranges):
            if self._ends and start <= self._ends[-1]:
                count += max(0, end - self._ends[-1])
                self._ends[-1] = max(end, self._ends[-1])
                continue
            self._before.append(count)
            self._starts.append(start)
            self._ends.append(end)
            count += end - start + 1

    def seen_before(self, at: int) -> int:
        """How many of those before this one are seen."""
        k = bisect_left(self._starts, at) - 1
        if k < 0:
            return at
        return at - self._before[k] - (min(at - 1, self._ends[k]) - self._starts[k] + 1)


def place(sheet: Sheet) -> tuple[list[Placed], list[Diagnostic]]:
    """The cells that are seen, row by row, and findings about the others.

    A merged cell is seen as long as a part of it is.
    """
    entries = sorted(sheet.entries, key=lambda entry: entry[:2])
    merges, covered = _merged(entries, sheet.merges)
    rows, columns = Hidden(sheet.hidden_rows), Hidden(sheet.hidden_columns)
    seen: list[Placed] = []
    below: list[Entry] = []
    beside: list[Entry] = []
    for entry in entries:
        at = entry[:2]
        if at in covered:
            continue
        area = merges.get(at) or Area(*at, *at)
        top, bottom = rows.seen_before(area.top), rows.seen_before(area.bottom + 1) - 1
        left, right = columns.seen_before(area.left), columns.seen_before(area.right + 1) - 1
        if bottom < top:
            below.append(entry)
        elif right < left:
            beside.append(entry)
        else:
            seen.append(Placed(entry, top, left, bottom, right))
    seen.sort(key=lambda cell: cell[1:3])
    under = sorted((entry for entry in entries if entry[:2] in covered), key=lambda e: e[:2])
    found = [
        _finding(f"{sheet.name}!{_rows(below)}", below),
        _finding(f"{sheet.name}!{_columns(beside)}", beside),
        _finding(f"{sheet.name}!{_first(under)}", under),
        _finding(f"{sheet.name}!{_first(sheet.masked)}", sheet.masked),
    ]
    return seen, [each for each in found if each is not None]


def name_hidden(sheet: Sheet) -> list[Diagnostic]:
    """The finding for a sheet that is hidden as a whole."""
    found = _finding(sheet.name, sorted(sheet.entries, key=lambda entry: entry[:2]))
    return [] if found is None else [found]


def _merged(
    entries: Sequence[Entry], merges: Sequence[Area]
) -> tuple[dict[tuple[int, int], Area], set[tuple[int, int]]]:
    """The merges by their first cell, and the cells with text that lie under one."""
    columns: dict[int, list[int]] = {}
    for entry in entries:
        columns.setdefault(entry.row, []).append(entry.column)
    rows = sorted(columns)
    by_first: dict[tuple[int, int], Area] = {}
    covered: set[tuple[int, int]] = set()
    work = 0
    for area in merges:
        by_first.setdefault((area.top, area.left), area)
        inside = rows[bisect_left(rows, area.top) : bisect_right(rows, area.bottom)]
        work += len(inside)
        if work > MAX_COVERED:
            raise UnreadableError("too-complex")
        for row in inside:
            filled = columns[row]
            first, last = bisect_left(filled, area.left), bisect_right(filled, area.right)
            work += last - first
            covered.update((row, column) for column in filled[first:last])
        covered.discard((area.top, area.left))
    return by_first, covered


def _finding(where: str, entries: Sequence[Entry]) -> Diagnostic | None:
    if not entries:
        return None
    text = " ".join(" ".join(entry.text for entry in entries[:MAX_NAMED]).split())[:MAX_NAMED]
    values: dict[str, str | int] = {"where": where, "count": len(entries), "text": text}
    return Diagnostic(KINDS["DP118"], None, values)


def _rows(entries: Sequence[Entry]) -> str:
    rows = [entry.row + 1 for entry in entries]
    return f"{min(rows, default=0)}:{max(rows, default=0)}"


def _columns(entries: Sequence[Entry]) -> str:
    columns = [entry.column for entry in entries]
    return f"{column_name(min(columns, default=0))}:{column_name(max(columns, default=0))}"


def _first(entries: Sequence[Entry]) -> str:
    return address(*entries[0][:2]) if entries else ""
