"""Text files: bytes of whatever encoding → a ``Source`` of one block a line."""

from __future__ import annotations

import codecs
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.readers.file import File, Limits
from duplan.source import PLAIN, Block, Layout, Source

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
STRANGE = 0.4  # likeness below which a guess may be no text at all
MARKS = "　、。《》（），：；？！“”—…〔〕【】１２３"
LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"

_LINE_END = re.compile(f"\r\n|[{LINE_ENDS}]")
_ODD_LINE_END = re.compile(f"[{LINE_ENDS[1:]}]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WIDE = re.compile("[^\x00-\u07ff]")
_VISIBLE = re.compile("[^\\s\u200b-\u200f\u2060\ufeff]")
PAGE_TOP = Layout(page_break_before=True)


class Decoded(NamedTuple):
    """A file's text; ``bad`` counts what isn't valid in its encoding."""

    text: str
    encoding: str
    bad: int = 0
    guessed: bool = False


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """Read a text file; ``Source.encoding`` says how.

    Raises UnreadableError: ``too-large``, ``empty`` (nothing but white space) or ``binary``.
    """
    if len(file.data) > file.limits.text:
        raise file.limits.exceeded("text")
    text, encoding, bad, guessed = _decode(file.data)
    text, dropped = _CONTROL.subn("", text)
    if not _VISIBLE.search(text):
        raise UnreadableError("empty")
    diagnostics = []
    if guessed:
        diagnostics.append(Diagnostic("DP101", values={"encoding": encoding}))
    if bad:
        diagnostics.append(Diagnostic("DP102", values={"count": bad, "encoding": encoding}))
    if dropped:
        diagnostics.append(Diagnostic("DP103", values={"count": dropped}))
    blocks = _blocks(text, file.limits)
    return Source(file.name, "text", file.sha256, blocks, blocks, encoding), diagnostics


def from_string(text: str, name: str = "", limits: Limits | None = None) -> Source:
    """Take a string as a text file without an encoding; every string that isn't too long is one.

    Control characters are left out, lone surrogates replaced. Raises UnreadableError:
    ``too-large``.
    """
    limits = limits or Limits()
    if len(text) > limits.text:
        raise limits.exceeded("text")
    text = _SURROGATE.sub("\ufffd", text)
    blocks = _blocks(_CONTROL.sub("", text), limits)
    return Source(name, "text", File(text.encode()).sha256, blocks, blocks)


def _blocks(text: str, limits: Limits) -> tuple[Block, ...]:
    """One block a line. Lines are numbered as editors do: by LF, CR LF and CR alone."""
    if sum(map(text.count, LINE_ENDS)) - text.count("\r\n") > limits.lines:
        raise limits.exceeded("lines")
    if not _ODD_LINE_END.search(text):
        lines = text.split("\n")
        if not lines[-1]:
            lines.pop()
        return tuple([Block(at, line, "line", at + 1) for at, line in enumerate(lines)])
    blocks: list[Block] = []
    line, at, layout = 1, 0, PLAIN
    for end in _LINE_END.finditer(text):
        mark, stop = end[0], end.start()
        # A form feed that begins a line separates nothing: it only turns the page.
        if mark != "\x0c" or stop > at:
            blocks.append(Block(len(blocks), text[at:stop], "line", line, layout=layout))
            layout = PLAIN
        if mark == "\x0c":
            layout = PAGE_TOP
        line += mark in "\r\n"
        at = end.end()
    if at < len(text):
        blocks.append(Block(len(blocks), text[at:], "line", line, layout=layout))
    return tuple(blocks)


def _decode(data: bytes) -> Decoded:
    """Decode what is text. Raises UnreadableError: ``binary``."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            body = data[len(mark) :]
            text, bad = _replacing(body, encoding.removesuffix("-sig"))
            return _textual(Decoded(text, encoding, bad))
    if text := _plain_utf8(data):
        return Decoded(text, "utf-8")
    sample = data[:SAMPLE]
    best = max(RIVALS, key=lambda encoding: _likeness(_replacing(sample, encoding)[0]))
    for part in (sample, data):  # a large binary file is refused without decoding it all
        text, bad = _replacing(part, best)
        decoded = _textual(Decoded(text, best, bad, guessed=best != "utf-8"))
    return decoded


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
    return text if beyond_doubt and not _CONTROL.search(text) else ""


def _replacing(data: bytes, encoding: str) -> tuple[str, int]:
    """The text, with U+FFFD for what can't be decoded, and how many of these there are."""
    if encoding == "utf-8":  # one for each bad byte
        return _SURROGATE.subn("\ufffd", data.decode("utf-8", "surrogateescape"))
    text = data.decode(CODECS.get(encoding, encoding), "replace")
    return text, text.count("\ufffd")


def _likeness(text: str) -> float:
    """The share of what plain Chinese text is made of, less that of what no text has."""
    common = sum(map(_common().__contains__, text))
    return (common - len(_CONTROL.findall(text))) / max(len(text), 1)


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
    rubbish = bad + len(_CONTROL.findall(text))
    strange = guessed and _likeness(text[:SAMPLE]) < STRANGE
    if rubbish > (0 if strange else 4 + len(text) // 10):
        raise UnreadableError("binary")
    return decoded
