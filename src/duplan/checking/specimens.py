"""The examples of rules as documents, and what the rules find in them."""

from __future__ import annotations

from duplan.checking.check import check
from duplan.checking.suppression import apply
from duplan.diagnostics import Diagnostic
from duplan.pipeline import parse
from duplan.plan import Document
from duplan.planfiles.document import read
from duplan.readers.file import File
from duplan.rules.examples import Example


def document_of(example: Example, body: str | None = None) -> Document | None:
    """The document of an example, or the same with another body; None for descriptions of Word files."""
    words = example.body if body is None else body
    if example.form == "text":
        return parse(words, name=example.name)
    if example.form == "plan":
        return read(File(words.encode(), example.name))
    return None


def findings_of(code: str, example: Example, document: Document) -> list[Diagnostic]:
    """What a rule finds in the document of an example."""
    asked = {code, *example.asked}
    found = check(document, codes=asked, office=example.office)
    return [each for each in apply(found, document, asked) if each.code == code]
