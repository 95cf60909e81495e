"""Unmarked lines that gather numbered items: 德育工作 above 1. 2., 教学工作 above 3. 4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from duplan.outline.grids import Grid
from duplan.outline.markers import RANK, Marker
from duplan.outline.paragraphs import Paragraph
from duplan.outline.tree import is_time_heading

LONGEST = 16
_FAMILIES = ("han-paren", "dec", "dec-half")


@dataclass(slots=True)
class _List:
    """A list as far as it was counted, and the group headings that stand before its items."""

    family: str
    count: int = 0
    headings: list[int] = field(default_factory=list)


def group_headings(items: Sequence[Paragraph | Grid]) -> set[int]:
    """The indices of the unmarked lines that part one numbered list into groups.

    The first stands before number 1; the numbers run on over the others; a group has two items on
    the average, which short bodies of items don't.
    """
    return {
        at
        for found in _lists(items)
        if len(found.headings) >= 2 and found.count >= 2 * len(found.headings)
        for at in found.headings
    }


def _lists(items: Sequence[Paragraph | Grid]) -> Iterator[_List]:
    """The lists that begin below an unmarked line."""
    current: _List | None = None
    for at, item in enumerate(items):
        marker = item.marker if isinstance(item, Paragraph) else None
        if marker is None or marker.ordinal is None or marker.weak:
            continue
        before = items[at - 1] if at else None
        headed = isinstance(before, Paragraph) and _may_gather(before)
        if current is not None and current.family == marker.family:
            if marker.ordinal == current.count + 1:
                current.count += 1
                current.headings += [at - 1] * headed
                continue
        elif current is not None and not _is_wider(marker, current):
            continue
        if current is not None:
            yield current
        current = None
        if headed and marker.ordinal == 1 and marker.family in _FAMILIES:
            current = _List(marker.family, 1, [at - 1])
    if current is not None:
        yield current


def _is_wider(marker: Marker, than: _List) -> bool:
    return RANK.get(marker.family, 99) < RANK[than.family]


def _may_gather(item: Paragraph) -> bool:
    text = item.whole.text
    return (
        item.marker is None
        and len(text) <= LONGEST
        and text[-1] not in "。；;，,、！？：:）)"
        and not is_time_heading(item)
    )
