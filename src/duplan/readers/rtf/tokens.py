"""RTF as a sequence of tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?[0-9]{1,10})?(?: |(?![0-9A-Za-z]))?"
    rb"|\\'([0-9A-Fa-f]{2})"
    rb"|\\([^A-Za-z'])"
    rb"|([{}])"
    rb"|([^\\{}\r\n\0]+)"
    rb"|[\r\n\0]+|\\",
    re.DOTALL,
)


class Token(NamedTuple):
    """``kind`` is "word", "symbol", "open", "close", "byte" (written in hexadecimal) or "bytes"."""

    kind: str
    name: str = ""  # of a control word or symbol
    number: int | None = None
    data: bytes = b""


OPEN, CLOSE = Token("open"), Token("close")


def tokens(data: bytes) -> Iterator[Token]:
    """Every token; bytes in binary (``\\binN``) are passed over."""
    at, match = 0, _TOKEN.match
    while found := match(data, at):
        at = found.end()
        word, number, code, symbol, brace, text = found.groups()
        if text is not None:
            yield Token("bytes", data=text)
        elif word is not None:
            value = None if number is None else int(number)
            if word == b"bin":
                at += max(0, value or 0)
            else:
                yield Token("word", word.decode("ascii"), value)
        elif code is not None:
            yield Token("byte", data=bytes.fromhex(code.decode("ascii")))
        elif symbol is not None:
            yield Token("symbol", symbol.decode("latin-1"), data=symbol)
        elif brace is not None:
            yield OPEN if brace == b"{" else CLOSE
