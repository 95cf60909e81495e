"""What the texts below two titles say differently, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.comparison.assignment import Pair, assign
from duplan.comparison.kinship import kinship
from duplan.comparison.model import Reason
from duplan.comparison.particulars import particulars
from duplan.comparison.terms import Wording, read
from duplan.comparison.thresholds import SAME_WORK, SENTENCES

_SENTENCE = re.compile(r"[^。；;\n]+")
_COUNTED = re.compile(r"^\s*(?:第?[一二三四五六七八九十]+(?:是|要)|[首其再][先次]|最后)[，,]?")


def details(old: str, new: str) -> Iterator[Reason]:
    """The particulars of sentences that say the same thing, then those that one side adds."""
    if old == new:
        return
    here, there = _sentences(old), _sentences(new)
    here, there = _without(here, there), _without(there, here)
    gains: dict[Pair, float] = {}
    for row, before in enumerate(here[:SENTENCES]):
        for column, after in enumerate(there[:SENTENCES]):
            score = kinship(before, after)
            if score >= SAME_WORK:
                gains[row, column] = score
    matched = assign(gains)
    for row, column in matched:
        yield from particulars(here[row], there[column])
        yield from _times(here[row], there[column])
    rows, columns = {row for row, _ in matched}, {column for _, column in matched}
    for row, before in enumerate(here):
        if row not in rows and before.terms:
            yield Reason("details", before.text, "")
    for column, after in enumerate(there):
        if column not in columns and after.terms:
            yield Reason("details", "", after.text)


def _sentences(text: str) -> list[Wording]:
    found = (_COUNTED.sub("", match[0]).strip() for match in _SENTENCE.finditer(text))
    return [read(sentence) for sentence in found if sentence]


def _without(here: list[Wording], there: list[Wording]) -> list[Wording]:
    said = {one.text for one in there}
    return [one for one in here if one.text not in said]


def _times(old: Wording, new: Wording) -> Iterator[Reason]:
    before, after = old.folded.times, new.folded.times
    if [time.key for time in before] != [time.key for time in after]:
        months = [{month for time in side for month in time.months} for side in (before, after)]
        raws = ["、".join(time.raw for time in side) for side in (before, after)]
        yield Reason("time" if months[0] == months[1] else "month", *raws)
