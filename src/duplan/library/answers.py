"""What duplan itself wrote of plans, calendars and comparisons: no plans of the library that they may
be put into."""

from __future__ import annotations

import io
import re
import zipfile

_HEAD = 4_096  # bytes in which a page says what made it
_PAGE = re.compile(rb'<meta name="generator" content="duplan">')
_MARKDOWN = re.compile(rb"<!-- duplan (?:calendar|diff) ")
_VALUES = re.compile(rb"\xef\xbb\xbf(?:month,text,issuer,plan|year,issuer,kind,title),")
_PROPERTIES = "docProps/core.xml"
_CREATOR = b"<dc:creator>duplan</dc:creator>"


def is_answer(data: bytes, suffix: str) -> bool:
    """Whether a file with this content and suffix is one that ``calendar``, ``diff`` or ``list`` wrote."""
    match suffix:
        case ".html" | ".htm":
            return _PAGE.search(data, 0, _HEAD) is not None
        case ".md":
            return _MARKDOWN.match(data) is not None
        case ".csv":
            return _VALUES.match(data) is not None
        case ".xlsx":
            return _is_our_workbook(data)
    return False


def _is_our_workbook(data: bytes) -> bool:
    try:
        with (
            zipfile.ZipFile(io.BytesIO(data)) as package,
            package.open(_PROPERTIES) as properties,
        ):
            return _CREATOR in properties.read(_HEAD)
    except Exception:  # whatever is wrong with it, its reader tells
        return False
