"""The documents of the rules' examples, and what a rule finds in them."""

from __future__ import annotations

from io import BytesIO

from word_files import word_file

from duplan import load
from duplan.checking.specimens import document_of, findings_of
from duplan.diagnostics import Diagnostic
from duplan.plan import Document
from duplan.rules.examples import Example


def read(example: Example, body: str | None = None) -> Document:
    """The document of an example, or the same with another body."""
    if example.form == "paragraphs":
        return load(BytesIO(word_file(example.body)), name=example.name)
    document = document_of(example, body)
    assert document
    return document


def findings(code: str, example: Example, body: str | None = None) -> list[Diagnostic]:
    """What the rule finds in it."""
    return findings_of(code, example, read(example, body))
