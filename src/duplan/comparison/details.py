"""What the texts below two titles say differently, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from duplan.comparison.assignment import Pair, assign
from duplan.comparison.kinship import features, kinship
from duplan.comparison.model import Reason
from duplan.comparison.particulars import particulars
from duplan.comparison.terms import Wording, read
from duplan.comparison.thresholds import LONGEST, SAME_WORK, SENTENCES
from duplan.comparison.times import named_times
from duplan.comparison.units import Unit

_SENTENCE = re.compile(rf"[^。；;\n]{{1,{LONGEST}}}")
_COUNTED = re.compile(r"^\s*(?:第?[一二三四五六七八九十]+(?:是|要)|[首其再][先次]|最后)[，,]?")
_BRACKETS = re.compile(r"[（(][^（()）\n]*[)）]")
_WORDY = frozenset(("scope", "stage"))  # what is told of a title in a word, of a sentence by itself


def details(old: Unit, new: Unit, units: Iterable[str] = ()) -> Iterator[Reason]:
    """The particulars of sentences that say the same thing in two bodies, then those that one adds.

    Brackets that name one of ``units`` are left out: who is responsible is compared by itself.
    """
    if old.body == new.body:
        return
    units = frozenset(units)
    here, there = _sentences(old, units), _sentences(new, units)
    here, there = _without(here, there), _without(there, here)
    matched = _matched(here[:SENTENCES], there[:SENTENCES])
    for row, column in matched:
        yield from _differences(here[row], there[column])
    rows, columns = {row for row, _ in matched}, {column for _, column in matched}
    for row, before in enumerate(here):
        if row not in rows and before.terms:
            yield Reason("details", before.text, "")
    for column, after in enumerate(there):
        if column not in columns and after.terms:
            yield Reason("details", "", after.text)


def _matched(here: list[Wording], there: list[Wording]) -> list[Pair]:
    """Sentences that say the same, or that share most of their words: below one title, a sentence
    with another word in it is that sentence changed."""
    gains: dict[Pair, float] = {}
    for row, before in enumerate(here):
        for column, after in enumerate(there):
            score = max(kinship(before, after), features(before, after).common)
            if score >= SAME_WORK:
                gains[row, column] = score
    return assign(gains)


def _differences(old: Wording, new: Wording) -> Iterator[Reason]:
    found = [*particulars(old, new), *named_times(old, new)]
    yield from (reason for reason in found if reason.kind not in _WORDY)
    if any(reason.kind in _WORDY for reason in found):
        yield Reason("details", old.text, new.text)


def _sentences(unit: Unit, units: frozenset[str]) -> list[Wording]:
    text = _BRACKETS.sub(
        lambda bracket: "" if any(n in bracket[0] for n in units) else bracket[0], unit.body
    )
    found = (_COUNTED.sub("", match[0]).strip() for match in _SENTENCE.finditer(text))
    return [read(sentence, unit.names) for sentence in found if sentence]


def _without(here: list[Wording], there: list[Wording]) -> list[Wording]:
    said = {one.text for one in there}
    return [one for one in here if one.text not in said]
