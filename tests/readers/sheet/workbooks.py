"""Writes small workbooks in memory, part by part, for the tests."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO

from duplan.diagnostics import Diagnostic
from duplan.readers.file import File
from duplan.readers.sheet import ods, xlsx
from duplan.source import Block, Source, Table

Value = str | float | None
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_NAMES = "".join(
    f' xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "table", "text", "style")
) + (f' xmlns:draw="{_ODF}:drawing:1.0" xmlns:fo="{_ODF}:xsl-fo-compatible:1.0"')


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def relations(*entries: tuple[str, str, str]) -> str:
    """A relationship part of (id, last word of the type, target)."""
    lines = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>'
        for name, kind, target in entries
    )
    return f'<Relationships xmlns="{_PACKAGE}">{lines}</Relationships>'


def c(place: str, text: str | float, style: int = 0) -> str:
    """A cell with a text or a number."""
    if isinstance(text, str):
        return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return f'<c r="{place}" s="{style}"><v>{text}</v></c>'


def data(*cells: str, after: str = "", before: str = "", rows: str = "") -> str:
    """The inside of a sheet; each cell may stand in a row of its own, numbered by its place."""
    lines = "".join(
        f'<row r="{"".join(filter(str.isdigit, cell.split(chr(34))[1]))}">{cell}</row>'
        for cell in cells
    )
    return f"{before}<sheetData>{lines}{rows}</sheetData>{after}"


def grid(lines: Iterable[Sequence[Value]], *merges: str, first: int = 1) -> str:
    """The inside of a sheet of rows of values from A1 on, None for no cell."""
    cells = [
        c(f"{chr(65 + k)}{at}", value)
        for at, line in enumerate(lines, first)
        for k, value in enumerate(line)
        if value is not None
    ]
    return data(*cells, after=merged(*merges))


def merged(*areas: str) -> str:
    """The merges of a sheet."""
    inside = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    return f"<mergeCells>{inside}</mergeCells>" if areas else ""


def workbook(*sheets: tuple[str, str], state: str = "", more: str = "", **parts: str) -> bytes:
    """A workbook of (name, inside) sheets.

    ``sharedStrings`` and ``styles`` are the insides of these parts; ``state`` is that of the last
    sheet; other parts, with __ for a slash, stand whole, those of the first sheet related to it.
    """
    last = len(sheets) - 1
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at + 1}" r:id="s{at}"'
        + (f' state="{state}"/>' if state and at == last else "/>")
        for at, (name, _) in enumerate(sheets)
    )
    content: dict[str, str | bytes] = {
        "_rels/.rels": relations(("r", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{R}">{more}<sheets>{listed}</sheets>'
        "</workbook>",
    }
    related = [(f"s{at}", "worksheet", f"worksheets/sheet{at}.xml") for at in range(len(sheets))]
    beside = []
    for name, inside in parts.items():
        if name in ("sharedStrings", "styles"):
            related.append((name, name, f"{name}.xml"))
            root = "sst" if name == "sharedStrings" else "styleSheet"
            content[f"xl/{name}.xml"] = f'<{root} xmlns="{MAIN}">{inside}</{root}>'
        else:
            beside.append((name, name.rstrip("0123456789"), f"../{name}.xml"))
            content[f"xl/{name}.xml"] = inside
    content["xl/_rels/workbook.xml.rels"] = relations(*related)
    content["xl/worksheets/_rels/sheet0.xml.rels"] = relations(*beside)
    for at, (_, inside) in enumerate(sheets):
        content[f"xl/worksheets/sheet{at}.xml"] = f'<worksheet xmlns="{MAIN}">{inside}</worksheet>'
    return package(content)


def formats(*codes: str) -> str:
    """The inside of a style sheet whose cell format k + 1 has the k-th of these number formats."""
    written = "".join(
        f'<numFmt numFmtId="{200 + at}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for at, code in enumerate(codes)
    )
    cells = "".join(f'<xf numFmtId="{200 + at}"/>' for at in range(len(codes)))
    return f'<numFmts>{written}</numFmts><cellXfs><xf numFmtId="0"/>{cells}</cellXfs>'


def read_xlsx(*sheets: tuple[str, str], **more: str) -> tuple[Source, list[Diagnostic]]:
    """What the reader makes of sheets and further parts."""
    return xlsx.read(File(workbook(*sheets, **more), "a.xlsx"))


def ods_file(tables: str, styles: str = "", pages: str = "") -> bytes:
    """An ods file of these tables, its automatic styles and what is in its style sheet."""
    content = (
        f"<office:document-content{_ODF_NAMES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    looks = f"<office:document-styles{_ODF_NAMES}>{pages}</office:document-styles>"
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    return package({"mimetype": mime, "content.xml": content, "styles.xml": looks})


def read_ods(tables: str, styles: str = "", pages: str = "") -> tuple[Source, list[Diagnostic]]:
    """What the reader makes of tables in an ods file."""
    return ods.read(File(ods_file(tables, styles, pages), "a.ods"))


def outline(source: Source) -> list[object]:
    """Paragraphs as their text, tables as rows of the texts of their cells."""
    return [
        part.text
        if isinstance(part, Block)
        else [
            ["\n".join(block.text for block in cell.blocks()) for cell in row] for row in part.rows
        ]
        for part in source.content
    ]


def table_of(source: Source) -> Table:
    """The only table of a document."""
    (table,) = (part for part in source.content if isinstance(part, Table))
    return table


def places(table: Table) -> list[list[tuple[int, int, int]]]:
    """(column, row span, column span) of every cell."""
    return [[(cell.column, cell.row_span, cell.col_span) for cell in row] for row in table.rows]


def named(diagnostics: list[Diagnostic], code: str) -> list[dict[str, str | int]]:
    """The values of the findings of one code."""
    return [each.values for each in diagnostics if each.code == code]
