"""A schedule's entries as written: a printed time and the items of work under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from duplan.dates import TimeLabel
from duplan.interpret.brackets import Ending, cut_ending, names_place
from duplan.interpret.sentences import TRAILING
from duplan.outline.inline import inline_items
from duplan.outline.paragraphs import Paragraph
from duplan.text.normal import Line, Text, join

_TO_ITEMS = "；;。"


@dataclass(slots=True)
class RawItem:
    """One piece of work as written; ``bracket`` named the responsible at its end."""

    text: Text
    label: str = ""
    bracket: Text | None = None


@dataclass(slots=True)
class RawEntry:
    """What stands under one printed time. ``label`` joins several cells by one space."""

    label: Text
    time: TimeLabel
    items: list[RawItem] = field(default_factory=list)
    remarks: list[Text] = field(default_factory=list)
    duties: list[tuple[str, Text]] = field(default_factory=list)
    details: list[tuple[str, Text]] = field(default_factory=list)
    held: list[Text | Line | Paragraph] = field(default_factory=list)

    @property
    def filled(self) -> bool:
        """Whether there is anything under the time."""
        return bool(self.items or self.remarks)


def split_items(lines: Sequence[Line | Text], staffed: bool = False) -> list[RawItem]:
    """The items of a cell or inline list: one per number, else parted by ；。 and line ends.

    ``staffed``: another cell names who is responsible, so that a bracket at the end (小学) doesn't.
    """
    out: list[RawItem] = []
    numbered = False
    for line in lines:
        text = line.text if isinstance(line, Line) else line
        automatic = line.label if isinstance(line, Line) else ""
        if automatic:
            out.append(RawItem(text, automatic))
            numbered = True
            continue
        for marker, piece, _ in inline_items(text):
            if marker is not None:
                numbered = True
                out.append(RawItem(piece, marker.label))
            elif numbered and out and _continues(out[-1].text):
                out[-1] = RawItem(join([out[-1].text, piece]), out[-1].label)
            else:
                out += [RawItem(part) for part in _parts(piece)]
    return [
        RawItem(body, item.label, ending.bracket)
        for item in out
        for ending in [_ending(item.text, staffed)]
        if (body := ending.text.strip(TRAILING))
    ]


def _ending(text: Text, staffed: bool) -> Ending:
    ending = cut_ending(text)
    if staffed and ending.bracket is not None and names_place(ending.bracket.text):
        return Ending(text)
    return ending


def _continues(text: Text) -> bool:
    return text.text[-1:] not in "。；;"


def _parts(text: Text) -> Iterator[Text]:
    start = depth = 0
    plain = text.text
    for at, ch in enumerate(plain):
        if ch in "（(《“":
            depth += 1
        elif ch in "）)》”":
            depth = max(0, depth - 1)
        elif ch in _TO_ITEMS and depth == 0:
            yield text.cut(start, at)
            start = at + 1
    if start < len(plain):
        yield text.cut(start)
