"""Whatever a document or a file's name says: every report is well-formed and obeyed by nobody."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from commands import read
from hypothesis import example, given
from hypothesis import strategies as st
from junitparser import JUnitXml
from lxml import etree
from reports import RULES, bracket
from test_reporters_sarif import VALID

from duplan.reporters import github, gitlab, junit, sarif
from duplan.reporters import json as json_reporter

# With lone surrogates: names of files have them
_ANY = st.text(st.characters(exclude_categories=()), max_size=40)
_NAME = _ANY.filter(lambda text: "\0" not in text)
# C0 but the line feed, DEL, C1, line separators, bidirectional marks, surrogates, no characters
_ACTIVE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
WORST = "\x1b[2J\r\n::error::x\n<!--]]>&\"'\u202e\ufffe\udcff%0A{0}[a](b)"


def hostile(test: Callable[..., None]) -> Callable[..., None]:
    """Any path, message and text of a line."""
    given_any = given(path=_NAME, message=_ANY, text=_ANY)
    return given_any(example(path=WORST, message=WORST, text=WORST)(test))


@hostile
@pytest.mark.parametrize("reporter", [json_reporter, sarif, gitlab], ids=lambda each: each.__name__)
def test_json_is_well_formed_and_inert(reporter: Any, path: str, message: str, text: str) -> None:
    written = reporter.dump((bracket(message, text, path),), RULES, "en")
    assert not _ACTIVE.search(written)
    assert json.loads(written)
    written.encode()


@hostile
def test_json_keeps_every_character(path: str, message: str, text: str) -> None:
    written = json_reporter.dump((bracket(message, text, path),), RULES, "en")
    [finding] = json.loads(written)["files"][0]["findings"]
    kept = re.sub("[\ud800-\udfff]", "\ufffd", text)
    assert finding["location"]["text"] == kept


@hostile
def test_sarif_is_of_its_schema(path: str, message: str, text: str) -> None:
    made = json.loads(sarif.dump((bracket(message, text, path),), RULES, "zh"))
    VALID.validate(made)
    [result] = made["runs"][0]["results"]
    assert not re.search(r"(?<!\\)\]\(", result["message"]["text"])
    assert made["runs"][0]["artifacts"][0]["location"]["uri"].isascii()


@hostile
def test_xml_is_well_formed(path: str, message: str, text: str) -> None:
    written = junit.dump((bracket(message, text, path),), RULES, "en")
    assert not _ACTIVE.search(written.replace("\t", ""))
    etree.fromstring(written.encode())
    [suite] = JUnitXml.fromstring(written.encode())
    assert (suite.tests, suite.failures) == (1, 1)


@hostile
def test_a_finding_is_one_command(path: str, message: str, text: str) -> None:
    [command] = read(github.dump((bracket(message, text, path),), RULES, "en"))
    assert command.level == "error"
    assert command.properties.keys() == {"file", "line", "col", "endColumn", "title"}
    assert not _ACTIVE.search(command.message)
