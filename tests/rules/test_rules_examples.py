"""Every rule against its own examples: what fails, what passes, what mends."""

from __future__ import annotations

import pytest
from examples import findings, read

from duplan.diagnostics import Diagnostic
from duplan.plan import Document
from duplan.rules import RULES, reading
from duplan.rules.examples import Example, examples
from duplan.rules.rule import Rule


def known(rule: Rule) -> list[Example]:
    """The examples of a rule; none for what only certain files show where they are read."""
    try:
        return examples(rule)
    except LookupError:
        assert rule in reading.RULES
        return []


EVERY = [
    pytest.param(code, example, id=f"{code}-{number}")
    for code, rule in RULES.items()
    for number, example in enumerate(known(rule))
]
FIXED = [each for each in EVERY if isinstance(each.values[1], Example) and each.values[1].fixed]
of_examples = pytest.mark.parametrize(("code", "example"), EVERY)


def words(document: Document, diagnostic: Diagnostic) -> str:
    """The words at the place of a finding, "" where it has none."""
    if diagnostic.span is None or document.evidence is None:
        return ""
    block, start, end = diagnostic.span
    return document.evidence.source.blocks[block].text[start:end]


@of_examples
def test_finds_what_the_example_says(code: str, example: Example) -> None:
    document = read(example)
    assert [words(document, each) for each in findings(code, example)] == list(example.found)


@of_examples
def test_messages_are_complete_in_both_languages(code: str, example: Example) -> None:
    for each in findings(code, example):
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


@pytest.mark.parametrize(("code", "example"), FIXED)
def test_the_fix_gives_the_fixed_text_and_mends_it(code: str, example: Example) -> None:
    fixed = mended(example.body, findings(code, example))
    assert fixed == example.fixed
    assert not findings(code, example, fixed)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_has_both_kinds_of_examples(code: str) -> None:
    every = known(RULES[code])
    if every:
        assert every[0].found
        assert not every[-1].found


@pytest.mark.parametrize("code", RULES)
def test_words_of_a_rule_are_sentences(code: str) -> None:
    rule = RULES[code]
    for words_of in (rule.finds, rule.why, rule.mend):
        assert words_of.en.endswith(".")
        assert words_of.zh.endswith("。")
