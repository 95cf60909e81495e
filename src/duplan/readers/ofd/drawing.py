"""What is drawn on a page → characters, rules, areas and pictures in their places."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Mapping
from itertools import pairwise

from lxml import etree

from duplan.diagnostics import UnreadableError
from duplan.readers.ofd.package import Box, Font
from duplan.readers.ofd.values import Matrix, apply, box, deltas, matrix, number, times
from duplan.readers.pdf.glyphs import is_wide
from duplan.readers.pdf.pages import Box as Area
from duplan.readers.pdf.pages import RawPage, Style

POINTS = 72 / 25.4  # of a millimetre
THIN = 4.0  # points: filled areas that are drawn lines
MAX_PATH = 20_000  # characters of a path; what has more is a drawing
FREE = 100_000  # characters of a file of any size; beyond, one a byte
OBJECT = 4  # characters that an object counts for
FREE_RULES = 10_000  # the same of drawn lines; beyond, one for every twenty bytes
_WIDEST, _WIDEST_LETTER = 1.2, 0.9  # of a character's size: a wider step leaves a gap
ASCENT, DESCENT = 0.88, 0.12  # of a character's size

_INVISIBLE, _VISIBLE = 3, 0
_NOWHERE = 0.0, 0.0, 0.0, 0.0
_HOLDERS = frozenset(("Page", "Content", "Layer", "PageBlock", "Appearance"))


class Ink:
    """What may be drawn for one file. Raises UnreadableError ("too-complex") beyond."""

    def __init__(self, packed: int) -> None:
        self._left = FREE + packed
        self._rules = FREE_RULES + packed // 20

    def use(self, count: int) -> None:
        """Takes as many characters."""
        self._left -= count
        if self._left < 0:
            raise UnreadableError("too-complex")

    def rule(self) -> None:
        """Takes a drawn line."""
        self._rules -= 1
        if self._rules < 0:
            raise UnreadableError("too-complex")


class Canvas:
    """Takes the objects of one page. Points are counted from the lower left, as PDF does."""

    def __init__(
        self, page: Box, fonts: Mapping[str, Font], units: Mapping[str, etree._Element], ink: Ink
    ) -> None:
        left, top, self._width, self._height = page
        self._page: Matrix = (
            *(POINTS, 0.0, 0.0, -POINTS),
            *(-left * POINTS, (top + self._height) * POINTS),
        )
        self._fonts, self._units, self._ink = fonts, units, ink
        self._styles: dict[Style, int] = {}
        self._known: dict[object, int] = {}  # what a text tells of its style -> its number
        self._chars, self._kinds, self._places = array("I"), array("I"), array("f")
        self._before: tuple[str, tuple[float, ...]] = ("", ())
        self._rules: list[Area] = []
        self._fills: list[tuple[Area, int]] = []
        self._pictures: list[Area] = []

    def raw(self, number: int, notes: tuple[str, ...]) -> RawPage:
        """The page, numbered from 0."""
        return RawPage(
            number,
            (0.0, 0.0, self._width * POINTS, self._height * POINTS),
            tuple(self._styles),
            tuple(self._rules),
            tuple(self._fills),
            tuple(self._pictures),
            notes,
            self._chars,
            self._kinds,
            self._places,
        )

    def draw(self, content: etree._Element) -> None:
        """Takes what a page, a template or an annotation shows."""
        start = self._within(content, self._page) if _name(content) == "Appearance" else self._page
        stack: list[tuple[Iterator[etree._Element], Matrix, bool]] = [(iter(content), start, False)]
        while stack:
            inside, place, composed = stack[-1]
            element = next(inside, None)
            if element is None:
                stack.pop()
                continue
            self._ink.use(OBJECT)
            kind = _name(element)
            if kind in _HOLDERS:
                stack.append((iter(element), place, composed))
            elif kind == "TextObject":
                self._text(element, self._within(element, place))
            elif kind == "PathObject":
                self._path(element, self._within(element, place))
            elif kind == "ImageObject":
                self._picture(element, place)
            elif kind == "CompositeObject" and not composed:  # those in others are ornaments
                unit = self._units.get(element.get("ResourceID", ""))
                if unit is not None:
                    stack.append((iter(unit), self._within(element, place), True))

    def _within(self, element: etree._Element, place: Matrix) -> Matrix:
        """Where the points of an object lie on the page."""
        left, top, _, _ = box(element.get("Boundary")) or _NOWHERE
        a, b, c, d, e, f = place
        moved = a, b, c, d, a * left + c * top + e, b * left + d * top + f
        own = element.get("CTM")
        return moved if own is None else times(matrix(own), moved)

    # Text

    def _text(self, element: etree._Element, place: Matrix) -> None:
        size = number(element.get("Size"))
        wide = number(element.get("HScale"), 1.0) * size
        along = number(element.get("ReadDirection")) % 360
        fill, codes = None, []
        for child in element:
            name = _name(child)
            if name == "TextCode":
                codes.append(child)
            elif name == "FillColor":
                fill = child
        kind = self._kind(element, fill, size, place)
        x = y = 0.0
        for code in codes:
            x, y = number(code.get("X"), x), number(code.get("Y"), y)
            text = (code.text or "").strip("\r\n\t")
            self._ink.use(len(text))
            steps = _steps(text, code, wide, size, along)
            self._characters(text, steps, kind, times((1.0, 0.0, 0.0, 1.0, x, y), place), size)

    def _characters(
        self,
        text: str,
        steps: list[tuple[float, float, float]],
        kind: int,
        place: Matrix,
        size: float,
    ) -> None:
        """Sets characters down one after the other, each on the box that it takes."""
        a, b, c, d, x, y = place
        heights = [(c * size * part, d * size * part) for part in (-ASCENT, DESCENT)]
        left, right = sorted(across for across, _ in heights)
        bottom, top = sorted(up for _, up in heights)
        for char, (step_x, step_y, width) in zip(text, steps, strict=True):
            wide, high = a * width, b * width
            spot = (
                x + left + min(wide, 0.0),
                y + bottom + min(high, 0.0),
                x + right + max(wide, 0.0),
                y + top + max(high, 0.0),
                x,
                y,
            )
            if (char, spot) != self._before:  # else it is printed twice, to look bold
                self._before = char, spot
                self._chars.append(ord(char))
                self._kinds.append(kind)
                self._places.extend(spot)
            x, y = x + a * step_x + c * step_y, y + b * step_x + d * step_y

    def _kind(
        self, element: etree._Element, fill: etree._Element | None, size: float, place: Matrix
    ) -> int:
        """The number of the style that a text has."""
        get = element.get
        told = get("Font", ""), get("Weight"), get("Visible"), get("Alpha"), size, place[:4]
        colour = () if fill is None else (fill.get("Value"), fill.get("Alpha"))
        kind = self._known.get((told, colour))
        if kind is None:
            font = self._fonts.get(told[0], Font())
            weight = int(number(told[1], 400.0))
            style = Style(
                font.name,
                round(size * math.hypot(place[2], place[3]), 1),
                max(weight, 700) if font.bold else weight,
                _INVISIBLE if _is_unseen(element) else _VISIBLE,
                round(math.atan2(place[1], place[0]), 3),
                _colour(fill, 0),
            )
            kind = self._known[told, colour] = self._styles.setdefault(style, len(self._styles))
        return kind

    # Lines, areas, pictures

    def _path(self, element: etree._Element, place: Matrix) -> None:
        data = element.find("{*}AbbreviatedData")
        written = "" if data is None else data.text or ""
        if not 0 < len(written) <= MAX_PATH or _is_unseen(element):
            return
        stroked = element.get("Stroke", "true") == "true"
        filled = element.get("Fill") == "true"
        for points in _outlines(written):
            placed = [apply(place, x, y) for x, y in points]
            if filled and len(placed) > 2:
                area = _around(placed)
                if min(area[2] - area[0], area[3] - area[1]) < THIN:
                    self._rule(area)
                else:
                    self._fills.append((area, _colour(element.find("{*}FillColor"), 0)))
            if stroked:
                for line in pairwise(placed):
                    self._rule(_around(line))

    def _rule(self, area: Area) -> None:
        if min(area[2] - area[0], area[3] - area[1]) < THIN:
            self._ink.rule()
            self._rules.append(area)

    def _picture(self, element: etree._Element, place: Matrix) -> None:
        bounds = box(element.get("Boundary"))
        if bounds is not None and not _is_unseen(element):
            left, top, width, height = bounds
            corners = [apply(place, left, top), apply(place, left + width, top + height)]
            self._pictures.append(_around(corners))


def texts_in(content: etree._Element) -> str:
    """The characters of an annotation as they are written."""
    return " ".join("".join(map(str, code.itertext())) for code in content.iter("{*}TextCode"))


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2]


def _is_unseen(element: etree._Element) -> bool:
    return element.get("Visible") == "false" or element.get("Alpha") == "0"


def _steps(
    text: str, code: etree._Element, wide: float, size: float, along: float
) -> list[tuple[float, float, float]]:
    """How far it is from each character to the next, and how wide each is.

    Without steps of its own, a text goes on in its direction by the widths of its characters.
    """
    count = max(len(text) - 1, 0)
    across, down = deltas(code.get("DeltaX"), count), deltas(code.get("DeltaY"), count)
    turn = round(along / 90) % 4 if not across and not down else -1
    given = max(len(across), len(down))
    out = []
    for at, char in enumerate(text):
        square = is_wide(char)
        width = wide if square else wide / 2
        if turn >= 0:
            step_x = (width, 0.0, -width, 0.0)[turn]
            step_y = (0.0, size, 0.0, -size)[turn]
        elif at >= given:
            step_x, step_y = width, 0.0
        else:
            step_x = across[at] if at < len(across) else 0.0
            step_y = down[at] if at < len(down) else 0.0
        fits = not step_y and 0 < step_x <= (_WIDEST if square else _WIDEST_LETTER) * wide
        out.append((step_x, step_y, step_x if fits else width))
    return out


def _outlines(written: str) -> list[list[tuple[float, float]]]:
    """The corners of the parts of an AbbreviatedData; a part that curves has none.

    S and M begin a part, L draws a line, Q, B and A curves, C closes (GB/T 33190-2016, table 37).
    """
    parts: list[list[tuple[float, float]]] = []
    curved = False
    words = iter(written.split())
    for word in words:
        if word in ("M", "S", "L"):
            point = number(next(words, None)), number(next(words, None))
            if word != "L" or not parts:
                parts.append([])
                curved = False
            if not curved:
                parts[-1].append(point)
        elif word in ("Q", "B", "A") and parts:
            curved = True
            parts[-1].clear()
        elif word == "C" and parts and parts[-1]:
            parts[-1].append(parts[-1][0])
    return parts


def _around(points: list[tuple[float, float]] | tuple[tuple[float, float], ...]) -> Area:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _colour(element: etree._Element | None, default: int) -> int:
    """A colour as 0xRRGGBB; white where it can't be seen."""
    if element is None:
        return default
    if element.get("Alpha") == "0":
        return 0xFFFFFF
    values = [min(max(int(number(each)), 0), 255) for each in element.get("Value", "").split()[:4]]
    if len(values) == 1:
        values *= 3
    elif len(values) == 4:
        values = [(255 - each) * (255 - values[3]) // 255 for each in values[:3]]
    if len(values) != 3:
        return default
    red, green, blue = values
    return red << 16 | green << 8 | blue
