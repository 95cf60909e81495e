"""What duplan wrote into a library's own folder is no plan of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from duplan.cli import main
from duplan.library import Library
from duplan.library.answers import is_answer

OLD = "清溪区2019年工作计划\n一、重点工作\n1.开展培训。\n2.完善制度。9月完成。\n"
NEW = OLD.replace("2019", "2020").replace("9月", "10月")


@pytest.mark.parametrize("suffix", [".html", ".md", ".xlsx", ".csv"])
def test_answers_are_no_plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str) -> None:
    (tmp_path / "2019.txt").write_text(OLD, "utf-8")
    (tmp_path / "2020.txt").write_text(NEW, "utf-8")
    monkeypatch.setenv("DUPLAN_CACHE_DIR", str(tmp_path / ".cache"))
    monkeypatch.chdir(tmp_path)
    assert main(["calendar", "-o", f"日历{suffix}"]) == 0
    if suffix != ".csv":
        assert main(["diff", "2019", "2020", "-o", f"对照{suffix}"]) == 1
    library = Library(tmp_path)
    assert library.refresh() == []
    assert [plan.source for plan in library.plans()] == ["2019.txt", "2020.txt"]


@pytest.mark.parametrize("suffix", [".html", ".md", ".xlsx", ".csv", ".docx"])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", NEW.encode()])
def test_other_files_are_none(data: bytes, suffix: str) -> None:
    assert not is_answer(data, suffix)
