"""What a library answers: its plans, what is due in months, which months have entries."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented import make_folder

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
