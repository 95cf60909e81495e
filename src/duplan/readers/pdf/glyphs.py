"""The characters of a page that a person sees, placed as they are read, and what is left out."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from duplan.readers.pdf.pages import Box, RawPage, Style
from duplan.readers.symbols import bullet, symbol

FAINT = 1.0  # points below which nobody reads a character
LEVEL = 0.02  # radians
WHITE = 0xF8  # of each colour
FEW = 20  # characters; a picture of a page may have a number or a stamp beside it
REPLACEMENT = "\ufffd"

_BOLD = ("bold", "black", "heavy", "semibold", "demi", "粗")
_INVISIBLE = 3
_QUARTER = math.pi / 2
# Radicals that are printed for the characters which look the same; NFKC knows only some.
_RADICALS = dict(
    zip(
        "⺁⺄⺇⺊⺌⺝⺟⺠⺩⺮⺼⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂乙几卜小月母民王竹月虎西见角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齊齐齒齿龍龙龜龟龟",
        strict=True,
    )
)


class Glyph(NamedTuple):
    """A character, or what is printed upright beside level text, in points from the top left."""

    text: str
    x0: float
    x1: float
    top: float
    base: float  # of the line that it stands on
    size: float
    bold: bool


@dataclass(slots=True)
class Sheet:
    """A page as it is read."""

    number: int  # from 1
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)  # left, top, right, bottom
    hidden: str = ""
    slanted: str = ""  # watermarks
    unknown: int = 0  # characters that the fonts don't tell
    notes: tuple[str, ...] = ()
    pictured: bool = False
    scanned: bool = False  # a picture takes most of it
    recognised: bool = False  # the text lies unseen on a picture of it
    failed: bool = False


def sheet(page: RawPage) -> Sheet:
    """The page turned so that most of its text is level."""
    turn = _turn(page)
    place, width, height = _placing(page.box, turn)
    out = Sheet(page.number + 1, width, height, notes=page.notes, failed=page.failed)
    out.rules = [_placed(rule, place) for rule in page.rules]
    pictures = [_placed(picture, place) for picture in page.pictures]
    largest = max((_share(picture, width, height) for picture in pictures), default=0.0)
    out.pictured, out.scanned = largest > 0.02, largest > 0.5
    layer = sum(page.styles[kind].mode == _INVISIBLE for kind in page.kinds)
    out.recognised = bool(pictures) and 2 * layer > len(page.kinds)
    unseen = [
        not out.recognised and (style.mode == _INVISIBLE or _white(style.colour))
        for style in page.styles
    ]
    grounds = pictures + [_placed(area, place) for area, colour in page.fills if not _white(colour)]
    upright: list[tuple[str, Box, Style]] = []
    hidden, slanted = [], []
    tilts = [_tilt(style.angle - turn * _QUARTER) for style in page.styles]
    bold = [_is_bold(style) for style in page.styles]
    places, convert = page.places, _converter(page.styles)
    before: Sequence[float] = ()
    for at, code in _code_points(page.chars):
        kind = page.kinds[at]
        style = page.styles[kind]
        text = convert(code, kind)
        if not text:
            continue
        spot = places[6 * at : 6 * at + 6]
        if spot == before and out.glyphs and tilts[kind] == 0:  # one sign for two characters
            out.glyphs[-1] = out.glyphs[-1]._replace(text=out.glyphs[-1].text + text)
            continue
        before = spot
        level = tilts[kind] == 0
        x, y = place(spot[4], spot[5])
        x0, y0, x1, y1 = (
            (spot[0] - page.box[0], y, spot[2] - page.box[0], y)
            if level and not turn
            else _placed(spot[:4], place)
        )
        if text == REPLACEMENT:
            out.unknown += 1
        inside = 0 <= (x0 + x1) / 2 <= width and 0 <= (y0 + y1) / 2 <= height
        if not inside or style.size < FAINT or (unseen[kind] and not _lies_on(x0, x1, y, grounds)):
            hidden.append(text)
        elif level:
            if turn:  # the box is that of the ink alone
                x0, x1 = (x, x + style.size) if is_wide(text[0]) else (min(x, x0), x1)
            glyph = Glyph(text, x0, max(x0, x1), y - 0.8 * style.size, y, style.size, bold[kind])
            out.glyphs.append(glyph)
        elif tilts[kind] is None:
            slanted.append(text)
        else:
            upright.append((text, (x0, y0, x1, y1), style))
    out.glyphs += _standing(upright)
    out.hidden, out.slanted = "".join(hidden).strip(), "".join(slanted).strip()
    return out


def is_blind(page: Sheet) -> bool:
    """Whether a page shows more than its characters tell: a scan, or fonts without a key."""
    if page.recognised:
        return False
    known = sum(glyph.text not in (" ", REPLACEMENT) for glyph in page.glyphs)
    return page.unknown > known or (known < FEW and page.scanned) or (not known and page.pictured)


def _code_points(units: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Where each character stands, and its code point: PDFium tells some in two halves."""
    high = 0
    for at, unit in enumerate(units):
        if 0xD800 <= unit < 0xDC00:
            high = unit
        elif high and 0xDC00 <= unit < 0xE000:
            yield at, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00)
            high = 0
        else:
            yield at, unit
            high = 0


