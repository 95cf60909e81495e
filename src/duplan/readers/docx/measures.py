"""What properties come to: the distance of lines, indents in characters, the paper of a section."""

from __future__ import annotations

from lxml import etree

from duplan.readers.docx.looks import Given
from duplan.readers.docx.names import TYPE, integer, is_on, w
from duplan.source import Measures, Page

USUAL_SIZE = 10.0  # points of characters whose size nothing states (ECMA-376 Part 1, 17.3.2.38)

_LINE, _LINE_RULE, _ON_GRID = w("line"), w("lineRule"), w("snapToGrid")
_INDENTS = {
    name: (w(name), w(f"{name}Chars"))
    for name in ("left", "start", "right", "end", "firstLine", "hanging")
}
_KNOWN = {_LINE, _LINE_RULE, _ON_GRID, *(name for pair in _INDENTS.values() for name in pair)}
_PAPER, _MARGINS, _GRID = w("pgSz"), w("pgMar"), w("docGrid")
_WIDTH, _HEIGHT, _PITCH = w("w"), w("h"), w("linePitch")
_TOP, _BOTTOM, _LEFT, _RIGHT, _GUTTER = w("top"), w("bottom"), w("left"), w("right"), w("gutter")
_LINED = frozenset(("lines", "linesAndChars", "snapToChars"))
_TWIP = 25.4 / 1440  # millimetres
_LETTER = 12_240, 15_840  # twips: the paper of a section that names none


def merged(base: Given, own: Given) -> Given:
    """What a style says with what it inherits."""
    if not own:
        return base
    return tuple((dict(base) | {name: value for name, value in own if name in _KNOWN}).items())


def measured(inherited: Given, own: Given, size: float | None) -> Measures:
    """The measures of a paragraph in a style, with characters of this size (points).

    ECMA-376 Part 1, 17.3.1.12 (``w:ind``), 17.3.1.32 (``w:snapToGrid``) and 17.3.1.33 (``w:spacing``).
    """
    given = dict(inherited) | dict(own)
    size = size or USUAL_SIZE
    line, rule = integer(given.get(_LINE)) or 0, given.get(_LINE_RULE, "auto")
    exact = rule == "exact" and line > 0
    first = _indent(given, "firstLine", size) - _indent(given, "hanging", size)
    left = _indent(given, "left", size) or _indent(given, "start", size)
    return Measures(
        line / 20 if exact else None,
        line / 240 if rule == "auto" and line > 0 else 1.0,
        is_on(given.get(_ON_GRID)),
        round(left + first, 2),
        round(_indent(given, "right", size) or _indent(given, "end", size), 2),
    )


def _indent(given: dict[str, str], name: str, size: float) -> float:
    """An indent in characters; one that is given in them goes before points unless it is 0."""
    points, chars = _INDENTS[name]
    counted = integer(given.get(chars))
    return counted / 100 if counted else (integer(given.get(points)) or 0) / 20 / size


def page(section: etree._Element, end: int) -> Page | None:
    """The paper of a ``w:sectPr`` that ends before the block ``end``; None where it states none."""
    paper, margins, grid = (section.find(tag) for tag in (_PAPER, _MARGINS, _GRID))
    if paper is None and margins is None:
        return None
    width, height = _LETTER if paper is None else (_twips(paper, _WIDTH), _twips(paper, _HEIGHT))
    top, bottom, left, right, gutter = (
        0 if margins is None else abs(_twips(margins, name))
        for name in (_TOP, _BOTTOM, _LEFT, _RIGHT, _GUTTER)
    )
    lines = grid is not None and grid.get(TYPE) in _LINED
    pitch = integer(grid.get(_PITCH)) if grid is not None and lines else None
    return Page(
        end,
        width=_millimetres(width),
        height=_millimetres(height),
        top=_millimetres(top),
        bottom=_millimetres(bottom),
        left=_millimetres(left + gutter),
        right=_millimetres(right),
        grid=pitch / 20 if pitch else None,
    )


def _twips(element: etree._Element, name: str) -> int:
    return integer(element.get(name)) or 0


def _millimetres(twips: int) -> float:
    return round(twips * _TWIP, 1)
