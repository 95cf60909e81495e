"""Writes small RTF files for the tests."""

from __future__ import annotations

from duplan.diagnostics import Diagnostic
from duplan.readers.file import File
from duplan.readers.rtf import read
from duplan.source import Source

HEAD = rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 SimSun;}{\f2\fcharset136 MingLiU;}{\f3\fcharset2 Wingdings;}}"  # noqa: E501


def rtf(body: str) -> bytes:
    """A file with this body: characters beyond ASCII become bytes of code page 936."""
    written = bytearray()
    for char in body:
        encoded = char.encode("ascii", "ignore") or b"".join(
            b"\\'%02x" % byte for byte in char.encode("gb18030")
        )
        written += encoded
    return HEAD + bytes(written) + b"}"


def read_rtf(body: str) -> tuple[Source, list[Diagnostic]]:
    """What the reader makes of a body."""
    return read(File(rtf(body), "a.rtf"))


def texts(body: str) -> list[str]:
    """The text of every paragraph, those of asides included."""
    return [block.text for block in read_rtf(body)[0].blocks]


def labels(body: str) -> list[str]:
    """The label of every paragraph."""
    return [block.label for block in read_rtf(body)[0].blocks]


def codes(body: str) -> list[str]:
    """The codes of the diagnostics."""
    return [diagnostic.code for diagnostic in read_rtf(body)[1]]
