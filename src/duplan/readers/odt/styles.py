"""Paragraph and character styles, each resolved once along its chain of parents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from duplan.readers.opendocument import ALIGNMENTS, fo, style, text
from duplan.readers.xml import integer

MAX_CHAIN = 32  # styles that one inherits from

_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "px": 0.75}
_LENGTH = re.compile(r"(\d{1,6}(?:\.\d{1,9})?)(pt|in|cm|mm|pc|px|%)")
_FIRST_ASIAN = "\u2e80"


@dataclass(frozen=True, slots=True)
class Run:
    """How characters look: Latin and Asian ones apart, as OpenDocument keeps them."""

    bold: tuple[bool, bool] = (False, False)
    size: tuple[float | None, float | None] = (None, None)  # points
    hidden: bool = False
    font: str = ""  # of Latin characters and symbols

    def of(self, shown: str) -> tuple[bool, float | None]:
        """Whether this text is bold, and the size of its first visible character."""
        asian = shown.lstrip()[:1] >= _FIRST_ASIAN
        return self.bold[asian], self.size[asian]


@dataclass(slots=True)
class Style:
    """A paragraph style with all that it inherits."""

    name: str = ""  # that a person chose, of the style itself or its nearest named ancestor
    run: Run = field(default_factory=Run)
    align: str = ""
    breaks_before: bool = False  # begins a page
    breaks_after: bool = False
    numbered_apart: bool = False  # names a list style or none: the outline doesn't count it
    page: str = ""  # the page style that begins here


class Styles:
    """The styles that one part of a document may name; unknown names stand for the default."""

    def __init__(
        self,
        named: Iterable[etree._Element],
        automatic: Iterable[etree._Element],
        fonts: Mapping[str, str],
    ) -> None:
        self._fonts = fonts  # name in this document -> name of the family
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._defaults: dict[str, etree._Element] = {}
        self._automatic = set[tuple[str, str]]()
        self._paragraphs: dict[str, Style] = {}
        self._runs: dict[tuple[Run, str], Run] = {}
        for parts, is_automatic in ((named, False), (automatic, True)):
            for part in parts:
                self._take(part, is_automatic)

    def _take(self, part: etree._Element, is_automatic: bool) -> None:
        for element in part.iterchildren(style("default-style")):
            self._defaults[element.get(style("family"), "")] = element
        for element in part.iterchildren(style("style")):
            key = element.get(style("family"), ""), element.get(style("name"), "")
            self._elements[key] = element
            if is_automatic:
                self._automatic.add(key)

    def paragraph(self, name: str) -> Style:
        """The paragraph style of this name."""
        found = self._paragraphs.get(name)
        if found is None:
            found = self._paragraphs[name] = self._read(name)
        return found

    def run(self, around: Run, name: str | None) -> Run:
        """How characters look in a span of this style that stands in others."""
        if not name:
            return around
        key = around, name
        found = self._runs.get(key)
        if found is None:
            found = around
            for element in reversed(self._chain("text", name)):
                found = self._with_text_properties(found, element)
            self._runs[key] = found
        return found

    def table_page(self, name: str) -> str:
        """The page style that a table of this style begins."""
        element = self._elements.get(("table", name))
        return "" if element is None else element.get(style("master-page-name"), "")

    def _chain(self, family: str, name: str) -> list[etree._Element]:
        """The style of this name and those that it inherits from, the nearest first."""
        chain: list[etree._Element] = []
        while len(chain) < MAX_CHAIN and (family, name) in self._elements:
            element = self._elements[family, name]
            chain.append(element)
            name = element.get(style("parent-style-name"), "")
        return chain

    def _read(self, name: str) -> Style:
        chain = self._chain("paragraph", name)
        found = Style()
        default = self._defaults.get("paragraph")
        for element in reversed(chain if default is None else [*chain, default]):
            found.run = self._with_text_properties(found.run, element)
            _inherit(found, element)
        found.numbered_apart = any(
            element.get(style("list-style-name")) is not None for element in chain
        )
        for element in chain:
            own = element.get(style("name"), "")
            if ("paragraph", own) not in self._automatic:
                found.name = element.get(style("display-name"), own)
                break
        return found

    def _with_text_properties(self, look: Run, element: etree._Element) -> Run:
        for properties in element.iterchildren(style("text-properties")):
            display, font = properties.get(text("display")), properties.get(style("font-name"))
            look = Run(
                (
                    _bold(properties, fo("font-weight"), look.bold[0]),
                    _bold(properties, style("font-weight-asian"), look.bold[1]),
                ),
                (
                    _size(properties, fo("font-size"), look.size[0]),
                    _size(properties, style("font-size-asian"), look.size[1]),
                ),
                look.hidden if display is None else display == "none",
                look.font if font is None else self._fonts.get(font, font),
            )
        return look


def _inherit(look: Style, element: etree._Element) -> None:
    """What a style says itself, over what it inherits."""
    look.page = element.get(style("master-page-name"), look.page)
    for properties in element.iterchildren(style("paragraph-properties")):
        align = properties.get(fo("text-align"))
        if align is not None:
            look.align = ALIGNMENTS.get(align, "")
        before, after = properties.get(fo("break-before")), properties.get(fo("break-after"))
        if before is not None:
            look.breaks_before = before == "page"
        if after is not None:
            look.breaks_after = after == "page"


def _bold(properties: etree._Element, name: str, inherited: bool) -> bool:
    weight = properties.get(name)
    if weight is None:
        return inherited
    return weight == "bold" or (integer(weight) or 0) >= 600


def _size(properties: etree._Element, name: str, inherited: float | None) -> float | None:
    length = _LENGTH.fullmatch(properties.get(name, ""))
    if length is None:
        return inherited
    number, unit = float(length[1]), length[2]
    if unit == "%":
        return None if inherited is None else inherited * number / 100
    return round(number * _POINTS[unit], 2)
