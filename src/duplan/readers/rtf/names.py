"""Fonts and styles of an RTF file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from duplan.readers.rtf.characters import Stretch, decoded
from duplan.readers.rtf.state import FONTS, State
from duplan.readers.surrogates import joined

MAX_CHAIN = 16  # ancestors that a style's level is looked for with

_CONTENTS = re.compile("Contents ([1-9])")  # what LibreOffice calls Word's "toc 1"


class Style(NamedTuple):
    """A paragraph style."""

    name: str = ""
    outline: int | None = None
    base: int | None = None


class Names:
    """The tables of fonts and styles, while and after they are read."""

    def __init__(self) -> None:
        self.fonts: dict[int, str] = {}
        self.sets: dict[int, int] = {}  # character sets by font
        self.codecs: dict[int, str] = {}  # of the fonts that name a code page
        self._styles: dict[int, Style] = {}
        self._base: int | None = None
        self._parts: list[str] = []

    def base_on(self, style: int | None) -> None:
        """The style that is being read inherits from this one."""
        self._base = style

    def take(self, text: str, state: State) -> None:
        """Takes a part of a font's or style's name, which a semicolon ends."""
        name, end, _ = text.partition(";")
        self._parts.append(name)
        if not end:
            return
        whole = joined("".join(self._parts)).strip()
        if state.purpose == FONTS:
            self.fonts[state.font] = whole
        else:
            contents = _CONTENTS.fullmatch(whole)
            whole = f"toc {contents[1]}" if contents else whole
            self._styles[state.style] = Style(whole, state.outline, self._base)
        self._parts, self._base = [], None

    def style(self, number: int) -> tuple[str, int | None]:
        """The name of a style, and the outline level that it has or inherits."""
        own = self._styles.get(number, Style())
        style: Style | None = own
        for _ in range(MAX_CHAIN):
            if style is None or style.outline is not None:
                break
            style = None if style.base is None else self._styles.get(style.base)
        return own.name, None if style is None else style.outline

    def text(self, written: Sequence[Stretch], font: int, default: str) -> tuple[str, int]:
        """Bytes in a font as text, and how many of its characters stand for what is not valid."""
        name, own = self.fonts.get(font, ""), self.codecs.get(font, "")
        return decoded(written, self.sets.get(font, 0), own, name, default)
