"""The numbered tree: levels from the sequence of marks and their neighbours, printed numbers kept.

A mark's level follows from what is open before it: the next number of an open list is its sibling,
whatever its form (一、二、3、 or 1、…6、七、); a first number opens a list below; a list that a section
closed may run on in the next (一、1. 2. 二、3.). Only where nothing of that decides does the usual order
of marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from duplan.dates import match_time_label
from duplan.diagnostics import KINDS, Diagnostic
from duplan.outline.grids import Grid
from duplan.outline.markers import RANK, Marker, read_point
from duplan.outline.paragraphs import Paragraph, unmark

_TOP = {"attachment", "part", "chapter", "formal", "stem", "han"}
_COUNTING = {"part", "chapter", "formal", "han", "han-paren", "dec", "dec-half"}
_MONTHS = re.compile(r"\d{1,2}、\d{1,2}月")
_DECIMALS = "23456789"  # a decimal label's level is called dec2 for 3.1, dec3 for 3.1.2
_AHEAD = 80  # paragraphs that a look ahead reads at most: keeps the tree linear
MOST_MISSING = 4  # decimal labels that a list may leave out at a time
DEEPEST = 24  # levels: no plan has more, and a tree is walked by recursion


@dataclass(slots=True)
class Node:
    """A heading or item with what stands below it, in order. The root has no paragraph."""

    paragraph: Paragraph | None = None
    parts: list[Paragraph | Grid | Node] = field(default_factory=list)

    @property
    def marker(self) -> Marker | None:
        """The mark of its own paragraph."""
        return self.paragraph.marker if self.paragraph else None

    @property
    def children(self) -> list[Node]:
        """The nodes directly below."""
        return [part for part in self.parts if isinstance(part, Node)]

    @property
    def body(self) -> list[Paragraph | Grid]:
        """What stands directly below without being a node."""
        return [part for part in self.parts if not isinstance(part, Node)]

    def flat(self) -> Iterator[Paragraph | Grid]:
        """Everything below in the document's order, each node's own paragraph first."""
        stack: list[Paragraph | Grid | Node] = list(reversed(self.parts))
        while stack:
            part = stack.pop()
            if isinstance(part, Node):
                if part.paragraph is not None:
                    yield part.paragraph
                stack.extend(reversed(part.parts))
            else:
                yield part


@dataclass(slots=True)
class _Open:
    """An open level: the node last added on it and what its list has counted so far."""

    node: Node
    family: str
    label: str = ""
    close: str = ""
    last: int = 0
    outline: int | None = None  # the level of the heading style that its nodes have, if any
    list_level: int | None = None  # of the automatic list that it is, if it is one


def grow(items: Sequence[Paragraph | Grid], headings: Mapping[int, int] | None = None) -> Node:
    """The tree of a plan's paragraphs.

    ``headings`` names the unmarked paragraphs that are headings: index → 0 for one of the top level,
    1 for one below the section that it stands in.
    """
    return _Grower(items, headings or {}).grow()


def is_time_heading(paragraph: Paragraph) -> bool:
    """Whether an unmarked paragraph opens with a time label that stands for itself: 九月份：, 1月 主题."""
    if paragraph.marker is not None:
        return False
    text = paragraph.text
    found = match_time_label(text.text)
    if found is None:
        return False
    end = found[0]
    return end == len(text) or text.text[end] in "：:|" or end in text.gaps


def _point_headings(items: Sequence[Paragraph | Grid]) -> dict[int, Paragraph]:
    """The paragraphs 一是…, 二是… that have numbered items below them: headings, not points."""
    opened: dict[int, Paragraph] = {}
    filled: set[int] = set()
    last: int | None = None
    for at, item in enumerate(items):
        if isinstance(item, Grid):
            continue
        if item.marker is None:
            read = read_point(item.text.text)
            if read is not None and len(item.text) <= 200:
                opened[at] = item._replace(marker=read[0], text=item.text.cut(read[1]))
                last = at
        elif last is not None and item.marker.family in ("han-paren", "dec", "dec-paren"):
            if item.marker.ordinal == 1:
                filled.add(last)
        else:
            last = None
    if len(filled) < 2:
        return {}
    within = [at for at in opened if min(filled) <= at <= max(filled)]
    for at in (at for at in opened if at > max(filled)):
        before, marker = opened[within[-1]].marker, opened[at].marker
        if not (before and marker and marker.ordinal == (before.ordinal or 0) + 1):
            break
        within.append(at)
    return {at: opened[at] for at in within} if len(filled) * 2 >= len(within) else {}


class _Grower:
    def __init__(self, items: Sequence[Paragraph | Grid], headings: Mapping[int, int]) -> None:
        self.items = items
        self.headings = headings
        self.root = Node()
        self.stack: list[_Open] = []
        self.closed: dict[str, tuple[str, _Open]] = {}  # family → parent's family, its last list

    def grow(self) -> Node:
        points = _point_headings(self.items)
        for at, item in enumerate(self.items):
            if isinstance(item, Grid):
                self._deepest().parts.append(item)
            elif at in points:
                self._add_marked(at, points[at])
            elif at in self.headings:
                self._add_heading(item, self.headings[at])
            elif item.marker is not None:
                self._add_marked(at, item)
            elif is_time_heading(item):
                self._add_time(item)
            else:
                self._deepest().parts.append(item)
        return self.root

    def _deepest(self) -> Node:
        return self.stack[-1].node if self.stack else self.root

    def _close(self, depth: int) -> None:
        while len(self.stack) > depth:
            level = self.stack.pop()
            above = self.stack[-1].family if self.stack else ""
            self.closed[level.family] = (above, level)

    def _open(self, depth: int, paragraph: Paragraph, family: str) -> None:
        """Puts the paragraph's node on level ``depth``, closing what is open there and below."""
        marker = paragraph.marker
        if depth < len(self.stack) and marker is not None and family in _COUNTING:
            sibling = self.stack[depth]
            if sibling.last + 1 == marker.ordinal and sibling.family in _COUNTING:
                family = sibling.family  # a list that changes its form stays the list it is
        self._close(min(depth, DEEPEST - 1))
        node = Node(paragraph)
        self._deepest().parts.append(node)
        layout = paragraph.line.layout
        level = _Open(node, family, outline=layout.outline_level, list_level=layout.list_level)
        if marker is not None:
            level.label, level.close, level.last = marker.label, marker.close, marker.ordinal or 0
        self.stack.append(level)

    def _add_heading(self, paragraph: Paragraph, below: int) -> None:
        if below == 0:
            self._open(0, paragraph, "heading")
            return
        depth = self._innermost("heading")
        if depth is None or depth == 0:
            depth = next(
                (k + 1 for k, level in enumerate(self.stack) if level.family in _TOP | {"heading"}),
                0,
            )
        self._open(depth, paragraph, "heading")

    def _add_time(self, paragraph: Paragraph) -> None:
        depth = self._innermost("time")
        if depth is None:
            depth = len(self.stack)
            while depth and self.stack[depth - 1].family == "bullet":
                depth -= 1
        self._open(depth, paragraph, "time")

    def _innermost(self, family: str) -> int | None:
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].family == family:
                return depth
        return None

    def _add_marked(self, at: int, paragraph: Paragraph) -> None:
        marker = paragraph.marker
        assert marker is not None
        if marker.weak and not self._confirmed(at, paragraph, marker):
            self._deepest().parts.append(unmark(paragraph))
            return
        if len(marker.ordinals) > 1 and not paragraph.line.label and self._is_figure(marker):
            self._deepest().parts.append(unmark(paragraph))
            return
        if marker.family == "bullet":
            self._open(self._bullet_depth(marker), paragraph, "bullet")
        elif len(marker.ordinals) > 1:
            self._open(self._decimal_depth(marker.ordinals), paragraph, "dec")
            self.stack[-1].family = f"dec{len(marker.ordinals)}"
        else:
            self._open(self._depth(at, paragraph, marker), paragraph, marker.family)

    def _is_figure(self, marker: Marker) -> bool:
        """Whether 5.12 or 12.5 is a day or a quantity: it neither begins nor goes on with a list."""
        *above, number = marker.ordinals
        if number == 1:
            return False
        for level in self.stack:
            other = level.node.marker
            if other is None:
                continue
            if (
                list(other.ordinals[:-1]) == above
                and 0 < number - other.ordinals[-1] <= MOST_MISSING
            ):
                return False
            if list(other.ordinals) == above and number <= MOST_MISSING:
                return False
        return True

    def _bullet_depth(self, marker: Marker) -> int:
        for depth in range(len(self.stack) - 1, -1, -1):
            level = self.stack[depth]
            if level.family == "bullet" and level.label == marker.label:
                return depth
        return len(self.stack)

    def _decimal_depth(self, ordinals: tuple[int, ...]) -> int:
        """3.1.2 stands below 3.1, 3.1 below whatever is numbered 3."""
        for depth in range(len(self.stack) - 1, -1, -1):
            marker = self.stack[depth].node.marker
            if marker is not None and len(marker.ordinals) == len(ordinals):
                return depth
        for depth in range(len(self.stack) - 1, -1, -1):
            marker = self.stack[depth].node.marker
            if marker is not None and marker.ordinals == ordinals[:-1]:
                return depth + 1
        return len(self.stack)

    def _depth(self, at: int, paragraph: Paragraph, marker: Marker) -> int:
        number = marker.ordinal or 0
        family = marker.family
        outline, list_level = paragraph.line.layout.outline_level, paragraph.line.layout.list_level
        same = [
            k
            for k, level in enumerate(self.stack)
            if level.family == family and not _is_deeper(list_level, level.list_level)
        ]
        next_in = [depth for depth in same if self.stack[depth].last + 1 == number]
        if next_in:
            looks = {k: (self.stack[k].outline, self.stack[k].list_level) for k in next_in}
            return max(next_in, key=lambda k: (looks[k] == (outline, list_level), k))
        if same:
            return self._restarted(same[-1], marker, outline)
        if number > 1:
            continued = self._continued(marker, number)
            if continued is not None:
                return continued
        return self._fresh(at, marker)

    def _restarted(self, depth: int, marker: Marker, outline: int | None) -> int:
        """A number out of turn: a new list under a later heading, or a gap or repeat in this one."""
        if marker.ordinal == 1:
            above = self.stack[depth].outline
            if above is not None and (outline is None or outline > above):
                return depth + 1  # 1. in a heading style and 1. in the text below it
            below = self.stack[depth + 1 :]
            if any(level.family in ("heading", "time") for level in below):
                return len(self.stack)
            if self.stack[depth].close != marker.close and not below:
                return len(self.stack)
        return depth

    def _continued(self, marker: Marker, number: int) -> int | None:
        """The level whose count a number goes on with though it has another form or was closed."""
        sibling = next(
            (
                depth
                for depth in range(len(self.stack) - 1, -1, -1)
                if self.stack[depth].last + 1 == number
                and self.stack[depth].family in _COUNTING
                and marker.family in _COUNTING
            ),
            None,
        )
        above, before = self.closed.get(marker.family, ("", None))
        if (
            before is not None
            and before.last + 1 == number
            and (before.close == marker.close or sibling is None)
        ):
            if not above and marker.family in _TOP:
                return 0
            depth = self._innermost(above) if above else None
            if depth is not None:
                return self._below_wider(depth + 1, marker)
        return sibling

    def _below_wider(self, depth: int, marker: Marker) -> int:
        """The level at ``depth`` or below, under the wider marks open there: （一）4. after 一、1. 2. 3."""
        while depth < len(self.stack):
            family = self.stack[depth].family
            if RANK.get(family, RANK[marker.family]) >= RANK[marker.family]:
                break
            depth += 1
        return depth

    def _fresh(self, at: int, marker: Marker) -> int:
        """Where a new list opens: below what is open, or beside it if its form is wider."""
        if marker.family == "attachment":
            return 0
        depth = len(self.stack)
        while depth:
            level = self.stack[depth - 1]
            if RANK.get(level.family.rstrip(_DECIMALS), -1) <= RANK[marker.family]:
                break
            if marker.family not in _TOP and depth == 1:
                break
            known = self.closed.get(marker.family)
            if known is not None and known[0] == level.family:
                break
            if self._goes_on(at, level):
                break
            depth -= 1
        return depth

    def _goes_on(self, at: int, level: _Open) -> bool:
        """Whether the open list has its next number further down, before any wider mark."""
        for item in self.items[at + 1 : at + _AHEAD]:
            if isinstance(item, Grid) or item.marker is None or item.marker.weak:
                continue
            family, ordinal = item.marker.family, item.marker.ordinal
            if ordinal == level.last + 1 and (family == level.family or level.family in _COUNTING):
                own = self.items[at]
                if isinstance(own, Paragraph) and own.marker and family == own.marker.family:
                    if ordinal != 2:
                        return False
                    continue
                return True
        return False

    def _confirmed(self, at: int, paragraph: Paragraph, marker: Marker) -> bool:
        number = marker.ordinal or 0
        # 5、6月 is item 5 of its own list only
        families = {marker.family}
        if not _MONTHS.match(paragraph.whole.text):
            families |= {"dec", "han"}
        if number > 1 and any(
            level.last + 1 == number and level.family in families for level in self.stack
        ):
            return True
        for item in self.items[at + 1 : at + _AHEAD]:
            if isinstance(item, Paragraph) and item.marker is not None:
                other = item.marker
                if other.family == marker.family and other.ordinal == number + 1:
                    return number <= 1
                if RANK.get(other.family, 99) < RANK[marker.family]:
                    return False
        return False


