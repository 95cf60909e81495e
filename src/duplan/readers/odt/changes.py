"""Tracked deletions that stand in the running text, between marks: flat files keep them there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lxml import etree

from duplan.readers.opendocument import ID, H, P, is_shape, office, table, text

_START, _END, _CHANGE = text("change-start"), text("change-end"), text("change-id")
_CELLS = frozenset((table("table-cell"), table("covered-table-cell")))
_PARTS = _CELLS | {table("table-row"), table("table-column")}  # a table keeps its places
_STORIES = _CELLS | {text("note"), office("annotation")}  # no paragraph is joined to one outside


def accept_deletions(root: etree._Element) -> None:
    """Takes what was deleted out of a part; paragraphs whose end was deleted take in the next."""
    deleted = {
        region.get(ID, region.get(text("id")))
        for region in root.iter(text("changed-region"))
        if region.find(text("deletion")) is not None
    }
    ends = Counter(
        change for end in root.iter(_END) if (change := end.get(_CHANGE)) in deleted and change
    )
    if ends:
        cut = _Cut(ends)
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                cut.enter(element)
            else:
                cut.leave(element)
        cut.finish()


@dataclass(slots=True)
class _Story:
    """What paragraphs stand in. ``stretch`` is the deletion that took the end of ``broken``."""

    broken: etree._Element | None = None
    stretch: int = 0


class _Cut:
    """Empties what stands in deletions; ``ends`` counts the marks to come that end each of them."""

    def __init__(self, ends: Counter[str]) -> None:
        self._ends = ends
        self._open = set[str]()
        self._stretch = 0  # counts the stretches of deleted text
        self._begun: list[int] = []  # the stretches that open elements began in, 0 for none
        self._stories = [_Story()]
        self._whole: list[etree._Element] = []
        self._joins: list[tuple[etree._Element, etree._Element]] = []

    def enter(self, element: etree._Element) -> None:
        """The beginning of an element."""
        self._begun.append(self._stretch if self._open else 0)
        if self._open:
            element.text = None
        change = element.get(_CHANGE, "")
        if element.tag == _START and self._ends[change]:
            self._stretch += not self._open
            self._open.add(change)
        elif element.tag == _END:
            self._ends[change] -= 1
            self._open.discard(change)
        elif _is_story(element):
            self._stories.append(_Story())

    def leave(self, element: etree._Element) -> None:
        """The end of an element."""
        begun, whole = self._begun.pop(), False
        if self._open:
            element.tail = None
            whole = begun == self._stretch and element.tag not in _PARTS
        if whole:
            self._whole.append(element)
        if _is_story(element):
            self._stories.pop()
        elif element.tag in (P, H) and not whole:
            story = self._stories[-1]
            if story.broken is not None and story.stretch == begun:
                self._joins.append((story.broken, element))
            story.broken = element if self._open else None
            story.stretch = self._stretch

    def finish(self) -> None:
        """Joins paragraphs and takes out what is empty now."""
        taken: dict[etree._Element, etree._Element] = {}  # paragraph -> the one that has taken it
        showing = set[etree._Element]()
        for first, following in self._joins:
            into = taken.get(first, first)
            if into not in showing and not any(part.strip() for part in into.itertext()):
                self._whole.append(into)
                continue
            showing.add(into)
            taken[following] = into
            into.extend(list(following))
            self._whole.append(following)
        for element in self._whole:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)


def _is_story(element: etree._Element) -> bool:
    return element.tag in _STORIES or is_shape(element.tag)
