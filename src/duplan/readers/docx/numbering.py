"""Automatic numbering: the label that Word prints before a paragraph (ECMA-376 Part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from duplan.readers.counters import format_number
from duplan.readers.docx.looks import RPR, ParagraphLook
from duplan.readers.docx.names import ALTERNATE, CHOICE, VAL, integer, is_on, w
from duplan.readers.docx.styles import Style, Styles
from duplan.readers.symbols import bullet

Write = Callable[[int], str]

LEVELS = 9
MAX_LEVEL_TEXT = 32  # characters of a w:lvlText; Word takes labels of 31

_REFERENCE = re.compile(r"%([1-9])")
_LEVEL, _ILVL, _NUM_FORMAT, _START = w("lvl"), w("ilvl"), w("numFmt"), w("start")
_LEVEL_TEXT, _RESTART, _LEGAL = w("lvlText"), w("lvlRestart"), w("isLgl")
_HIDDEN, _FONTS, _ASCII_FONT, _HIGH_FONT = w("vanish"), w("rFonts"), w("ascii"), w("hAnsi")


@dataclass(frozen=True, slots=True)
class Level:
    """One ``w:lvl``. ``parts`` alternates literal text and the index of the level it shows."""

    start: int
    number_format: str
    parts: tuple[str | int, ...]
    restart: int | None  # w:lvlRestart: 0 never, n after level n or higher (1-based)
    legal: bool
    width: int  # of a custom format such as 001, 002
    shown: bool

    def number(self, value: int) -> str:
        """This level's counter as text."""
        return (
            str(value).zfill(self.width) if self.width else format_number(value, self.number_format)
        )


class Definition:
    """One ``w:abstractNum``. Levels are read when first asked for: most are never used."""

    def __init__(self, name: str, element: etree._Element) -> None:
        self.name = name
        self._elements = {
            integer(level.get(_ILVL)): level for level in element.iterchildren(_LEVEL)
        }
        self._levels: dict[int, Level | None] = {}
        self._by_style: dict[str | None, int] | None = None

    def level(self, index: int) -> Level | None:
        """The level of this index, 0 to 8."""
        if index not in self._levels:
            element = self._elements.get(index) if 0 <= index < LEVELS else None
            self._levels[index] = None if element is None else _read_level(element)
        return self._levels[index]

    def level_of_style(self, chain: tuple[str, ...]) -> int | None:
        """The level that names the style or its nearest ancestor in ``w:pStyle``."""
        if self._by_style is None:
            self._by_style = {
                _child_value(element, "pStyle"): index
                for index, element in self._elements.items()
                if index is not None
            }
        return next((self._by_style[style] for style in chain if style in self._by_style), None)


@dataclass(frozen=True, slots=True)
class List:
    """One ``w:num``: the definition it counts with, and where it departs from it."""

    definition: Definition
    overrides: dict[int, Level] = field(default_factory=dict)
    restarts: dict[int, int] = field(default_factory=dict)  # level -> w:startOverride

    def level(self, index: int) -> Level | None:
        """The level of this index as this list has it."""
        return self.overrides.get(index) or self.definition.level(index)

    def start(self, index: int) -> int:
        """The first number of a level."""
        level = self.level(index)
        return self.restarts.get(index, 1 if level is None else level.start)


class Counter:
    """Counts the paragraphs on one level of one list.

    ``values`` holds where each level of the definition stands; lists of one definition share it.
    """

    __slots__ = ("_parts", "_resets", "_restart", "_starts", "_values", "index")

    def __init__(self, numbers: List, index: int, level: Level, values: list[int | None]) -> None:
        self.index = index
        self._values = values
        self._starts = [numbers.start(at) for at in range(index + 1)]
        self._restart = numbers.restarts.get(index)  # once, at the first paragraph
        self._resets = [
            below for below in range(index + 1, LEVELS) if index < _restarts_after(numbers, below)
        ]
        self._parts = _parts(numbers, index, level)

    def next(self) -> str:
        """The label of the next paragraph."""
        values, index = self._values, self.index
        current = values[index]
        if self._restart is not None:
            values[index], self._restart = self._restart, None
        else:
            values[index] = self._starts[index] if current is None else current + 1
        for above in range(index):
            if values[above] is None:
                values[above] = self._starts[above]
        for below in self._resets:
            values[below] = None
        return "".join(
            [
                part if isinstance(part, str) else part[1](values[part[0]] or 0)
                for part in self._parts
            ]
        )


