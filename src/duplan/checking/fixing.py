"""Fixes made in the bytes of a file. Only files of lines are mended; what isn't touched stays as it is."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from duplan.checking.places import LINED
from duplan.diagnostics import Diagnostic, Edit
from duplan.readers.encodings import BOMS, CODECS
from duplan.source import Block, Source

_ROUNDS = 10  # a fix can uncover the next finding; no document needs more
_LINE_END = re.compile(r"\r\n|\r|\n")

_MOST_SINGLE = 50  # fixes tried one by one where all together break the form of a file

_Replacing: TypeAlias = tuple[int, int, str]  # what [start, end) of a text becomes


class Examined(NamedTuple):
    """What bytes were read as, what is found in them, and how often they break the form of plan files."""

    source: Source
    found: Sequence[Diagnostic]
    broken: int = 0


Examine: TypeAlias = Callable[[bytes], Examined]


class Mended(NamedTuple):
    """The bytes of a file after fixes, and the findings that were mended."""

    data: bytes
    made: tuple[Diagnostic, ...]


def mend(data: bytes, examine: Examine, *, unsafe: bool = False) -> Mended:
    """The file with all fixes made; those that may change what it says only where ``unsafe``.

    ``examine`` reads bytes and says what is found in them; it is asked again after each round, until
    nothing is left to mend. A fix that would break the form of a plan file is not made.
    """
    made: tuple[Diagnostic, ...] = ()
    now = examine(data)
    for _ in range(_ROUNDS):
        if now.source.format not in LINED:
            break
        mended = mend_once(data, now.source, now.found, unsafe=unsafe)
        if mended.data == data:
            break
        after = examine(mended.data)
        if after.broken > now.broken:
            mended = _mend_singly(data, now, examine, unsafe=unsafe)
            after = examine(mended.data)
        data, made, now = mended.data, made + mended.made, after
        if not mended.made:
            break
    return Mended(data, made)


def _mend_singly(data: bytes, now: Examined, examine: Examine, *, unsafe: bool) -> Mended:
    """The file with the fixes that, made one after the other, don't break its form."""
    kept: list[Diagnostic] = []
    mended = Mended(data, ())
    for each in [each for each in now.found if each.fix][:_MOST_SINGLE]:
        tried = mend_once(data, now.source, [*kept, each], unsafe=unsafe)
        if len(tried.made) > len(kept) and examine(tried.data).broken <= now.broken:
            kept.append(each)
            mended = tried
    return mended


def mend_once(
    data: bytes, source: Source, found: Iterable[Diagnostic], *, unsafe: bool = False
) -> Mended:
    """The file with the fixes of these findings. A fix is made whole, or not where another is in its way.

    Nothing is mended where the bytes aren't exactly what the encoding of ``source`` makes of their text,
    nor in lines that don't hold the words of the source once.
    """
    written = _written(data, source)
    if written is None:
        return Mended(data, ())
    mark, codec, text = written
    places = _Places(text, source.blocks)
    edits: list[_Replacing] = []
    made = []
    for each in found:
        if each.fix is None or not (each.fix.safe or unsafe):
            continue
        wanted = [places.edit(edit) for edit in each.fix.edits]
        known = sorted(edit for edit in wanted if edit is not None)
        if len(known) == len(wanted) and _fits(edits, known):
            for edit in known:
                insort(edits, edit)
            made.append(each)
    try:
        return Mended(mark + _edited(text, edits).encode(codec), tuple(made))
    except UnicodeEncodeError:  # the encoding lacks a character of a fix
        return Mended(data, ())


def _written(data: bytes, source: Source) -> tuple[bytes, str, str] | None:
    """The byte order mark, the codec and the text of a file; None where they don't give its bytes."""
    encoding = source.encoding or "utf-8"
    mark = next((mark for mark, name in BOMS if name == encoding and data.startswith(mark)), b"")
    codec = CODECS.get(encoding, encoding).removesuffix("-sig")
    try:
        text = data[len(mark) :].decode(codec)
        return (mark, codec, text) if mark + text.encode(codec) == data else None
    except UnicodeError:
        return None


class _Places:
    """Where the words of blocks stand in the text of the file."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.text = text
        self.blocks = blocks
        ends = list(_LINE_END.finditer(text))
        self.starts = [0, *(end.end() for end in ends)]
        self.ends = [*(end.start() for end in ends), len(text)]

    def edit(self, edit: Edit) -> _Replacing | None:
        """An edit of the file's text; None where its block can't be told there."""
        block = self.blocks[edit.span.block]
        line = block.line - 1
        if line >= len(self.starts):
            return None
        start, end = self.starts[line], self.ends[line]
        at = self.text.find(block.text, start, end)
        if at < 0 or self.text.find(block.text, at + 1, end) >= 0:
            return None
        return at + edit.span.start, at + edit.span.end, edit.text


def _fits(edits: list[_Replacing], more: list[_Replacing]) -> bool:
    """Whether further edits, both lists sorted, touch none of the edits and none of each other."""
    return all(a[1] <= b[0] and a[0] < b[0] for a, b in pairwise(more)) and all(
        _is_free(edits, edit) for edit in more
    )


def _is_free(edits: list[_Replacing], edit: _Replacing) -> bool:
    at = bisect_left(edits, edit)
    before, after = edits[max(at - 1, 0) : at], edits[at : at + 1]
    return all(other[1] <= edit[0] and other[0] < edit[0] for other in before) and all(
        edit[1] <= other[0] and edit[0] < other[0] for other in after
    )


def _edited(text: str, edits: Iterable[_Replacing]) -> str:
    parts, at = [], 0
    for start, end, new in edits:
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])
