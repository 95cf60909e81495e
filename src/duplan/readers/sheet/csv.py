"""Reads separated values (csv, tsv): text whose lines are cells."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence

from duplan.diagnostics import Diagnostic
from duplan.readers import text
from duplan.readers.file import File
from duplan.readers.sheet.book import read_sheets
from duplan.readers.sheet.cells import Allowance, Sheet
from duplan.source import Source

_SEPARATORS = ",\t;"
_SAMPLE = 200  # lines by which the separator is chosen


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The table in separated values, titles and remarks around it as paragraphs.

    Where most lines don't have the same number of cells, at least two, it is read as plain text.
    Raises UnreadableError as the reader of text does, and "too-large" beyond ``limits.cells``.
    """
    source, found = text.read(file)
    lines = [block.text for block in source.blocks]
    rows = _rows(lines, _separator(lines))
    if not _is_table(rows):
        return source, found
    allowance = Allowance(file.limits)
    sheet = Sheet("", allowance)
    for at, row in enumerate(rows):
        allowance.cells(len(row))
        for column, cell in enumerate(row):
            sheet.show(at, column, cell.strip(), "")
    source, more = read_sheets(file, "csv", [sheet], source.encoding)
    return source, found + more


def _separator(lines: Sequence[str]) -> str:
    """The separator of most lines; the first of several."""
    return max(_SEPARATORS, key=lambda mark: sum(mark in line for line in lines[:_SAMPLE]))


def _rows(lines: Sequence[str], separator: str) -> list[list[str]]:
    ended = [f"{line}\n" for line in lines]
    before = csv.field_size_limit(sum(map(len, ended)) + 1)
    try:
        return list(csv.reader(ended, delimiter=separator, strict=True))
    except csv.Error:  # a quotation mark that none closes
        return list(csv.reader(ended, delimiter=separator, quoting=csv.QUOTE_NONE))
    finally:
        csv.field_size_limit(before)


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    widths = Counter(len(row) for row in rows if row)
    width, lines = max(widths.items(), key=lambda each: each[1], default=(0, 0))
    return width > 1 and lines * 2 > widths.total()