def _turn(page: RawPage) -> int:
    """Quarters, clockwise, by which the page has to be turned."""
    if not page.styles:
        return 0
    counts = Counter(page.kinds)
    turns: Counter[int] = Counter()
    for kind, count in counts.items():
        tilt = _tilt(page.styles[kind].angle)
        if tilt is not None:
            turns[tilt] += count
    return turns.most_common(1)[0][0] if turns else 0


def _tilt(angle: float) -> int | None:
    """The quarters of a turn that an angle makes; None for other angles."""
    quarters = round(angle / _QUARTER)
    return quarters % 4 if abs(angle - quarters * _QUARTER) < LEVEL else None


def _placing(
    box: Box, turn: int
) -> tuple[Callable[[float, float], tuple[float, float]], float, float]:
    """How a point is placed on the turned page, and its width and height."""
    left, bottom, right, top = box
    wide, high = right - left, top - bottom
    if turn == 0:
        return lambda x, y: (x - left, top - y), wide, high
    if turn == 1:
        return lambda x, y: (y - bottom, x - left), high, wide
    if turn == 2:
        return lambda x, y: (right - x, y - bottom), wide, high
    return lambda x, y: (top - y, right - x), high, wide


def _placed(box: Sequence[float], place: Callable[[float, float], tuple[float, float]]) -> Box:
    x0, y0 = place(box[0], box[1])
    x1, y1 = place(box[2], box[3])
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _share(box: Box, width: float, height: float) -> float:
    """The part of the page that a box takes."""
    return (box[2] - box[0]) * (box[3] - box[1]) / max(width * height, 1)


def _white(colour: int) -> bool:
    return min(colour >> 16, colour >> 8 & 0xFF, colour & 0xFF) >= WHITE


def _lies_on(x0: float, x1: float, y: float, grounds: Iterable[Box]) -> bool:
    middle = (x0 + x1) / 2
    return any(box[0] <= middle <= box[2] and box[1] <= y <= box[3] for box in grounds)


def _is_bold(style: Style) -> bool:
    """By the name of the font, its weight, or outlines drawn around what is filled."""
    name = style.font.lower()
    return style.weight >= 600 or style.mode == 2 or any(word in name for word in _BOLD)


@cache
def is_wide(char: str) -> bool:
    """Whether a character takes a whole square, as Chinese ones do."""
    return unicodedata.east_asian_width(char) in "WF"


def _converter(styles: tuple[Style, ...]) -> Callable[[int, int], str]:
    """What is printed for a code point in a style; "" for what isn't."""
    known: dict[tuple[int, int], str] = {}

    def convert(code: int, kind: int) -> str:
        text = known.get((code, kind))
        if text is None:
            text = known[code, kind] = _text(code, styles[kind].font)
        return text

    return convert


def _text(code: int, font: str) -> str:
    if code == 2 or code == 0xAD:  # what PDFium and some writers put for a hyphen at a line's end
        return "-"
    if code in (9, 10, 13, 0xA0):
        return " "
    if code == 0 or 0xD800 <= code < 0xE000 or code in (0xFFFD, 0xFFFE, 0xFFFF) or code > 0x10FFFF:
        return REPLACEMENT
    char = chr(code)
    if unicodedata.category(char) in ("Cc", "Cf"):
        return ""
    family = font.lower().replace("mt", "").rstrip("-")
    if 0xE000 <= code < 0xF900:
        return bullet(char, family) if 0xF000 <= code < 0xF100 else char
    if code < 0x100 and family.startswith(("wingdings", "symbol")):
        return symbol(char, family)
    if char in _RADICALS:
        return _RADICALS[char]
    if 0x2F00 <= code < 0x2FE0 or 0xF900 <= code < 0xFB07 or 0x2F800 <= code < 0x2FA20:
        return unicodedata.normalize("NFKC", char)
    return char


def _standing(upright: list[tuple[str, Box, Style]]) -> list[Glyph]:
    """Text at right angles to the rest: what follows on itself is one glyph."""
    out: list[Glyph] = []
    for text, (x0, y0, x1, y1), style in upright:
        if out:
            last = out[-1]
            near = style.size
            touches = last.x0 - near < x1 and x0 < last.x1 + near
            touches = touches and last.top - near < y1 and y0 < last.base + near
            if touches and last.size == style.size:
                box = min(last.x0, x0), max(last.x1, x1), min(last.top, y0), max(last.base, y1)
                out[-1] = Glyph(last.text + text, *box, style.size, last.bold)
                continue
        out.append(Glyph(text, x0, x1, y0, y1, style.size, _is_bold(style)))
    return out
