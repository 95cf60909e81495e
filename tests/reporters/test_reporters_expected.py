"""What each reporter writes of the same findings, held to files that were read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reports import FILES, RULES

from duplan.diagnostics import Language
from duplan.reporters import github, gitlab, json, junit, sarif

GOLDEN = Path(__file__).parent / "golden"
EXPECTED = [
    (json, "en", "check.json"),
    (json, "zh", "check.json"),
    (sarif, "en", "check.en.sarif"),
    (sarif, "zh", "check.zh.sarif"),
    (github, "en", "github.en.txt"),
    (github, "zh", "github.zh.txt"),
    (gitlab, "en", "gitlab.en.json"),
    (gitlab, "zh", "gitlab.zh.json"),
    (junit, "en", "junit.en.xml"),
    (junit, "zh", "junit.zh.xml"),
]


@pytest.mark.parametrize(
    ("reporter", "language", "name"), EXPECTED, ids=lambda each: getattr(each, "__name__", each)
)
def test_writes_what_is_expected(
    reporter: object, language: Language, name: str, pytestconfig: pytest.Config
) -> None:
    dump: Callable[..., str] = vars(reporter)["dump"]
    written = dump(FILES, RULES, language)
    if pytestconfig.getoption("--refresh-samples"):
        (GOLDEN / name).write_text(written, encoding="utf-8", newline="\n")
    assert written == (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("reporter", [json, sarif, github, gitlab, junit])
def test_nothing_to_report_is_a_report_too(reporter: object) -> None:
    dump: Callable[..., str] = vars(reporter)["dump"]
    assert dump((), RULES, "en").endswith("\n") == (reporter is not github)
