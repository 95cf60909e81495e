"""The index box of government web pages: 索引号, 发布机构, 成文日期, 发文字号 and their values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from duplan.interpret.account import Account
from duplan.interpret.frame.units import Item
from duplan.interpret.vocabulary import BOX_KEYS
from duplan.outline.grids import Grid
from duplan.text.normal import Text, join


@dataclass(slots=True)
class Box:
    """The fields of an index box by name, and the identities of the items that made it."""

    fields: dict[str, Text] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)

    def take(self, pairs: Sequence[tuple[str, Text] | None]) -> None:
        """Keeps the fields that tell something and were not told before."""
        for name, value in filter(None, pairs):
            if name and value:
                self.fields.setdefault(name, value)


_KEYED = re.compile(r"([\u4e00-\u9fff]{2,8})[：:](.*)")


def box_field(key: str) -> str | None:
    """The field that an index box's key names; "" for one that tells nothing; None for no key."""
    key = key.rstrip("：: ")
    return next((name for name, pattern in BOX_KEYS if pattern.fullmatch(key)), None)


def is_box_line(text: str) -> bool:
    """Whether a line is a field that tells something: 发布机构：…."""
    match = _KEYED.match(text)
    return match is not None and box_field(match.group(1)) is not None


def read_box(items: Sequence[Item], account: Account) -> Box:
    """The box among a document's first items, booked; its items are no part of any plan."""
    box = Box()
    for item in items[:40]:
        if isinstance(item, Grid):
            cells = [cell for row in item.rows for cell in row if cell.lines]
            keys = [box_field(cell.text) for cell in cells]
            pairs = [_pair(cell.lines[0].text) for cell in cells]
            if sum(bool(pair and pair[1]) for pair in pairs) >= 2 and pairs[0] is not None:
                box.take(pairs)
                account.hold(item, "index-box", "", "keys-of-an-index-box")
                box.seen.add(id(item))
                continue
            if sum(key is not None for key in keys) < 2 or keys[0] is None:
                continue
            for row in item.rows:
                for at, cell in enumerate(row[:-1]):
                    name = box_field(cell.text)
                    if name and row[at + 1].lines and box_field(row[at + 1].text) is None:
                        box.fields.setdefault(name, join(ln.text for ln in row[at + 1].lines))
            account.hold(item, "index-box", "", "keys-of-an-index-box")
            box.seen.add(id(item))
        elif (item.marker is None or item.marker.family == "bullet") and len(item.whole) <= 90:
            pairs = [_pair(text) for text in _apart(item.text)]
            if pairs[0] is None:
                continue
            box.take(pairs)
            account.hold(item, "index-box", "", "keys-of-an-index-box")
            box.seen.add(id(item))
    return box


def _apart(text: Text) -> list[Text]:
    """The parts of a line that white space parts where a further key begins."""
    cuts = [at for at in sorted(text.gaps) if _KEYED.match(text.text, at)]
    edges = [0, *cuts, len(text)]
    return [text.cut(a, b) for a, b in pairwise(edges)]


def _pair(text: Text) -> tuple[str, Text] | None:
    """The field and value of 发文字号：…, None where the text begins with no key of a box."""
    match = _KEYED.match(text.text)
    name = box_field(match.group(1)) if match else None
    return (name, text.cut(match.start(2))) if match and name is not None else None
