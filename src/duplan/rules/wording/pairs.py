"""Brackets and quotation marks of a text, each with its partner as far as it has one."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from duplan.rules.prose import Ranges

_PAIRS = ("()", "（）", "《》", "〈〉", "「」", "『』", "【】", "〔〕", "“”", "‘’")
# Round brackets pair whatever their width.
_KIND = {mark: pair[0].replace("（", "(") for pair in _PAIRS for mark in pair}
CLOSING = frozenset(pair[1] for pair in _PAIRS)
_EVERY = re.escape("".join(_PAIRS))
# Most pairs hold no other mark: they are passed over whole, and the rest is looked at one by one.
_WHOLE = "|".join(
    rf"(?<={re.escape(pair[0])})[^{_EVERY}\n]*{re.escape(pair[1])}"
    for pair in _PAIRS
    if pair != "‘’"
)
_MARKS = re.compile(f"[{_EVERY}](?:{_WHOLE})?")
_ORDINAL = r"(?P<arabic>[0-9a-zA-Z①-⑳]{1,3})|(?P<han>[一二三四五六七八九十]{1,3})"
_LABEL = re.compile(rf"(?:{_ORDINAL})\Z")
_LABEL_START = re.compile(r"[\s。；;：:，,、|]")
_NEAR = 3  # lines over which a wrapped sentence or a quotation in paragraphs may go on


class Mark(NamedTuple):
    """A bracket or quotation mark: where it stands, its kind (the opening mark), its line."""

    start: int
    kind: str
    line: int


class Pair(NamedTuple):
    """An opening mark and the closing one that belongs to it."""

    opening: Mark
    closing: Mark


@dataclass
class Pairing:
    """What ``pair`` made of a text: pairs that hold further marks, marks alone.

    ``labels`` are closing brackets as in 1）, by the kind of number.
    """

    pairs: list[Pair] = field(default_factory=list)
    alone: list[Mark] = field(default_factory=list)
    labels: dict[str, list[Mark]] = field(default_factory=lambda: defaultdict(list))


def pair(text: str, outside: Ranges) -> Pairing:
    """Each closing mark with the nearest open one of its kind, on its line or one shortly before.

    Marks ``outside`` of prose are left alone, apostrophes too. Linear in the length of the text.
    """
    pairing, line, counted = Pairing(), 0, 0
    opened: dict[str, list[Mark]] = defaultdict(list)
    for match in _MARKS.finditer(text):
        char = match[0]
        if len(char) > 1:
            continue
        at = match.start()
        line += text.count("\n", counted, at)
        counted = at
        if outside.hold(at) or (char in "‘’" and _is_apostrophe(text, at)):
            continue
        mark = Mark(at, _KIND[char], line)
        if char in CLOSING:
            _close(pairing, opened[mark.kind], mark, text)
        else:
            opened[mark.kind].append(mark)
    pairing.alone += (mark for stack in opened.values() for mark in stack)
    pairing.alone.sort()
    return pairing


def _close(pairing: Pairing, opened: list[Mark], mark: Mark, text: str) -> None:
    near = opened and mark.line - opened[-1].line <= _NEAR
    label = _label(text, mark) if not near or opened[-1].line != mark.line else ""
    if label:
        pairing.labels[label].append(mark)
    elif near:
        pairing.pairs.append(Pair(opened.pop(), mark))
    else:
        pairing.alone.append(mark)


def _label(text: str, mark: Mark) -> str:
    """The kind of number that the bracket ends as a label does: 1）, 一）."""
    if mark.kind != "(":
        return ""
    start = max(0, mark.start - 3)
    start = text.rfind("\n", start, mark.start) + 1 or start
    number = _LABEL.search(text, start, mark.start)
    if number is None:
        return ""
    begin = number.start()
    if begin and not _LABEL_START.match(text, begin - 1):
        return ""
    return number.lastgroup or ""


def _is_apostrophe(text: str, at: int) -> bool:
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return any(char.isascii() and char.isalnum() for char in around)
