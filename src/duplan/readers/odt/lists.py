"""Automatic numbering: the label that LibreOffice prints before a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from duplan.readers.counters import format_like
from duplan.readers.opendocument import EXTENDED, ID, style, text
from duplan.readers.symbols import BULLET, bullet
from duplan.readers.xml import integer

LEVELS = 10
MAX_AFFIX = 64  # characters that a level prints before or after its number
OUTLINE = "\0outline"  # the list that headings are counted in

_REFERENCE = re.compile(r"%(\d{1,2})%")
_NUMBER = frozenset((text("list-level-style-number"), text("outline-level-style")))
_BULLET, _IMAGE = text("list-level-style-bullet"), text("list-level-style-image")
_FORMATS = (style("num-list-format"), f"{{{EXTENDED}}}num-list-format")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list style. ``parts`` alternates literal text and the level it shows."""

    parts: tuple[str | int, ...] = (0,)
    sample: str = "1"
    repeats: bool = False  # aa, bb after z
    start: int = 1


@dataclass(slots=True)
class OpenList:
    """A ``text:list`` that is being read."""

    key: str  # of the counters that it counts with
    style: str
    level: int  # 0 is the outermost
    numbered: bool = False  # the next paragraph begins an item
    start: int | None = None  # that the item gives itself
    override: str = ""  # the item's own list style
    nests: bool = False  # the item has had a list inside

    def begin_item(self, item: etree._Element) -> None:
        """Begins a ``text:list-item``: its first paragraph has the label."""
        self.numbered, self.nests = True, False
        self.start = integer(item.get(text("start-value")))
        self.override = item.get(text("style-override"), "")

    def end_label(self) -> None:
        """Further paragraphs of the item have none."""
        self.numbered, self.start = False, None


class Numbering:
    """Counts the numbered paragraphs in reading order; one object serves one document."""

    def __init__(self, parts: Iterable[etree._Element]) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._styles: dict[str, tuple[Level, ...]] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._keys: dict[str, str] = {}  # id of a list -> key
        self._last = ("", "")  # list style and key of the last list
        for part in parts:
            for element in part.iterchildren(text("list-style")):
                self._elements[element.get(style("name"), "")] = element
            for element in part.iterchildren(text("outline-style")):
                self._elements[OUTLINE] = element

    def open(self, element: etree._Element, around: OpenList | None) -> OpenList:
        """Begins a ``text:list`` that stands in another or by itself."""
        name = element.get(text("style-name"), "")
        continues = element.get(text("continue-numbering")) == "true"
        if around is not None:
            return self._open_inside(around, name, continues)
        own = element.get(ID) or element.get(text("id"))
        continued = self._keys.get(element.get(text("continue-list"), ""))
        if continued is None and continues and self._last[0] == name:
            continued = self._last[1]
        key = continued or own or f"\0{len(self._counters)}"
        if not continued:
            self._counters[key] = [None] * LEVELS
        if own:
            self._keys[own] = key
        self._last = name, key
        return OpenList(key, name, 0)

    def _open_inside(self, around: OpenList, name: str, continues: bool) -> OpenList:
        level = min(around.level + 1, LEVELS - 1)
        if around.nests and not continues and level > around.level:
            self._counters[around.key][level] = None
        around.nests = True
        around.end_label()
        return OpenList(around.key, name or around.override or around.style, level)

    def open_paragraph(self, element: etree._Element) -> OpenList:
        """Begins a ``text:numbered-paragraph``, an item by itself."""
        name = element.get(text("style-name"), "")
        level = min(max(integer(element.get(text("level"))) or 1, 1), LEVELS) - 1
        place = OpenList(element.get(text("list-id"), name), name, level)
        place.begin_item(element)
        return place

    def heading(self, element: etree._Element, level: int) -> OpenList:
        """The place of a heading that no list holds."""
        place = OpenList(OUTLINE, OUTLINE, min(max(level, 0), LEVELS - 1), numbered=True)
        if element.get(text("restart-numbering")) == "true":
            start = integer(element.get(text("start-value")))
            place.start = self._levels(OUTLINE)[place.level].start if start is None else start
        return place

    def label(self, place: OpenList) -> str:
        """The label of the next paragraph of a list. Counts it."""
        levels = self._levels(place.override or place.style)
        counters = self._counters.setdefault(place.key, [None] * LEVELS)
        current = counters[place.level]
        if place.start is not None:
            counters[place.level] = place.start
        elif current is None:
            counters[place.level] = levels[place.level].start
        else:
            counters[place.level] = current + 1
        for above in range(place.level):
            if counters[above] is None:
                counters[above] = levels[above].start
        counters[place.level + 1 :] = [None] * (LEVELS - 1 - place.level)
        place.end_label()
        return _written(levels, place.level, counters)

    def _levels(self, name: str) -> tuple[Level, ...]:
        found = self._styles.get(name)
        if found is None:
            element = self._elements.get(name)
            default = _BARE if name == OUTLINE else _DEFAULT
            found = self._styles[name] = default if element is None else _read(element)
        return found


