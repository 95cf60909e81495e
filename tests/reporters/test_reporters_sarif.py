"""SARIF 2.1.0: of its schema, complete, and with regions only where there are lines."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema  # type: ignore[import-untyped]
import pytest
from reports import CLEAN, FILES, RULES, TEXT, WORD, bracket

from duplan import rules
from duplan.checking.report import FileReport, Place
from duplan.diagnostics import Language
from duplan.reporters import sarif

_SCHEMA = Path(__file__).with_name("sarif-2.1.0.json")
VALID = jsonschema.Draft202012Validator(json.loads(_SCHEMA.read_text(encoding="utf-8")))
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


def run(*files: FileReport, language: Language = "en") -> Any:
    [made] = json.loads(sarif.dump(files, RULES, language))["runs"]
    return made


def results(*files: FileReport) -> Any:
    return run(*files)["results"]


@LANGUAGES
def test_is_of_the_schema(language: Language) -> None:
    VALID.validate(json.loads(sarif.dump(FILES, RULES, language)))
    VALID.validate(json.loads(sarif.dump((), (), language)))


@LANGUAGES
def test_our_own_rules_are_of_the_schema_and_not_too_long(language: Language) -> None:
    own = tuple(rules.RULES.values())
    data = json.loads(sarif.dump((), own, language))
    VALID.validate(data)
    declared = data["runs"][0]["tool"]["driver"]["rules"]
    assert [each["id"] for each in declared] == list(rules.RULES)
    for each in declared:
        assert each["properties"]["tags"], each["id"]
        for field in ("shortDescription", "fullDescription"):
            assert 0 < len(each[field]["text"]) <= 1024, each["id"]  # what GitHub shows of it


def test_every_rule_is_declared_and_every_result_points_to_its_own() -> None:
    made = run(*FILES)
    declared = [each["id"] for each in made["tool"]["driver"]["rules"]]
    assert declared == [rule.code for rule in RULES]
    assert [declared[each["ruleIndex"]] for each in made["results"]] == [
        each["ruleId"] for each in made["results"]
    ]


def test_a_rule_on_request_is_not_enabled_by_default() -> None:
    configured = [each["defaultConfiguration"] for each in run()["tool"]["driver"]["rules"]]
    assert [each["enabled"] for each in configured] == [True, True, True, True, False]
    assert [each["level"] for each in configured][:3] == ["warning", "error", "note"]


def test_a_file_with_lines_has_regions_and_replacements() -> None:
    _, found, _ = results(TEXT)
    region = found["locations"][0]["physicalLocation"]["region"]
    assert region == {
        "startLine": 2,
        "startColumn": 6,
        "endLine": 2,
        "endColumn": 15,
        "snippet": {"text": "9月1日（星期三）"},
    }
    [change] = found["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "二"}


def test_words_that_are_cut_off_are_no_snippet() -> None:
    cut = replace(TEXT.results[1], place=Place(1, 1, 300, "line", "字" * 240, 0))
    [found] = results(replace(TEXT, results=(cut,)))
    assert "snippet" not in found["locations"][0]["physicalLocation"]["region"]


def test_a_file_without_lines_has_paragraphs_and_no_regions() -> None:
    [found] = results(WORD)
    [location] = found["locations"]
    assert location["physicalLocation"].keys() == {"artifactLocation"}
    [logical] = location["logicalLocations"]
    assert logical["fullyQualifiedName"] == "body/tbl[1]/tr[2]/tc[3]/p[1]"
    assert "fixes" not in found
    assert "region" not in json.dumps(found)


def test_findings_without_a_region_stay_apart_on_github() -> None:
    whole, placed, _ = results(TEXT)
    [word] = results(WORD)
    assert "primaryLocationLineHash" in whole["partialFingerprints"]
    assert "primaryLocationLineHash" in word["partialFingerprints"]
    assert "primaryLocationLineHash" not in placed["partialFingerprints"]


@pytest.mark.parametrize("path", ["计划/一 二.txt", "a:b#c?d%20.txt", "名[1].txt", "../x.txt"])
def test_addresses_are_relative_and_quoted(path: str) -> None:
    made = run(bracket("（", path=path))
    address = made["artifacts"][0]["location"]
    assert address["uriBaseId"] == "%SRCROOT%"
    assert unquote(address["uri"]) == path
    assert address["uri"].isascii()
    assert not set(address["uri"]) & set(" :#?[]")
    assert made["originalUriBaseIds"].keys() == {"%SRCROOT%"}


def test_a_path_that_was_named_from_the_root_has_no_base(tmp_path: Path) -> None:
    address = run(bracket("（", path=str(tmp_path / "一.txt")))["artifacts"][0]["location"]
    assert address == {"uri": (tmp_path / "一.txt").as_uri()}


def test_words_of_a_document_make_no_links_and_no_placeholders() -> None:
    [found] = results(bracket("[看](https://example.invalid){0}"))
    assert found["message"]["text"] == "[看\\](https://example.invalid){{0}} is not closed"


def test_markdown_of_the_help_shows_what_the_rule_says() -> None:
    helped = run()["tool"]["driver"]["rules"][4]["help"]
    assert "Is *never* found." in helped["text"]
    assert "Is \\*never\\* found." in helped["markdown"]


def test_clean_files_are_listed() -> None:
    made = run(CLEAN)
    assert [each["location"]["uri"] for each in made["artifacts"]] == ["2019.yaml"]
    assert made["results"] == []
    assert made["invocations"] == [{"executionSuccessful": True}]
