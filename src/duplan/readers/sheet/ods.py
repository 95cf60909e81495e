"""Reads OpenDocument spreadsheets (ods), which hold every cell's text as it was shown."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from duplan.diagnostics import Diagnostic
from duplan.readers import opendocument
from duplan.readers.archive import Archive
from duplan.readers.file import File
from duplan.readers.findings import unread
from duplan.readers.opendocument import ALIGNMENTS, open_content
from duplan.readers.sheet.book import read_sheets
from duplan.readers.sheet.cells import LAST_COLUMN, LAST_ROW, Allowance, Area, Box, Entry, Sheet
from duplan.readers.sheet.numberformat import general
from duplan.readers.sheet.strings import margin_text
from duplan.readers.xml import PartError, integer, number
from duplan.source import PLAIN, Layout, Source

_TABLE, _TEXT = opendocument.table(""), opendocument.text("")
_STYLE, _OFFICE = opendocument.style(""), opendocument.office("")
_DRAW, _FO = opendocument.draw(""), opendocument.fo("")
_ROW, _COLUMN = f"{_TABLE}table-row", f"{_TABLE}table-column"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_PARAGRAPH, _ANNOTATION = f"{_TEXT}p", f"{_OFFICE}annotation"
_UNSHOWN = frozenset(
    f"{_TEXT}{name}" for name in ("ruby-text", "page-number", "page-count", "date", "time",
                                  "sheet-name", "title", "file-name")
) | {_ANNOTATION}  # fmt: skip
_MOST_SPACES = 1_000  # that one element may stand for
_MARGINS = (("header", f"{_STYLE}header"), ("footer", f"{_STYLE}footer"))


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The document in an ods file, with what was noticed on the way.

    Hidden sheets, rows and columns are left out and named (DP118). Comments, headers and footers
    become asides (DP106).

    Raises UnreadableError, and nothing else: "encrypted", "damaged", "too-large",
    "too-complex".
    """
    archive = Archive(file)
    root = open_content(archive)
    styles, found = _Styles(root), []
    try:
        pages = _pages(archive.root("styles.xml")) if "styles.xml" in archive else {}
    except PartError as error:
        pages = {}
        found.append(unread("styles.xml", error))
    allowance = Allowance(file.limits)
    sheets = []
    for table in root.iterfind(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table"):
        sheet = _sheet(table, styles, allowance)
        sheet.margins += pages.get(styles.pages.get(table.get(f"{_TABLE}style-name", ""), ""), ())
        sheets.append(sheet)
    source, more = read_sheets(file, "ods", sheets)
    return source, found + more


class _Styles:
    """The looks of cells, and of sheets whether they are shown and on which pages."""

    def __init__(self, root: etree._Element) -> None:
        self.looks: dict[str, Layout] = {}
        self.pages: dict[str, str] = {}
        self.unseen: set[str] = set()
        for style in root.iterfind(f"{_OFFICE}automatic-styles/{_STYLE}style"):
            name = style.get(f"{_STYLE}name", "")
            properties = style.find(f"{_STYLE}table-properties")
            if properties is not None and properties.get(f"{_TABLE}display") == "false":
                self.unseen.add(name)
            if style.get(f"{_STYLE}family") == "table-cell":
                self.looks[name] = _layout(style)
            self.pages[name] = style.get(f"{_STYLE}master-page-name", "")


def _layout(style: etree._Element) -> Layout:
    text, paragraph = (
        style.find(f"{_STYLE}text-properties"),
        style.find(f"{_STYLE}paragraph-properties"),
    )
    align = "" if paragraph is None else ALIGNMENTS.get(paragraph.get(f"{_FO}text-align", ""), "")
    if text is None:
        return Layout(align=align)
    bold = text.get(f"{_FO}font-weight") in ("bold", "600", "700", "800", "900")
    size = number(text.get(f"{_FO}font-size", "").removesuffix("pt"))
    return Layout(align=align, bold=bold, size=size)


def _sheet(table: etree._Element, styles: _Styles, allowance: Allowance) -> Sheet:
    name = table.get(f"{_TABLE}name", "")
    hidden = table.get(f"{_TABLE}style-name") in styles.unseen
    sheet = Sheet(name, allowance, hidden=hidden)
    sheet.hidden_columns = list(_hidden(table.iter(_COLUMN), "columns", LAST_COLUMN))
    sheet.hidden_rows = list(_hidden(table.iter(_ROW), "rows", LAST_ROW))
    at = 0
    for row in table.iter(_ROW):
        repeated = _times(row, "rows", LAST_ROW)
        filled = _row(sheet, row, at, styles.looks)
        if filled:
            allowance.cells(len(filled) * (repeated - 1))
            for below in range(repeated):
                for _, column, text, layout in filled:
                    sheet.show(at + below, column, text, text, layout)
        at += repeated
        if at > LAST_ROW:
            break
    for shape in table.iterfind(f"{_TABLE}shapes/*"):
        sheet.boxes += _box(shape, 0)
    return sheet


def _times(element: etree._Element, what: str, most: int) -> int:
    repeated = integer(element.get(f"{_TABLE}number-{what}-repeated"))
    return min(max(repeated or 1, 1), most + 1)


def _hidden(elements: Iterator[etree._Element], what: str, last: int) -> Iterator[tuple[int, int]]:
    """The ranges of rows or columns that are collapsed or filtered out."""
    at = 0
    for element in elements:
        start, at = at, at + _times(element, what, last)
        if element.get(f"{_TABLE}visibility", "visible") != "visible":
            yield start, at - 1
        if at > last:
            return


def _row(
    sheet: Sheet,
    row: etree._Element,
    at: int,
    looks: dict[str, Layout],
) -> list[Entry]:
    """The filled cells of a row; its merges, comments and boxes are added to the sheet."""
    filled: list[Entry] = []
    column = 0
    sheet.allowance.cells(len(row))
    for cell in row.iterchildren(*_CELLS):
        repeated = _times(cell, "columns", LAST_COLUMN)
        wide = integer(cell.get(f"{_TABLE}number-columns-spanned")) or 1
        tall = integer(cell.get(f"{_TABLE}number-rows-spanned")) or 1
        if wide > 1 or tall > 1:
            sheet.merges.append(Area(at, column, at + max(tall, 1) - 1, column + max(wide, 1) - 1))
        text = _shown(cell)
        if text.strip():
            sheet.allowance.cells(repeated - 1)
            layout = looks.get(cell.get(f"{_TABLE}style-name", ""), PLAIN)
            filled += [Entry(at, column + k, text, layout) for k in range(repeated)]
        elif cell.get(f"{_TABLE}formula") and not cell.get(f"{_OFFICE}value-type"):
            sheet.unstored.append((at, column))
        for child in cell:
            if child.tag == _ANNOTATION:
                note = _lines(child)
                sheet.comments += [Entry(at, column, note)] if note.strip() else []
            elif str(child.tag).startswith(_DRAW):
                sheet.boxes += _box(child, at)
        column += repeated
        if column > LAST_COLUMN:
            break
    return filled


def _shown(cell: etree._Element) -> str:
    """What a cell shows: its paragraphs; without any, the value of a program that wrote none."""
    paragraphs = [_inline(p) for p in cell.iterchildren(_PARAGRAPH)]
    if paragraphs:
        return "\n".join(paragraphs)
    value = number(cell.get(f"{_OFFICE}value"))
    return cell.get(f"{_OFFICE}string-value", "") if value is None else general(value)


def _lines(element: etree._Element) -> str:
    return "\n".join(_inline(paragraph) for paragraph in element.iter(_PARAGRAPH))


def _inline(paragraph: etree._Element) -> str:
    """The text of a paragraph, spaces, tabs and line breaks as such; fields and notes left out."""
    parts: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            parts.append(element.tail or "" if element is not paragraph else "")
        elif element.tag in _UNSHOWN:
            walk.skip_subtree()
        elif element.tag == f"{_TEXT}s":
            parts.append(" " * min(integer(element.get(f"{_TEXT}c")) or 1, _MOST_SPACES))
        elif element.tag == f"{_TEXT}tab":
            parts.append("\t")
        elif element.tag == f"{_TEXT}line-break":
            parts.append("\n")
        else:
            parts.append(element.text or "")
    return "".join(parts)


def _box(shape: etree._Element, row: int) -> list[Box]:
    texts = tuple(text for p in shape.iter(_PARAGRAPH) if (text := _inline(p)).strip())
    return [Box(row, texts)] if texts else []


def _pages(root: etree._Element) -> dict[str, list[tuple[str, str]]]:
    """What each page style prints above and below."""
    pages: dict[str, list[tuple[str, str]]] = {}
    for page in root.iterfind(f"{_OFFICE}master-styles/{_STYLE}master-page"):
        texts = pages[page.get(f"{_STYLE}name", "")] = []
        for story, tag in _MARGINS:
            part = page.find(tag)
            if part is not None and part.get(f"{_STYLE}display") != "false":
                text = margin_text(_lines(part).replace("&", "&&"), "")
                texts += [(story, text)] if text else []
    return pages
