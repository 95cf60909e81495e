"""How an element is shown: what its tag, the page's style sheets and its own style say."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from duplan.readers.html.css import Declarations, Sheet, declarations
from duplan.readers.html.tags import BLOCKS, BOLD, HEADINGS, NEVER, PREFORMATTED
from duplan.readers.symbols import FONTS
from duplan.source import PLAIN, Layout

_ALIGNMENTS = {
    "left": "left", "start": "left", "center": "center", "middle": "center", "right": "right",
    "end": "right", "justify": "both",
}  # fmt: skip
_ALIGNED = frozenset((*HEADINGS, "p", "div", "td", "th", "tr", "center"))  # by ``align``
_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
_LENGTH = re.compile(r"([\d.]{1,8})(pt|px|em|rem|%|in|cm|mm)(?![\w.])")
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835}
_CONTENTS = re.compile(r"\bMsoToc(\d)\b")
_BREAKS = frozenset(("always", "page", "left", "right"))


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What holds for the text of an element. All but the last five are inherited."""

    bold: bool = False
    align: str = ""
    size: float | None = None  # points
    pre: bool = False  # white space is shown as it is
    symbols: str = ""  # the symbol font that its text is set in
    unseen: bool = False  # visibility: hidden
    block: bool = False
    bullet: str = ""  # list-style-type
    gone: bool = False  # not displayed, with all that it holds
    style: Declarations = field(default_factory=dict)
    layout: Layout = PLAIN  # of a paragraph; bold and size are told by its text


class Looks:
    """The looks of one page's elements. With ``reveal``, what its styles hide counts as shown."""

    def __init__(self, sheet: Sheet, *, reveal: bool = False) -> None:
        self._sheet = sheet
        self._reveal = reveal
        self._known: dict[tuple[object, ...], Look] = {}

    def of(self, element: etree._Element, parent: Look) -> Look:
        """The look of an element within a parent that looks so."""
        get = element.get
        key = (
            parent, element.tag, get("class"), get("id"), get("style"), get("align"), get("size"),
            get("hidden"),
        )  # fmt: skip
        known = self._known.get(key)
        if known is None:
            if len(self._known) > 20_000:
                self._known.clear()
            known = self._known[key] = self._look(element, parent)
        return known

    def _look(self, element: etree._Element, parent: Look) -> Look:
        tag, names = str(element.tag), element.get("class", "")
        said = declarations(element.get("style", ""))
        sheet = self._sheet.of(tag, names, element.get("id", ""))
        style = {**sheet, **said} if sheet else said
        display = style.get("display", "")
        gone = tag in NEVER
        if not self._reveal:
            gone = gone or _is_hidden(style) or element.get("hidden") is not None
        block = tag in BLOCKS
        if display == "inline":
            block = False
        elif display in ("block", "flex", "grid", "table", "list-item", "table-row"):
            block = True
        align = _ALIGNMENTS.get(style.get("text-align", ""), "")
        if not align and tag in _ALIGNED:
            align = _ALIGNMENTS.get(element.get("align", "").lower(), "")
            align = align or ("center" if tag == "center" else "")
        unseen = parent.unseen
        if "visibility" in style and not self._reveal:
            unseen = style["visibility"] in ("hidden", "collapse")
        space = style.get("white-space", "")
        pre = tag in PREFORMATTED or parent.pre
        if space:
            pre = space.startswith(("pre", "break-spaces"))
        align = align or parent.align
        return Look(
            _bold(tag, style, parent.bold),
            align,
            _size(element, tag, style, parent.size),
            pre,
            _symbol_font(style, parent.symbols),
            unseen,
            block,
            _bullet(style),
            gone,
            style,
            Layout(
                _style_name(tag, names),
                _outline_level(tag, style),
                align,
                page_break_before=_breaks(style),
            ),
        )


def _is_hidden(style: Declarations) -> bool:
    return style.get("display") == "none" or style.get("mso-hide") == "all"


def _bold(tag: str, style: Declarations, inherited: bool) -> bool:
    weight = style.get("font-weight", "")
    if not weight and "font" in style:
        weight = "bold" if "bold" in style["font"].split() else ""
    if weight:
        return weight in ("bold", "bolder") or (weight.isdigit() and int(weight[:4]) >= 600)
    return tag in BOLD or inherited


def _size(
    element: etree._Element, tag: str, style: Declarations, inherited: float | None
) -> float | None:
    if tag == "font":
        inherited = _FONT_SIZES.get(element.get("size", ""), inherited)
    found = _LENGTH.search(style.get("font-size") or style.get("font", ""))
    if found is None:
        return inherited
    try:
        number = float(found[1])
    except ValueError:
        return inherited
    if found[2] in _POINTS:
        return round(number * _POINTS[found[2]], 1)
    if inherited is None:
        return None
    return round(inherited * (number / 100 if found[2] == "%" else number), 1)


def _bullet(style: Declarations) -> str:
    value = style.get("list-style-type") or ""
    if not value and "list-style" in style:
        words = [word for word in style["list-style"].split() if not word.startswith("url")]
        value = next((word for word in words if word not in ("inside", "outside")), "")
    return value


def _symbol_font(style: Declarations, inherited: str) -> str:
    families = style.get("font-family")
    if families is None:
        return inherited
    first = families.partition(",")[0].strip("\"' ")
    return first if first in FONTS else ""


def _style_name(tag: str, names: str) -> str:
    contents = _CONTENTS.search(names)
    if contents is not None:
        return f"toc {contents[1]}"
    return f"heading {tag[1]}" if tag in HEADINGS else ""


def _outline_level(tag: str, style: Declarations) -> int | None:
    level = style.get("mso-outline-level", "")
    if len(level) == 1 and level in "123456789":
        return int(level) - 1
    return HEADINGS.get(tag)


def _breaks(style: Declarations) -> bool:
    before = style.get("page-break-before") or style.get("break-before") or ""
    return before in _BREAKS