def _is_deeper(list_level: int | None, other: int | None) -> bool:
    return list_level is not None and other is not None and list_level > other


def numbering(root: Node) -> list[Diagnostic]:
    """A diagnostic for each gap, repeat or step back in the printed numbers of a list."""
    found: list[Diagnostic] = []
    stack = [root]
    while stack:
        node = stack.pop()
        stack += node.children
        counted = [child for child in node.children if child.marker and child.marker.ordinal]
        firsts, afters = [None, *counted], [*counted[2:], None]
        for (before, now), first, after in zip(pairwise(counted), firsts, afters, strict=False):
            if not (_begins_anew(before, now, after) or _is_right(first, before, now)):
                found += _step(before.paragraph, now.paragraph)
    return found


def _is_right(first: Node | None, before: Node, now: Node) -> bool:
    """Whether a number goes on from the last but one: of the one between, its own step tells."""
    assert before.marker is not None and now.marker is not None
    if first is None or first.marker is None:
        return False
    *above, start = first.marker.ordinals
    *same, last = now.marker.ordinals
    return above == same and last == start + 2 and before.marker.ordinal != start + 1


def _begins_anew(before: Node, now: Node, after: Node | None) -> bool:
    """Whether a list starts over where text stands between: 附件2, or 1. below a line for a month.

    A 1 that a 3 follows, or that follows a 1 as the last of its list, stands in the place of 2.
    """
    assert before.marker is not None and now.marker is not None
    if now.marker.family == "attachment":
        return before.marker.family != "attachment"
    if now.marker.ordinal != 1 or not before.body:
        return False
    following = after.marker.ordinal if after is not None and after.marker is not None else None
    return following == 2 or (following != 3 and before.marker.ordinal != 1)


def _step(before: Paragraph | None, now: Paragraph | None) -> list[Diagnostic]:
    assert before is not None and now is not None
    assert before.marker is not None and now.marker is not None
    last, number = before.marker.ordinal, now.marker.ordinal
    if last is None or number is None or number == last + 1 or number == 99:
        return []
    if number == 1 and now.marker.family != before.marker.family:
        return []
    if now.marker.ordinals[:-1] != before.marker.ordinals[:-1]:
        return []  # 2.0 after 1.0, 3.1 after 2.4
    spans = now.whole.spans()
    values: dict[str, str | int] = {"label": now.label, "previous": before.label}
    code = "DP201" if number > last + 1 else "DP202"
    return [Diagnostic(KINDS[code], spans[0] if spans else None, values)]
