"""Workflow commands, read as the runner of GitHub Actions reads them."""

from __future__ import annotations

from typing import NamedTuple

from commands import Command, read
from reports import RULES, TEXT, WORD, bracket

from duplan.checking.report import FileReport
from duplan.reporters import github


def commands(*files: FileReport) -> list[Command]:
    return read(github.dump(files, RULES, "en"))


class _Levels(NamedTuple):
    note: Command
    first: Command
    second: Command


def test_levels_are_those_of_annotations() -> None:
    assert [each.level for each in commands(TEXT)] == ["notice", "warning", "warning"]
    assert commands(bracket("（"))[0].level == "error"


def test_a_place_in_lines_is_annotated() -> None:
    found = _Levels(*commands(TEXT))
    assert found.note.properties == {
        "file": "计划/2020 工作计划.txt",
        "title": "DP913 long-plan",
    }
    assert found.first.properties == {
        "file": "计划/2020 工作计划.txt",
        "line": "2",
        "col": "6",
        "endColumn": "15",
        "title": "DP911 wrong-weekday",
    }


def test_a_file_without_lines_is_annotated_as_a_whole() -> None:
    [found] = commands(WORD)
    assert found.properties == {"file": "2021.docx", "title": "DP911 wrong-weekday"}
    assert found.message.splitlines()[1].startswith("paragraph 12 (body/tbl[1]")


def test_marks_of_the_syntax_are_escaped() -> None:
    line = github.dump((bracket("100%", path="a,b:c%.txt"),), RULES, "en")
    assert line.startswith("::error file=a%2Cb%3Ac%25.txt,line=1,")
    assert line.endswith("::100%25 is not closed\n")


def test_words_of_a_document_are_no_command() -> None:
    [found] = commands(bracket("x\r\n::error file=y::z\n::stop-commands::t"))
    assert found.properties["file"] == "计划/附件,1:2.txt"
    assert found.message == "x ::error file=y::z ::stop-commands::t is not closed"
