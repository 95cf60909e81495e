"""Character forms and white space: what is folded, what can't be seen, which space matters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

# Forms that stand for another character and nothing else. NFKC on everything would turn ① into 1
# and ㈠ into (一).
_FOLDED = (
    "\u2e80-\u2fd5"  # radicals
    "\uf900-\ufaff\U0002f800-\U0002fa1f"  # compatibility ideographs
    "\U0001d400-\U0001d7ff"  # mathematical letters and digits
)
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0001-\U000e007f\U000e0100-\U000e01ef"
)
# Radicals without a decomposition that fonts and PDF files put for whole characters, by
# EquivalentUnifiedIdeograph.txt of Unicode.
_RADICALS = dict(
    zip(
        "⺒⺓⺝⺠⺩⺬⺮⺶⺼⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
        "巳幺月民王示竹羊肉虎西见角贝车长长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
        strict=True,
    )
)
_SHARED_MARKS = "“”‘’–—―…·"  # Chinese marks in a Chinese line, other scripts' marks elsewhere
BREAK = 1024  # columns that the break of a line inside a table's cell counts
_COLUMNS = {"\t": 8, "\u3000": 2, "\n": BREAK}
_FULL_WIDTH = str.maketrans("()", "（）")

_HALF_WIDTH = {0xFF00 + at: chr(0x20 + at) for at in range(0x5F) if chr(0x20 + at).isalnum()}
_FULL_FORM = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_FORM = re.compile(f"[{_INVISIBLE}]+|([{_FOLDED}])")
_SPACE = re.compile(r"\s+")

Edit = tuple[int, int, str]  # a range, and the one character, or none, that takes its place


def has_forms(text: str) -> bool:
    """Whether there is anything to fold or to drop."""
    return _FORM.search(text) is not None


def fold(text: str) -> Iterator[Edit]:
    """Fold the forms of other characters, drop what can't be seen."""
    for form in _FORM.finditer(text):
        char = form[1]
        new = (_RADICALS.get(char) or normalize("NFKC", char)) if char else ""
        yield form.start(), form.end(), new


def is_han(char: str) -> bool:
    """Whether it is a Chinese character."""
    # No regular expression: to compile a class of so many characters takes 2 ms.
    return (
        "\u3400" <= char <= "\u9fff"
        or char == "〇"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U000323af"
    )


def is_cjk(char: str) -> bool:
    """Whether it is a character, mark or form that takes the width of a Chinese one everywhere."""
    return (
        "\u3001" <= char <= "\u9fff"
        or "\uff01" <= char <= "\uffee"
        or "\u2e80" <= char <= "\u2fff"
        or "\u2460" <= char <= "\u24ff"
        or "\ufe30" <= char <= "\ufe4f"
        or is_han(char)
    )


def half_width(text: str) -> str:
    """With half-width digits and Latin letters; these are read so, and shown as written."""
    return text.translate(_HALF_WIDTH) if _FULL_FORM.search(text) else text


def full_width(text: str) -> str:
    """With full-width brackets, if there is a Han character."""
    has_brackets = "(" in text or ")" in text
    return text.translate(_FULL_WIDTH) if has_brackets and any(map(is_han, text)) else text


def close_up(text: str) -> Iterator[Edit]:
    """Drop white space next to CJK characters and marks, leave one space elsewhere.

    ``text`` has no white space at its ends.
    """
    if not _SPACE.search(text):
        return
    marks = _SHARED_MARKS if any(map(is_han, text)) else ""
    for space in _SPACE.finditer(text):
        start, end = space.span()
        before, after = text[start - 1], text[end]
        closed = is_cjk(before) or is_cjk(after) or before in marks or after in marks
        new = "" if closed else " "
        if new != space[0]:
            yield start, end, new


def columns(space: str) -> int:
    """How many columns white space is wide: a tab 8, an ideographic space 2, a line break
    ``BREAK``, any other 1."""
    return sum(_COLUMNS.get(char, 1) for char in space)
