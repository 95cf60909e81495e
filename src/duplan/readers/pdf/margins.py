"""Running heads and feet, and page numbers: told by their place and by being there again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

from duplan.readers.pdf.lines import Line

ZONE = 0.1  # of the page's height at the top and at the bottom
OUTMOST = 4  # lines from the edge that are looked at
EDGE = 0.08  # of the page's height: where small print is no text
NUMBERS = 3  # the last ones of a running head may count the pages
SHORT = 80  # characters of a running head
SAME = 4.0  # points by which the place of a running head may vary

_NUMBER = r"(?:[0-9]{1,3}|[ivxlc]{1,6}|[IVXLC]{1,6})"
_PAGE_NUMBER = re.compile(
    rf"[—–\-－·•~～\s]*(?:第\s*)?{_NUMBER}\s*(?:页|頁)?"
    rf"(?:\s*[/／,，、]?\s*(?:共\s*)?{_NUMBER}\s*(?:页|頁)?)?[—–\-－·•~～\s]*"
    rf"|第\s*[一二三四五六七八九十百]{{1,5}}\s*[页頁]"
    rf"|[Pp]age\s*{_NUMBER}(?:\s*of\s*{_NUMBER})?"
)
_ADDRESS = re.compile(r"[a-z]{3,10}://\S+")
_DIGITS = re.compile("([0-9]{1,9})")
_ATTACHMENTS = ("附件", "附表", "附录")


@dataclass(slots=True)
class Furniture:
    """What stands in the margins of the pages: header and footer lines, each once."""

    headers: list[Line] = field(default_factory=list)
    footers: list[Line] = field(default_factory=list)


def clear_margins(
    pages: Sequence[list[Line]], sizes: Sequence[tuple[float, float]], body: float
) -> Furniture:
    """Takes running heads, feet and page numbers out of the lines of the pages.

    ``sizes`` are the width and height of each, ``body`` is the size of the text. What is the
    same on several pages is kept once.
    """
    out = Furniture()
    printed = [_printed(lines, height) for lines, (_, height) in zip(pages, sizes, strict=True)]
    for bottom, kept in ((False, out.headers), (True, out.footers)):
        zones = [
            _zone(lines, height, bottom) for lines, (_, height) in zip(pages, sizes, strict=True)
        ]
        counts: Counter[tuple[str, int]] = Counter()
        for zone in zones:
            counts.update({key for line in zone for key in _keys(line)})
        needed = max(2, (len(pages) + 2) // 3)
        seen = set[str]()
        for lines, zone, (width, height), added in zip(pages, zones, sizes, printed, strict=True):
            for at, line in enumerate(zone):
                key = max(_keys(line), key=lambda key: (counts[key], key[0].count("#")))
                again = counts[key] >= needed and not _says_something(line)
                apart = at + 1 == len(zone) or abs(zone[at + 1].base - line.base) > 2 * body
                small = apart and _is_small(line, body, height)
                if not (again or small or line in added or _is_page_number(line, width)):
                    break
                lines.remove(line)
                if key[0] not in seen:
                    seen.add(key[0])
                    kept.append(line)
    return out


def is_page_number(text: str) -> bool:
    """Whether a line holds nothing but the number of its page."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def _zone(lines: Sequence[Line], height: float, bottom: bool) -> list[Line]:
    """The lines of a margin, the outmost first."""
    ordered = sorted(lines, key=lambda line: line.base, reverse=bottom)[:OUTMOST]
    if bottom:
        return [line for line in ordered if line.base > (1 - ZONE) * height]
    return [line for line in ordered if line.base < ZONE * height]


def _printed(lines: Sequence[Line], height: float) -> list[Line]:
    """What a browser adds to a page: its address with the number of the page at the bottom and, of
    the same size, the time and the title at the top."""
    foot = _zone(lines, height, bottom=True)[:1]
    if not foot or len(foot[0].parts) != 2 or not is_page_number(foot[0].parts[1].text):
        return []
    if not _ADDRESS.fullmatch(foot[0].parts[0].text):
        return []
    head = _zone(lines, height, bottom=False)[:1]
    return foot + [line for line in head if len(line.parts) == 2 and line.size == foot[0].size]


def _says_something(line: Line) -> bool:
    """Whether a line is text wherever it stands: a sentence, the number of an attachment."""
    return line.text[-1] in "。；" or line.text.startswith(_ATTACHMENTS)


def _keys(line: Line) -> list[tuple[str, int]]:
    """What a line has in common with its like on other pages: its text, in which any number may be
    one that counts the pages, and its height, in two rasters, so that places that differ a little
    share one of them."""
    pieces = _DIGITS.split("".join(line.text.split()))
    choices = [
        (piece, f"#{int(piece) - line.page}")
        if at % 2 and at > len(pieces) - 2 * NUMBERS
        else (piece,)
        for at, piece in enumerate(pieces)
    ]
    texts = ["".join(chosen) for chosen in product(*choices)]
    heights = round(line.base / SAME) * 2, int(line.base / SAME) * 2 + 1
    return [(text, height) for text in texts for height in heights]


def _is_page_number(line: Line, width: float) -> bool:
    """Whether it is one, and stands where they do: in the middle or at a side."""
    if not is_page_number(line.text):
        return False
    middle = (line.x0 + line.x1) / 2
    return abs(middle - width / 2) < 0.05 * width or not 0.3 * width < middle < 0.7 * width


def _is_small(line: Line, body: float, height: float) -> bool:
    """Whether a short line at the very edge is set smaller than the text: where there is but one
    page no other sign tells a running head."""
    edge = min(line.base, height - line.base)
    return line.size <= 0.75 * body and len(line.text) <= SHORT and edge < EDGE * height
