"""Paragraph and character styles, each resolved once along its ``basedOn`` chain."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from duplan.readers.docx.names import TYPE, VAL, integer, is_on, w

MAX_CHAIN = 16  # ancestors that a style's level is looked for with

RunState = tuple[bool, bool, float | None]  # bold, hidden, size in points

_ALIGNMENTS = {
    "start": "left",
    "end": "right",
    "left": "left",
    "center": "center",
    "right": "right",
    "both": "both",
    "distribute": "both",
}


@dataclass(slots=True)
class RunLook:
    """Character properties; None where a level of formatting says nothing."""

    bold: bool | None = None
    hidden: bool | None = None
    size: float | None = None  # points
    style: str | None = None  # id of a character style


@dataclass(slots=True)
class ParagraphLook:
    """Paragraph properties; None where a level of formatting says nothing."""

    style: str | None = None  # id of a paragraph style
    num_id: int | None = None
    level: int | None = None
    outline_level: int | None = None  # 0 to 8 headings, 9 body text
    align: str | None = None
    page_break_before: bool | None = None
    mark: etree._Element | None = None  # w:rPr of the paragraph mark
    section: etree._Element | None = None  # w:sectPr of the section that ends here


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits. ``chain`` holds its own id, then its ancestors'."""

    name: str
    chain: tuple[str, ...]
    run: RunLook
    paragraph: ParagraphLook
    own_run: RunState = (False, False, None)  # of a run that says nothing itself


_NO_STYLE = Style("", (), RunLook(), ParagraphLook())

RPR = w("rPr")
_PPR, _BASED_ON, _NAME, _STYLE, _STYLE_ID, _DEFAULT = (
    w("pPr"), w("basedOn"), w("name"), w("style"), w("styleId"), w("default"),
)  # fmt: skip

# Tags are looked up, not compared: lxml makes a new string of every tag, and these are many.
_RUN_KIND = {w("sz"): 1, w("b"): 2, w("vanish"): 3, w("rStyle"): 4}
_PARAGRAPH_KIND = {
    w("pStyle"): 1, w("jc"): 2, w("numPr"): 3, RPR: 4, w("outlineLvl"): 5, w("pageBreakBefore"): 6,
    w("sectPr"): 7, w("numId"): 8, w("ilvl"): 9,
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
        else:
            look.style = value
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
    return look


class Styles:
    """The style sheet. Unknown ids stand for the default paragraph style, as in Word."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._inherited: dict[str, Style] = {}  # without the document's defaults
        self._paragraphs: dict[str | None, Style] = {}  # with them
        self._default_id: str | None = None
        self._defaults = RunLook()
        if root is None:
            return
        for element in root.iterchildren(_STYLE):
            style_id = element.get(_STYLE_ID)
            if style_id is not None:
                self._elements.setdefault(style_id, element)
                if element.get(_DEFAULT) is not None and element.get(TYPE) == "paragraph":
                    self._default_id = style_id
        defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RPR}")
        if defaults is not None:
            self._defaults = read_run_look(defaults)

    def paragraph(self, style_id: str | None) -> Style:
        """A paragraph style; its ``own_run`` takes the document's defaults where it is silent."""
        known = self._paragraphs.get(style_id)
        if known is None:
            style = self._resolve(style_id if style_id in self._elements else self._default_id)
            look, defaults = style.run, self._defaults
            own_run = (
                bool(defaults.bold if look.bold is None else look.bold),
                bool(defaults.hidden if look.hidden is None else look.hidden),
                defaults.size if look.size is None else look.size,
            )
            known = self._paragraphs[style_id] = replace(style, own_run=own_run)
        return known

    def character(self, style_id: str) -> RunLook:
        """What a character style says, with all that it inherits."""
        return self._resolve(style_id).run

    def _resolve(self, style_id: str | None) -> Style:
        """The style with its ancestors, the topmost unknown one first."""
        pending: dict[str, etree._Element] = {}
        while style_id in self._elements and style_id not in pending:
            if style_id in self._inherited:
                break
            pending[style_id] = self._elements[style_id]
            style_id = _value(pending[style_id], _BASED_ON)
        style = self._inherited.get(style_id or "", _NO_STYLE)
        for known_id, element in reversed(pending.items()):
            style = self._inherited[known_id] = _derive(style, known_id, element)
        return style

    def combine(self, base: Style, own: RunLook) -> RunState:
        """The look of a run in a paragraph of style ``base``.

        Bold and hidden are toggles: on in the paragraph's and in the character's style means off
        (ECMA-376 Part 1, 17.7.3).
        """
        bold, hidden, size = base.own_run
        if own.style is not None:
            style = self.character(own.style)
            bold ^= bool(style.bold)
            hidden ^= bool(style.hidden)
            size = size if style.size is None else style.size
        return (
            bold if own.bold is None else own.bold,
            hidden if own.hidden is None else own.hidden,
            size if own.size is None else own.size,
        )


def _value(element: etree._Element, tag: str) -> str | None:
    child = element.find(tag)
    return None if child is None else child.get(VAL)


def _derive(base: Style, style_id: str, element: etree._Element) -> Style:
    run, paragraph = element.find(RPR), element.find(_PPR)
    run_look = RunLook() if run is None else read_run_look(run)
    paragraph_look = ParagraphLook() if paragraph is None else read_paragraph_look(paragraph)
    _inherit(run_look, base.run)
    _inherit(paragraph_look, base.paragraph)
    chain = (style_id, *base.chain[: MAX_CHAIN - 1])
    return Style(_value(element, _NAME) or style_id, chain, run_look, paragraph_look)


def _inherit(look: RunLook | ParagraphLook, parent: RunLook | ParagraphLook) -> None:
    for field in look.__slots__:
        if getattr(look, field) is None:
            setattr(look, field, getattr(parent, field))
