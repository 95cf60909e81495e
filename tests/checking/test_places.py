"""Places as editors count them, and fingerprints that outlive what is written above."""

from __future__ import annotations

from duplan.checking.examination import check_file
from duplan.checking.job import Job
from duplan.checking.report import FileReport, Place
from duplan.checking.settings import Settings
from duplan.config import Office
from duplan.readers.file import Limits

HEAD = "2020年督导工作计划\n"
WRONG = "一、九月：9月1日（星期三）开学督查。\n"
SETTINGS = Settings(frozenset({"DP411"}), {}, Office())


def report(text: str, name: str = "a.txt", encoding: str = "utf-8") -> FileReport:
    job = Job(name, name, None, SETTINGS, text.encode(encoding))
    found = check_file(job, Limits()).report
    assert found is not None
    return found


def places(text: str, name: str = "a.txt", encoding: str = "utf-8") -> list[Place]:
    return [each.place for each in report(text, name, encoding).results if each.place]


def test_lines_and_columns_count_from_1() -> None:
    [place] = places(HEAD + WRONG)
    assert place == Place(2, 6, 14, "line", WRONG.rstrip(), 5)


def test_encodings_and_line_ends_do_not_shift_places() -> None:
    text = (HEAD + "\n" + WRONG).replace("\n", "\r\n")
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        [place] = places(text, encoding=encoding)
        assert place[:3] == (3, 6, 14)


def test_columns_of_markdown_are_those_of_its_file() -> None:
    text = f"# {HEAD}\n## 一、安排\n\n| 月份 | 工作 |\n|---|---|\n| 九月 | 9月1日（星期三）督查 |\n"
    [place] = places(text, "a.md")
    assert place[:3] == (7, 8, 16)
    assert text.split("\n")[6][7:15] == "9月1日（星期三"


def test_a_long_line_is_cut_around_the_place() -> None:
    [place] = places(
        HEAD + "一、九月：" + "督查，" * 500 + "9月1日（星期三）开学。" + "督查，" * 500
    )
    assert len(place.text) < 300
    assert place.text[place.at :].startswith("9月1日（星期三）")
    assert place.column == 1506


def test_a_fingerprint_outlives_lines_above_and_white_space() -> None:
    [first] = report(HEAD + WRONG).results
    [second] = report(HEAD + "\n前言\n\n  " + WRONG.replace("（", " （")).results
    assert first.place != second.place
    assert first.fingerprint == second.fingerprint


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    results = report(HEAD + WRONG + WRONG).results
    assert len({each.fingerprint for each in results}) == 2
    assert results[0].fingerprint == report(HEAD + WRONG).results[0].fingerprint


def test_changes_have_their_places() -> None:
    [result] = report(HEAD + WRONG).results
    [change] = result.changes
    assert (change.place.column, change.place.end_column, change.text) == (13, 14, "二")
