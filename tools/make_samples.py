"""Writes the Word samples: tools/sample_texts/NAME.txt becomes samples/NAME.docx.

The same source gives the same bytes on every run (with the same zlib). A source line is a marker,
a space and the text of a paragraph; ``%`` lines set the document up; ``[ WIDTHS`` to ``]`` is a
table:

    =  title             1 2      automatic heading, numbered by its style
    c  centred           1d 2d    the same number set on the paragraph (direct numPr)
    r  right-aligned     3 4      numbered below the headings
    -  body, indented    *        bullet
    <  body, flush       q        bold line without number
    >  spaces kept       .  ~     empty paragraph, page break

In a table ``!`` opens a header row, ``¦`` parts cells, ``//`` the paragraphs of a cell; ``^^`` goes
on with the cell above, ``<<`` with the cell on the left; ``#`` numbers a paragraph from one in its
cell, ``##`` through the rows. Inside a text: {ins|…} {del|…} {hide|…} {sdt|…} {link|URL|…}
{mark|NAME|…} {date|Y-M-D|…} {br}.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from pathlib import Path
from zlib import crc32

import sample_parts as parts

HERE = Path(__file__).parent
MARK = re.compile(r"\{(\w+)(?:\|([^{}|]*))?(?:\|([^{}|]*))?\}")
FONT_RUN = re.compile(r"[\x21-\x7e]+|[^\x21-\x7e]+")
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass
class Writer:
    """What one document collects while its paragraphs are written."""

    house: parts.House
    lists: parts.Lists
    author: str
    date: str
    links: list[str] = field(default_factory=list)
    marks: int = 0

    def next_mark(self) -> int:
        """An id for a bookmark, a content control or a revision."""
        self.marks += 1
        return self.marks


def rsid(text: str) -> str:
    """A revision save id as Word spreads them; a few per document, fixed by the text."""
    return f"00{crc32(text.encode()) % 6 * 0x1F3D57 + 0x2B41C8:06X}"


def cuts(piece: str) -> list[str]:
    """A long stretch of text cut once, often inside a word, as editing leaves it."""
    seed = crc32(piece.encode())
    if len(piece) < 14 or seed % 3 == 0:
        return [piece]
    at = 3 + seed % (len(piece) - 6)
    return [piece[:at], piece[at:]]


def runs(text: str, look: str, writer: Writer, tag: str = "t") -> str:
    """``w:r`` elements: Latin and Chinese apart, long stretches cut; look is the inside of rPr."""
    out = []
    for stretch in FONT_RUN.findall(text):
        chinese = not stretch[0].isascii()
        for piece in cuts(stretch):
            properties = '<w:rFonts w:hint="eastAsia"/>' if chinese and "rFonts" not in look else ""
            properties += look
            rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
            rev = f' w:rsidR="{rsid(piece)}"' if writer.house.rsids else ""
            keep = ' xml:space="preserve"' if piece != piece.strip() else ""
            out.append(f"<w:r{rev}>{rpr}<w:{tag}{keep}>{escape(piece)}</w:{tag}></w:r>")
    return "".join(out)


def marked(kind: str, argument: str, text: str, look: str, writer: Writer) -> str:
    """The XML of one {…} mark."""
    inner = runs(text, look, writer)
    ident = writer.next_mark()
    stamp = f'w:id="{ident}" w:author="{writer.author}" w:date="{writer.date}"'
    match kind:
        case "br":
            return "<w:r><w:br/></w:r>"
        case "ins":
            return f"<w:ins {stamp}>{inner}</w:ins>"
        case "del":
            return f"<w:del {stamp}>{runs(text, look, writer, 'delText')}</w:del>"
        case "hide":
            return runs(text, f"<w:vanish/>{look}", writer)
        case "sdt":
            return (
                f'<w:sdt><w:sdtPr><w:alias w:val="填写"/><w:id w:val="{ident + 90000}"/><w:text/>'
                f"</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
            )
        case "mark":
            return (
                f'<w:bookmarkStart w:id="{ident}" w:name="{argument}"/>{inner}'
                f'<w:bookmarkEnd w:id="{ident}"/>'
            )
        case "link":
            writer.links.append(argument)
            styled = (
                f'<w:rStyle w:val="{writer.house.ids["link"]}"/><w:rFonts w:hint="eastAsia"/>{look}'
            )
            return (
                f'<w:hyperlink r:id="rIdL{len(writer.links)}" w:history="1">'
                f"{runs(text, styled, writer)}</w:hyperlink>"
            )
        case "date":
            attributes = "".join(
                f'<w:attr w:name="{name}" w:val="{value}"/>'
                for name, value in (
                    *zip(("Year", "Month", "Day"), argument.split("-"), strict=True),
                    ("IsLunarDate", "False"),
                    ("IsROCDate", "False"),
                )
            )
            return (
                '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" '
                f'w:element="chsdate"><w:smartTagPr>{attributes}</w:smartTagPr>{inner}</w:smartTag>'
            )
    raise ValueError(f"unknown mark {{{kind}}}")


def inline(text: str, look: str, writer: Writer) -> str:
    """The runs of a paragraph with its marks."""
    out, at = [], 0
    for found in MARK.finditer(text):
        kind, first, second = found.group(1), found.group(2) or "", found.group(3)
        argument, content = (first, second) if second is not None else ("", first)
        out.append(runs(text[at : found.start()], look, writer))
        out.append(marked(kind, argument, content, look, writer))
        at = found.end()
    return "".join(out) + runs(text[at:], look, writer)


def paragraph(layout: str, content: str, writer: Writer) -> str:
    """``w:p``; layout is the inside of pPr."""
    ppr = f"<w:pPr>{layout}</w:pPr>" if layout else ""
    rev = f' w:rsidR="{rsid(content)}" w:rsidRDefault="{rsid(layout)}"' * writer.house.rsids
    return f"<w:p{rev}>{ppr}{content}</w:p>"


def numbered(num: tuple[int, int]) -> str:
    """``w:numPr`` of (numId, ilvl)."""
    return f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'


def body_line(marker: str, text: str, writer: Writer) -> str:
    """A paragraph outside tables."""
    indent = f'<w:ind w:firstLineChars="200" w:firstLine="{writer.house.size * 20}"/>'
    bold = "<w:b/><w:bCs/>"

    def style(name: str) -> str:
        return f'<w:pStyle w:val="{writer.house.ids[name]}"/>'

    match marker:
        case "~":
            return paragraph("", '<w:r><w:br w:type="page"/></w:r>', writer)
        case ".":
            return paragraph("", "", writer)
        case "1" | "2":
            num = writer.lists.heading(int(marker) - 1)
            # The style numbers by the first instance of its list; a restarted one is set here.
            layout = style(f"h{marker}") + (
                numbered(num) if num[0] > len(writer.lists.scheme) else ""
            )
            return paragraph(layout, inline(text, "", writer), writer)
        case "1d" | "2d" | "3" | "4":
            layout = numbered(writer.lists.heading(int(marker[0]) - 1)) + indent
            look = parts.fonts("黑体") if marker == "1d" and len(text) < 10 else ""
            return paragraph(layout, inline(text, look, writer), writer)
        case "*":
            layout = numbered(writer.lists.loose("bullet")) + indent
            return paragraph(layout, inline(text, "", writer), writer)
    layout, look = {
        "=": (style("title"), ""),
        "c": ('<w:jc w:val="center"/>', ""),
        "r": ('<w:jc w:val="right"/>', ""),
        "-": (indent, ""),
        "<": ("", ""),
        ">": ("", ""),
        "q": (indent, bold),
    }[marker]
    return paragraph(layout, inline(text, look, writer), writer)


def cell_paragraphs(text: str, *, header: bool, writer: Writer) -> str:
    """The paragraphs of a cell; those with ``#`` share a list that starts at one."""
    face = '<w:rFonts w:hint="eastAsia" w:eastAsia="仿宋_GB2312"/>' if writer.house.rsids else ""
    look = face + "<w:b/><w:bCs/>" * header + parts.size(21)
    spacing = '<w:spacing w:line="320" w:lineRule="exact"/>'
    out, fresh = [], True
    for line in text.split("//"):
        marker = re.match(r"#*", line)
        number = len(marker.group()) if marker else 0
        if number == 1:
            layout = numbered(writer.lists.loose("cell", fresh=fresh)) + spacing
            fresh = False
        elif number == 2:
            layout = numbered(writer.lists.loose("row")) + spacing + '<w:jc w:val="center"/>'
        else:
            layout = spacing + '<w:jc w:val="center"/>' * header
        out.append(paragraph(layout, inline(line[number:].strip(), look, writer), writer))
    return "".join(out)


