"""What one cell of an xlsx sheet shows: its value by its type, through its number format."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from duplan.diagnostics import Diagnostic
from duplan.readers.findings import unread
from duplan.readers.sheet.cells import Sheet, address
from duplan.readers.sheet.datecode import days_of
from duplan.readers.sheet.looks import Look
from duplan.readers.sheet.numberformat import GENERAL, shown_number, shown_text
from duplan.readers.sheet.strings import Rich, plain, rich_text
from duplan.readers.xml import integer, number

TRUE = ("1", "true")
_PLAIN = Look()
_NOTHING = Rich("")
_PICTURE = "=DISPIMG("  # what WPS stores for a picture in a cell


class Values:
    """Reads cells, which refer to the strings and looks of their workbook.

    ``diagnostics`` names the first cell that refers to a string that isn't there (DP107).
    """

    def __init__(self, strings: list[Rich], looks: list[Look], *, from_1904: bool) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._strings = strings
        self._looks = looks
        self._from_1904 = from_1904

    def read(self, sheet: Sheet, cell: etree._Element, row: int, column: int) -> None:
        """Adds to the sheet what a cell shows, or that its formula has no stored result.

        Raises UnreadableError as ``Sheet.show`` does.
        """
        style = integer(cell.get("s")) or 0
        look = self._looks[style] if 0 <= style < len(self._looks) else _PLAIN
        kind = cell.get("t", "n")
        parts = {child.tag.rpartition("}")[2]: child for child in cell}
        value = parts["v"].text or "" if "v" in parts else None
        if kind == "inlineStr":
            rich = rich_text(parts["is"]) if "is" in parts else _NOTHING
        elif not value:
            if (value is None or kind != "str") and "f" in parts:
                sheet.unstored.append((row, column))
            return
        elif kind == "s":
            rich = self._string(value, f"{sheet.name}!{address(row, column)}")
        else:
            sheet.show(row, column, self._value(kind, value, look.format), value, look.layout)
            return
        layout = look.layout
        if rich.bold is not None or rich.size is not None:
            bold = layout.bold if rich.bold is None else rich.bold
            layout = replace(layout, bold=bold, size=rich.size or layout.size)
        sheet.show(row, column, shown_text(rich.text, look.format), rich.text, layout)

    def _string(self, value: str, place: str) -> Rich:
        index = integer(value)
        if index is not None and 0 <= index < len(self._strings):
            return self._strings[index]
        if not self.diagnostics:
            self.diagnostics.append(unread(place, f"no shared string {value}"))
        return _NOTHING

    def _value(self, kind: str, value: str, code: str) -> str:
        if kind == "b":
            return "TRUE" if value in TRUE else "FALSE"
        if kind == "str":
            return "" if value.startswith(_PICTURE) else shown_text(plain(value), code)
        read = days_of(value) if kind == "d" else number(value)
        if read is None or kind == "e" or (kind == "d" and code == GENERAL):
            return plain(value)
        return shown_number(read, code, from_1904=self._from_1904 and kind != "d")
