"""Settings: the nearest file counts, a mistake in it is named, other people's files don't matter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from duplan.config import Check, Config, ConfigError, Nearest, read_config


def test_nothing_is_set_where_there_is_no_file(tmp_path: Path) -> None:
    assert read_config(tmp_path).library is None


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    below = tmp_path / "2020" / "一季度"
    below.mkdir(parents=True)
    (tmp_path / "duplan.toml").write_text('library = "far"', "utf-8")
    (tmp_path / "2020" / "pyproject.toml").write_text('[tool.duplan]\nlibrary = "计划"', "utf-8")
    near = tmp_path / "2020" / "pyproject.toml"
    assert read_config(below) == Config(near, tmp_path / "2020" / "计划")


def test_duplan_toml_goes_before_pyproject(tmp_path: Path) -> None:
    (tmp_path / "duplan.toml").write_text('library = "own"', "utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.duplan]\nlibrary = "shared"', "utf-8")
    assert read_config(tmp_path).library == tmp_path / "own"


def test_a_library_may_be_absolute(tmp_path: Path) -> None:
    (tmp_path / "duplan.toml").write_text(f"library = {str(tmp_path / 'x')!r}", "utf-8")
    assert read_config(tmp_path).library == tmp_path / "x"


@pytest.mark.parametrize(
    "text", ["[tool.other]\nduplan = 1", "[tool]\nduplan = 3", "duplan = [", "\udcff"]
)
def test_a_pyproject_that_says_nothing_to_us_is_passed_over(tmp_path: Path, text: str) -> None:
    (tmp_path / "duplan.toml").write_text('library = "own"', "utf-8")
    below = tmp_path / "below"
    below.mkdir()
    (below / "pyproject.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert read_config(below).library == tmp_path / "own"


def test_what_can_be_set(tmp_path: Path) -> None:
    text = """
    [check]
    select = ["standard", "official"]
    ignore = ["DP34"]
    severity = {dates = "error"}
    fail-level = "info"
    exclude = ["归档"]
    baseline = "已知.json"
    [check.per-file-ignores]
    "2019/*" = ["stale"]
    [office]
    names = ["清溪区教育督导室"]
    school-terms = [[2020-02-17, "2020-07-10"], ["2020-09-01", 2021-01-22]]
    required-sections = ["goals"]
    """
    (tmp_path / "duplan.toml").write_text(text, "utf-8")
    config = read_config(tmp_path)
    assert config.check == Check(
        select=("standard", "official"),
        ignore=("DP34",),
        severity={"dates": "error"},
        per_file_ignores={"2019/*": ("stale",)},
        fail_level="info",
        exclude=("归档",),
        baseline=tmp_path / "已知.json",
    )
    first, second = config.office.school_terms
    assert (first, second[1]) == ((date(2020, 2, 17), date(2020, 7, 10)), date(2021, 1, 22))
    assert config.office.names == ("清溪区教育督导室",)
    assert config.office.required_sections == ("goals",)


def test_every_folder_is_looked_into_once(tmp_path: Path) -> None:
    nearest = Nearest()
    (tmp_path / "a").mkdir()
    assert nearest.of(tmp_path / "a").library is None
    (tmp_path / "duplan.toml").write_text('library = "x"', "utf-8")
    assert nearest.of(tmp_path / "a").library is None
    assert Nearest().of(tmp_path / "a").library == tmp_path / "x"


@pytest.mark.parametrize(
    ("text", "problem", "detail"),
    [
        ("library = ", "syntax", "(at "),
        ("libary = 'x'", "unknown", "libary"),
        ("library = 3", "value", "library"),
        ("library = ''", "value", "library"),
        ("check = 3", "value", "check"),
        ("[check]\nselect = 'DP4'", "value", "check.select"),
        ("[check]\nselect = [4]", "value", "check.select"),
        ("[check]\nfail-level = 'bad'", "value", "check.fail-level"),
        ("[check.severity]\nDP4 = 'bad'", "value", "check.severity.DP4"),
        ("[check.per-file-ignores]\n'a' = 'DP4'", "value", "check.per-file-ignores.a"),
        ("[office]\nnames = 'x'", "value", "office.names"),
        ("[office]\nschool-terms = [2020-02-17]", "value", "office.school-terms"),
        ("[office]\nschool-terms = [['2020-02-30', '2020-07-10']]", "value", "office.school-terms"),
        ("[office]\nschool-terms = [['2020-07-10', '2020-02-17']]", "value", "office.school-terms"),
        ("[office]\nschool-terms = [['2020-07-10']]", "value", "office.school-terms"),
        ("[office]\nschool-terms = [[2020-02-17T08:00:00, 1]]", "value", "office.school-terms"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, problem: str, detail: str) -> None:
    file = tmp_path / "duplan.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        read_config(tmp_path)
    assert (caught.value.file, caught.value.problem) == (file, problem)
    assert detail in caught.value.detail
