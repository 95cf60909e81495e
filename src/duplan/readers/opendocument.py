"""OpenDocument (OASIS, ISO/IEC 26300): names as lxml spells them, and how a package is opened."""

from __future__ import annotations

from lxml import etree

from duplan.diagnostics import UnreadableError
from duplan.readers.archive import Archive
from duplan.readers.xml import PartError

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
EXTENDED = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
COMPATIBLE = f"{_OASIS}xsl-fo-compatible:1.0"
MATH = "http://www.w3.org/1998/Math/MathML"
DRAWING = f"{{{_OASIS}drawing:1.0}}"
THREE_D = f"{{{_OASIS}dr3d:1.0}}"
EVENT = f"{{{_OASIS}script:1.0}}event-listener"
HREF = "{http://www.w3.org/1999/xlink}href"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def office(name: str) -> str:
    """The qualified name of a part of a document."""
    return f"{{{_OASIS}office:1.0}}{name}"


def text(name: str) -> str:
    """The qualified name of what stands in running text."""
    return f"{{{_OASIS}text:1.0}}{name}"


def table(name: str) -> str:
    """The qualified name of a part of a table."""
    return f"{{{_OASIS}table:1.0}}{name}"


def draw(name: str) -> str:
    """The qualified name of a frame or shape."""
    return f"{DRAWING}{name}"


def style(name: str) -> str:
    """The qualified name of a style or one of its properties."""
    return f"{{{_OASIS}style:1.0}}{name}"


def fo(name: str) -> str:
    """The qualified name of a property taken from XSL."""
    return f"{{{COMPATIBLE}}}{name}"


def svg(name: str) -> str:
    """The qualified name of what is taken from SVG."""
    return f"{{{_OASIS}svg-compatible:1.0}}{name}"


def is_shape(tag: str) -> bool:
    """Whether elements of this tag are frames, shapes or groups of them."""
    return tag.startswith((DRAWING, THREE_D))


STYLE_NAME = text("style-name")
P, H = text("p"), text("h")
ALIGNMENTS = {  # by fo:text-align
    "start": "left",
    "left": "left",
    "center": "center",
    "end": "right",
    "right": "right",
    "justify": "both",
}


def open_content(archive: Archive) -> etree._Element:
    """The root of a package's content.

    Raises UnreadableError: "encrypted", "damaged", "too-large", "too-complex".
    """
    if "encrypted-package" in archive:
        raise UnreadableError("encrypted")
    try:
        return archive.root("content.xml")
    except PartError as error:
        if _is_encrypted(archive):
            raise UnreadableError("encrypted") from error
        raise UnreadableError("damaged", reason=f"content.xml: {error}") from error


def _is_encrypted(archive: Archive) -> bool:
    try:
        return b"encryption-data" in archive.read("META-INF/manifest.xml")
    except PartError:
        return False
