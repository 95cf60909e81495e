"""Reads workbooks of Excel 97 to 2003 (xls) and WPS (et), with xlrd."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.readers.file import File
from duplan.readers.sheet.book import read_sheets
from duplan.readers.sheet.cells import Allowance, Area, Entry, Sheet
from duplan.readers.sheet.looks import Look
from duplan.readers.sheet.numberformat import BUILT_IN, GENERAL, shown_number, shown_text
from duplan.readers.sheet.strings import plain
from duplan.readers.xml import reason_of
from duplan.source import Layout, Source

_ALIGN = {1: "left", 2: "center", 3: "right", 5: "both", 6: "center", 7: "both"}
_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = range(1, 6)
_ERRORS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
}


class _Nowhere:
    """Where xlrd's remarks go."""

    def write(self, text: str) -> int:
        """Takes a remark."""
        return len(text)


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The document in an xls workbook, with what was noticed on the way.

    Hidden sheets, rows and columns are left out and named (DP118). Comments become asides (DP106).
    Raises UnreadableError, and nothing else: "needs-extra", "encrypted", "damaged-zip",
    "too-large", "too-complex".
    """
    book = _open(file)
    allowance = Allowance(file.limits)
    sheets = []
    for each in book.sheets():
        allowance.cells(sum(each.row_len(row) for row in range(each.nrows)))
        sheets.append(_sheet(book, each, allowance))
    return read_sheets(file, "xls", sheets)


def _open(file: File) -> Any:
    try:
        import xlrd
    except ImportError as error:
        raise UnreadableError("needs-extra", format="xls", extra="sheet") from error
    try:
        return xlrd.open_workbook(
            file_contents=file.data,
            logfile=_Nowhere(),
            use_mmap=False,
            formatting_info=True,
            ragged_rows=True,
        )
    except MemoryError:
        raise UnreadableError("too-complex") from None
    except Exception as error:  # xlrd lets damage surface as whatever it runs into
        if "encrypted" in str(error):
            raise UnreadableError("encrypted") from error
        raise UnreadableError("damaged-zip", reason=reason_of(error)) from error


def _sheet(book: Any, each: Any, allowance: Allowance) -> Sheet:
    sheet = Sheet(each.name, allowance, hidden=each.visibility != 0)
    looks = [_look(book, xf) for xf in book.xf_list]
    sheet.hidden_rows = [(row, row) for row, info in each.rowinfo_map.items() if info.hidden]
    sheet.hidden_columns = [(at, at) for at, info in each.colinfo_map.items() if info.hidden]
    sheet.merges = [
        Area(top, left, bottom - 1, right - 1) for top, bottom, left, right in each.merged_cells
    ]
    for row in range(each.nrows):
        for column, cell in enumerate(each.row(row)):
            look = looks[cell.xf_index] if cell.xf_index < len(looks) else Look()
            text = _shown(cell, look, book.datemode == 1)
            sheet.show(row, column, text, str(cell.value), look.layout)
    sheet.comments = list(_comments(each))
    return sheet


def _comments(each: Any) -> Iterator[Entry]:
    for (row, column), note in sorted(each.cell_note_map.items()):
        text = plain(note.text).strip()
        if text:
            yield Entry(row, column, text)


def _look(book: Any, xf: Any) -> Look:
    known = book.format_map.get(xf.format_key)
    code = BUILT_IN.get(xf.format_key) or (known.format_str if known else GENERAL)
    font = book.font_list[xf.font_index] if xf.font_index < len(book.font_list) else None
    layout = Layout(
        align=_ALIGN.get(xf.alignment.hor_align, ""),
        bold=font is not None and font.weight >= 600,
        size=font.height / 20 if font is not None else None,
    )
    return Look(code, layout)


def _shown(cell: Any, look: Look, from_1904: bool) -> str:
    kind, value = cell.ctype, cell.value
    if kind == _TEXT:
        return shown_text(plain(value), look.format)
    if kind in (_NUMBER, _DATE):
        return shown_number(value, look.format, from_1904=from_1904)
    if kind == _BOOLEAN:
        return "TRUE" if value else "FALSE"
    return _ERRORS.get(value, "") if kind == _ERROR else ""
