"""What a library answers: its plans, what is due in months, which months have entries."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented import make_folder, plan_text

from duplan import load
from duplan.calendar.model import PlanName
from duplan.calendar.occurrences import occurrences
from duplan.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The folder, read."""
    opened = Library(make_folder(tmp_path), str(tmp_path / "cache" / "c.sqlite3"))
    assert opened.refresh() == []
    return opened


def test_plans_come_by_issuer_year_and_file(library: Library, tmp_path: Path) -> None:
    listed = list(library.plans())
    assert [(each.issuer, each.year, each.source) for each in listed] == [
        ("柳溪县教育局", 2020, "学校/c.md"),
        ("槐安区教育局", 2019, "a 2019.txt"),
        ("槐安区教育局", 2020, "b.txt"),
    ]
    last = listed[-1]
    assert (last.number, last.kind, last.goals, last.tasks, last.entries) == (1, "计划", 1, 1, 6)
    assert (last.start, last.end, last.findings) == ("2020-01", "2020-12", 0)
    assert last.path == str(tmp_path / "plans" / "b.txt")


def test_plans_are_chosen_by_year_issuer_and_kind(library: Library) -> None:
    assert [each.source for each in library.plans(year=2019)] == ["a 2019.txt"]
    assert [each.source for each in library.plans(issuer="柳 溪")] == ["学校/c.md"]
    assert len(list(library.plans(issuer="槐安區教育局"))) == 2, "traditional script"
    assert len(list(library.plans(kind="计划"))) == 3
    assert list(library.plans(kind="总结")) == []


def test_a_month_of_a_year(library: Library) -> None:
    entries = list(library.entries([(2020, 9)]))
    assert [(each.plan.source, each.text) for each in entries] == [
        ("学校/c.md", "开展开学工作督导"),
        ("学校/c.md", "召开九号例会"),
        ("b.txt", "开展开学工作督导"),
        ("b.txt", "召开九号例会"),
    ]
    first = entries[0]
    assert (first.month, first.from_, first.label, first.when) == (
        "2020-09",
        "schedule",
        "九月",
        "九月",
    )
    assert (first.start, first.end, first.precision) == ("2020-09-01", "2020-09-30", "month")
    assert [(unit.name, unit.duty) for unit in first.responsible] == [("督导室", "responsible")]
    assert first.place is not None
    assert (first.place.line, first.place.raw) == (12, "开展开学工作督导")


def test_a_month_of_every_year_comes_year_by_year_and_unknown_years_last(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    undated = plan_text("莲塘镇").replace("2020年", "")
    (folder / "z.txt").write_text(undated, "utf-8")
    library = Library(folder, str(tmp_path / "c.sqlite3"))
    library.refresh()
    months = [each.month for each in library.entries([(None, 10), (None, 9)])]
    assert list(dict.fromkeys(months)) == [
        "2019-09",
        "2019-10",
        "2020-09",
        "2020-10",
        "--10",
        "--09",
    ]
    assert len(months) == 16
    assert months == [each.month for each in library.entries([(None, 10), (2019, 9), (None, 9)])]


def test_entries_are_chosen_by_plan_source_and_file(library: Library, tmp_path: Path) -> None:
    every = [(None, month) for month in range(1, 13)]
    assert {each.plan.year for each in library.entries(every, year=2019)} == {2019}
    assert {each.plan.issuer for each in library.entries(every, issuer="柳溪")} == {"柳溪县教育局"}
    tasks = list(library.entries(every, sources=["task"]))
    assert {(each.from_, each.month[5:], each.precision) for each in tasks} == {
        ("task", "06", "deadline")
    }
    files = [str(tmp_path / "plans" / "b.txt")]
    assert {each.plan.source for each in library.entries(every, files=files)} == {"b.txt"}
    assert list(library.entries(every, files=[])) == []
    assert list(library.entries(every, sources=[])) == []
    assert list(library.entries([])) == []


def test_months_with_entries_counts_what_entries_gives(library: Library) -> None:
    counts = library.months_with_entries()
    assert list(counts) == [(year, month) for year in (2019, 2020) for month in (3, 6, 9, 10)]
    for month, count in counts.items():
        assert count == len(list(library.entries([month])))
    assert library.months_with_entries(year=2019, sources=["task"]) == {(2019, 6): 1}


def test_entries_are_those_of_the_document(library: Library, tmp_path: Path) -> None:
    plan = load(tmp_path / "plans" / "b.txt").plans[0]
    name = PlanName(plan.title, plan.issuer, plan.year, "b.txt", 1)
    expected = sorted(occurrences(plan, name), key=lambda entry: entry.month)
    every = [(2020, month) for month in range(1, 13)]
    found = list(library.entries(every, files=[str(tmp_path / "plans" / "b.txt")]))
    assert found == expected


def test_files_keep_the_names_that_they_are_called_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_folder(tmp_path))
    given = ["b.txt", "./b.txt", str(tmp_path / "plans" / "学校" / "c.md")]
    library = Library.of_files(given, str(tmp_path / "c.sqlite3"))
    assert library.refresh() == []
    assert [each.path for each in library.plans()] == [given[2], given[0]]
    assert len(list(library.entries([(2020, 9)], files=["b.txt"]))) == 2
