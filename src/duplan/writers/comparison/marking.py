"""The words of two titles that differ, as runs of text to be marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from duplan.comparison.changed_words import changed_words
from duplan.comparison.model import Place, Side

_KEPT = 0.4  # of the longer sentence: with less in common, two sentences read better than one


Own: TypeAlias = Literal["gone", "come"]


class Run(NamedTuple):
    """Text that both sides have (``same``), only the old one (``gone``) or the new one (``come``)."""

    kind: Literal["same", "gone", "come"]
    text: str


def runs(side: Side, kind: Own) -> list[Run]:
    """The title of one side, its own words as runs of the ``kind``."""
    return _parted(side.title, side.words, kind)


def woven(old: Side, new: Side) -> list[Run] | None:
    """Both titles as one sentence, what is gone before what came in its place.

    None where the sides have too little in common, or their words aren't told apart.
    """
    return _woven(runs(old, "gone"), runs(new, "come"))


def woven_texts(old: str, new: str) -> list[Run] | None:
    """The same of two sentences whose words were not yet compared."""
    gone, come = changed_words(old, new)
    return _woven(_parted(old, gone, "gone"), _parted(new, come, "come"))


def _woven(old: list[Run], new: list[Run]) -> list[Run] | None:
    kept = "".join(run.text for run in old if run.kind == "same")
    if kept != "".join(run.text for run in new if run.kind == "same"):
        return None
    longer = max(sum(len(run.text) for run in side) for side in (old, new))
    if len(kept) < _KEPT * longer:
        return None
    inserted = sorted([*_inserted(old), *_inserted(new)], key=lambda one: one[0])
    made: list[Run] = []
    at = 0
    for place, run in inserted:
        if place > at:
            made.append(Run("same", kept[at:place]))
        made.append(run)
        at = place
    return [*made, Run("same", kept[at:])] if at < len(kept) else made


def _inserted(side: list[Run]) -> Iterator[tuple[int, Run]]:
    """The changed runs, each with where it stands in what is kept."""
    at = 0
    for run in side:
        if run.kind == "same":
            at += len(run.text)
        else:
            yield at, run


def _parted(text: str, words: tuple[Place, ...], kind: Own) -> list[Run]:
    edges = [0, *(edge for place in words for edge in place), len(text)]
    parts = [
        Run(kind if number % 2 else "same", text[start:end])
        for number, (start, end) in enumerate(pairwise(edges))
    ]
    return [run for run in parts if run.text]
