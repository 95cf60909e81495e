"""Reads workbooks of Excel 97 to 2003 (xls) and WPS (et), with xlrd."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.readers.compound import MAGIC, Compound
from duplan.readers.file import File
from duplan.readers.sheet.biff import Leftovers
from duplan.readers.sheet.book import read_sheets
from duplan.readers.sheet.cells import Allowance, Area, Entry, Sheet
from duplan.readers.sheet.looks import Look
from duplan.readers.sheet.numberformat import BUILT_IN, GENERAL, shown_number, shown_text
from duplan.readers.sheet.strings import margin_text, plain
from duplan.readers.xml import reason_of
from duplan.source import Layout, Source

_ALIGN = {1: "left", 2: "center", 3: "right", 5: "both", 6: "center", 7: "both"}
_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = range(1, 6)
_LOCAL = frozenset(
    (14, 22, *range(27, 37), *range(50, 59))
)  # formats that xlrd shows as in America
MAX_WORK = 100_000_000  # bytes of the records, taken once for every sheet
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
    Raises UnreadableError, and nothing else: "needs-extra", "encrypted", "damaged",
    "too-large", "too-complex".
    """
    stream = _stream(file.data)
    book = _open(stream)
    if book.nsheets * len(stream) > MAX_WORK:
        raise UnreadableError("too-complex")
    allowance = Allowance(file.limits)
    leftovers = Leftovers(stream)
    sheets = []
    for at in range(book.nsheets):
        each = _attempt(partial(book.sheet_by_index, at))
        allowance.cells(sum(each.row_len(row) for row in range(each.nrows)))
        sheet = _sheet(book, each, allowance)
        if at < len(leftovers.boxes):
            sheet.boxes = leftovers.boxes[at]
            codes = ((story, margin_text(code, each.name)) for story, code in leftovers.margins[at])
            sheet.margins = [(story, text) for story, text in codes if text]
        sheets.append(sheet)
    return read_sheets(file, "xls", sheets)


def _open(stream: bytes) -> Any:
    try:
        import xlrd
    except ImportError as error:
        raise UnreadableError("needs-extra", format="xls", extra="sheet") from error
    return _attempt(
        lambda: xlrd.open_workbook(
            file_contents=stream,
            logfile=_Nowhere(),
            use_mmap=False,
            formatting_info=True,
            ragged_rows=True,
            on_demand=True,
        )
    )


def _attempt(step: Callable[[], Any]) -> Any:
    try:
        return step()
    except MemoryError:
        raise UnreadableError("too-complex") from None
    except Exception as error:  # xlrd lets damage surface as whatever it runs into
        if "encrypted" in str(error):
            raise UnreadableError("encrypted") from error
        raise UnreadableError("damaged", reason=reason_of(error)) from error


def _stream(data: bytes) -> bytes:
    """The records of a workbook. xlrd would follow a damaged compound file in circles."""
    if not data.startswith(MAGIC):
        return data  # Excel 4 and older: the file is the stream
    compound = Compound(data)
    return compound.read("Workbook") or compound.read("Book")


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
    key, known = xf.format_key, book.format_map.get(xf.format_key)
    code = BUILT_IN[key] if key in _LOCAL else known.format_str if known else GENERAL
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
