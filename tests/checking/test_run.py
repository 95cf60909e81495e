"""Files to reports: what can't be read, what breaks, the order, workers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from duplan import check, load
from duplan.checking.examination import check_file
from duplan.checking.job import Job
from duplan.checking.run import check_files
from duplan.checking.settings import Settings
from duplan.config import Office
from duplan.readers.file import Limits
from duplan.rules import RULES, STANDARD
from duplan.rules.rule import Hit
from duplan.rules.subject import Subject
from duplan.workers import FEW

SAMPLES = Path(__file__).parents[2] / "samples"
SETTINGS = Settings(STANDARD, {}, Office())
PLAN = "2020年督导工作计划\n一、九月：9月1日（星期三）开学督查。\n"


def job(path: Path, settings: Settings = SETTINGS) -> Job:
    return Job(path.name, path.name, str(path), settings)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(PLAN, "utf-8")
    return tmp_path / "a.txt"


def test_a_file_that_cannot_be_read_is_a_finding_with_a_place(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 torn off")
    report = check_file(job(tmp_path / "a.docx"), Limits()).report
    assert report is not None
    [result] = report.results
    assert (report.format, result.code, result.severity) == ("", "DP100", "error")
    assert result.place is not None
    assert result.place.line == 1
    assert "damaged" in result.message("en")
    assert "损坏" in result.message("zh")


def test_a_file_beyond_the_limits_is_one_too(plan: Path) -> None:
    for each in (job(plan), Job("-", "a.txt", None, SETTINGS, PLAN.encode())):
        report = check_file(each, Limits(file=20)).report
        assert report is not None
        assert [result.code for result in report.results] == ["DP100"]


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    outcome = check_file(job(tmp_path / "none.txt"), Limits())
    assert outcome.report is None
    assert isinstance(outcome.error, FileNotFoundError)


def test_severities_are_those_of_the_settings(plan: Path) -> None:
    settings = Settings(STANDARD, {"DP411": "error"}, Office())
    report = check_file(job(plan, settings), Limits()).report
    assert report is not None
    assert [each.severity for each in report.results] == ["error"]


def broken(subject: Subject) -> Iterator[Hit]:
    yield Hit(subject.span(0, 4), {"text": "x"})
    raise ZeroDivisionError("a defect")


def test_a_rule_that_breaks_costs_no_other_finding(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(RULES, "DP417", replace(RULES["DP417"], check=broken))
    outcome = check_file(job(plan), Limits())
    assert outcome.report is not None
    assert [each.code for each in outcome.report.results] == ["DP417", "DP411"]
    [failure] = outcome.failures
    assert failure.rule == "DP417 backward-range"
    assert failure.reason == "ZeroDivisionError: a defect"
    with pytest.raises(ZeroDivisionError):
        check(load(plan))


def test_what_duplan_wrote_is_passed_over_where_nobody_named_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("<!-- duplan calendar -->\n# 九月\n", "utf-8")
    named = job(tmp_path / "a.md")
    assert check_file(named, Limits()).report is not None
    assert check_file(replace(named, named=False), Limits()).report is None


def test_many_files_are_checked_alike_in_this_process_and_in_others(tmp_path: Path) -> None:
    files = [tmp_path / f"{number:02}.txt" for number in range(FEW + 4)]
    for number, file in enumerate(files):
        file.write_text(PLAN.replace("2020", str(2000 + number)), "utf-8")
    (tmp_path / "07.txt").write_bytes(b"")
    jobs = [job(file) for file in files]
    done: list[int] = []
    alone = check_files(jobs, workers=1)
    together = check_files(jobs, workers=2, progress=done.append)
    assert alone == together
    assert done == [*range(1, len(files) + 1)]
    paths = [outcome.report.path for outcome in together if outcome.report]
    assert paths == [file.name for file in files]


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.docx")), ids=lambda each: str(each.name))
def test_messages_of_the_samples_are_complete(sample: Path) -> None:
    settings = Settings(frozenset(RULES), {}, Office())
    report = check_file(job(sample, settings), Limits()).report
    assert report is not None
    assert not report.lined
    for result in report.results:
        assert not re.search(r"[{}]", result.message("zh"))
