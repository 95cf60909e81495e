"""``duplan check``: which files, what is shown, in which form, exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from duplan.checking.report import Change, FileReport, Place, Result
from duplan.cli.console import Console
from duplan.cli.flaws import flaws
from duplan.cli.layout import cells
from duplan.rules import RULES
from duplan.rules.rule import Hit
from duplan.rules.subject import Subject

Run = Callable[..., Any]

GOOD = "2020年督导工作计划\n一、九月：9月1日（星期二）开学督查。\n"
WRONG = "2020年督导工作计划\n一、九月：9月1日（星期三）开学督查。\n"
PLAN_FILE = "schema_version: '1.0'\nplans: []\n"


@pytest.fixture
def office(run_line: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """``duplan check`` in a folder with a good plan and a wrong one, in English."""
    folder = tmp_path / "计划 库"
    (folder / "2020").mkdir(parents=True)
    (folder / "2020" / "good.txt").write_text(GOOD, "utf-8")
    (folder / "wrong.txt").write_text(WRONG, "utf-8")
    (folder / "README.md").write_text("# 说明\n", "utf-8")
    (folder / "package.json").write_text("{}", "utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DUPLAN_LANG", "en")
    return partial(run_line, "check")


def apart(line: list[str], **options: Any) -> Any:
    """A command line in a process of its own."""
    code = "import sys; from duplan.cli import main; sys.exit(main())"
    whole = [sys.executable, "-c", code, *line]
    return subprocess.run(whole, stderr=subprocess.PIPE, check=False, **options)


def test_a_finding_is_shown_in_its_line(office: Run) -> None:
    done = office("--lang", "zh")
    assert (done.code, done.err) == (1, "")
    assert done.out == (
        """\
wrong.txt:2:6: 警告 DP411 weekday-mismatch：2020年9月1日是星期二，不是星期三
  2 │ 一、九月：9月1日（星期三）开学督查。
    │           ^^^^^^^^^^^^^^
    │ 建议：“三”改为“二”

