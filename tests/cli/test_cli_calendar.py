"""``duplan calendar`` and ``duplan list``: choosing plans and months, formats, what is said and when."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from duplan.schema import schema

Run = Callable[..., Any]


def plan(place: str, year: int, *lines: str) -> str:
    """A plan with these lines in its schedule."""
    head = f"{place}教育督导室{year}年工作计划\n一、工作目标\n1.提高质量。\n二、重点工作\n"
    task = f"1.开展培训。{year}年9月底前报送方案。\n2.完善制度。\n三、逐月安排\n"
    return head + task + "\n".join(lines) + "\n"


@pytest.fixture
def office(run_line: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """The command line, in a folder with three plans, with a cache of its own."""
    folder = tmp_path / "计划 库"
    (folder / "旧").mkdir(parents=True)
    lines = ["3月：1.召开会议。", "9月：1.督导开学。2.推进创建。", "10月：1.推进创建。"]
    (folder / "清溪2020.txt").write_text(plan("清溪区", 2020, *lines), "utf-8")
    (folder / "云泽2020.txt").write_text(
        plan("云泽县", 2020, "9月：1.开展评估。", "11月：1.总结。"), "utf-8"
    )
    (folder / "旧" / "清溪2019.txt").write_text(
        plan("清溪区", 2019, "4月：1.培训。", "9月：1.督查。"), "utf-8"
    )
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DUPLAN_LANG", "en")
    monkeypatch.setenv("DUPLAN_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("DUPLAN_LIBRARY", raising=False)
    return run_line


def asked(office: Run, *arguments: str) -> dict[str, Any]:
    """The answer as data."""
    done = office("calendar", *arguments, "--to", "json")
    assert done.code == 0, done.err
    answer: dict[str, Any] = json.loads(done.out)
    return answer


def texts(answer: dict[str, Any]) -> list[str]:
    return [entry["text"] for entry in answer["entries"]]


def test_a_month_is_that_of_every_year(office: Run) -> None:
    answer = asked(office, "--month", "九月")
    assert answer["months"] == ["2019-09", "2020-09"]
    assert [(entry["month"], entry["from"], entry["text"]) for entry in answer["entries"]] == [
        ("2019-09", "schedule", "督查"),
        ("2019-09", "task", "2019年9月底前报送方案"),
        ("2020-09", "schedule", "开展评估"),
        ("2020-09", "task", "2020年9月底前报送方案"),
        ("2020-09", "schedule", "督导开学"),
        ("2020-09", "schedule", "推进创建"),
        ("2020-09", "task", "2020年9月底前报送方案"),
    ]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["-m", "2020-09", "--from", "schedule"], ["开展评估", "督导开学", "推进创建"]),
        (["-m", "9", "--year", "2019", "--from", "schedule"], ["督查"]),
        (["-m", "三季度", "--issuer", "云泽", "--from=schedule"], ["开展评估"]),
        (
            ["清溪区@2020", "-m", "九月至十一月", "--from", "schedule"],
            ["督导开学", "推进创建", "推进创建"],
        ),
        (["2019", "--from", "schedule"], ["培训", "督查"]),
        (["旧", "--from", "schedule"], ["培训", "督查"]),
        (["旧/*.txt", "--from", "schedule"], ["培训", "督查"]),
        (["旧/清溪2019.txt#1", "--from", "schedule"], ["培训", "督查"]),
        (["云泽2020.txt", "2019", "--from", "schedule"], ["培训", "督查", "开展评估", "总结"]),
        (["--from", "task", "-m", "2020年9月下旬"], ["2020年9月底前报送方案"] * 2),
        (["--from", "task", "-m", "2020年9月上旬"], []),
    ],
)
def test_plans_and_times_are_chosen(office: Run, arguments: list[str], expected: list[str]) -> None:
    assert texts(asked(office, *arguments)) == expected


@pytest.mark.parametrize("month", ["9月", "十二月"])
def test_answers_have_the_published_form(office: Run, month: str) -> None:
    published = schema("calendar")
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.validate(asked(office, "-m", month), published)


def test_work_that_repeats_is_one_series(office: Run) -> None:
    entries = asked(office, "清溪区@2020", "-m", "10月")["entries"]
    assert [entry["series"] for entry in entries] == ["推进创建"]


def test_an_empty_month_names_the_nearest(office: Run) -> None:
    done = office("calendar", "-m", "2020-12")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Nothing is due in 2020-12; the nearest months: Sep 2020 (5), Oct 2020 (1), Nov 2020 (1).\n"
    )
    in_chinese = office("--lang", "zh", "calendar", "-m", "十二月", "云泽2020.txt")
    assert in_chinese.out == (
        "十二月没有安排；最近有安排的月份：2020年9月（2 项）、2020年11月（1 项）。\n"
    )


def test_nothing_at_all(office: Run) -> None:
    assert office("calendar", "--issuer", "无").out == "Nothing is due, in no month.\n"


def test_an_empty_answer_is_data_all_the_same(office: Run) -> None:
    done = office("calendar", "-m", "2020-12", "--to", "json")
    assert json.loads(done.out) == {"schema_version": "1.0", "months": ["2020-12"], "entries": []}
    assert done.err.startswith("Nothing is due in 2020-12")


@pytest.mark.parametrize("view", ["list", "year", "gantt"])
def test_views(office: Run, view: str) -> None:
    done = office("calendar", "清溪区@2020", "--view", view)
    assert (done.code, done.err) == (0, "")
    assert "清溪区教育督导室2020年工作计划" in done.out


@pytest.mark.parametrize(
    ("suffix", "opening"),
    [
        *((".json", b"{"), (".csv", b"\xef\xbb\xbfmonth,"), (".md", b"<!-- duplan")),
        *((".ics", b"BEGIN:VCALENDAR"), (".xlsx", b"PK"), (".mmd", b"gantt")),
    ],
)
def test_the_name_of_the_file_tells_the_format(
    office: Run, tmp_path: Path, suffix: str, opening: bytes
) -> None:
    target = tmp_path / f"日历{suffix}"
    assert office("calendar", "-m", "9月", "-o", str(target)) == (0, "", "")
    assert target.read_bytes().startswith(opening)


def test_a_calendar_file_has_works_whole_so_that_they_are_known_again(
    office: Run, tmp_path: Path
) -> None:
    def events(*arguments: str) -> dict[str, str]:
        target = tmp_path / "日历.ics"
        assert office("calendar", *arguments, "-o", str(target)).code == 0
        found = [
            each.split("END:VEVENT")[0]
            for each in target.read_text("utf-8").split("BEGIN:VEVENT")[1:]
        ]
        return {each.split("UID:")[1].split()[0]: each for each in found}

    of_october = events("-m", "2020-10")
    assert 0 < len(of_october) < len(events())
    assert of_october.items() <= events().items()


def test_a_plan_is_never_written_over(office: Run) -> None:
    before = Path("清溪2020.txt").read_bytes()
    done = office("calendar", "--to", "ics", "-o", "清溪2020.txt")
    assert (done.code, done.out) == (2, "")
    assert Path("清溪2020.txt").read_bytes() == before
    assert office("calendar", "-o", "日历.md").code == 0
    assert office("calendar", "-o", "日历.md").code == 0  # what duplan wrote may be written anew


def test_a_holiday_moves_work_into_the_next_month(office: Run) -> None:
    task = "清溪区2023年工作计划\n一、重点工作\n1.修缮操场。4月30日前完成。\n2.完善制度。\n"
    Path("2023.txt").write_text(task, "utf-8")
    assert asked(office, "2023.txt", "-m", "4月", "--workdays")["entries"] == []
    [entry] = asked(office, "2023.txt", "-m", "5月", "--workdays")["entries"]
    assert (entry["month"], entry["end"]) == ("2023-05", "2023-05-04")


def test_an_unreadable_file_is_named_and_the_rest_shown(office: Run) -> None:
    Path("坏.docx").write_bytes(b"PK\x03\x04broken")
    for _ in range(2):  # from the cache too
        done = office("calendar", "-m", "2020-11")
        assert done.code == 1
        assert "总结" in done.out
        assert done.err.startswith("duplan: 坏.docx: ")
        assert done.err.count("\n") == 1


def test_limits_may_be_wider(office: Run) -> None:
    plan_file = Path("清溪2020.txt")
    strict = office("calendar", str(plan_file), "--limit", "file=10")
    assert strict.code == 1
    assert "--limit file=NUMBER" in strict.err
    assert office("calendar", str(plan_file)).code == 0
    assert office("calendar", "--limit", "files=10").err.startswith("duplan: files=10 is no limit")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["-m", "十三月"], "十三月 is no time that duplan reads"),
        (["-m", ""], " is no time"),
        (["--year", "20"], "--year takes a year such as 2020"),
        (["--view", "year", "--to", "csv"], "--view is for the screen"),
        (["--from", "plan"], "--from is one of schedule, task, goal"),
        (["--view", "week"], "--view is one of list, year, gantt"),
        (["--to", "doc"], "--to is one of json, csv,"),
        (["-o", "x"], "the name x tells no format"),
        (["--library", "不在"], "there is no folder 不在 for a library"),
        (["--library", ""], "--library needs a value"),
        (["不在.docx"], "不在.docx is no file, and no plan's name"),
        (["2018"], "no plan of the library fits 2018"),
        (["清溪2020.txt#2"], "清溪2020.txt: plans in it: 1; there is no plan 2"),
    ],
)
def test_bad_usage_is_one_line(office: Run, arguments: list[str], problem: str) -> None:
    done = office("calendar", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"duplan: {problem}")
    assert done.err.count("\n") == 1


def test_the_library_is_chosen(
    office: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def years() -> list[int]:
        return [each["year"] for each in json.loads(office("list", "--to", "json").out)]

    home = Path.cwd()
    assert years() == [2020, 2019, 2020]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "duplan.toml").write_text(f'library = "{home.name}/旧"', "utf-8")
    assert years() == [2019]
    monkeypatch.setenv("DUPLAN_LIBRARY", str(home))
    assert years() == [2020, 2019, 2020]
    assert json.loads(office("list", "--library", str(home / "旧"), "--to", "json").out)
    monkeypatch.delenv("DUPLAN_LIBRARY")
    (tmp_path / "duplan.toml").write_text("libary = 1", "utf-8")
    done = office("list")
    assert done.code == 2
    assert "there is no setting libary" in done.err


def test_a_list_for_people(office: Run) -> None:
    done = office("list", "--year", "2019")
    assert done.out.splitlines() == [
        "year  kind    goals  tasks  dated  found  plan",
        "2019  计划        1      2      2      0  清溪区教育督导室2019年工作计划",
        "                                          清溪区教育督导室 · 旧/清溪2019.txt",
    ]
    assert office("list", "--kind", "总结").out == "There are no such plans in the library.\n"


def test_a_list_for_programs(office: Run) -> None:
    plans = json.loads(office("list", "--issuer", "清溪區", "--to", "json").out)
    assert [(each["year"], each["source"]) for each in plans] == [
        (2019, "旧/清溪2019.txt"),
        (2020, "清溪2020.txt"),
    ]
    rows = [*csv.DictReader(io.StringIO(office("list", "--to", "csv").out.removeprefix("\ufeff")))]
    assert [row["issuer"] for row in rows] == ["云泽县教育督导室", *["清溪区教育督导室"] * 2]


def test_a_kind_that_there_is_not(office: Run) -> None:
    assert office("list", "--kind", "规划").err.startswith("duplan: --kind is one of 计划, 要点")
