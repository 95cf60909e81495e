"""A document → what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import islice

from duplan.config import Office
from duplan.diagnostics import Diagnostic
from duplan.plan import Document
from duplan.rules import RULES, STANDARD
from duplan.rules.reading.more_findings import RULE as MORE
from duplan.rules.rule import Rule
from duplan.rules.subject import Subject

MOST = 1000  # findings of one rule in one file that are listed
_NOWHERE = (-1, -1, -1)

Failed = Callable[[Rule, Exception], None]


def check(
    document: Document, *, codes: Collection[str] | None = None, office: Office | None = None
) -> list[Diagnostic]:
    """What the rules find in a document that was read from a file or text, in the order of the file.

    ``codes`` chooses among ``duplan.rules.RULES``; without it the standard ones are asked. Findings
    without a place come first. A document that was put together or loaded without places has none.
    """
    return examine(document, STANDARD if codes is None else codes, office or Office())


def examine(
    document: Document, codes: Collection[str], office: Office, failed: Failed | None = None
) -> list[Diagnostic]:
    """What ``check`` gives. ``failed`` hears of rules that break, which costs only what they had still
    to find; without it their exceptions are raised.
    """
    if document.evidence is None:
        return []
    subject = Subject(document, document.evidence, office)
    found = [each for each in subject.evidence.diagnostics if each.code in codes]
    for code, rule in RULES.items():
        if code in codes and rule.check is not None:
            try:
                found.extend(_hits(rule, subject))
            except Exception as error:
                if failed is None:
                    raise
                failed(rule, error)
    return sorted(found, key=lambda each: (each.span or _NOWHERE, each.code, each.message()))


def _hits(rule: Rule, subject: Subject) -> Iterator[Diagnostic]:
    """The findings of a rule, and how many more there are than ``MOST``."""
    assert rule.check is not None
    hits = iter(rule.check(subject))
    for hit in islice(hits, MOST):
        yield Diagnostic(rule.kind, hit.span, hit.values, hit.fix, hit.related)
    more = sum(1 for _ in hits)
    if more:
        yield Diagnostic(MORE.kind, values={"count": more, "code": rule.code})