检查 2 个文件，发现 1 个警告
"""
    )


def test_nothing_wrong_is_one_line(office: Run) -> None:
    done = office("2020")
    assert (done.code, done.out, done.err) == (0, "checked 1 file(s): nothing found\n", "")
    assert office("2020", "-q") == (0, "", "")


def test_quiet_leaves_the_findings(office: Run) -> None:
    shown = office("wrong.txt", "--quiet")
    assert shown.code == 1
    assert shown.out.startswith("wrong.txt:2:6: warning DP411 weekday-mismatch: ")
    assert "checked" not in shown.out


def test_documents_and_plan_files_of_a_folder_are_checked(office: Run) -> None:
    Path("2020", "good.yaml").write_text(PLAN_FILE, "utf-8")
    Path("other.yml").write_text("name: x\n", "utf-8")
    listed = office("--list-files")
    assert (listed.code, listed.err) == (0, "")
    files = [os.path.join("2020", "good.txt"), os.path.join("2020", "good.yaml"), "wrong.txt"]  # noqa: PTH118
    assert listed.out.splitlines() == files


def test_files_are_checked_once_in_the_order_of_the_line(office: Run) -> None:
    listed = office("--list-files", "wrong.txt", ".", "./wrong.txt")
    assert [Path(each).name for each in listed.out.splitlines()] == ["wrong.txt", "good.txt"]


def test_a_missing_file_is_a_line_and_the_others_are_checked(office: Run) -> None:
    done = office("none.txt", "wrong.txt")
    assert done.code == 2
    assert done.err == "duplan: none.txt: no such file; check the name and the folder\n"
    assert "DP411" in done.out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(office: Run) -> None:
    os.mkfifo("pipe.yaml")
    assert "pipe" not in office("--list-files").out


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may all")
def test_a_closed_folder_among_others_is_a_line(office: Run) -> None:
    Path("closed").mkdir(mode=0)
    done = office()
    assert done.code == 2
    assert done.err == (
        "duplan: closed: the folder may not be looked into; check its permissions\n"
    )
    assert "DP411" in done.out


def test_a_folder_without_plans_is_a_line(office: Run) -> None:
    Path("empty").mkdir()
    done = office("empty")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("duplan: empty: this is a folder without plan documents in it")
    assert done.err.count("\n") == 1


def test_a_broken_file_among_good_ones_is_a_finding(office: Run) -> None:
    Path("a.docx").write_bytes(b"PK\x03\x04 torn off")
    done = office(".", "--severity", "error")
    assert (done.code, done.err) == (1, "")
    assert done.out.startswith("a.docx: error DP100 unreadable-file: the file is damaged")


def test_nothing_that_can_be_read_is_2(office: Run) -> None:
    Path("a.docx").write_bytes(b"PK\x03\x04 torn off")
    done = office("a.docx")
    assert done.code == 2
    assert "DP100" in done.out


def test_a_broken_file_is_told_whatever_is_looked_for(office: Run) -> None:
    Path("a.docx").write_bytes(b"PK\x03\x04 torn off")
    done = office("a.docx", "2020", "--select", "DP5")
    assert (done.code, done.out[:19]) == (1, "a.docx: error DP100")
    assert office("a.docx", "--ignore", "DP100").code == 0


def test_machines_are_told_paths_from_the_current_folder(office: Run) -> None:
    for name in ("wrong.txt", str(Path("wrong.txt").absolute()), "2020/../wrong.txt"):
        [file] = json.loads(office(name, "--output-format", "json").out)["files"]
        assert file["path"] == "wrong.txt"
        assert office(name).out.startswith(f"{name}:2:6: ")
    os.chdir("2020")
    [file] = json.loads(office("../wrong.txt", "--output-format", "json").out)["files"]
    assert file["path"] == "../wrong.txt"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a shell")
@pytest.mark.parametrize("file", ["wrong.txt", "2020/good.txt"])
def test_findings_count_where_nobody_reads_on(office: Run, file: str) -> None:
    code = office(file).code
    here, away = os.pipe()
    os.close(here)
    done = apart(["check", file], stdout=away)
    os.close(away)
    assert (done.returncode, done.stderr) == (code, b"")


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="needs /dev/stdout")
def test_a_report_goes_into_a_pipe_by_name(office: Run) -> None:
    shown = office("wrong.txt", "-q").out
    done = apart(["check", "wrong.txt", "-q", "-o", "/dev/stdout"], stdout=subprocess.PIPE)
    assert (done.returncode, done.stdout.decode()) == (1, shown)


def test_standard_input_goes_by_a_name(office: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(WRONG.encode())))
    done = office("-", "--stdin-filename", "2020/a.txt")
    assert done.code == 1
    assert done.out.startswith("2020/a.txt:2:6: warning DP411")


def test_rules_are_chosen_on_the_line(office: Run) -> None:
    assert office("--ignore", "dates").code == 0
    assert office("--select", "DP3，weekday-mismatch").code == 1
    assert office("--select", "DP3", "--select", "structure").code == 0


def test_severities_and_levels(office: Run) -> None:
    assert office("--fail-level", "error").code == 0
    assert office("--severity", "error", "--fail-level", "info").code == 0
    assert office("--fail-level", "警告").code == 1
    assert office("--exit-zero").code == 0
    Path("duplan.toml").write_text('[check.severity]\nDP411 = "error"\n', "utf-8")
    done = office("--fail-level", "error")
    assert done.code == 1
    assert "found 1 error(s)" in done.out


def test_settings_beside_the_files_count(office: Run) -> None:
    Path("2020", "duplan.toml").write_text('[check]\nselect = ["DP3"]\n', "utf-8")
    Path("2020", "good.txt").write_text(WRONG, "utf-8")
    done = office()
    assert done.out.count("DP411") == 1
    Path("duplan.toml").write_text('[check]\nexclude = ["wrong*"]\n', "utf-8")
    done = office()
    assert (done.code, done.out) == (
        0,
        "checked 1 file(s): nothing found; 1 excluded by the settings\n",
    )
    done = office("wrong.txt")
    assert (done.code, done.out) == (0, "no file to check; 1 excluded by the settings\n")


def test_settings_that_make_no_sense_are_one_line(office: Run) -> None:
    for text, problem in (
        ('[check]\nselct = ["DP4"]', "there is no setting check.selct; did you mean check.select?"),
        ('[check]\nselect = ["wekday-mismatch"]', "did you mean weekday-mismatch?"),
        ('[check]\nfail-level = "bad"', "check.fail-level is one of error, warning, info"),
        ("[check", "is no valid TOML"),
    ):
        Path("duplan.toml").write_text(text, "utf-8")
        refused = office()
        assert (refused.code, refused.out) == (2, "")
        assert refused.err.startswith("duplan: ")
        assert "duplan.toml" in refused.err
        assert problem in refused.err
        assert refused.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (
            ["--select", "weekday-mismach"],
            "there is no rule weekday-mismach; did you mean weekday-m",
        ),
        (["--ignore", "xyzzy"], "there is no rule xyzzy; duplan rule lists them all"),
        (["--severity", "bad"], "--severity is one of error, warning, info"),
        (["--fail-level", "bad"], "--fail-level is one of error, warning, info"),
        (
            ["--output-format", "xml"],
            "--output-format is one of text, json, sarif, github, gitlab, ",
        ),
        (
            ["--output-format", "json", "--statistics"],
            "--statistics can't go with --output-format",
        ),
        (["--diff", "-o", "x.txt"], "--diff can't go with --output"),
        (["--list-files", "--fix"], "--list-files can't go with --fix"),
        (["-o", "2020"], "2020 is a folder; name a file with -o"),
        (["--output", ""], "--output needs a value"),
        (["--baseline", ""], "--baseline needs a value"),
        (["--write-baseline"], "--write-baseline needs a file; say which with --baseline"),
        (["--baseline", "none.json"], "there is no file none.json of known findings"),
        (["--baseline", "wrong.txt"], "wrong.txt is no file of known findings, or damaged"),
        (["-o", "wrong.txt"], "wrong.txt is one of the documents to read"),
        (["--limit", "x"], "x is no limit"),
    ],
)
def test_bad_usage_is_one_line(office: Run, arguments: list[str], problem: str) -> None:
    refused = office(*arguments)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(f"duplan: {problem}")
    assert refused.err.count("\n") == 1


def test_statistics_count_by_rule(office: Run) -> None:
    Path("wrong2.txt").write_text(WRONG + "二、十月：10月1日（星期五）。\n", "utf-8")
    done = office("--statistics")
    assert done.code == 1
    assert done.out == (
        "Count  Code   Rule              Fixable\n"
        "    3  DP411  weekday-mismatch  ·\n"
        "checked 3 file(s), found 3 warning(s)\n"
    )


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab"])
def test_machine_formats_are_written_whole(office: Run, name: str) -> None:
    shown = office("--output-format", name)
    assert (shown.code, shown.err) == (1, "")
    assert "DP411" in json.dumps(json.loads(shown.out))
    saved = office("--output-format", name, "-o", "found.json")
    assert saved.out == "checked 2 file(s), found 1 warning(s)\n"
    assert Path("found.json").read_text("utf-8") == shown.out


def test_text_goes_to_a_file_with_its_last_line(office: Run) -> None:
    shown = office()
    saved = office("-o", "found.txt")
    assert Path("found.txt").read_text("utf-8") == shown.out
    assert saved.out == "checked 2 file(s), found 1 warning(s)\n"


def test_a_baseline_leaves_out_what_is_known(office: Run) -> None:
    wrote = office("--baseline", "known.json", "--write-baseline")
    assert (wrote.code, wrote.out) == (0, "1 finding(s) written to known.json\n")
    done = office("--baseline", "known.json")
    assert done == (0, "checked 2 file(s): nothing found; 1 known from the baseline\n", "")
    Path("wrong.txt").write_text(WRONG + "二、十月：10月1日（星期五）。\n", "utf-8")
    done = office("--baseline", "known.json")
    assert done.code == 1
    assert done.out.count("DP411") == 1
    assert "2020-10-01" in done.out
    Path("wrong.txt").write_text(GOOD, "utf-8")
    assert "1 of the baseline no longer there" in office("--baseline", "known.json").out
    office("--baseline", "known.json", "--write-baseline")
    assert office("--baseline", "known.json").out == "checked 2 file(s): nothing found\n"


def test_the_settings_name_a_baseline(office: Run) -> None:
    Path("duplan.toml").write_text('[check]\nbaseline = "known.json"\n', "utf-8")
    assert office().code == 2
    assert office("2020", "wrong.txt", "--write-baseline").code == 0
    assert office().code == 0


def test_a_rule_that_breaks_is_told_and_the_others_are_asked(
    office: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(subject: Subject) -> Iterator[Hit]:
        raise ZeroDivisionError("a defect")
        yield

    monkeypatch.setitem(RULES, "DP417", replace(RULES["DP417"], check=broken))
    done = office("wrong.txt")
    assert done.code == 2
    assert done.err == (
        "duplan: wrong.txt: duplan failed in the rule DP417 backward-range (ZeroDivisionError: a defect);"
        " please report this with the file\n"
    )
    assert "DP411" in done.out


def test_nothing_that_a_terminal_obeys_is_shown(office: Run) -> None:
    text = WRONG.replace("开学", "\u202e开\t学").replace("2020年", "2020年\x9b")
    Path("wrong.txt").write_text(text, "utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", office().out)


def shown(*results: Result, path: str = "计划.txt", form: str = "text", width: int = 60) -> str:
    report = FileReport(path, form, form == "text", results)
    return "".join(flaws(report, Console("zh", colourful=False), width))


def result(place: Place, **more: Any) -> Result:
    values: dict[str, str | int] = {
        "date": "2020-09-01",
        "date_zh": "2020年9月1日",
        "actual": "星期二",
        "named": "星期三",
    }
    return Result(RULES["DP411"].kind, "warning", values, place, "f", **more)


@pytest.mark.parametrize("width", [30, 45, 60, 120])
@pytest.mark.parametrize(("before", "after"), [(0, 0), (3, 90), (90, 3), (50, 50)])
def test_marks_stand_below_the_words_at_any_width(width: int, before: int, after: int) -> None:
    text = "督" * before + "9月1日（星期三" + "导" * after
    block = shown(result(Place(7, before + 1, before + 9, "line", text, before)), width=width)
    *_, line, marks = block.splitlines()
    assert all(cells(each) <= width for each in block.splitlines())
    at = cells(marks[: marks.index("^")])
    assert cells(line[: line.index("9月")]) == at
    assert marks.count("^") == cells("9月1日（星期三")
    assert line.startswith("  7 │ ")


def test_a_place_longer_than_the_line_is_cut(width: int = 40) -> None:
    block = shown(result(Place(1, 1, 201, "line", "督" * 200, 0)), width=width)
    *_, line, marks = block.splitlines()
    assert line.endswith("…")
    assert cells(line) == cells(marks) <= width


def test_a_place_between_characters_has_one_mark() -> None:
    assert shown(result(Place(1, 3, 3, "line", "督导工作", 2))).splitlines()[-1] == "    │     ^"


@pytest.mark.parametrize(
    ("block", "where"),
    [
        ("body/p[12]", "计划.docx 第 48 段："),
        ("body/tbl[1]/tr[3]/tc[2]/p[1]", "计划.docx 表格 1 第 3 行第 2 列："),
        ("page[3]/table[2]/tr[1]/tc[4]/p", "计划.docx 第 3 页 表格 2 第 1 行第 4 列："),
        ("page[3]/p[7]", "计划.docx 第 3 页："),
        ("header1/p[1]", "计划.docx 页眉："),
        ("footnotes/footnote[2]/p[1]", "计划.docx 脚注："),
        ("Sheet1!B7", "计划.docx 单元格 B7："),
        ("AB12", "计划.docx 单元格 AB12："),
    ],
)
def test_places_in_files_without_lines_are_told_in_words(block: str, where: str) -> None:
    told = shown(result(Place(48, 1, 3, block, "督导", 0)), path="计划.docx", form="docx", width=99)
    assert told.startswith(f"{where}警告 DP411")


def test_fixes_and_further_places_are_told() -> None:
    place = Place(2, 1, 3, "line", "督导,工作", 0)
    changes = (
        Change(place._replace(column=3, end_column=4, at=2), "，"),
        Change(place._replace(column=6, end_column=6, at=5), "。"),
        Change(place._replace(column=1, end_column=3), ""),
    )
    other = Place(9, 1, 3, "line", "督学", 0)
    block = shown(result(place, changes=changes, safe=True, related=(other,)), width=100)
    assert block.splitlines()[3:] == [
        "    │ 另见第 9 行",
        "    │ 督学",
        "    │ ^^^^",
        "    │ 修正：“,”改为“，”；加上“。”；删去“督导”",
    ]


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_where_nothing_can_be_read_a_line_says_why(office: Run, form: str) -> None:
    Path("broken.docx").write_bytes(b"PK\x03\x04 broken")
    done = office("broken.docx", "--output-format", form)
    assert done.code == 2
    assert done.err.startswith("duplan: broken.docx: ")
    assert done.err.count("\n") == 1
    assert "DP100" in done.out
