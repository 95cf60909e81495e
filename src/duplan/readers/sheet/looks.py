"""The styles of an xlsx workbook: how cells format numbers, align and embolden."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from duplan.readers.sheet.numberformat import BUILT_IN, GENERAL
from duplan.readers.xml import integer, number
from duplan.source import PLAIN, Layout

_ALIGN = {
    "center": "center", "centerContinuous": "center", "left": "left", "right": "right",
    "justify": "both", "distributed": "both",
}  # fmt: skip
_OFF = ("0", "false")


class Look(NamedTuple):
    """How a cell shows what it holds."""

    format: str = GENERAL
    layout: Layout = PLAIN


def read_looks(root: etree._Element | None) -> list[Look]:
    """The look of each cell format (``cellXfs``), by its index."""
    if root is None:
        return []
    formats = dict(BUILT_IN)
    for each in root.iterfind("{*}numFmts/{*}numFmt"):
        number = integer(each.get("numFmtId"))
        if number is not None:
            formats[number] = each.get("formatCode", GENERAL)
    fonts = [_font(font) for font in root.iterfind("{*}fonts/{*}font")]
    known: dict[Look, Look] = {}
    looks = []
    for each in root.iterfind("{*}cellXfs/{*}xf"):
        font = integer(each.get("fontId")) or 0
        bold, size = fonts[font] if 0 <= font < len(fonts) else (False, None)
        alignment = each.find("{*}alignment")
        align = "" if alignment is None else _ALIGN.get(alignment.get("horizontal", ""), "")
        code = formats.get(integer(each.get("numFmtId")) or 0, GENERAL)
        look = Look(code, Layout(align=align, bold=bold, size=size))
        looks.append(known.setdefault(look, look))
    return looks


def run_look(properties: etree._Element | None) -> tuple[bool, float | None]:
    """Whether a run's properties are bold, and its size in points."""
    return (False, None) if properties is None else _font(properties)


def _font(element: etree._Element) -> tuple[bool, float | None]:
    bold, size = element.find("{*}b"), element.find("{*}sz")
    points = None if size is None else number(size.get("val"))
    return bold is not None and bold.get("val") not in _OFF, points
