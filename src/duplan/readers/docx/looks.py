"""What one block of properties says itself: of characters (``w:rPr``), of a paragraph (``w:pPr``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, cast

from lxml import etree

from duplan.readers.docx.names import VAL, integer, is_on, w

_ALIGNMENTS = {
    "start": "left",
    "end": "right",
    "left": "left",
    "center": "center",
    "right": "right",
    "both": "both",
    "distribute": "both",
}


class RunState(NamedTuple):
    """How the characters of a run look."""

    bold: bool = False
    hidden: bool = False
    size: float | None = None  # points
    font: str | None = None  # of East Asian characters
    marked: bool = False  # on a coloured ground


PLAIN_RUN = RunState()


@dataclass(slots=True)
class RunLook:
    """Character properties; None where a level of formatting says nothing."""

    bold: bool | None = None
    hidden: bool | None = None
    size: float | None = None  # points
    font: str | None = None  # of East Asian characters; with a + before it one that the theme names
    highlit: bool | None = None
    shaded: bool | None = None  # in a colour
    style: str | None = None  # id of a character style


Given = tuple[tuple[str, str], ...]
"""Qualified attributes of ``w:spacing`` and ``w:ind``, and ``w:snapToGrid``, with their values."""


@dataclass(slots=True)
class ParagraphLook:
    """Paragraph properties; None where a level of formatting says nothing."""

    style: str | None = None  # id of a paragraph style
    num_id: int | None = None
    level: int | None = None
    outline_level: int | None = None  # 0 to 8 headings, 9 body text
    align: str | None = None
    page_break_before: bool | None = None
    measures: Given = ()
    mark: etree._Element | None = None  # w:rPr of the paragraph mark
    section: etree._Element | None = None  # w:sectPr of the section that ends here


RPR = w("rPr")
_FONT, _THEME_FONT, _FILL = w("eastAsia"), w("eastAsiaTheme"), w("fill")
_COLOURED = 0x30  # between the strongest and the weakest of red, green and blue

# Tags are looked up, not compared: lxml makes a new string of every tag, and these are many.
_RUN_KIND = {
    w("sz"): 1, w("b"): 2, w("vanish"): 3, w("rStyle"): 4, w("rFonts"): 5, w("highlight"): 6,
    w("shd"): 7,
}  # fmt: skip
_PARAGRAPH_KIND = {
    w("pStyle"): 1, w("jc"): 2, w("numPr"): 3, RPR: 4, w("outlineLvl"): 5, w("pageBreakBefore"): 6,
    w("sectPr"): 7, w("numId"): 8, w("ilvl"): 9, w("spacing"): 10, w("ind"): 10,
    w("snapToGrid"): 11,
}  # fmt: skip


def read_run_look(properties: etree._Element) -> RunLook:
    """What one ``w:rPr`` says itself."""
    look = RunLook()
    for child in properties:
        kind = _RUN_KIND.get(child.tag)
        if kind is None:
            continue
        value = child.get(VAL)
        if kind == 1:
            half_points = integer(value)
            look.size = half_points / 2 if half_points is not None else None
        elif kind == 2:
            look.bold = is_on(value)
        elif kind == 3:
            look.hidden = is_on(value)
        elif kind == 4:
            look.style = value
        elif kind == 5:
            theme = child.get(_THEME_FONT)
            look.font = child.get(_FONT) if theme is None else f"+{theme}"
        elif kind == 6:
            look.highlit = value != "none"
        else:
            look.shaded = _is_coloured(child.get(_FILL, ""))
    return look


def read_paragraph_look(properties: etree._Element) -> ParagraphLook:
    """What one ``w:pPr`` says itself."""
    look = ParagraphLook()
    for child in properties:
        kind = _PARAGRAPH_KIND.get(child.tag)
        if kind == 1:
            look.style = child.get(VAL)
        elif kind == 2:
            look.align = _ALIGNMENTS.get(child.get(VAL, ""), "")
        elif kind == 3:
            for part in child:
                kind = _PARAGRAPH_KIND.get(part.tag)
                if kind == 8:
                    look.num_id = integer(part.get(VAL))
                elif kind == 9:
                    look.level = integer(part.get(VAL))
        elif kind == 4:
            look.mark = child
        elif kind == 5:
            look.outline_level = integer(child.get(VAL))
        elif kind == 6:
            look.page_break_before = is_on(child.get(VAL))
        elif kind == 7:
            look.section = child
        elif kind == 10:
            look.measures += cast("Given", tuple(child.items()))
        elif kind == 11:
            look.measures += ((child.tag, child.get(VAL, "")),)
    return look


def _is_coloured(fill: str) -> bool:
    """Whether a ground of this colour (RRGGBB) stands out as one of a marker does; no grey does."""
    try:
        channels = bytes.fromhex(fill)
    except ValueError:  # auto
        return False
    return len(channels) == 3 and max(channels) - min(channels) >= _COLOURED
