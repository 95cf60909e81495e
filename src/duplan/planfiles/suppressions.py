"""Comments in a YAML file that tell which findings are meant to be: ``# duplan: ignore[DP411]``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from duplan.planfiles.lines import Lines
from duplan.planfiles.tree import Scalar, Value, scalars
from duplan.source import Span

IGNORE, IGNORE_FILE = "ignore", "ignore-file"

_COMMENT = re.compile(
    r"(?:(?<=[ \t])|^)#[ \t]*duplan[:：][ \t]*(?P<word>[\w-]+)"
    r"(?:[ \t]*\[(?P<names>[^\]\r\n]*)\]?)?",
    re.MULTILINE,
)
_NAME = re.compile(r"[^\s,，、]+")


class Suppression(NamedTuple):
    """A comment that suppresses findings.

    ``word`` is what it says, ``ignore`` or ``ignore-file`` where it is right. ``names`` are the codes
    and names that it lists, with their places; without ``listed`` it means every finding. ``lines``
    are those that it is for, counted from 0, None for the whole file. ``comment`` is its place with
    the white space before it, to the end of the line, ``list_`` that of what stands in brackets.
    """

    word: str
    place: Span
    comment: Span
    listed: bool
    list_: Span
    names: tuple[tuple[str, Span], ...]
    lines: range | None


def find(root: Value, lines: Lines) -> list[Suppression]:
    """The suppressions of a YAML file. What stands within a text is no comment."""
    found = list(_COMMENT.finditer(lines.text)) if "duplan" in lines.text else []
    if not found:
        return []
    every = [each for each in scalars(root) if each.start < each.end]
    every.sort(key=lambda each: each.start)
    starts = [each.start for each in every]
    values = dict(_long(every, lines))
    comments = (each for each in found if not _within(each.start(), every, starts, lines))
    meant = _meant(lines)
    return [_suppression(each, lines, values, meant) for each in comments]


def _within(at: int, every: list[Scalar], starts: list[int], lines: Lines) -> bool:
    """Whether a place is in a scalar; the line of ``|`` may have a comment."""
    number = bisect_right(starts, at) - 1
    if number < 0 or at >= every[number].end:
        return False
    scalar = every[number]
    return scalar.style not in ("|", ">") or lines.line(at) > lines.line(scalar.start)


def _long(every: list[Scalar], lines: Lines) -> Iterator[tuple[int, range]]:
    """The lines of each value of several, by those on which it begins and ends."""
    for scalar in every:
        first, last = lines.line(scalar.start), lines.line(scalar.end - 1)
        if first < last:
            yield last, range(first, last + 1)
            yield first, range(first, last + 1)


def _suppression(
    found: re.Match[str], lines: Lines, values: dict[int, range], meant: list[int]
) -> Suppression:
    at = lines.line(found.start())
    place = lines.span(*found.span())
    text = lines.blocks[at].text
    before = text[: place.start].rstrip(" \t")
    listed = found["names"] is not None
    base = found.start("names") if listed else found.end()
    names = tuple(
        (name[0], lines.span(base + name.start(), base + name.end()))
        for name in _NAME.finditer(found["names"] or "")
    )
    target = at if before else meant[at]
    covered = (
        None if found["word"] == IGNORE_FILE else values.get(target, range(target, target + 1))
    )
    return Suppression(
        found["word"],
        place,
        Span(at, len(before), len(text)),
        listed,
        lines.span(base, found.end("names") if listed else base),
        names,
        covered,
    )


def _meant(lines: Lines) -> list[int]:
    """For each line, the one that a comment on it is for if it stands there alone: the next that is
    more than a comment."""
    meant = []
    at = len(lines.blocks) - 1
    for block in reversed(lines.blocks):
        meant.append(at)
        if block.text.lstrip(" \t")[:1] not in ("", "#"):
            at = block.index
    return meant[::-1]
