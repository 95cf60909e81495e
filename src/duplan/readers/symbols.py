"""What characters of symbol fonts look like, in Unicode."""

from __future__ import annotations

import re

BULLET = "•"
BOXES = "☐☒"  # of forms: empty, checked

_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■",
    0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥",
    0x78: "⌧", 0x80: "⓪", 0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④", 0x85: "⑤", 0x86: "⑥",
    0x87: "⑦", 0x88: "⑧", 0x89: "⑨", 0x8A: "⑩", 0x8C: "❶", 0x8D: "❷", 0x8E: "❸", 0x8F: "❹",
    0x90: "❺", 0x91: "❻", 0x92: "❼", 0x93: "❽", 0x94: "❾", 0x95: "❿", 0x9E: "·", 0x9F: "•",
    0xA1: "○", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xB2: "⟡", 0xD8: "➢",
    0xDB: "⮘", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x96: "•", 0x97: "●",
    0x98: "●", 0x99: "○", 0x9A: "○", 0x9E: "⦿", 0xA0: "■", 0xA1: "■", 0xA2: "■", 0xA3: "□",
    0xA4: "□",
}  # fmt: skip
_WINGDINGS_3 = {0x70: "▲", 0x71: "▼", 0x7D: "▶", 0x7C: "◀", 0x84: "◀", 0x85: "▶"}
_SYMBOL = {
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    0xA3: "≤", 0xA5: "∞", 0xA8: "♦", 0xAA: "♠", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→",
    0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBB: "≈", 0xBC: "…", 0xD7: "⋅", 0xDE: "⇒",
}  # fmt: skip
FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "symbol": _SYMBOL,
}


SYMBOLS = re.compile("[\uf000-\uf0ff]")  # where text in a symbol font stands


def symbol(char: str, font: str) -> str:
    """A character of a symbol font, written plainly or as U+F0xx; others stay as they are."""
    table = FONTS.get(font.lower())
    code = ord(char)
    if table is None or not (code < 0x100 or 0xF000 <= code < 0xF100):
        return char
    return table.get(code & 0xFF, char)


def bullet(text: str, font: str) -> str:
    """The text of a bullet level, every private-use character made visible.

    Without a font the usual ones are tried: Word's own bullets are Symbol and Wingdings.
    """
    return "".join(_visible(symbol(char, font)) for char in text)


def _visible(char: str) -> str:
    if not "\ue000" <= char <= "\uf8ff":
        return char
    code = ord(char) & 0xFF
    return BULLET if code == 0xB7 else _WINGDINGS.get(code, BULLET)