def _written(levels: tuple[Level, ...], index: int, counters: list[int | None]) -> str:
    written = []
    for part in levels[index].parts:
        if isinstance(part, str):
            written.append(part)
        elif part <= index:
            level, value = levels[part], counters[part]
            written.append(format_like(value or 0, level.sample, repeats=level.repeats))
    return "".join(written)


def _read(element: etree._Element) -> tuple[Level, ...]:
    levels = list(_BARE)
    samples = {}
    for child in element:
        number = integer(child.get(text("level")))
        if number is not None and 1 <= number <= LEVELS:
            samples[number - 1] = child.get(style("num-format"), "")
    for child in element:
        number = integer(child.get(text("level")))
        if number is None or not 1 <= number <= LEVELS:
            continue
        at = number - 1
        if child.tag in _NUMBER:
            levels[at] = Level(
                _parts(child, at, samples),
                samples[at],
                child.get(style("num-letter-sync")) == "true",
                max(_start(child), 0),
            )
        elif child.tag == _BULLET:
            levels[at] = Level((_bullet(child),))
        elif child.tag == _IMAGE:
            levels[at] = Level((BULLET,))
    return tuple(levels)


def _start(level: etree._Element) -> int:
    start = integer(level.get(text("start-value")))
    return 1 if start is None else start


def _parts(level: etree._Element, at: int, samples: dict[int, str]) -> tuple[str | int, ...]:
    """What a level prints. A level without a number takes the text up to the next one with it."""
    pattern = next((given for name in _FORMATS if (given := level.get(name)) is not None), None)
    if pattern is None:
        shown = min(max(integer(level.get(text("display-levels"))) or 1, 1), at + 1)
        numbers = [f"%{above + 1}%" for above in range(at + 1 - shown, at + 1)]
        pattern = _affix(level, "num-prefix") + ".".join(numbers) + _affix(level, "num-suffix")
    prefix, *pairs = _REFERENCE.split(pattern[: 4 * MAX_AFFIX])
    parts: list[str | int] = [prefix]
    bare = not samples.get(at)
    for number, after in zip(pairs[::2], pairs[1::2], strict=True):
        last = int(number) - 1 == at
        if samples.get(int(number) - 1) and not bare:
            parts += [int(number) - 1, after]
        elif last:
            parts.append(after)
    return tuple(part for part in parts if part != "")


def _affix(level: etree._Element, name: str) -> str:
    return level.get(style(name), "")[:MAX_AFFIX]


def _bullet(level: etree._Element) -> str:
    font = ""
    for properties in level.iterchildren(style("text-properties")):
        font = properties.get(style("font-name"), "")
    return bullet(level.get(text("bullet-char"), BULLET)[:MAX_AFFIX], font)


_NOTHING = Level(())
_BARE = (_NOTHING,) * LEVELS
_DEFAULT = tuple(Level(("•◦▪"[at % 3],)) for at in range(LEVELS))
