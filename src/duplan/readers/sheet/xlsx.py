"""Reads workbooks of Excel 2007 and later (xlsx, xlsm), cells as the program shows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.readers.archive import Archive
from duplan.readers.file import File
from duplan.readers.opc import Relation, relations
from duplan.readers.sheet.book import read_sheets
from duplan.readers.sheet.cells import (
    LAST_COLUMN,
    LAST_ROW,
    Area,
    Box,
    Entry,
    Sheet,
    counter,
    read_address,
    read_area,
)
from duplan.readers.sheet.datecode import days_of
from duplan.readers.sheet.looks import Look, integer, number, read_looks
from duplan.readers.sheet.numberformat import GENERAL, shown_number, shown_text
from duplan.readers.sheet.strings import (
    Rich,
    boxes,
    comments,
    margins,
    paragraphs,
    plain,
    rich_text,
)
from duplan.readers.xml import PartError, parse, utf8
from duplan.source import Source

_RELATION = re.compile(r"\{http[^}]*/relationships\}id")
_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c\b[^<>]*/>")  # formatted and empty: most of many sheets
_TRUE = ("1", "true")
_PLAIN = Look()


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The document in an xlsx workbook, with what was noticed on the way.

    Hidden sheets, rows and columns are left out and named (DP118), formulas without a stored value
    named (DP119). Comments, headers and footers become asides (DP106). A damaged part other than
    the workbook is named (DP107).

    Raises UnreadableError, and nothing else, on bytes that hold no readable workbook: "encrypted",
    "damaged-zip", "unknown-format", "too-large", "too-complex".
    """
    return _Workbook(file).read()


@dataclass(slots=True)
class _Texts:
    """What the cells of all sheets refer to."""

    strings: list[Rich]
    looks: list[Look]
    from_1904: bool


class _Workbook:
    def __init__(self, file: File) -> None:
        self._file = file
        self._archive = Archive(file)
        self._count = counter(file.limits)
        self._diagnostics: list[Diagnostic] = []
        self._main = self._find_main()

    def read(self) -> tuple[Source, list[Diagnostic]]:
        """The whole workbook."""
        try:
            root = self._archive.root(self._main)
        except PartError as error:
            reason = f"{self._main}: {error}"
            raise UnreadableError("damaged-zip", reason=reason) from error
        related = {relation.id: relation for relation in relations(self._archive, self._main)}
        unread = dict(related)
        by_kind = {relation.kind: relation.target for relation in reversed(related.values())}
        properties = root.find("{*}workbookPr")
        texts = _Texts(
            self._strings(by_kind.get("sharedStrings")),
            read_looks(self._part(by_kind.get("styles"))),
            properties is not None and properties.get("date1904") in _TRUE,
        )
        sheets = []
        for each in root.iterfind("{*}sheets/{*}sheet"):
            key = next((v for k, v in each.attrib.items() if _RELATION.fullmatch(str(k))), "")
            relation = unread.pop(str(key), None)
            sheet = Sheet(each.get("name", ""), each.get("state", "visible") != "visible")
            if relation is None:
                self._name_damage(sheet.name, "missing")
            else:
                self._read_sheet(sheet, relation, texts)
            sheets.append(sheet)
        source, found = read_sheets(self._file, "xlsx", sheets)
        return source, self._diagnostics + found

    def _find_main(self) -> str:
        candidates = [
            each.target for each in relations(self._archive, "") if each.kind == "officeDocument"
        ]
        main = next(
            (each for each in (*candidates, "xl/workbook.xml") if each in self._archive), ""
        )
        if main.endswith(".bin"):
            raise UnreadableError("unknown-format", format="xlsb")
        if not main:
            raise UnreadableError("damaged-zip", reason="xl/workbook.xml: missing")
        return main

    def _part(self, name: str | None) -> etree._Element | None:
        """The root of a part; None where there is none, or where it is damaged (DP107)."""
        return None if name is None else self._try(name, lambda: self._archive.root(name))

    def _try(self, name: str, read: Callable[[], etree._Element]) -> etree._Element | None:
        try:
            return read()
        except PartError as error:
            self._name_damage(name, str(error))
            return None

    def _name_damage(self, part: str, reason: str) -> None:
        values: dict[str, str | int] = {"part": part, "reason": reason}
        self._diagnostics.append(Diagnostic("DP107", None, values))

    def _strings(self, name: str | None) -> list[Rich]:
        root = self._part(name)
        return [] if root is None else [rich_text(item) for item in root.iterchildren("{*}si")]

    def _read_sheet(self, sheet: Sheet, relation: Relation, texts: _Texts) -> None:
        part = relation.target
        related = list(relations(self._archive, part))
        if relation.kind == "worksheet":
            root = self._try(part, lambda: self._cells_root(part))
            if root is not None:
                self._read_cells(sheet, root, texts)
        threaded = any(each.kind == "threadedComment" for each in related)
        for each in related:
            if each.kind == "drawing":
                sheet.boxes += self._boxes(each.target)
            elif each.kind == ("threadedComment" if threaded else "comments"):
                notes = self._part(each.target)
                if notes is not None:
                    sheet.comments += comments(notes, each.kind.removesuffix("s"))

    def _cells_root(self, part: str) -> etree._Element:
        content = utf8(self._archive.read(part))
        if b"<![CDATA[" not in content:
            content = _EMPTY_CELL.sub(b"", content)
        return parse(content, self._archive.packed_size(part))

    def _boxes(self, part: str) -> Iterator[Box]:
        """The text boxes of a drawing, then the titles and labels of its charts."""
        root = self._part(part)
        if root is None:
            return
        yield from boxes(root)
        for each in relations(self._archive, part):
            chart = self._part(each.target) if each.kind == "chart" else None
            texts = () if chart is None else paragraphs(chart)
            if texts:
                yield Box(LAST_ROW, texts)

    def _read_cells(self, sheet: Sheet, root: etree._Element, texts: _Texts) -> None:
        for each in root.iterfind("{*}cols/{*}col"):
            first, last = integer(each.get("min")), integer(each.get("max"))
            if first and last and _is_hidden(each, "width"):
                sheet.hidden_columns.append((first - 1, min(last - 1, LAST_COLUMN)))
        at = -1
        for row in root.iterfind("{*}sheetData/{*}row"):
            given = integer(row.get("r"))
            at = at + 1 if given is None else given - 1
            if not 0 <= at <= LAST_ROW:
                continue
            if _is_hidden(row, "ht"):
                sheet.hidden_rows.append((at, at))
            self._count(len(row))
            column = -1
            for cell in row.iterchildren("{*}c"):
                place = read_address(cell.get("r", ""))
                column = column + 1 if place is None else place[1]
                if column <= LAST_COLUMN:
                    _read_cell(sheet, cell, (at, column), texts)
        for each in root.iterfind("{*}mergeCells/{*}mergeCell"):
            area: Area | None = read_area(each.get("ref", ""))
            if area is not None:
                sheet.merges.append(area)
        sheet.margins += margins(root.find("{*}headerFooter"), sheet.name)


