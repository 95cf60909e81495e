"""What the codes of Word's fields tell: page numbers; the text of EQ (ruby, ①) and SYMBOL."""

from __future__ import annotations

import re
from typing import NamedTuple

from duplan.readers.symbols import symbol

_PAGE_NUMBERS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
_MAX_CODE = 1_000  # characters of a code that is looked into
_EQUATION = re.compile(r"\s*EQ\s", re.IGNORECASE)
_OVERLAY = re.compile(r"\\o\s*(?:\\a[lcrd]\s*)?\(", re.IGNORECASE)
_RAISED = re.compile(r"\\s\s*\\(?:up|do)", re.IGNORECASE)
_CIRCLES = "○〇"
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.*)", re.IGNORECASE | re.DOTALL)
_SYMBOL = re.compile(r'\s*SYMBOL\s+([0-9]{1,5})(?:[^"]*\\f\s*"([^"]*)")?', re.IGNORECASE)


class Shown(NamedTuple):
    """The text that a field shows; ``ruby`` where a reading above it was left out."""

    text: str
    ruby: bool = False


def is_page_number(code: str) -> bool:
    """Whether a field with this code prints a page number."""
    return code.partition("\\")[0].strip().upper() in _PAGE_NUMBERS


def shown(code: str) -> Shown:
    """What the field with this code shows; nothing where that is the field's result."""
    if len(code) > _MAX_CODE:
        return Shown("")
    called = _SYMBOL.match(code)
    if called is not None:
        return Shown(_visible(symbol(chr(int(called[1])), called[2] or "")))
    button = _BUTTON.match(code)
    if button is not None:
        return Shown(button[1].strip())
    begins = _OVERLAY.search(code) if _EQUATION.match(code) else None
    parts = _arguments(code, begins.end()) if begins is not None else []
    if not parts:
        return Shown("")
    if any(_RAISED.search(part) for part in parts[:-1]):
        return Shown(parts[-1], ruby=True)
    base = parts[-1]
    if parts[0] in _CIRCLES and base.isascii() and base.isdecimal() and 1 <= int(base) <= 20:
        return Shown(chr(0x245F + int(base)))
    return Shown("".join(parts))


def _visible(char: str) -> str:
    return char if char.isprintable() else ""


def _arguments(code: str, at: int) -> list[str]:
    """The arguments in brackets, the first of which opened before ``at``."""
    parts, depth, start = [], 1, at
    while at < len(code) and depth:
        char = code[at]
        if char == "\\":
            at += 1
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        if not depth or (char in ",;" and depth == 1):
            parts.append(code[start:at].strip())
            start = at + 1
        at += 1
    return parts
