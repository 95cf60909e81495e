"""What bytes say as text: the encodings of Chinese files, told by what they yield."""

from __future__ import annotations

import codecs
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from duplan.diagnostics import UnreadableError
from duplan.readers.surrogates import SURROGATE

SAMPLE = 1 << 14  # bytes by which an encoding is chosen

BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
RIVALS = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")  # the first wins a tie
CODECS = {"big5": "big5hkscs"}  # a superset: with the characters of Hong Kong and of code page 950
MULTIBYTE = ("utf-8", "gb18030", "big5")  # of markup, which shows itself by its ASCII
LABELS = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "unicode"), "utf-8"),
    **dict.fromkeys(("gb2312", "gb-2312-80", "gbk", "x-gbk", "gb18030", "gb-18030", "cp936", "ms936",
                     "windows-936", "chinese", "csgb2312", "iso-ir-58"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cn-big5", "cp950", "csbig5"), "big5"),
    **dict.fromkeys(("iso-8859-1", "latin1", "windows-1252", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("shift-jis", "sjis", "x-sjis", "windows-31j"), "cp932"),
    "euc-jp": "euc_jp", "euc-kr": "cp949", "ks-c-5601-1987": "cp949", "hz-gb-2312": "hz",
}  # fmt: skip
STRANGE = 0.4  # likeness below which a guess may be no text at all
MARKS = "　、。《》（），：；？！“”—…〔〕【】１２３"
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")

_WIDE = re.compile("[^\x00-\u07ff]")
_PROGRAM = re.compile(rb"<(script|style)\b(?:[^<]++|<(?!/\1))*+", re.IGNORECASE)
_LOOKED_AT = 1 << 22  # bytes of markup from which the sample is taken
_TAG = re.compile(rb"<[^<>]*+>|\s+")


class Decoded(NamedTuple):
    """A file's text; ``bad`` counts what isn't valid in its encoding."""

    text: str
    encoding: str
    bad: int = 0
    guessed: bool = False


def decode(data: bytes) -> Decoded:
    """Decode what is text. Raises UnreadableError: ``binary``."""
    marked = _marked(data)
    if marked is not None:
        return marked
    if text := _plain_utf8(data):
        return Decoded(text, "utf-8")
    best = _most_like(data[:SAMPLE], RIVALS)
    for part in (data[:SAMPLE], data):  # a large binary file is refused without decoding it all
        text, bad = _replacing(part, best)
        decoded = _textual(Decoded(text, best, bad, guessed=best != "utf-8"))
    return decoded


def decode_markup(data: bytes, declared: str) -> Decoded:
    """Decode a file of markup that declares an encoding by name, or none (""), by its content.

    What is valid UTF-8 is UTF-8, whatever it declares; of the others, the declared encoding wins a
    tie. Raises UnreadableError: ``binary``.
    """
    marked = _marked(data)
    if marked is not None:
        return marked
    if text := _plain_utf8(data):
        return Decoded(text, "utf-8")
    known = named(declared)
    # Neither "<" nor ">" is ever the second byte of a character in these encodings.
    sample = _TAG.sub(b"", _PROGRAM.sub(b"", data[:_LOOKED_AT]))[:SAMPLE]
    best = _most_like(sample, (known, *MULTIBYTE) if known else MULTIBYTE)
    text, bad = _replacing(data, best)
    return _textual(Decoded(text, best, bad, guessed=best not in ("utf-8", known)))


def named(label: str) -> str:
    """The encoding that a label such as ``GB2312`` names in markup; "" for one never used there.

    GB 2312 and GBK are read as GB 18030, which has them within, as browsers do.
    """
    return LABELS.get(label.strip().lower().replace("_", "-"), "")


def _marked(data: bytes) -> Decoded | None:
    """The text of a file that begins with a byte order mark."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            body = data[len(mark) :]
            text, bad = _replacing(body, encoding.removesuffix("-sig"))
            return _textual(Decoded(text, encoding, bad))
    return None


def _most_like(sample: bytes, rivals: tuple[str, ...]) -> str:
    return max(rivals, key=lambda encoding: _likeness(_replacing(sample, encoding)[0]))


def _plain_utf8(data: bytes) -> str:
    """The text where it is beyond doubt UTF-8, else nothing.

    In doubt are control characters (UTF-16 has them) and text whose longest sequences are of two
    bytes (so are many words in GB 18030: 学校).
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    beyond_doubt = text.isascii() or _WIDE.search(text)
    return text if beyond_doubt and not CONTROL.search(text) else ""


def _replacing(data: bytes, encoding: str) -> tuple[str, int]:
    """The text, with U+FFFD for what can't be decoded, and how many of these there are."""
    if encoding == "utf-8":  # one for each bad byte
        return SURROGATE.subn("\ufffd", data.decode("utf-8", "surrogateescape"))
    text = data.decode(CODECS.get(encoding, encoding), "replace")
    return text, text.count("\ufffd")


def _likeness(text: str) -> float:
    """The share of what plain Chinese text is made of, less that of what no text has."""
    common = sum(map(_common().__contains__, text))
    return (common - len(CONTROL.findall(text))) / max(len(text), 1)


@cache
def _common() -> frozenset[str]:
    rows = Path(__file__).with_name("common.txt").read_text(encoding="utf-8").splitlines()
    ascii_text = map(chr, (9, 10, 13, *range(32, 127)))
    return frozenset(MARKS).union(*(row for row in rows if row[0] != "#"), ascii_text)


def _textual(decoded: Decoded) -> Decoded:
    """The same, if it has no more rubbish than a damaged text: a few, or one character in ten.

    A guess that reads like no Chinese text may have none.
    """
    text, _, bad, guessed = decoded
    rubbish = bad + len(CONTROL.findall(text))
    strange = guessed and _likeness(text[:SAMPLE]) < STRANGE
    if rubbish > (0 if strange else 4 + len(text) // 10):
        raise UnreadableError("binary")
    return decoded
