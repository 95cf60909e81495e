"""Reads workbooks of Excel 2007 and later (xlsx, xlsm), cells as the program shows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.readers.archive import Archive
from duplan.readers.file import File
from duplan.readers.findings import unread
from duplan.readers.opc import Relation, relations
from duplan.readers.sheet.book import read_sheets
from duplan.readers.sheet.cells import (
    LAST_COLUMN,
    LAST_ROW,
    Allowance,
    Area,
    Box,
    Sheet,
    read_address,
    read_area,
)
from duplan.readers.sheet.looks import read_looks
from duplan.readers.sheet.strings import Rich, boxes, comments, margins, paragraphs, rich_text
from duplan.readers.sheet.values import TRUE, Values
from duplan.readers.xml import PartError, integer, number, parse, utf8
from duplan.source import Source

_RELATION = re.compile(r"\{http[^}]*/relationships\}id")
# Formatted columns have them by the thousand.
_EMPTY_CELLS = re.compile(rb'(?:<(?:\w+:)?c r="[A-Z]{1,3}\d+"[^<>]*/>)++')


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The document in an xlsx workbook, with what was noticed on the way.

    Hidden sheets, rows and columns are left out and named (DP118), formulas without a stored value
    named (DP119). Comments, headers and footers become asides (DP106). A damaged part other than
    the workbook is named (DP107).

    Raises UnreadableError, and nothing else, on bytes that hold no readable workbook: "encrypted",
    "damaged", "unknown-format", "too-large", "too-complex".
    """
    return _Workbook(file).read()


class _Workbook:
    def __init__(self, file: File) -> None:
        self._file = file
        self._archive = Archive(file)
        self._allowance = Allowance(file.limits)
        self._diagnostics: list[Diagnostic] = []
        self._main = self._find_main()

    def read(self) -> tuple[Source, list[Diagnostic]]:
        """The whole workbook."""
        try:
            root = self._archive.root(self._main)
        except PartError as error:
            reason = f"{self._main}: {error}"
            raise UnreadableError("damaged", reason=reason) from error
        related = {relation.id: relation for relation in relations(self._archive, self._main)}
        left = dict(related)
        by_kind = {relation.kind: relation.target for relation in reversed(related.values())}
        properties = root.find("{*}workbookPr")
        self._values = Values(
            self._strings(by_kind.get("sharedStrings")),
            read_looks(self._part(by_kind.get("styles"))),
            from_1904=properties is not None and properties.get("date1904") in TRUE,
        )
        sheets = []
        for each in root.iterfind("{*}sheets/{*}sheet"):
            key = next((v for k, v in each.attrib.items() if _RELATION.fullmatch(str(k))), "")
            relation = left.pop(str(key), None)
            hidden = each.get("state", "visible") != "visible"
            sheet = Sheet(each.get("name", ""), self._allowance, hidden=hidden)
            if relation is None:
                self._diagnostics.append(unread(sheet.name, "missing"))
            else:
                self._read_sheet(sheet, relation)
            sheets.append(sheet)
        source, found = read_sheets(self._file, "xlsx", sheets)
        return source, self._diagnostics + self._values.diagnostics + found

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
            raise UnreadableError("damaged", reason="xl/workbook.xml: missing")
        return main

    def _part(self, name: str | None) -> etree._Element | None:
        """The root of a part; None where there is none, or where it is damaged (DP107)."""
        return None if name is None else self._try(name, lambda: self._archive.root(name))

    def _try(self, name: str, read: Callable[[], etree._Element]) -> etree._Element | None:
        try:
            return read()
        except PartError as error:
            self._diagnostics.append(unread(name, error))
            return None

    def _strings(self, name: str | None) -> list[Rich]:
        root = self._part(name)
        return [] if root is None else [rich_text(item) for item in root.iterchildren("{*}si")]

    def _read_sheet(self, sheet: Sheet, relation: Relation) -> None:
        part = relation.target
        related = list(relations(self._archive, part))
        if relation.kind == "worksheet":
            root = self._try(part, lambda: self._cells_root(part))
            if root is not None:
                self._read_cells(sheet, root)
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
            content = _EMPTY_CELLS.sub(b"", content)
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
                yield Box(None, texts)

    def _read_cells(self, sheet: Sheet, root: etree._Element) -> None:
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
            self._allowance.cells(len(row))
            column = -1
            for cell in row.iterchildren("{*}c"):
                place = read_address(cell.get("r", ""))
                column = column + 1 if place is None else place[1]
                if column <= LAST_COLUMN:
                    self._values.read(sheet, cell, at, column)
        for each in root.iterfind("{*}mergeCells/{*}mergeCell"):
            area: Area | None = read_area(each.get("ref", ""))
            if area is not None:
                sheet.merges.append(area)
        sheet.margins += margins(root.find("{*}headerFooter"), sheet.name)


def _is_hidden(element: etree._Element, size: str) -> bool:
    return element.get("hidden") in TRUE or number(element.get(size)) == 0