def table_row(rows: list[list[str]], at: int, headers: int, widths: list[int], w: Writer) -> str:
    """``w:tr`` of row ``at``; a cell of ``^^`` or ``<<`` continues a merge."""
    out = []
    for column, text in enumerate(rows[at]):
        if text == "<<":
            continue
        span = 1
        while column + span < len(widths) and rows[at][column + span] == "<<":
            span += 1
        below = at + 1 < len(rows) and rows[at + 1][column] == "^^"
        merge = "<w:vMerge/>" if text == "^^" else '<w:vMerge w:val="restart"/>' * below
        content = cell_paragraphs("" if text == "^^" else text, header=at < headers, writer=w)
        out.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths[column : column + span])}" w:type="dxa"/>'
            + f'<w:gridSpan w:val="{span}"/>' * (span > 1)
            + f'{merge}<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
        )
    properties = "<w:cantSplit/>" + "<w:tblHeader/>" * (at < headers)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(out)}</w:tr>"


def table(widths: list[int], lines: list[str], writer: Writer) -> str:
    """``w:tbl`` of the lines between ``[`` and ``]``; widths are in twentieths of a point."""
    headers = sum(line.startswith("!") for line in lines)
    rows = [line.removeprefix("! ").split("¦") for line in lines]
    if {len(row) for row in rows} != {len(widths)}:
        raise ValueError(f"every row must have {len(widths)} cells: {lines[0]}")
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(table_row(rows, at, headers, widths, writer) for at in range(len(rows)))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{writer.house.ids["grid"]}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )


