"""The published form of a check, and the report that GitLab reads."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from reports import CLEAN, FILES, RULES, TEXT, WORD

from duplan.checking.report import FileReport
from duplan.reporters import gitlab
from duplan.reporters import json as reporter
from duplan.schema import schema

VALID = jsonschema.Draft202012Validator(schema("check"))


def report(*files: FileReport) -> Any:
    return json.loads(reporter.dump(files, RULES, "zh"))


def issues(*files: FileReport) -> Any:
    return json.loads(gitlab.dump(files, RULES, "en"))


def test_is_of_the_published_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(VALID.schema)
    VALID.validate(report(*FILES))
    VALID.validate(report())


def test_the_schema_takes_nothing_else() -> None:
    data = report(*FILES)
    data["files"][0]["findings"][1]["location"]["colunm"] = 1
    assert list(VALID.iter_errors(data))
    del data["files"][0]["findings"][1]["location"]["colunm"]
    del data["files"][0]["format"]
    assert list(VALID.iter_errors(data))


def test_the_summary_counts_what_the_settings_made_of_severities() -> None:
    raised = replace(TEXT, results=tuple(replace(each, severity="error") for each in TEXT.results))
    assert report(raised, CLEAN)["summary"] == {"files": 2, "error": 3, "warning": 0, "info": 0}


def test_text_tells_where_the_place_begins() -> None:
    location = report(WORD)["files"][0]["findings"][0]["location"]
    length = location["end_column"] - location["column"]
    assert location["text"][location["at"] :][:length] == "9月1日（星期三）"


def test_gitlab_needs_a_line_and_the_description_tells_the_paragraph() -> None:
    [issue] = issues(WORD)
    assert issue["location"] == {"path": "2021.docx", "lines": {"begin": 1}}
    assert "paragraph 12 (body/tbl[1]/tr[2]/tc[3]/p[1])" in issue["description"]


def test_gitlab_fingerprints_differ_from_file_to_file() -> None:
    again = replace(TEXT, path="b.txt")
    prints = [issue["fingerprint"] for issue in issues(TEXT, again)]
    assert len(set(prints)) == 6


@pytest.mark.parametrize(
    ("severity", "expected"), [("error", "major"), ("warning", "minor"), ("info", "info")]
)
def test_gitlab_has_severities_of_its_own(severity: Any, expected: str) -> None:
    given = tuple(replace(each, severity=severity) for each in TEXT.results)
    assert {each["severity"] for each in issues(replace(TEXT, results=given))} == {expected}
