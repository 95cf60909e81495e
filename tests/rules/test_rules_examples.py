"""Every rule against its own examples: what fails, what passes, what mends."""

from __future__ import annotations

import pytest
from examples import Example, examples

from duplan.diagnostics import Diagnostic
from duplan.plan import Document
from duplan.rules import RULES

EVERY = [example for code in RULES for example in examples(code)]
of_examples = pytest.mark.parametrize("example", EVERY, ids=str)


def words(document: Document, diagnostic: Diagnostic) -> str:
    """The words at the place of a finding, "" where it has none."""
    if diagnostic.span is None or document.evidence is None:
        return ""
    block, start, end = diagnostic.span
    return document.evidence.source.blocks[block].text[start:end]


@of_examples
def test_finds_what_the_example_says(example: Example) -> None:
    document = example.read()
    found = [words(document, each) for each in example.check()]
    assert found == example.data.get("found", [])


@of_examples
def test_messages_are_complete_in_both_languages(example: Example) -> None:
    for each in example.check():
        assert each.message("en")
        assert each.message("zh")


def mended(text: str, found: list[Diagnostic]) -> str:
    """The text with all fixes made."""
    lines = text.split("\n")
    edits = [edit for each in found if each.fix for edit in each.fix.edits]
    for span, new in sorted(edits, reverse=True):
        line = lines[span.block]
        lines[span.block] = line[: span.start] + new + line[span.end :]
    return "\n".join(lines)


@pytest.mark.parametrize("example", [each for each in EVERY if "fixed" in each.data], ids=str)
def test_the_fix_gives_the_fixed_text_and_mends_it(example: Example) -> None:
    fixed = mended(example.text, example.check())
    assert fixed == example.data["fixed"]
    assert not example.check(fixed)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_has_both_kinds_of_examples(code: str) -> None:
    assert {example.passes for example in examples(code)} == {True, False}
