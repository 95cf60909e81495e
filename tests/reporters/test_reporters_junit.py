"""JUnit XML, read by a program that others merge and publish such files with."""

from __future__ import annotations

from pathlib import Path

from junitparser import Error, Failure, JUnitXml
from reports import CLEAN, FILES, RULES, TEXT, UNREAD, WORD

from duplan.checking.report import FileReport
from duplan.reporters import junit


def read(*files: FileReport) -> JUnitXml:
    return JUnitXml.fromstring(junit.dump(files, RULES, "en").encode())


def test_a_suite_a_file_and_a_case_a_finding() -> None:
    suites = list(read(*FILES))
    assert [(suite.name, suite.tests, suite.failures, suite.errors) for suite in suites] == [
        ("计划/2020 工作计划.txt", 3, 2, 0),
        ("2021.docx", 1, 1, 0),
        ("计划/附件,1:2.txt", 1, 1, 0),
        ("坏.docx", 1, 0, 1),
        ("2019.yaml", 1, 0, 0),
    ]


def test_the_counts_are_those_that_the_reader_counts() -> None:
    stated = read(*FILES)
    counted = JUnitXml()
    for suite in stated:
        counted += suite
    assert (stated.tests, stated.failures, stated.errors) == (7, 4, 1)
    assert (counted.tests, counted.failures, counted.errors) == (7, 4, 1)


def test_a_clean_file_is_a_test_that_passes() -> None:
    [suite] = read(CLEAN)
    [case] = suite
    assert case.is_passed
    assert (case.name, case.classname) == ("duplan check", "2019.yaml")


def test_findings_worth_a_look_pass_and_others_fail() -> None:
    [suite] = read(TEXT)
    note, first, second = suite
    assert note.is_passed
    assert note.system_out == "the plan has 3 lines"
    assert [type(each) for each in (*first.result, *second.result)] == [Failure, Failure]
    assert first.result[0].message == "2020-09-01 is 星期二, not 星期三"
    assert first.result[0].text.splitlines()[1] == "line 2, column 6"


def test_names_are_told_apart_whatever_lines_the_findings_stand_on() -> None:
    [suite] = read(TEXT)
    assert [case.name for case in suite] == [
        "DP913 long-plan",
        "DP911 wrong-weekday",
        "DP911 wrong-weekday (2)",
    ]


def test_what_cant_be_read_is_an_error() -> None:
    [suite] = read(UNREAD)
    [case] = suite
    assert [type(each) for each in case.result] == [Error]


def test_files_without_lines_name_the_paragraph() -> None:
    [suite] = read(WORD)
    [case] = suite
    assert case.result[0].text.splitlines()[1].startswith("paragraph 12 (body/tbl[1]")
    assert "line=" not in junit.dump((WORD,), RULES, "en")


def test_is_the_same_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "report.xml"
    file.write_text(junit.dump(FILES, RULES, "zh"), encoding="utf-8")
    assert JUnitXml.fromfile(str(file)).tests == 7
