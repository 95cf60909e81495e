"""The documents of the rules' examples, and what a rule finds in them."""

from __future__ import annotations

from duplan import check, parse
from duplan.diagnostics import Diagnostic
from duplan.plan import Document
from duplan.rules.examples import Example


def read(example: Example, body: str | None = None) -> Document:
    """The document of an example, or the same with another body."""
    return parse(example.body if body is None else body, name=example.name)


def findings(code: str, example: Example, body: str | None = None) -> list[Diagnostic]:
    """What the rule finds in it."""
    return check(read(example, body), codes={code}, office=example.office)
