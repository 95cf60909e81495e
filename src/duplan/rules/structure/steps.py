"""All numbers out of turn that reading a file doesn't find by itself."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.rules.numbers import out_of_turn
from duplan.rules.structure.apart import apart
from duplan.rules.structure.labels import labels_out_of_turn
from duplan.rules.subject import Subject
from duplan.source import Span


def steps(subject: Subject, code: str) -> Iterator[tuple[str, str, int, int, Span | None]]:
    """For each: the label before, its own label, its number, the number before, its place.

    What reading has found under ``code`` in the same paragraph is left to that finding.
    """
    found = {
        each.span.block for each in subject.evidence.diagnostics if each.code == code and each.span
    }
    for before, mark in (*out_of_turn(subject), *apart(subject)):
        span = subject.span(mark.start, mark.end)
        if span.block not in found:
            yield before.label, mark.label, mark.number, before.number, span
    for above, here in labels_out_of_turn(subject):
        if here.span is None or here.span.block not in found:
            yield above.label, here.label, here.number, above.number, here.span
