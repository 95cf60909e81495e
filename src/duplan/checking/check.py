"""A document → what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from duplan.config import Office
from duplan.diagnostics import Diagnostic
from duplan.plan import Document
from duplan.rules import RULES, STANDARD
from duplan.rules.subject import Subject

_NOWHERE = (-1, -1, -1)


def check(
    document: Document, *, codes: Collection[str] | None = None, office: Office | None = None
) -> list[Diagnostic]:
    """What the rules find in a document that was read from a file or text, in the order of the file.

    ``codes`` chooses among ``duplan.rules.RULES``; without it the standard ones are asked. Findings
    without a place come first. A document that was put together or loaded without places has none.
    """
    if document.evidence is None:
        return []
    subject = Subject(document, document.evidence, office or Office())
    found = list(_findings(subject, STANDARD if codes is None else codes))
    return sorted(found, key=lambda each: (each.span or _NOWHERE, each.code, each.message()))


def _findings(subject: Subject, codes: Collection[str]) -> Iterator[Diagnostic]:
    noticed = subject.evidence.diagnostics
    yield from (each for each in noticed if each.code in codes)
    for code, rule in RULES.items():
        if code in codes and rule.check is not None:
            for hit in rule.check(subject):
                yield Diagnostic(rule.kind, hit.span, hit.values, hit.fix, hit.related)
