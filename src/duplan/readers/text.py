"""Text files: bytes of whatever encoding → a ``Source`` of one block a line."""

from __future__ import annotations

import re

from duplan.diagnostics import KINDS, Diagnostic, UnreadableError
from duplan.readers.encodings import CONTROL, decode
from duplan.readers.file import File, Limits
from duplan.readers.findings import damaged
from duplan.readers.surrogates import SURROGATE
from duplan.source import PLAIN, Block, Layout, Source

LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"

_LINE_END = re.compile(f"\r\n|[{LINE_ENDS}]")
_ODD_LINE_END = re.compile(f"[{LINE_ENDS[1:]}]")
_VISIBLE = re.compile("[^\\s\u200b-\u200f\u2060\ufeff]")
PAGE_TOP = Layout(page_break_before=True)


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """Read a text file; ``Source.encoding`` says how.

    Raises UnreadableError: ``too-large``, ``empty`` (nothing but white space) or ``binary``.
    """
    if len(file.data) > file.limits.text:
        raise file.limits.exceeded("text")
    text, encoding, bad, guessed = decode(file.data)
    text, dropped = CONTROL.subn("", text)
    if not _VISIBLE.search(text):
        raise UnreadableError("empty")
    diagnostics = []
    if guessed:
        diagnostics.append(Diagnostic(KINDS["DP101"], values={"encoding": encoding}))
    diagnostics += damaged(bad, encoding, dropped)
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
    text = SURROGATE.sub("\ufffd", text)
    blocks = _blocks(CONTROL.sub("", text), limits)
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
