"""``duplan diff``: which plans, which formats, exit codes, what is said when it can't run."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from duplan.cli import main

SAMPLES = Path(__file__).parents[2] / "samples"


Run = Callable[..., Any]


def plan(place: str, year: int, rate: int, month: int, *tasks: str) -> str:
    """A plan with a goal, these tasks and a piece of work in a month."""
    head = f"{place}教育督导室{year}年工作计划\n一、工作目标\n1.督导覆盖率达到{rate}%以上。\n"
    works = "".join(f"{number}.{task}。\n" for number, task in enumerate(tasks, 1))
    return f"{head}二、重点工作\n{works}三、逐月安排\n{month}月：1.召开督学座谈会。\n"


TASKS = ("完善督学责任区制度", "编印校园安全手册")


@pytest.fixture
def office(run_line: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """The command line, in a folder with the plans of two districts, with a cache of its own."""
    folder = tmp_path / "计划 库"
    folder.mkdir()
    texts = {
        "清溪2019.txt": plan("清溪区", 2019, 95, 3, *TASKS),
        "清溪2020.txt": plan("清溪区", 2020, 100, 5, TASKS[0], "举办青年教师教学竞赛"),
        "云泽2020.txt": plan("云泽县", 2020, 95, 3, *TASKS),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DUPLAN_LANG", "en")
    monkeypatch.setenv("DUPLAN_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("DUPLAN_LIBRARY", raising=False)

    return partial(run_line, "diff")


def data(office: Run, *arguments: str) -> dict[str, Any]:
    """The comparison as data."""
    done = office(*arguments, "--to", "json")
    assert done.code in (0, 1), done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def verdicts(found: dict[str, Any]) -> list[str]:
    return [change["verdict"] for change in found["changes"]]


def test_it_says_what_became_of_everything(office: Run) -> None:
    done = office("清溪2019.txt", "清溪2020.txt", "--lang", "zh")
    assert (done.code, done.err) == (1, "")
    assert done.out == (
        """\
2019  清溪区教育督导室2019年工作计划  清溪区教育督导室 · 清溪2019.txt
2020  清溪区教育督导室2020年工作计划  清溪区教育督导室 · 清溪2020.txt

      新增  取消  调整  改期  拆分  合并  延续
目标     ·     ·     1     ·     ·     ·     ·
任务     1     1     ·     ·     ·     ·     1
安排     ·     ·     ·     1     ·     ·     ·
合计     1     1     1     1     ·     ·     1

新增 1 ─────────────────────────────────────────────────────────────────────────
任务  举办青年教师教学竞赛

取消 1 ─────────────────────────────────────────────────────────────────────────
任务  编印校园安全手册

调整 1 ─────────────────────────────────────────────────────────────────────────
目标  督导覆盖率达到[-95%-]{+100%+}以上  比例由95%改为100%

