"""The style sheet (2.9.271): names, inheritance and properties of the styles."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from duplan.readers.doc.properties import AS_STYLE, NOT_AS_STYLE, Look, Run, look_of, run_of

MAX_CHAIN = 16  # ancestors that a toggle is looked for with

_PARAGRAPH, _CHARACTER = 1, 2
_NO_STYLE = 0xFFF
_KNOWN = {
    0: "Normal",
    **{at: f"heading {at}" for at in range(1, 10)},
    **{at + 18: f"toc {at}" for at in range(1, 10)},
    62: "Title",
    74: "Subtitle",
}


class Style(NamedTuple):
    """One style; built-in ones that layout may be asked for have their English names."""

    name: str
    kind: str  # "paragraph" or "character"
    base: int | None
    look: Look
    run: Run


class Styles:
    """The styles of a document by number."""

    def __init__(self, data: bytes) -> None:
        self.by_number = dict(_styles(data))

    def toggle(self, number: int, name: str) -> bool:
        """Whether a toggle of characters, ``bold`` or ``hidden``, is on in a style."""
        at: int | None = number
        for _ in range(MAX_CHAIN):
            style = self.by_number.get(-1 if at is None else at)
            if style is None:
                return False
            value = getattr(style.run, name)
            if value in (0, 1):
                return bool(value)
            if value == NOT_AS_STYLE:
                return True
            at = style.base
        return False

    def state(self, value: int | None, style: int, name: str) -> bool | None:
        """A toggle's operand as on, off or None where it is the style's."""
        if value is None or value == AS_STYLE:
            return None
        return not self.toggle(style, name) if value == NOT_AS_STYLE else value == 1


def _styles(data: bytes) -> Iterator[tuple[int, Style]]:
    if len(data) < 6:
        return
    header, count, fixed = struct.unpack_from("<HHH", data)
    at = 2 + header
    for index in range(count):
        if at + 2 > len(data):
            return
        (size,) = struct.unpack_from("<H", data, at)
        entry = data[at + 2 : at + 2 + size]
        at += 2 + size
        if len(entry) > fixed + 2 and fixed >= 8:
            style = _style(entry, fixed)
            if style is not None:
                yield index, style


def _style(entry: bytes, fixed: int) -> Style | None:
    words = struct.unpack_from("<HHH", entry)
    built_in, kind, base = words[0] & 0xFFF, words[1] & 0xF, words[1] >> 4
    if kind not in (_PARAGRAPH, _CHARACTER):
        return None
    (length,) = struct.unpack_from("<H", entry, fixed)
    name_at = fixed + 2
    name = entry[name_at : name_at + 2 * length].decode("utf-16-le", "replace")
    parts = list(_parts(entry, name_at + 2 * length + 2, words[2] & 0xF))
    look, run = Look(), Run()
    if kind == _PARAGRAPH:
        look = look_of(parts[0][2:], lambda _: b"") if parts else look
        run = run_of(parts[1]) if len(parts) > 1 else run
    elif parts:
        run = run_of(parts[0])
    return Style(
        _KNOWN.get(built_in, name),
        "paragraph" if kind == _PARAGRAPH else "character",
        None if base == _NO_STYLE else base,
        look,
        run,
    )


def _parts(entry: bytes, at: int, count: int) -> Iterator[bytes]:
    for _ in range(count):
        at += at % 2
        if at + 2 > len(entry):
            return
        (size,) = struct.unpack_from("<H", entry, at)
        yield entry[at + 2 : at + 2 + size]
        at += 2 + size
