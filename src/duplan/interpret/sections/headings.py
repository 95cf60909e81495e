"""Which unmarked paragraphs are headings: by the file's own styles, or, where nothing is numbered,
short lines before longer text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from duplan.dates import match_time_label
from duplan.interpret.brackets import is_duty_line
from duplan.interpret.sections.groups import group_headings
from duplan.interpret.sections.roles import role_of_words
from duplan.interpret.vocabulary import CLOSING_REMARK
from duplan.outline.grids import Grid
from duplan.outline.markers import read_point
from duplan.outline.paragraphs import Paragraph, unmark
from duplan.outline.tree import is_time_heading

LONGEST = 24
_TOP = {"part", "chapter", "formal", "stem", "han", "han-paren", "dec", "dec-half"}


def find_headings(items: Sequence[Paragraph | Grid]) -> dict[int, int]:
    """Index → 0 for a top-level heading, 1 for one below a section."""
    tops = [
        at
        for at, item in enumerate(items)
        if isinstance(item, Paragraph)
        and item.marker is not None
        and item.marker.family in _TOP
        and not item.marker.weak
    ]
    found: dict[int, int] = {}
    numbered = _numbered(items, tops) and not _unmarked_roles(items)
    sectioned = timed = False
    styled = [
        item.heading for item in items if isinstance(item, Paragraph) and item.heading is not None
    ]
    highest = min(styled, default=0)
    heads = _widest(items, tops) if numbered else []
    groups = (group_headings(items) | _block_titles(items, heads)) if numbered else set()
    for at, item in enumerate(items):
        if isinstance(item, Grid) or item.marker is not None:
            continue
        if is_time_heading(item) or _opens_with_month(item):
            timed = True
            continue
        text = item.text.text.rstrip("：: ")
        role = role_of_words(text) if len(text) <= 16 else None
        if not _may_head(item, items[at + 1] if at + 1 < len(items) else None):
            continue
        if item.heading is not None:
            found[at] = 0 if item.heading == highest else 1
        elif (role is not None and (not tops or at < tops[0] or not numbered)) or (
            role is not None and at > tops[-1] and role in ("schedule", "measures")
        ):
            found[at] = 0
        elif at in groups:
            found[at] = 1
        elif numbered and role == "tasks" and _turns_to_tasks(items, heads, at):
            found[at] = 0
        elif (
            not numbered
            and not timed
            and _heads(item, items[at + 1] if at + 1 < len(items) else None)
        ):
            found[at] = 1 if sectioned else 0
        if found.get(at) == 0 and role is not None:
            sectioned = role == "tasks"
            timed = False
    return found


def _widest(items: Sequence[Paragraph | Grid], tops: Sequence[int]) -> list[int]:
    """Of the numbered paragraphs, those with marks of the first one's form: the sections."""
    family = _family(items[tops[0]])
    return [at for at in tops if _family(items[at]) == family]


def _block_titles(items: Sequence[Paragraph | Grid], heads: Sequence[int]) -> set[int]:
    """The short lines that title blocks of text in a numbered section 重点任务 that has no numbers of
    its own: three or more, the first right below the heading."""
    found: set[int] = set()
    for top, end in pairwise([*heads, len(items)]):
        heading = items[top]
        assert isinstance(heading, Paragraph)
        if role_of_words(heading.text.text.rstrip("：: ")) != "tasks":
            continue
        titles = [
            at
            for at in range(top + 1, end)
            if isinstance(item := items[at], Paragraph)
            and item.marker is None
            and _may_head(item, items[at + 1] if at + 1 < end else None)
            and _heads(item, items[at + 1] if at + 1 < end else None)
        ]
        if len(titles) >= 3 and titles[0] == top + 1:
            found.update(titles)
    return found


def _family(item: Paragraph | Grid) -> str:
    return item.marker.family if isinstance(item, Paragraph) and item.marker else ""


