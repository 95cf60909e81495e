"""A paragraph while it is read: its lines, with white space as a browser shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from duplan.readers.html.look import Look

_WHITE = " \t\n\r\f"
_SPACE = re.compile(f"[{_WHITE}]+")


@dataclass(slots=True)
class DraftLine:
    """What stands before a line break, and how it looks."""

    parts: list[str] = field(default_factory=list)
    shown: bool = False  # holds something visible
    plain: bool = False  # some of it not bold
    size: float | None = None  # points, of the first visible run

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(self.parts)


@dataclass(slots=True)
class Draft:
    """The lines so far. ``space`` is white space that is shown only if something follows it."""

    lines: list[DraftLine] = field(default_factory=lambda: [DraftLine()])
    space: str = ""

    @property
    def shown(self) -> bool:
        """Whether it holds anything visible."""
        return any(line.shown for line in self.lines)

    def add(self, text: str, look: Look) -> None:
        """Takes text as it stands in the file."""
        if look.pre:
            first, *others = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            self._take(first, look)
            for line in others:
                self.end_line()
                self._take(line, look)
            return
        body = text.strip(_WHITE)
        if not body:
            self.space += text
            return
        self.space += text[: text.index(body[0])]
        self._take(_SPACE.sub(_closed_up, body), look)
        self.space = text[len(text.rstrip(_WHITE)) :]

    def end_line(self) -> None:
        """Breaks the line."""
        self.lines.append(DraftLine())
        self.space = ""

    def finish(self) -> list[DraftLine]:
        """The lines that are shown: a break at the very end shows none."""
        lines = self.lines if len(self.lines) == 1 or self.lines[-1].parts else self.lines[:-1]
        return lines if len(lines) > 1 or lines is not self.lines or lines[0].parts else []

    def _take(self, text: str, look: Look) -> None:
        line = self.lines[-1]
        if self.space and line.parts and text:
            line.parts.append(_between(self.space, line.parts[-1][-1], text[0]))
        self.space = ""
        if not text:
            return
        line.parts.append(text)
        if not text.isspace():
            if not line.shown:
                line.size = look.size
            line.shown = True
            line.plain = line.plain or not look.bold


def _closed_up(space: re.Match[str]) -> str:
    return _between(space[0], space.string[space.start() - 1], space.string[space.end()])


def _between(space: str, before: str, after: str) -> str:
    """What is left of white space: nothing of a line's end between characters of full width.

    CSS Text Level 3, 4.1.3; the files of word processors break their lines there.
    """
    return "" if "\n" in space and _is_wide(before) and _is_wide(after) else " "


def _is_wide(char: str) -> bool:
    return "\u2e80" <= char <= "\ua4cf" or "\uf900" <= char <= "\uffe6" or char >= "\U00020000"
