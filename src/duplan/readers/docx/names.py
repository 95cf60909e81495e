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

# Prefixes of the vocabularies that Word 2010 and later put into a Choice and that are read here.
READABLE = frozenset(
    (
        "wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "w16cex",
        "w16sdtdh", "w16du", "m", "a14", "am3d", "aink",
    )
)  # fmt: skip

# Elements without text of their own, or with text that Word doesn't show in place.
IGNORED = (
    w("proofErr"), w("bookmarkStart"), w("bookmarkEnd"), w("lastRenderedPageBreak"),
    w("tblPr"), w("tblGrid"), w("tblPrEx"), w("trPr"), w("tcPr"), w("sdtPr"), w("sdtEndPr"),
    w("smartTagPr"), w("customXmlPr"), w("rubyPr"), w("rt"), w("softHyphen"), w("pgNum"),
    w("footnoteRef"), w("endnoteRef"), w("annotationRef"), w("commentRangeStart"), w("commentRangeEnd"),
    w("separator"), w("continuationSeparator"), w("delText"), w("delInstrText"),
    w("permStart"), w("permEnd"), w("fldData"), m("ctrlPr"), m("rPr"),
)  # fmt: skip

# Properties that nothing here asks for. They are most of a document's elements: taken out by the
# parser's own code, they never become Python objects.
UNREAD = tuple(
    w(name)
    for name in (
        "szCs", "bCs", "i", "iCs", "u", "lang", "color", "kern",
        "position", "eastAsianLayout", "noProof", "tabs",
        "widowControl", "adjustRightInd", "overflowPunct", "autoSpaceDE", "autoSpaceDN", "keepNext",
        "keepLines", "textAlignment", "topLinePunct", "wordWrap", "kinsoku", "contextualSpacing",
        "pBdr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "tcW",
        "tcBorders", "vAlign", "tblBorders", "tblW", "tblLook", "tblCellMar", "smartTagPr", "w",
    )
)  # fmt: skip

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
