"""Qualified names of OpenDocument (OASIS, ISO/IEC 26300), as lxml spells them."""

from __future__ import annotations

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
EXTENDED = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
COMPATIBLE = f"{_OASIS}xsl-fo-compatible:1.0"
MATH = "http://www.w3.org/1998/Math/MathML"
DRAWING = f"{{{_OASIS}drawing:1.0}}"
THREE_D = f"{{{_OASIS}dr3d:1.0}}"
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


STYLE_NAME = text("style-name")
P, H = text("p"), text("h")

# Elements whose content LibreOffice doesn't show in place.
UNSHOWN = (
    office("forms"), office("scripts"), office("settings"), office("meta"),
    office("annotation-end"), office("event-listeners"), office("dde-source"),
    text("sequence-decls"), text("variable-decls"), text("user-field-decls"), text("dde-connection-decls"),
    text("alphabetical-index-auto-mark-file"), text("script"), text("note-citation"),
    text("table-of-content-source"), text("illustration-index-source"),
    text("table-index-source"), text("object-index-source"), text("user-index-source"),
    text("alphabetical-index-source"), text("bibliography-source"),
    text("index-entry-tab-stop"), text("label"), text("meta-field-source"),
    table("title"), table("desc"), table("dde-source"),
    draw("image"), draw("plugin"), draw("applet"), draw("floating-frame"), draw("object-ole"),
    draw("contour-polygon"), draw("contour-path"), draw("glue-point"), draw("image-map"),
    svg("title"), svg("desc"),
    f"{{{_OASIS}script:1.0}}event-listener",
)  # fmt: skip
