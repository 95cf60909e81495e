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
_CJK = (
    "\u2460-\u24ff\u2e80-\u2fff\u3001-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee"
    "\U00020000-\U000323af"
)
_SHARED_MARKS = "“”‘’–—―…·"  # Chinese marks in a Chinese line, other scripts' marks elsewhere
_COLUMNS = {"\t": 8, "\u3000": 2}
_FULL_WIDTH = str.maketrans("()", "（）")

_HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_FORM = re.compile(f"[{_INVISIBLE}]+|([{_FOLDED}])")
_SPACE = re.compile(r"\s+")
_CJK_CHARACTER = re.compile(f"[{_CJK}]")
_CHINESE_CHARACTER = re.compile(f"[{_CJK}{_SHARED_MARKS}]")

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


def full_width(text: str) -> str:
    """With full-width brackets, if there is a Han character."""
    has_brackets = "(" in text or ")" in text
    return text.translate(_FULL_WIDTH) if has_brackets and _HAN.search(text) else text


def close_up(text: str) -> Iterator[Edit]:
    """Drop white space next to CJK characters and marks, leave one space elsewhere.

    ``text`` has no white space at its ends.
    """
    if " " not in text and not _SPACE.search(text):
        return
    beside = _CHINESE_CHARACTER if _HAN.search(text) else _CJK_CHARACTER
    for space in _SPACE.finditer(text):
        start, end = space.span()
        new = "" if beside.match(text, start - 1) or beside.match(text, end) else " "
        if new != space[0]:
            yield start, end, new


def columns(space: str) -> int:
    """How many columns white space is wide: a tab 8, an ideographic space 2, any other 1."""
    return sum(_COLUMNS.get(char, 1) for char in space)
