"""``duplan check --fix``: what is changed, what isn't, and what is shown of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from duplan.checking.job import Rewritten
from duplan.cli.console import Console
from duplan.cli.inputs import Input
from duplan.cli.mending import write_back

Run = Callable[..., Any]

PLAN = "2020年督导工作计划\n一、督导,检查。\n二、9月1日（星期三）培训。\n"
SAFE = PLAN.replace(",", "，")
ALL = SAFE.replace("星期三", "星期二")
SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture
def office(run_line: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """``duplan check`` in a folder with one plan, in English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DUPLAN_LANG", "en")
    Path("plan.txt").write_bytes(PLAN.encode())
    return partial(run_line, "check")


def test_fix_mends_what_is_safe_and_tells_of_the_rest(office: Run) -> None:
    done = office("--fix")
    assert (done.code, done.err) == (1, "")
    assert Path("plan.txt").read_text("utf-8") == SAFE
    assert "DP342" not in done.out
    assert "DP411" in done.out
    assert done.out.endswith("1 mended\n")


def test_unsafe_mends_what_is_but_probable(office: Run) -> None:
    assert office("--fix", "--unsafe").code == 0
    assert Path("plan.txt").read_text("utf-8") == ALL


def test_only_rules_that_are_asked_for_mend(office: Run) -> None:
    assert office("--fix", "--unsafe", "--select", "DP411").code == 0
    assert Path("plan.txt").read_text("utf-8") == PLAN.replace("星期三", "星期二")


def test_diff_shows_and_changes_nothing(office: Run) -> None:
    done = office("--diff")
    assert (done.code, done.err) == (1, "")
    assert done.out.splitlines() == [
        "--- plan.txt",
        "+++ plan.txt",
        "@@ -1,3 +1,3 @@",
        " 2020年督导工作计划",
        "-一、督导,检查。",
        "+一、督导，检查。",
        " 二、9月1日（星期三）培训。",
    ]
    assert Path("plan.txt").read_text("utf-8") == PLAN
    assert office("--diff", "--exit-zero").code == 0


def test_diff_of_what_is_not_mended_is_empty(office: Run) -> None:
    Path("plan.txt").write_text(SAFE, "utf-8")
    assert office("--diff") == (0, "", "")
    assert "+二、9月1日（星期二）培训。" in office("--diff", "--unsafe").out


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_encoding_and_line_ends_stay(office: Run, encoding: str) -> None:
    Path("plan.txt").write_bytes(PLAN.replace("\n", "\r\n").encode(encoding))
    office("--fix")
    assert Path("plan.txt").read_bytes() == SAFE.replace("\n", "\r\n").encode(encoding)


def test_a_plan_in_yaml_keeps_its_comments(office: Run, run_line: Run) -> None:
    run_line("parse", "plan.txt", "-o", "plan.yaml")
    Path("plan.txt").unlink()
    written = Path("plan.yaml").read_text("utf-8").replace("title: 督导", "title:   督导  # 甲", 1)
    written = written.replace("  # 甲,检查", ",检查  # 甲")
    Path("plan.yaml").write_text(written, "utf-8")
    office("--fix")
    assert Path("plan.yaml").read_text("utf-8") == written.replace(",检查", "，检查")


def test_word_files_are_never_changed(office: Run) -> None:
    copy(SAMPLES / "2020计划.docx", "plan.docx")
    before = Path("plan.docx").read_bytes()
    office("plan.docx", "--fix", "--unsafe", "--select", "ALL")
    assert Path("plan.docx").read_bytes() == before


def test_a_file_that_changed_meanwhile_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.txt").write_text(PLAN, "utf-8")
    each = Input("plan.txt", Path("plan.txt"), Path("plan.txt"))
    assert not write_back(Console("en"), each, Rewritten(b"old", b"new", "utf-8", 1))
    assert "changed while it was checked" in capsys.readouterr().err
    assert Path("plan.txt").read_text("utf-8") == PLAN


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--unsafe"], "--unsafe goes with --fix"),
        (["-", "--fix"], "standard input can't be mended"),
        (["--fix", "--baseline", "known.json", "--write-baseline"], "can't go with --fix"),
    ],
)
def test_what_makes_no_sense(office: Run, arguments: list[str], problem: str) -> None:
    done = office(*arguments)
    assert (done.code, done.out) == (2, "")
    assert problem in done.err
    assert Path("plan.txt").read_text("utf-8") == PLAN