改期 1 ─────────────────────────────────────────────────────────────────────────
安排  召开督学座谈会  由3月推迟到5月
"""
    )


def test_plans_that_say_the_same_end_with_0(office: Run) -> None:
    done = office("清溪2019.txt", "清溪2019.txt")
    assert done.code == 0
    assert "Both plans say the same" in done.out


@pytest.mark.parametrize(
    ("old", "new"),
    [("2019", "清溪区@2020"), ("清溪@2019年", "清溪2020.txt"), ("*2019*", "清*20.txt")],
)
def test_plans_are_named_by_year_issuer_and_pattern(office: Run, old: str, new: str) -> None:
    found = data(office, old, new)
    assert (found["old"]["source"], found["new"]["source"]) == ("清溪2019.txt", "清溪2020.txt")


def test_another_office_differs_by_its_issuer(office: Run) -> None:
    found = data(office, "清溪@2019", "云泽@2020")
    assert set(verdicts(found)) == {"continued"}
    assert [reason["kind"] for reason in found["metadata"]] == ["issuer"]
    assert office("清溪@2019", "云泽@2020").code == 1


def test_a_plan_stands_for_a_file_with_a_review(office: Run) -> None:
    file = str(SAMPLES / "2023总结与计划.txt")
    assert data(office, file, "清溪2019.txt", "-q")["old"]["title"].endswith("2024年工作计划")
    review = data(office, f"{file}#1", "清溪2019.txt", "-q")["old"]["title"]
    assert review != data(office, f"{file}#2", "清溪2019.txt", "-q")["old"]["title"]


def test_parts_are_compared_alone(office: Run) -> None:
    found = data(office, "清溪2019.txt", "清溪2020.txt", "--part", "goals, monthly_schedule")
    assert verdicts(found) == ["changed", "moved"]
    same = office("清溪@2019", "云泽@2020", "--part", "key_tasks")
    assert same.code == 0


@pytest.mark.parametrize("only", ["new,moved", "新增，改期"])
def test_only_some_changes_are_shown_and_all_counted(office: Run, only: str) -> None:
    found = data(office, "清溪2019.txt", "清溪2020.txt", "--only", only)
    assert verdicts(found) == ["new", "moved"]
    assert found["summary"]["dropped"] == 1


def test_a_summary_counts(office: Run) -> None:
    done = office("清溪2019.txt", "清溪2020.txt", "--summary", "--width", "30")
    assert done.code == 1
    assert done.out.endswith("split 0 · merged 0 ·\ncontinued 1\n")
    assert data(office, "清溪2019.txt", "清溪2020.txt", "--summary")["changes"] == []


@pytest.mark.parametrize("name", ["变化.md", "变化.html", "变化.xlsx", "变化.json", "变化.txt"])
def test_the_name_of_the_file_tells_the_format(office: Run, name: str) -> None:
    assert office("清溪2019.txt", "清溪2020.txt", "-o", name) == (1, "", "")
    written = Path(name).read_bytes()
    begins = {
        "md": b"<!-- duplan diff",
        "html": b"<!doctype",
        "xlsx": b"PK",
        "json": b"{",
        "txt": b"2019 ",
    }
    assert written.startswith(begins[name.rpartition(".")[2]])
    assert not [each for each in Path().iterdir() if each.name.startswith(".")]


def test_papers_are_chinese_unless_english_is_asked_for(
    office: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "## New (1)" in office("清溪2019.txt", "清溪2020.txt", "--to", "markdown").out
    monkeypatch.delenv("DUPLAN_LANG")
    assert "## 新增（1）" in office("清溪2019.txt", "清溪2020.txt", "--to", "markdown").out


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_what_parse_wrote_is_compared_like_its_document(office: Run, suffix: str) -> None:
    assert main(["parse", "清溪2020.txt", "-o", f"数据{suffix}"]) == 0
    assert office("清溪2020.txt", f"数据{suffix}").code == 0
    found = data(office, "清溪2019.txt", f"数据{suffix}")
    assert found["new"]["source"] == f"数据{suffix}"
    assert found["changes"] == data(office, "清溪2019.txt", "清溪2020.txt")["changes"]


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("坏.yaml", "plan: 1", "source: Field required"),
        ("坏.yaml", "[[[", "line 1: a value is missing here"),
        ("坏.yaml", "- " * 100_000, "not nested deeper"),
        ("坏.json", "[" * 100_000, "Invalid JSON"),
        ("坏.json", "", "Invalid JSON"),
    ],
)
def test_data_that_parse_did_not_write_is_refused(
    office: Run, name: str, text: str, problem: str
) -> None:
    Path(name).write_text(text, "utf-8")
    done = office(name, "清溪2019.txt")
    assert (done.code, done.out) == (2, "")
    said = rf"duplan: {name}: this is no plan that duplan parse wrote \(.*\); correct it[^\n]*\n"
    assert re.fullmatch(said, done.err)
    assert problem in done.err


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["清溪2019.txt"], "NEW is missing"),
        (["清溪2019.txt", "不在.docx"], "不在.docx is no file, and no plan's name"),
        (["2018", "2019"], "no plan of the library fits 2018"),
        (["2019", "2020"], "2020 fits 2 plans; name one by its file: "),
        (["2019", "清溪2020.txt#3"], "清溪2020.txt: plans in it: 1; there is no plan 3"),
        (["2019", "."], ". stands for 3 documents; name one"),
        (["2019", "清溪@2020", "--part", "tasks"], "--part is one of goals, key_tasks,"),
        (["2019", "清溪@2020", "--only", "old"], "--only is one of continued, changed,"),
        (["2019", "清溪@2020", "--to", "doc"], "--to is one of text, json, markdown, html, xlsx"),
        (["2019", "清溪@2020", "-o", "变化"], "the name 变化 tells no format"),
        (["2019", "清溪@2020", "-o", "清溪2020.txt"], "清溪2020.txt is one of the documents"),
        (["2019", "清溪@2020", "--width", "19"], "--width takes a number from 20 up"),
        (["2019", "清溪@2020", "--library", "不在"], "there is no folder 不在"),
    ],
)
def test_bad_usage_is_one_line(office: Run, arguments: list[str], problem: str) -> None:
    before = {each: each.read_bytes() for each in Path().iterdir()}
    done = office(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("duplan: " + problem)
    assert done.err.count("\n") == 1
    assert {each: each.read_bytes() for each in Path().iterdir()} == before


def test_a_file_with_two_plans_has_to_be_told_which(office: Run) -> None:
    texts = [Path(name).read_text("utf-8") for name in ("清溪2020.txt", "云泽2020.txt")]
    Path("两份.txt").write_text("\n".join(texts), "utf-8")
    done = office("清溪2019.txt", "两份.txt")
    assert done.code == 2
    assert "两份.txt fits 2 plans; name one by its file: 两份.txt#1 (清溪区教育督导室" in done.err
    assert office("清溪2019.txt", "两份.txt#2").code == 1


def test_a_file_without_a_plan_is_refused(office: Run) -> None:
    Path("空.txt").write_text("", "utf-8")
    done = office("清溪2019.txt", "空.txt")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("duplan: 空.txt: ")


def test_findings_are_told_unless_quiet(office: Run) -> None:
    files = [str(SAMPLES / f"{year}计划.docx") for year in (2019, 2020)]
    assert "DP105" in office(*files).err
    done = office(*files, "-q")
    assert (done.code, done.err) == (1, "")