def _is_hidden(element: etree._Element, size: str) -> bool:
    return element.get("hidden") in _TRUE or number(element.get(size)) == 0


def _read_cell(sheet: Sheet, cell: etree._Element, at: tuple[int, int], texts: _Texts) -> None:
    style = integer(cell.get("s")) or 0
    look = texts.looks[style] if 0 <= style < len(texts.looks) else _PLAIN
    kind, value = cell.get("t", "n"), cell.findtext("{*}v")
    layout = look.layout
    if kind == "inlineStr":
        inside = cell.find("{*}is")
        rich = Rich("") if inside is None else rich_text(inside)
    elif kind == "s":
        index = integer(value)
        known = index is not None and 0 <= index < len(texts.strings)
        rich = texts.strings[index] if index is not None and known else Rich("")
    elif not value:
        if (value is None or kind != "str") and cell.find("{*}f") is not None:
            sheet.unstored.append(at)
        return
    else:
        rich = Rich(_value(kind, value, look, texts.from_1904))
        if not rich.text:
            sheet.masked.append(Entry(*at, value))
    if rich.bold is not None or rich.size is not None:
        bold = layout.bold if rich.bold is None else rich.bold
        layout = replace(layout, bold=bold, size=rich.size or layout.size)
    text = shown_text(rich.text, look.format) if kind in ("s", "inlineStr") else rich.text
    if text.strip():
        sheet.entries.append(Entry(*at, text, layout))
    elif rich.text.strip():
        sheet.masked.append(Entry(*at, rich.text))


def _value(kind: str, value: str, look: Look, from_1904: bool) -> str:
    """What a cell shows that holds its value itself."""
    if kind == "b":
        return "TRUE" if value in _TRUE else "FALSE"
    if kind == "str":
        return shown_text(plain(value), look.format)
    if kind == "e":
        return value
    read = days_of(value) if kind == "d" else number(value)
    if read is None or (kind == "d" and look.format == GENERAL):
        return value
    return shown_number(read, look.format, from_1904=from_1904 and kind != "d")