def _turns_to_tasks(items: Sequence[Paragraph | Grid], heads: Sequence[int], at: int) -> bool:
    """Whether 主要工作, set apart by an empty line, ends a numbered section of another role."""
    before = bisect_left(heads, at)
    item, section = items[at], items[heads[before - 1]] if before else None
    if not isinstance(item, Paragraph) or not isinstance(section, Paragraph):
        return False
    role = role_of_words(section.text.text.rstrip("：: "))
    return item.line.blank_before > 0 and role not in (None, "tasks", "schedule")


def loosen_remarks(items: list[Paragraph | Grid]) -> list[Paragraph | Grid]:
    """The items with closing remarks (说明：1.… 2.…) freed of their marks: they open no section."""
    for at in range(len(items) - 1, max(-1, len(items) - 10), -1):
        item = items[at]
        if isinstance(item, Grid):
            break
        free = item.marker is None or item.marker.family == "bullet"
        if free and CLOSING_REMARK.match(item.text.text):
            items = [*items[:at], unmark(item), *items[at + 1 :]]
            rest = [
                unmark(later) if isinstance(later, Paragraph) else later
                for later in items[at + 1 :]
            ]
            return [*items[: at + 1], *rest]
        if item.marker is not None and item.marker.family not in ("dec", "dec-paren", "circle"):
            break
    return items


def _opens_with_month(item: Paragraph) -> bool:
    found = match_time_label(item.text.text)
    return found is not None and found[1].period.precision in ("month", "part", "week", "day")


def _unmarked_roles(items: Sequence[Paragraph | Grid]) -> bool:
    """Whether unmarked short lines name three sections or more."""
    named = 0
    for item, after in pairwise([*items, None]):
        if isinstance(item, Paragraph) and item.marker is None and len(item.text) <= 16:
            if _opens_with_month(item):
                continue
            role = role_of_words(item.text.text.rstrip("：: "))
            named += role is not None and _may_head(item, after)
    return named >= 3


def _numbered(items: Sequence[Paragraph | Grid], tops: Sequence[int]) -> bool:
    """Whether the plan's own sections are numbered: a count from one that goes on."""
    ordinals = set()
    for at in tops:
        item = items[at]
        assert isinstance(item, Paragraph)
        if item.marker is not None:
            ordinals.add((item.marker.family, item.marker.ordinal))
    return (
        any((family, 2) in ordinals or (family, 3) in ordinals for family in _TOP)
        and any(family in ("part", "chapter", "formal", "han") for family, _ in ordinals)
    ) or (
        len(tops) >= 3
        and any(family in ("han-paren", "dec") for family, _ in ordinals)
        and not _led(items, tops)
    )


def _led(items: Sequence[Paragraph | Grid], tops: Sequence[int]) -> bool:
    """Whether the numbered lists restart under unmarked short lines."""
    firsts = 0
    for at in tops:
        item = items[at]
        before = items[at - 1] if at else None
        if (
            isinstance(item, Paragraph)
            and item.marker is not None
            and item.marker.ordinal == 1
            and isinstance(before, Paragraph)
            and before.marker is None
            and len(before.whole) <= LONGEST
            and before.whole.text[-1] not in "。；"
        ):
            firsts += 1
    return firsts >= 2


def _may_head(item: Paragraph, after: Paragraph | Grid | None) -> bool:
    text = item.whole.text
    if len(text) > 40 or text[-1] in "。；;，,、！？" or after is None:
        return False
    return not is_duty_line(text) and read_point(text) is None and not text.startswith(("（", "("))


def _heads(item: Paragraph, after: Paragraph | Grid | None) -> bool:
    """A short line without a final mark above something longer."""
    text = item.whole.text
    if len(text) > LONGEST or "。" in text or "；" in text:
        return False
    if isinstance(after, Grid) or after is None:
        return isinstance(after, Grid)
    if is_time_heading(after) or (after.marker is not None and after.marker.ordinal in (1, None)):
        return True
    return len(after.whole) >= max(24, len(text) * 1.5)
