"""Qualified names of WordprocessingML and its neighbours, as lxml spells them."""

from __future__ import annotations

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

# ISO 29500 strict spells the same vocabulary under other names (Part 1, annex A).
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": MATH.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONSHIPS.encode(),
}


def w(name: str) -> str:
    """The qualified WordprocessingML name, for elements and attributes alike."""
    return f"{{{WORD}}}{name}"


def m(name: str) -> str:
    """The qualified Office Math name."""
    return f"{{{MATH}}}{name}"


VAL = w("val")
ID = w("id")
TYPE = w("type")
RELATION_ID = f"{{{RELATIONSHIPS}}}id"
ALTERNATE = f"{{{COMPATIBILITY}}}AlternateContent"
CHOICE = f"{{{COMPATIBILITY}}}Choice"
FALLBACK = f"{{{COMPATIBILITY}}}Fallback"

_FALSE = frozenset(("0", "false", "off", "none"))


def is_on(value: str | None) -> bool:
    """Whether an on/off property with this ``w:val`` is on (ECMA-376 Part 1, 17.17.4)."""
    return value is None or value not in _FALSE


def integer(value: str | None) -> int | None:
    """The whole number in an attribute, or None where it holds none of sensible length."""
    if value is None or len(value) > 12:
        return None
    try:
        return int(float(value))
    except (ValueError, OverflowError):
        return None
