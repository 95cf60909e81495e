"""Paragraph and character styles, each resolved once along its ``basedOn`` chain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml import etree

from duplan.readers.docx.looks import (
    PLAIN_RUN,
    RPR,
    ParagraphLook,
    RunLook,
    RunState,
    read_paragraph_look,
    read_run_look,
)
from duplan.readers.docx.measures import merged
from duplan.readers.docx.names import TYPE, VAL, w

MAX_CHAIN = 16  # ancestors that a style's level is looked for with

_PPR, _BASED_ON, _NAME, _STYLE, _STYLE_ID, _DEFAULT = (
    w("pPr"), w("basedOn"), w("name"), w("style"), w("styleId"), w("default"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits. ``chain`` holds its own id, then its ancestors'."""

    name: str
    chain: tuple[str, ...]
    run: RunLook
    paragraph: ParagraphLook
    own_run: RunState = PLAIN_RUN  # of a run that says nothing itself


class Styles:
    """The style sheet. Unknown ids stand for the default paragraph style, as in Word."""

    def __init__(
        self, root: etree._Element | None, theme_font: Callable[[str], str | None]
    ) -> None:
        self._theme_font = theme_font
        self._elements: dict[str, etree._Element] = {}
        self._inherited: dict[str, Style] = {}  # without the document's defaults
        self._paragraphs: dict[str | None, Style] = {}  # with them
        self._default_id: str | None = None
        self._defaults = RunLook()
        self._bare = Style("", (), RunLook(), ParagraphLook())  # of paragraphs without one
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
        plain = root.find(f"{w('docDefaults')}/{w('pPrDefault')}/{_PPR}")
        if plain is not None:
            self._bare = replace(self._bare, paragraph=read_paragraph_look(plain))

    def paragraph(self, style_id: str | None) -> Style:
        """A paragraph style; its ``own_run`` takes the document's defaults where it is silent."""
        known = self._paragraphs.get(style_id)
        if known is None:
            style = self._resolve(style_id if style_id in self._elements else self._default_id)
            look, defaults = style.run, self._defaults
            own_run = RunState(
                bool(defaults.bold if look.bold is None else look.bold),
                bool(defaults.hidden if look.hidden is None else look.hidden),
                defaults.size if look.size is None else look.size,
                self._font(defaults.font if look.font is None else look.font),
                bool(look.shaded),
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
        style = self._inherited.get(style_id or "", self._bare)
        for known_id, element in reversed(pending.items()):
            style = self._inherited[known_id] = _derive(style, known_id, element)
        return style

    def combine(self, base: Style, own: RunLook) -> RunState:
        """The look of a run in a paragraph of style ``base``.

        Bold and hidden are toggles: on in the paragraph's and in the character's style means off
        (ECMA-376 Part 1, 17.7.3).
        """
        bold, hidden, size, font, marked = base.own_run
        if own.style is not None:
            style = self.character(own.style)
            bold ^= bool(style.bold)
            hidden ^= bool(style.hidden)
            size = size if style.size is None else style.size
            font = font if style.font is None else self._font(style.font)
            marked = marked if style.shaded is None else style.shaded
        return RunState(
            bold if own.bold is None else own.bold,
            hidden if own.hidden is None else own.hidden,
            size if own.size is None else own.size,
            font if own.font is None else self._font(own.font),
            bool(own.highlit) or (marked if own.shaded is None else own.shaded),
        )

    def _font(self, name: str | None) -> str | None:
        """The font of this name, or that the theme has under it."""
        return self._theme_font(name[1:]) if name is not None and name.startswith("+") else name


def _value(element: etree._Element, tag: str) -> str | None:
    child = element.find(tag)
    return None if child is None else child.get(VAL)


def _derive(base: Style, style_id: str, element: etree._Element) -> Style:
    run, paragraph = element.find(RPR), element.find(_PPR)
    run_look = RunLook() if run is None else read_run_look(run)
    paragraph_look = ParagraphLook() if paragraph is None else read_paragraph_look(paragraph)
    _inherit(run_look, base.run)
    _inherit(paragraph_look, base.paragraph)
    paragraph_look.measures = merged(base.paragraph.measures, paragraph_look.measures)
    chain = (style_id, *base.chain[: MAX_CHAIN - 1])
    return Style(_value(element, _NAME) or style_id, chain, run_look, paragraph_look)


def _inherit(look: RunLook | ParagraphLook, parent: RunLook | ParagraphLook) -> None:
    for field in look.__slots__:
        if getattr(look, field) is None:
            setattr(look, field, getattr(parent, field))
