"""Known findings: what is left out, what is gone, what is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from duplan.checking.baseline import Baseline, BaselineError, read_baseline
from duplan.checking.report import FileReport, Place, Result
from duplan.rules import RULES

KIND = RULES["DP411"].kind
CODES = frozenset({"DP411"})


def result(fingerprint: str, words: str = "9月1日（星期三") -> Result:
    place = Place(2, 6, 6 + len(words), "line", f"一、九月：{words}）。", 5)
    return Result(KIND, "warning", {}, place, fingerprint)


def report(path: Path, *fingerprints: str) -> FileReport:
    return FileReport(str(path), "text", True, tuple(map(result, fingerprints)))


@pytest.fixture
def known(tmp_path: Path) -> Path:
    """A baseline with two findings of one file."""
    (tmp_path / "计划").mkdir()
    (tmp_path / "计划" / "a.txt").touch()
    baseline = Baseline(tmp_path / "known.json")
    baseline.take(report(tmp_path / "计划" / "a.txt", "2", "1"), CODES)
    baseline.file.write_text(baseline.dump(), "utf-8")
    return baseline.file


def test_the_file_is_for_reading_and_comparing(known: Path) -> None:
    entry = '{{"code": "DP411", "name": "weekday-mismatch", "words": "9月1日（星期三", "fingerprint": "{}"}}'
    assert known.read_text("utf-8") == (
        '{\n  "version": 1,\n  "files": {\n    "计划/a.txt": [\n'
        f"      {entry.format(1)},\n      {entry.format(2)}\n    ]\n  }}\n}}\n"
    )
    assert json.loads(Baseline(known).dump()) == {"version": 1, "files": {}}


def test_what_is_known_is_left_out(known: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(known.parent)
    baseline = read_baseline(known)
    left = baseline.sift(report(Path("计划/a.txt"), "1", "3"), CODES)
    assert [each.fingerprint for each in left.results] == ["3"]
    assert (baseline.known, baseline.gone) == (1, 1)


def test_entries_of_what_was_not_asked_for_are_not_missed(known: Path) -> None:
    baseline = read_baseline(known)
    baseline.sift(report(known.parent / "计划" / "a.txt"), frozenset({"DP301"}))
    baseline.count_vanished()
    assert baseline.gone == 0


def test_entries_of_files_that_are_no_more_are_gone(known: Path) -> None:
    baseline = read_baseline(known)
    baseline.count_vanished()
    assert baseline.gone == 0
    (known.parent / "计划" / "a.txt").unlink()
    baseline.count_vanished()
    assert baseline.gone == 2
    assert '"计划' not in baseline.dump()


def test_writing_anew_drops_what_is_gone_and_keeps_the_rest(known: Path) -> None:
    baseline = read_baseline(known)
    (known.parent / "b.txt").touch()
    baseline.take(report(known.parent / "b.txt", "7"), CODES)
    assert len(json.loads(baseline.dump())["files"]["计划/a.txt"]) == 2
    baseline.take(report(known.parent / "计划" / "a.txt", "2"), CODES)
    assert len(json.loads(baseline.dump())["files"]["计划/a.txt"]) == 1
    baseline.take(report(known.parent / "计划" / "a.txt"), frozenset({"DP301"}))
    assert len(json.loads(baseline.dump())["files"]["计划/a.txt"]) == 1
    assert baseline.size == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ('{"version": 1,\n<<<<<<< HEAD\n', 2),
        ("[]", 0),
        ('{"version": 2, "files": {}}', 0),
        ('{"version": 1}', 0),
        ('{"version": 1, "files": []}', 0),
        ('{"version": 1, "files": {"a.txt": [{"code": "DP411"}]}}', 0),
        ('{"version": 1, "files": {"a.txt": ["x"]}}', 0),
        (
            '{"version": 1, "files": {"a.txt":'
            ' [{"code": 1, "name": "", "words": "", "fingerprint": ""}]}}',
            0,
        ),
        ("[" * 100_000, 0),
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "b.json").write_text(text, "utf-8")
    with pytest.raises(BaselineError) as refused:
        read_baseline(tmp_path / "b.json")
    assert (refused.value.missing, refused.value.line) == (False, line)


def test_one_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(BaselineError) as refused:
        read_baseline(tmp_path / "none.json")
    assert refused.value.missing
