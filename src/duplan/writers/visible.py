"""Texts of documents with what no page shows made visible."""

from __future__ import annotations

import re

# C0 but tab and line feed, DEL, C1, line separators, bidirectional overrides and isolates, the
# byte order mark, lone surrogates, and what XML 1.0 (2.2) has no place for
_ACTIVE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)


def visible(text: str) -> str:
    r"""``\x1b`` for an escape character; tabs and line feeds stay."""
    return _ACTIVE.sub(_code, text)


def one_line(text: str) -> str:
    """The same on one line, white space as single spaces."""
    return visible(" ".join(text.split()))


def _code(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
