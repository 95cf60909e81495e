"""One paragraph while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from duplan.readers.odt.styles import Run, Style


@dataclass(slots=True)
class Paragraph:
    """Text and looks gathered so far."""

    style: Style
    outline_level: int | None = None
    label: str = ""
    parts: list[str] = field(default_factory=list)
    length: int = 0  # characters in the parts
    after_space: bool = True  # white space that follows collapses
    shown: bool = False  # a visible character other than white space was seen
    plain: bool = False  # one of them was not bold
    size: float | None = None  # of the first of them
    hidden: list[str] = field(default_factory=list)
    hides: bool = False  # a field hides the whole paragraph
    boxes: list[etree._Element] = field(default_factory=list)  # frames anchored here
    notes: list[tuple[str, etree._Element, int]] = field(default_factory=list)  # (story, note, at)
    page_numbers: list[tuple[int, int]] = field(default_factory=list)  # ranges of parts

    def add(self, text: str, run: Run) -> None:
        """Takes characters of one look."""
        if run.hidden:
            self.hidden.append(text)
            return
        self.parts.append(text)
        self.length += len(text)
        if not text.isspace():
            bold, size = run.of(text)
            if not self.shown:
                self.shown, self.size = True, size
            self.plain = self.plain or not bold

    def around_page_numbers(self) -> list[str]:
        """What stands around the page numbers."""
        numbers = {at for start, end in self.page_numbers for at in range(start, end)}
        return [part for at, part in enumerate(self.parts) if at not in numbers]