class Numbering:
    """Counts the numbered paragraphs in reading order; one object serves one document.

    ``load`` answers the root of the numbering part; it is called when a list is first asked for.
    """

    def __init__(self, load: Callable[[], etree._Element | None], styles: Styles) -> None:
        self._load: Callable[[], etree._Element | None] | None = load
        self._styles = styles
        self._lists: dict[int, List | None] = {}
        self._counters: dict[tuple[int, int], Counter | None] = {}  # by list and level
        self._values: dict[str, list[int | None]] = {}  # of each level, by definition
        self._nums: dict[int, etree._Element] = {}
        self._elements: dict[str, etree._Element] = {}
        self._definitions: dict[str, Definition] = {}

    def _read_part(self) -> None:
        load, self._load = self._load, None
        root = load() if load is not None else None
        if root is not None:
            for element in root.iterchildren(w("abstractNum")):
                self._elements.setdefault(element.get(w("abstractNumId"), ""), element)
            for element in root.iterchildren(w("num")):
                num_id = integer(element.get(w("numId")))
                if num_id is not None:
                    self._nums.setdefault(num_id, element)

    def counter(self, own: ParagraphLook, style: Style) -> Counter | None:
        """What counts paragraphs of this look and style; None where they have no numbers."""
        num_id = style.paragraph.num_id if own.num_id is None else own.num_id
        if not num_id:
            return None
        numbers = self._list(num_id)
        if numbers is None:
            return None
        index = own.level
        if index is None and own.num_id is None:
            index = numbers.definition.level_of_style(style.chain)
        if index is None:
            index = style.paragraph.level or 0
        if (num_id, index) not in self._counters:
            level = numbers.level(index)
            values = self._values.setdefault(numbers.definition.name, [None] * LEVELS)
            counter = None if level is None else Counter(numbers, index, level, values)
            self._counters[num_id, index] = counter
        return self._counters[num_id, index]

    def _list(self, num_id: int) -> List | None:
        if num_id not in self._lists:
            self._read_part()
            self._lists[num_id] = self._read_list(num_id)
        return self._lists[num_id]

    def _read_list(self, num_id: int) -> List | None:
        num = self._nums.get(num_id)
        if num is None:
            return None
        name = self._follow_links(_child_value(num, "abstractNumId") or "")
        if name not in self._elements:
            return None
        if name not in self._definitions:
            self._definitions[name] = Definition(name, self._elements[name])
        numbers = List(self._definitions[name])
        for override in num.iterchildren(w("lvlOverride")):
            index = integer(override.get(_ILVL))
            if index is None or not 0 <= index < LEVELS:
                continue
            for element in override.iterchildren(_LEVEL):
                numbers.overrides[index] = _read_level(element)
            start = integer(_child_value(override, "startOverride"))
            if start is not None:
                numbers.restarts[index] = start
        return numbers

    def _follow_links(self, name: str) -> str:
        """The definition of this name, or the one that its ``w:numStyleLink`` leads to."""
        seen = set[str]()
        while name in self._elements and name not in seen:
            seen.add(name)
            element = self._elements[name]
            link = None
            if element.find(_LEVEL) is None:
                link = _child_value(element, "numStyleLink")
            if link is None:
                return name
            num = self._nums.get(self._styles.paragraph(link).paragraph.num_id or 0)
            name = "" if num is None else _child_value(num, "abstractNumId") or ""
        return ""


def _restarts_after(numbers: List, index: int) -> int:
    """The level, counted from 1, that a level starts anew after, like all levels above it."""
    level = numbers.level(index)
    return index if level is None or level.restart is None else level.restart


def _parts(numbers: List, index: int, level: Level) -> list[str | tuple[int, Write]]:
    """A label's literal text, and the level and form of each number in it."""
    numbered = [part for part in level.parts if isinstance(part, int)]
    # Word ignores the whole text where it shows a deeper level: [MS-OI29500] 2.1.283 c
    if not level.shown or any(part > index for part in numbered):
        return []
    parts: list[str | tuple[int, Write]] = []
    for part in level.parts:
        if isinstance(part, str):
            parts.append(part)
        elif (shown := numbers.level(part)) is not None:
            keeps_format = not level.legal or shown.number_format in ("decimalZero", "none")
            parts.append((part, shown.number if keeps_format else str))
    return parts


def _read_level(element: etree._Element) -> Level:
    values: dict[str, str | None] = {}
    number_format, width, font, shown = "decimal", 0, "", True
    for child in element:
        tag = child.tag
        if tag == _NUM_FORMAT:
            number_format = child.get(VAL, "decimal")
        elif tag == ALTERNATE:  # where Word puts custom formats, before the fallback
            chosen = child.find(f"{CHOICE}/{_NUM_FORMAT}")
            if chosen is not None:
                number_format, width = "custom", _width(chosen.get(w("format"), ""))
        elif tag == RPR:
            hidden, fonts = child.find(_HIDDEN), child.find(_FONTS)
            shown = hidden is None or not is_on(hidden.get(VAL))
            if fonts is not None:
                font = fonts.get(_ASCII_FONT) or fonts.get(_HIGH_FONT) or ""
        else:
            values[tag] = child.get(VAL)
    text = (values.get(_LEVEL_TEXT) or "")[:MAX_LEVEL_TEXT]
    pieces = [bullet(text, font)] if number_format == "bullet" else _REFERENCE.split(text)
    legal = _LEGAL in values and is_on(values[_LEGAL])
    return Level(
        start=integer(values.get(_START)) or 0,
        number_format=number_format,
        parts=tuple(
            int(piece) - 1 if odd % 2 else piece for odd, piece in enumerate(pieces) if piece
        ),
        restart=integer(values.get(_RESTART)),
        legal=legal,
        width=width,
        shown=shown,
    )


def _width(sample: str) -> int:
    """The width of zero-padded numbers in a custom format such as ``001, 002, 003, ...``."""
    first = sample.partition(",")[0].strip()
    return len(first) if first.isdecimal() and len(first) <= MAX_LEVEL_TEXT else 0


def _child_value(parent: etree._Element, name: str) -> str | None:
    child = parent.find(w(name))
    return None if child is None else child.get(VAL)
