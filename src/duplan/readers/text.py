"""Text files: bytes of whatever encoding → a ``Source`` of one block a line."""

from __future__ import annotations

import codecs
import re
from functools import cache
from hashlib import sha256 as digest
from pathlib import Path
from typing import NamedTuple

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.source import PLAIN, Block, Layout, Source

LIMIT = 64 << 20  # bytes, or characters of a string
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
MARKS = "　、。《》（），：；？！“”—…〔〕【】１２３"

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_VISIBLE = re.compile("[^\\s\u200b-\u200f\u2060\ufeff]")
_PAGE_TOP = Layout(page_break_before=True)


class Decoded(NamedTuple):
    """A file's text; ``bad`` counts what isn't valid in its encoding."""

    text: str
    encoding: str
    bad: int = 0
    guessed: bool = False


def read(data: bytes, name: str, sha256: str) -> tuple[Source, list[Diagnostic]]:
    """Read a text file; ``Source.encoding`` says how.

    Raises UnreadableError: ``too-large``, ``empty`` (nothing but white space) or ``binary``.
    """
    if len(data) > LIMIT:
        raise UnreadableError("too-large", what=name, limit=f"{LIMIT >> 20} MB")
    decoded = _decode(data)
    if _is_binary(decoded):
        raise UnreadableError("binary")
    if not _VISIBLE.search(_CONTROL.sub("", decoded.text)):
        raise UnreadableError("empty")
    return _source(decoded, name, sha256)


def from_string(text: str, name: str = "") -> tuple[Source, list[Diagnostic]]:
    """Take a string as a text file without an encoding. Raises UnreadableError: ``too-large``."""
    if len(text) > LIMIT:
        raise UnreadableError("too-large", what=name or "str", limit=f"{LIMIT >> 20} MB")
    whole, bad = _SURROGATE.subn("\ufffd", text)
    return _source(Decoded(whole, "", bad), name, digest(whole.encode()).hexdigest())


def _source(decoded: Decoded, name: str, sha256: str) -> tuple[Source, list[Diagnostic]]:
    text, encoding, bad, guessed = decoded
    diagnostics = []
    if guessed:
        diagnostics.append(Diagnostic("DP101", values={"encoding": encoding}))
    if bad:
        diagnostics.append(
            Diagnostic("DP102", values={"count": bad, "encoding": encoding or "Unicode"})
        )
    text, dropped = _CONTROL.subn("", text)
    if dropped:
        diagnostics.append(Diagnostic("DP103", values={"count": dropped}))
    blocks = tuple(_blocks(text))
    return Source(name, "text", sha256, blocks, blocks, encoding or None), diagnostics


def _blocks(text: str) -> list[Block]:
    """One block a line. Lines are numbered as editors do: by LF, CR LF and CR alone."""
    blocks: list[Block] = []
    line, at, layout = 1, 0, PLAIN
    for end in _LINE_END.finditer(text):
        mark = end[0]
        # A form feed that begins a line separates nothing: it only turns the page.
        if mark != "\x0c" or end.start() > at:
            blocks.append(Block(len(blocks), text[at : end.start()], "line", line, layout=layout))
            layout = PLAIN
        if mark == "\x0c":
            layout = _PAGE_TOP
        line += mark in "\r\n"
        at = end.end()
    if at < len(text):
        blocks.append(Block(len(blocks), text[at:], "line", line, layout=layout))
    return blocks


def _decode(data: bytes) -> Decoded:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            text, bad = _replacing(data[len(mark) :], encoding.removesuffix("-sig"))
            return Decoded(text, encoding, bad)
    text, bad = _replacing(data, "utf-8")
    if not bad and not _CONTROL.search(text):
        return Decoded(text, "utf-8")
    sample = data[:SAMPLE]
    best = max(RIVALS, key=lambda encoding: _likeness(_replacing(sample, encoding)[0]))
    if best != "utf-8":
        text, bad = _replacing(data, best)
    return Decoded(text, best, bad, guessed=best != "utf-8")


def _replacing(data: bytes, encoding: str) -> tuple[str, int]:
    """The text, with U+FFFD for what can't be decoded, and how many of these there are."""
    if encoding == "utf-8":  # one for each bad byte
        return _SURROGATE.subn("\ufffd", data.decode("utf-8", "surrogateescape"))
    text = data.decode(CODECS.get(encoding, encoding), "replace")
    return text, text.count("\ufffd")


def _likeness(text: str) -> float:
    """Which share of the characters is what plain Chinese text is made of."""
    return sum(map(_common().__contains__, text)) / max(len(text), 1)


@cache
def _common() -> frozenset[str]:
    rows = Path(__file__).with_name("common.txt").read_text(encoding="utf-8").splitlines()
    ascii_text = map(chr, (9, 10, 13, *range(32, 127)))
    return frozenset(MARKS).union(*(row for row in rows if row[0] != "#"), ascii_text)


def _is_binary(decoded: Decoded) -> bool:
    """More rubbish than a damaged text has: one character in ten, and a few in short ones."""
    rubbish = decoded.bad + len(_CONTROL.findall(decoded.text))
    return rubbish > 4 + len(decoded.text) // 10