def document(lines: list[str], writer: Writer) -> str:
    """word/document.xml"""
    out: list[str] = []
    inside: list[str] | None = None
    widths: list[int] = []
    for line in lines:
        if line.startswith("[ "):
            inside, widths = [], [int(width) for width in line[2:].split()]
        elif inside is None:
            marker, _, text = line.partition(" ")
            out.append(body_line(marker, text, writer))
        elif line == "]":
            out.append(table(widths, inside, writer))
            inside = None
        else:
            inside.append(line)
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/>'
        '<w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" '
        'w:footer="1418" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
    )
    body = "".join(out) + section
    return f"{parts.XML}<w:document {parts.NAMESPACES}><w:body>{body}</w:body></w:document>"


def package(source: str) -> dict[str, str]:
    """Every part of the docx that a source text describes, by its name."""
    lines = [line for line in source.splitlines() if line]
    split = {up: list(group) for up, group in groupby(lines, lambda line: line.startswith("% "))}
    setup = dict(line[2:].split(" ", 1) for line in split[True])
    house = parts.HOUSES[setup["app"]]
    writer = Writer(
        house, parts.Lists(parts.SCHEMES[setup["list"]]), setup["author"], setup["date"]
    )
    word = {"word/document.xml": document(split[False], writer)} | {
        "word/header1.xml": parts.header(setup["header"], house),
        "word/footer1.xml": parts.footer(house),
        "word/styles.xml": parts.styles(house, writer.lists),
        "word/settings.xml": parts.settings(),
        "word/fontTable.xml": parts.font_table(house),
        "word/numbering.xml": writer.lists.part(house),
    }
    kinds = ("header", "footer", "styles", "settings", "fontTable", "numbering")
    related = [
        (f"rId{i}", f"{parts.OFFICE}/relationships/{kind}", name.removeprefix("word/"))
        for i, (kind, name) in enumerate(zip(kinds, list(word)[1:], strict=True), 1)
    ]
    related += [
        (f"rIdL{i}", f"{parts.OFFICE}/relationships/hyperlink", url)
        for i, url in enumerate(writer.links, 1)
    ]
    properties = parts.properties(house, setup["author"], setup["date"])
    core = f"{parts.PACKAGE}/relationships/metadata/core-properties"
    of = {"app": "extended-properties", "custom": "custom-properties"}
    top = [("rId1", f"{parts.OFFICE}/relationships/officeDocument", "word/document.xml")]
    for i, name in enumerate(properties, 2):
        kind = of.get(name.removeprefix("docProps/").removesuffix(".xml"))
        top.append((f"rId{i}", f"{parts.OFFICE}/relationships/{kind}" if kind else core, name))
    return {
        "[Content_Types].xml": parts.content_types([*properties, *word]),
        "_rels/.rels": parts.relationships(top),
        **properties,
        **word,
        "word/_rels/document.xml.rels": parts.relationships(related),
    }


def pack(members: dict[str, str]) -> bytes:
    """A zip file with no trace of when or where it was made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in members.items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, text.encode(), compresslevel=9)
    return buffer.getvalue()


def main() -> None:
    """Write every sample anew."""
    for source in sorted((HERE / "sample_texts").glob("*.txt")):
        target = HERE.parent / "samples" / f"{source.stem}.docx"
        target.write_bytes(pack(package(source.read_text(encoding="utf-8"))))


if __name__ == "__main__":
    main()
