"""What a file is checked for: the nearest settings, patterns below their folder, mistakes named."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from duplan.checking.choice import Choice
from duplan.checking.patterns import matches
from duplan.checking.settings import Profiles
from duplan.config import ConfigError
from duplan.rules import STANDARD


def settle(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "duplan.toml").write_text(text, "utf-8")


def test_without_settings_the_standard_rules_are_asked(tmp_path: Path) -> None:
    profile = Profiles().of(tmp_path / "a.txt")
    assert profile.settings(tmp_path / "a.txt").codes == STANDARD
    assert profile.fail_level == "warning"
    assert not profile.excludes(tmp_path / "a.txt")


def test_each_file_has_the_nearest_settings(tmp_path: Path) -> None:
    settle(tmp_path, '[check]\nselect = ["DP4"]\n')
    settle(
        tmp_path / "近", '[check]\nselect = ["DP3"]\nfail-level = "error"\nbaseline = "b.json"\n'
    )
    profiles = Profiles()
    near = profiles.of(tmp_path / "近" / "深" / "a.txt")
    assert {code[:3] for code in near.codes - {"DP100"}} == {"DP3"}
    assert (near.fail_level, near.baseline) == ("error", tmp_path / "近" / "b.json")
    assert "DP411" in profiles.of(tmp_path / "a.txt").codes


def test_the_command_line_goes_over_the_settings(tmp_path: Path) -> None:
    settle(tmp_path, '[check]\nselect = ["DP4"]\nfail-level = "error"\nbaseline = "b.json"\n')
    asked = Profiles(Choice(("DP301",)), "info", Path("c.json"))
    profile = asked.of(tmp_path / "a.txt")
    assert profile.codes == {"DP100", "DP301"}
    assert (profile.fail_level, profile.baseline) == ("info", Path("c.json"))


def test_some_files_are_left_alone_or_checked_for_less(tmp_path: Path) -> None:
    settle(
        tmp_path,
        '[check]\nexclude = ["归档", "*.bak.txt"]\nseverity = {dates = "error"}\n'
        '[check.per-file-ignores]\n"2019/*" = ["dates", "DP301"]\n"*.docx" = ["DP303"]\n',
    )
    profile = Profiles().of(tmp_path / "a.txt")
    assert profile.excludes(tmp_path / "2020" / "归档" / "a.txt")
    assert profile.excludes(tmp_path / "a.bak.txt")
    assert not profile.excludes(tmp_path / "a.txt")
    old = profile.settings(tmp_path / "2019" / "a.docx")
    assert old.codes.isdisjoint({"DP411", "DP301", "DP303"})
    assert profile.settings(tmp_path / "2020" / "a.txt").codes == STANDARD
    assert old.severities["DP411"] == "error"


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("旧", "旧/a.txt", True),
        ("旧/", "b/旧/a.txt", True),
        ("旧", "陈旧/a.txt", False),
        ("*.txt", "b/a.txt", True),
        ("b/*.txt", "b/c/a.txt", True),
        ("c/*.txt", "b/c/a.txt", False),
        ("**/c/*.txt", "b/c/a.txt", True),
        ("**/c/*.txt", "c/a.txt", True),
        ("./b", "b/a.txt", True),
        ("a.tx", "a.txt", False),
    ],
)
def test_patterns(pattern: str, path: str, fits: bool) -> None:
    assert matches(PurePosixPath(path), [pattern]) is fits


@pytest.mark.parametrize(
    ("text", "problem", "detail", "near"),
    [
        ('[check]\nselct = ["DP4"]', "unknown", "check.selct", "check.select"),
        ('[chekc]\nselect = ["DP4"]', "unknown", "chekc", "check"),
        ('[check]\nselect = ["DP41", "weekday-mismach"]', "name", "mismach", "weekday-mismatch"),
        ('[check]\nseverity = {datess = "info"}', "name", "check.severity: datess", "dates"),
        ('[check.per-file-ignores]\n"a*" = ["DP999"]', "name", "per-file-ignores.a*: DP999", "DP"),
        ('[office]\nrequired-sections = ["goal"]', "name", "goal", "goals"),
    ],
)
def test_a_wrong_name_is_told_with_the_one_that_was_meant(
    tmp_path: Path, text: str, problem: str, detail: str, near: str
) -> None:
    settle(tmp_path, text)
    with pytest.raises(ConfigError) as refused:
        Profiles().of(tmp_path / "a.txt")
    error = refused.value
    assert (error.file, error.problem) == (tmp_path / "duplan.toml", problem)
    assert detail in error.detail
    assert error.near.startswith(near)
