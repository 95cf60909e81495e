"""Character forms and white space: what is folded, what is invisible, how wide a space is."""

from __future__ import annotations

import re
from unicodedata import normalize

# Only forms that stand for another character and nothing else. NFKC on everything would turn ①
# into 1 and ㈠ into (一).
INVISIBLE = (
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0001-\U000e007f\U000e0100-\U000e01ef"
)
FOLDED = (
    "\u2e80-\u2fd5"  # radicals
    "\uf900-\ufaff\U0002f800-\U0002fa1f"  # compatibility ideographs
    "\U0001d400-\U0001d7ff"  # mathematical letters and digits
)
# The radicals without a decomposition that fonts and PDF files put for whole characters
# (EquivalentUnifiedIdeograph.txt of Unicode).
RADICALS = dict(
    zip(
        "⺒⺓⺝⺠⺩⺬⺮⺶⺼⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
        "巳幺月民王示竹羊肉虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
        strict=True,
    )
)
HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
CJK = (
    "\u2460-\u24ff\u2e80-\u2fdf\u3001-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee"
    "\U00020000-\U000323af"
)
SHARED_MARKS = "“”‘’–—―…·"  # Chinese marks in Chinese text, and those of other scripts elsewhere
_COLUMNS = {"\t": 8, "\u3000": 2}

FORMS = re.compile(f"[{INVISIBLE}]+|[{FOLDED}]")
_BRACKETS = str.maketrans("()", "（）")


def fold(form: str) -> str:
    """A match of ``FORMS`` as it is to be read: one character, or nothing for invisible ones."""
    if form in RADICALS:
        return RADICALS[form]
    plain = normalize("NFKC", form)
    return plain if FORMS.match(form, 0) and len(form) == 1 and len(plain) == 1 else ""
