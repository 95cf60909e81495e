"""Writes small OFD files in memory, as converters do, for the tests."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO

from duplan.diagnostics import Diagnostic
from duplan.readers.file import File
from duplan.readers.ofd import read
from duplan.source import Source, Table

SIZE = 5.64  # millimetres: 16 points
LEFT, TOP, PITCH = 28.0, 40.0, 9.9
WIDE = 27  # characters of a line
_NAMES = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def part(root: str, inside: str, attributes: str = "") -> str:
    """A part with the usual namespace."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><ofd:{root} {_NAMES} {attributes}>'
        f"{inside}</ofd:{root}>"
    )


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def text(
    words: str,
    x: float = LEFT,
    y: float = TOP,
    size: float = SIZE,
    more: str = "",
    deltas: str | None = None,
    inside: str = "",
) -> str:
    """A line of text; its characters take their size, half of it where they are ASCII."""
    steps = [size / (2 if char.isascii() else 1) for char in words]
    given = " ".join(f"{step:g}" for step in steps[:-1]) if deltas is None else deltas
    return (
        f'<ofd:TextObject ID="9" Boundary="{x:g} {y - size:g} {sum(steps):g} {1.2 * size:g}" '
        f'Font="1" Size="{size:g}" {more}>{inside}<ofd:TextCode X="0" Y="{size:g}" '
        f'DeltaX="{given}">{words}</ofd:TextCode></ofd:TextObject>'
    )


def lines(*texts: str, x: float = LEFT, y: float = TOP, pitch: float = PITCH) -> str:
    """Texts below each other; two spaces at the start of one set it in by two characters."""
    out = []
    for at, words in enumerate(texts):
        shown = words.lstrip(" ")
        indent = (len(words) - len(shown)) * SIZE
        out.append(text(shown, x + indent, y + at * pitch))
    return "".join(out)


def paragraph(words: str) -> list[str]:
    """The lines of a paragraph whose first one is set in."""
    words = "  " + words
    return [words[at : at + WIDE] for at in range(0, len(words), WIDE)]


def path(data: str, x: float = 0, y: float = 0, more: str = "") -> str:
    """Drawn lines."""
    return (
        f'<ofd:PathObject ID="9" Boundary="{x:g} {y:g} 200 200" LineWidth="0.2" {more}>'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def ruled(xs: Sequence[float], ys: Sequence[float]) -> str:
    """The lines of a table."""
    level = [f"M {xs[0]:g} {y:g} L {xs[-1]:g} {y:g}" for y in ys]
    upright = [f"M {x:g} {ys[0]:g} L {x:g} {ys[-1]:g}" for x in xs]
    return path(" ".join(level + upright))


def page(content: str, before: str = "") -> str:
    """A page; ``before`` stands before its content."""
    layer = f'<ofd:Layer ID="2" Type="Body">{content}</ofd:Layer>'
    return part("Page", f"{before}<ofd:Content>{layer}</ofd:Content>")


def document(
    pages: Sequence[str], common: str = "", after: str = "", folder: str = "Doc_0"
) -> dict[str, str | bytes]:
    """The parts of a document with these pages."""
    references = "".join(
        f'<ofd:Page ID="{at}" BaseLoc="Pages/P{at}.xml"/>' for at in range(len(pages))
    )
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    root = part(
        "Document",
        f"<ofd:CommonData>{area}{common}</ofd:CommonData><ofd:Pages>{references}</ofd:Pages>{after}",
    )
    parts: dict[str, str | bytes] = {f"{folder}/Document.xml": root}
    return parts | {f"{folder}/Pages/P{at}.xml": each for at, each in enumerate(pages)}


def ofd(*contents: str, common: str = "", after: str = "", body: str = "", **parts: str) -> bytes:
    """A file with these pages; ``parts`` are further ones of the document, by their names."""
    entry = f"<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>{body}</ofd:DocBody>"
    members = {
        "OFD.xml": part("OFD", entry),
        **document([page(each) for each in contents], common, after),
    }
    return package(members | {f"Doc_0/{name}.xml": inside for name, inside in parts.items()})


def read_ofd(*contents: str, **parts: str) -> tuple[Source, list[Diagnostic]]:
    """What the reader makes of pages."""
    return read(File(ofd(*contents, **parts), "a.ofd"))


def texts(*contents: str, **parts: str) -> list[str]:
    """The text of every paragraph, those of asides included."""
    return [block.text for block in read_ofd(*contents, **parts)[0].blocks]


def found(*contents: str, **parts: str) -> list[tuple[str, dict[str, str | int]]]:
    """Codes and values of the diagnostics."""
    return [(each.code, each.values) for each in read_ofd(*contents, **parts)[1]]


def cells(table: Table) -> list[list[tuple[str, int, int, int]]]:
    """(text, column, row span, column span) of every cell, row by row."""
    return [
        [
            ("/".join(b.text for b in cell.blocks()), cell.column, cell.row_span, cell.col_span)
            for cell in row
        ]
        for row in table.rows
    ]
