"""Writes small docx packages in memory, part by part, for the tests."""

from __future__ import annotations

import zipfile
from io import BytesIO

from duplan.diagnostics import Diagnostic
from duplan.readers.docx import read
from duplan.readers.file import File
from duplan.source import Source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V = "urn:schemas-microsoft-com:vml"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:v="{V}" xmlns:wps="{WPS}" xmlns:m="{M}"'
)


def part(root: str, inside: str) -> str:
    """An XML part with the usual namespaces on its root."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NAMES}>{inside}</w:{root}>'


def relations(*entries: tuple[str, str, str]) -> str:
    """A relationship part of (id, last word of the type, target)."""
    lines = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>'
        for name, kind, target in entries
    )
    return f'<Relationships xmlns="{_PACKAGE_RELATIONS}">{lines}</Relationships>'


def package(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A package with this body; ``styles``, ``numbering``, ``footnotes``, ``header1``... are the
    insides of further parts under ``word/``, related under their own names as ids."""
    kinds = {name: name.rstrip("0123456789") for name in parts}
    roots = {"header": "hdr", "footer": "ftr"}
    content: dict[str, str | bytes] = {
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(
            *((name, kind, f"{name}.xml") for name, kind in kinds.items())
        ),
    }
    for name, inside in parts.items():
        content[f"word/{name}.xml"] = part(roots.get(kinds[name], kinds[name]), inside)
    return package(content)


def p(inside: str = "", properties: str = "") -> str:
    """A paragraph: runs as XML, or plain text."""
    if inside and not inside.startswith("<"):
        inside = r(inside)
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{inside}</w:p>"


def r(text: str = "", properties: str = "", inside: str = "") -> str:
    """A run with text, properties and further content."""
    shown = f'<w:t xml:space="preserve">{text}</w:t>' if text else ""
    return f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}{shown}{inside}</w:r>"


def style(style_id: str, inside: str, kind: str = "paragraph", *, default: bool = False) -> str:
    """A style named like its id with ``/name`` after it."""
    mark = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"{mark}>'
        f'<w:name w:val="{style_id}/name"/>{inside}</w:style>'
    )


def level(index: int, number_format: str, text: str, more: str = "", start: int = 1) -> str:
    """A ``w:lvl``; ``more`` stands between format and text."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name: int, inside: str) -> str:
    """A ``w:abstractNum``."""
    return f'<w:abstractNum w:abstractNumId="{name}">{inside}</w:abstractNum>'


def num(num_id: int, name: int, overrides: str = "") -> str:
    """A ``w:num``."""
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{name}"/>{overrides}</w:num>'


def numbered(num_id: int, index: int | None = 0) -> str:
    """The ``w:numPr`` of a paragraph or style."""
    level_of = "" if index is None else f'<w:ilvl w:val="{index}"/>'
    return f'<w:numPr>{level_of}<w:numId w:val="{num_id}"/></w:numPr>'


def tc(inside: str, properties: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row."""
    return f"<w:tr>{properties and f'<w:trPr>{properties}</w:trPr>'}{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def read_docx(body: str, **parts: str) -> tuple[Source, list[Diagnostic]]:
    """What the reader makes of a body and further parts."""
    return read(File(docx(body, **parts), "a.docx"))


def texts(body: str, **parts: str) -> list[str]:
    """The text of every paragraph, those of asides included."""
    return [block.text for block in read_docx(body, **parts)[0].blocks]


def labels(body: str, **parts: str) -> list[str]:
    """The label of every paragraph."""
    return [block.label for block in read_docx(body, **parts)[0].blocks]


def codes(body: str, **parts: str) -> list[str]:
    """The codes of the diagnostics."""
    return [diagnostic.code for diagnostic in read_docx(body, **parts)[1]]
