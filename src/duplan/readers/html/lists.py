"""What a browser prints before the items of lists (CSS Counter Styles Level 3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from string import ascii_lowercase, ascii_uppercase

from lxml import etree

from duplan.readers.counters import format_number, in_letters
from duplan.readers.symbols import BULLET

MAX_NUMBER = 1 << 31

_TYPES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman",
    "I": "upper-roman",
}  # fmt: skip
_BULLETS = {
    "disc": BULLET,
    "circle": "◦",
    "square": "▪",
    "disclosure-open": "▾",
    "disclosure-closed": "▸",
}
_BY_DEPTH = ("disc", "circle", "square")
_TYPED = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十百\d１-９]{1,4}[、.．)）](?!\d)|[①-⑳㈠-㈩]|第[一二三四五六七八九十百\d]{1,4}[章节條条])"
)
_KEYED = re.compile(r"\s*[\u4e00-\u9fff]{2,8}[：:]")


@dataclass(slots=True)
class OpenList:
    """A list whose items are being read."""

    kind: str  # list-style-type
    ordered: bool
    number: int  # of the next item
    step: int = 1

    def label(self, item: etree._Element, kind: str) -> str:
        """What stands before the next item, whose own list-style-type is ``kind``, if it has one."""
        kind = kind or self.kind
        if item.get("type") in _TYPES and self.ordered:
            kind = _TYPES[item.get("type", "")]
        own = _integer(item.get("value"))
        if own is not None and self.ordered:
            self.number = own
        number = self.number
        self.number += self.step
        return marker(number, kind)


def open_list(element: etree._Element, kind: str, around: Sequence[OpenList]) -> OpenList:
    """A list, of the list-style-type ``kind`` where one is stated, within those ``around`` it."""
    own = element.get("type", "")
    if element.tag != "ol":
        depth = sum(not each.ordered for each in around)
        return OpenList(kind or own.lower() or _BY_DEPTH[min(depth, 2)], False, 1)
    kind = kind or _TYPES.get(own, "decimal")
    start, backwards = _integer(element.get("start")), element.get("reversed") is not None
    if backwards and start is None:
        start = sum(1 for child in element if child.tag == "li")
    return OpenList(kind, True, 1 if start is None else start, -1 if backwards else 1)


def is_unmarked(label: str, text: str) -> bool:
    """Whether a site is sure to show an item without this label: style sheets do so in other files.

    So it is where the item begins with a typed number, or with a key and a colon instead of text
    after a bullet.
    """
    keyed = label in _BULLETS.values() and _KEYED.match(text) is not None
    return keyed or _TYPED.match(text) is not None


def marker(number: int, kind: str) -> str:
    """The marker of an item as printed, without the space that follows; "" where there is none.

    >>> marker(12, "cjk-ideographic")
    '十二、'
    """
    if kind == "none":
        return ""
    if kind in _BULLETS:
        return _BULLETS[kind]
    if kind[:1] in "\"'":
        return kind.strip("\"'").strip()
    if kind in _CJK:
        written = _CJK[kind](number)
        return f"{written or _digits(number)}、"
    write = _LATIN.get(kind)
    return f"{(write(number) if write else '') or number}."


def _integer(value: str | None) -> int | None:
    match = re.match(r"\s{0,9}([+-]?\d{1,10})", value or "", re.ASCII)
    return max(-MAX_NUMBER, min(int(match[1]), MAX_NUMBER)) if match else None


def _word(number_format: str, last: int, first: int = 1) -> Callable[[int], str]:
    """A number format of Word's, for the numbers that it writes as a browser does."""

    def write(number: int) -> str:
        return format_number(number, number_format) if first <= number <= last else ""

    return write


def _digits(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "〇一二三四五六七八九"))


def _counted(number: int) -> str:
    return _word("taiwaneseCountingThousand", 9_999)(number) if number else "零"


_CJK: dict[str, Callable[[int], str]] = {
    "cjk-ideographic": _counted,
    "trad-chinese-informal": _counted,
    "simp-chinese-informal": _counted,
    "simp-chinese-formal": _word("chineseLegalSimplified", 9_999, 0),
    "trad-chinese-formal": _word("ideographLegalTraditional", 9_999, 0),
    "japanese-informal": _word("japaneseCounting", 9_999),
    "cjk-decimal": _digits,
    "cjk-earthly-branch": _word("ideographZodiac", 12),
    "cjk-heavenly-stem": _word("ideographTraditional", 10),
}
_LATIN: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("lower-alpha", "lower-latin"), partial(in_letters, ascii_lowercase)),
    **dict.fromkeys(("upper-alpha", "upper-latin"), partial(in_letters, ascii_uppercase)),
    "lower-greek": partial(in_letters, "αβγδεζηθικλμνξοπρστυφχψω"),
    "lower-roman": _word("lowerRoman", 3_999),
    "upper-roman": _word("upperRoman", 3_999),
    "decimal-leading-zero": _word("decimalZero", 32_767, 0),
}
