"""What differs about two plans, said shortly: sections of one plan only stand in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duplan.comparison.model import Reason
from duplan.comparison.sentences import Language
from duplan.writers.comparison.words import say


def gathered(metadata: Sequence[Reason], language: Language) -> Iterator[Reason]:
    """The differences, those of sections last: what is gone together, then what came."""
    comma = say(language, "comma")
    gone = [one.old for one in metadata if one.kind == "section" and not one.new]
    come = [one.new for one in metadata if one.kind == "section" and not one.old]
    yield from (one for one in metadata if one.kind != "section" or (one.old and one.new))
    if gone:
        yield Reason("section", old=comma.join(gone))
    if come:
        yield Reason("section", new=comma.join(come))
