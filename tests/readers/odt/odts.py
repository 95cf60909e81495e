"""Writes small OpenDocument texts in memory, zipped or flat, for the tests."""

from __future__ import annotations

import zipfile
from io import BytesIO

from duplan.diagnostics import Diagnostic
from duplan.readers.file import File
from duplan.readers.odt import read
from duplan.source import Source

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = (
    f'xmlns:office="{_OASIS}:office:1.0" xmlns:text="{_OASIS}:text:1.0" '
    f'xmlns:style="{_OASIS}:style:1.0" xmlns:table="{_OASIS}:table:1.0" '
    f'xmlns:draw="{_OASIS}:drawing:1.0" xmlns:svg="{_OASIS}:svg-compatible:1.0" '
    f'xmlns:fo="{_OASIS}:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:math="http://www.w3.org/1998/Math/MathML" '
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)
MIMETYPE = "application/vnd.oasis.opendocument.text"
MANIFEST = f"{_OASIS}:manifest:1.0"


def package(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts, behind the mark of an OpenDocument text."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        archive.writestr("mimetype", MIMETYPE, zipfile.ZIP_STORED)
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def content(body: str, automatic: str = "", faces: str = "") -> str:
    """A part with this text and automatic styles."""
    return (
        f"<office:document-content {NAMES}><office:font-face-decls>{faces}"
        f"</office:font-face-decls><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )


def styles(named: str = "", masters: str = "", automatic: str = "") -> str:
    """A part with named styles and master pages."""
    return (
        f"<office:document-styles {NAMES}><office:styles>{named}</office:styles>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>"
    )


def odt(body: str, automatic: str = "", named: str = "", masters: str = "", **parts: str) -> bytes:
    """A document; ``parts`` are further members, ``/`` written as two underscores."""
    members: dict[str, str | bytes] = {
        "content.xml": content(body, automatic),
        "styles.xml": styles(named, masters),
    }
    members |= {f"{name.replace('__', '/')}.xml": inside for name, inside in parts.items()}
    return package(members)


def fodt(body: str, automatic: str = "", named: str = "", masters: str = "") -> bytes:
    """The same in one flat file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NAMES} '
        f'office:mimetype="{MIMETYPE}"><office:styles>{named}</office:styles>'
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def p(inside: str = "", style: str = "") -> str:
    """A paragraph."""
    named = style and f' text:style-name="{style}"'
    return f"<text:p{named}>{inside}</text:p>"


def h(inside: str, level: int = 1, more: str = "") -> str:
    """A heading."""
    return f'<text:h text:outline-level="{level}" {more}>{inside}</text:h>'


def item(*inside: str, more: str = "") -> str:
    """An item of a list."""
    return f"<text:list-item {more}>{''.join(inside)}</text:list-item>"


def listed(style: str, *items: str, more: str = "") -> str:
    """A list."""
    named = style and f'text:style-name="{style}"'
    return f"<text:list {named} {more}>{''.join(items)}</text:list>"


def list_style(name: str, *levels: str) -> str:
    """A list style of levels."""
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def level(number: int, sample: str, suffix: str = "", more: str = "") -> str:
    """A level of a list style."""
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-format="{sample}" '
        f'style:num-suffix="{suffix}" {more}/>'
    )


def style(
    name: str, paragraph: str = "", text: str = "", more: str = "", family: str = "paragraph"
) -> str:
    """A style with paragraph and text properties."""
    return (
        f'<style:style style:name="{name}" style:family="{family}" {more}>'
        f"<style:paragraph-properties {paragraph}/><style:text-properties {text}/></style:style>"
    )


def tc(inside: str = "", more: str = "") -> str:
    """A cell."""
    return f"<table:table-cell {more}>{inside}</table:table-cell>"


def tr(*cells: str, more: str = "") -> str:
    """A row."""
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<table:table><table:table-column/>{''.join(rows)}</table:table>"


def read_odt(body: str, **parts: str) -> tuple[Source, list[Diagnostic]]:
    """What the reader makes of a body and further parts."""
    return read(File(odt(body, **parts), "a.odt"))


def texts(body: str, **parts: str) -> list[str]:
    """The text of every paragraph, those of asides included."""
    return [block.text for block in read_odt(body, **parts)[0].blocks]


def labels(body: str, **parts: str) -> list[str]:
    """The label of every paragraph."""
    return [block.label for block in read_odt(body, **parts)[0].blocks]


def found(body: str, **parts: str) -> list[tuple[str, dict[str, str | int]]]:
    """Codes and values of the diagnostics."""
    return [(each.code, each.values) for each in read_odt(body, **parts)[1]]
