r"""What escapes in quoted texts stand for: ``\"``, ``\n``, ``\u3000`` in double quotation marks, ``''``
in single ones."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

from duplan.readers.encodings import CONTROL
from duplan.source import Span
from duplan.text.normal import Piece, Text

_PAIR = r"\\u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
_ESCAPE = {
    '"': re.compile(
        _PAIR + r"|\\(?:u(?P<u>[0-9a-fA-F]{4})|U(?P<U>[0-9a-fA-F]{8})|x(?P<x>[0-9a-fA-F]{2})"
        r"|(?P<sign>[^\r\n])|\Z)"
    ),
    "'": re.compile("''"),
}
_SIGNS = dict(zip("0abtnvfre_NLP", "\0\a\b\t\n\v\f\r\x1b\xa0\x85\u2028\u2029", strict=True))
_BREAKS = "\n\r\x85\u2028\u2029"


def escaped(raw: str, style: str) -> bool:
    """Whether a part of a text in these quotation marks may have escapes."""
    return (style == '"' and "\\" in raw) or (style == "'" and "'" in raw)


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of ``[start, end)``, which stands in double quotation marks, between line breaks that
    are written as escapes, or joined by one."""
    for found in _ESCAPE['"'].finditer(text, start, end):
        meant = _meant(found)
        if not meant or meant in _BREAKS:
            if start < found.start():
                yield start, found.start()
            start = found.end()
    if start < end:
        yield start, end


def words(raw: str, style: str, at: Span) -> Text:
    """What a part of a text in quotation marks says, each character with its place.

    A character that is written as an escape stands where that begins; U+FFFD stands for one that
    controls something. The piece has one offset more
    than characters: where the last one ends.
    """
    out: list[str] = []
    offsets = array("l")
    done = 0
    for found in _ESCAPE[style].finditer(raw) if style in _ESCAPE else ():
        out.append(raw[done : found.start()])
        offsets.extend(range(at.start + done, at.start + found.start()))
        meant = _meant(found) if style == '"' else "'"
        out.append(meant)
        offsets.extend([at.start + found.start()] * len(meant))
        done = found.end()
    out.append(raw[done:])
    offsets.extend(range(at.start + done, at.start + len(raw) + 1))
    said = CONTROL.sub("\ufffd", "".join(out))
    return Text(said, (Piece(0, len(said), at.block, at.start, offsets),))


def _meant(found: re.Match[str]) -> str:
    """The character that an escape stands for; none where it joins two lines."""
    if found["high"]:
        units = bytes.fromhex(found["high"] + found["low"])
        return units.decode("utf-16-be", "replace")
    sign = found["sign"]
    if sign:
        return _SIGNS.get(sign, sign)
    digits = found["u"] or found["U"] or found["x"]
    if not digits:
        return ""
    code = int(digits, 16)
    return "\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)
