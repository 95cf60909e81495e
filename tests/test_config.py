"""Settings: the nearest file counts, a mistake in it is named, other people's files don't matter."""

from __future__ import annotations

from pathlib import Path

import pytest

from duplan.config import Config, ConfigError, read_config


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


@pytest.mark.parametrize(
    ("text", "problem", "detail"),
    [
        ("library = ", "syntax", "(at "),
        ("libary = 'x'", "unknown", "libary"),
        ("library = 3", "value", "library"),
        ("library = ''", "value", "library"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, problem: str, detail: str) -> None:
    file = tmp_path / "duplan.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        read_config(tmp_path)
    assert (caught.value.file, caught.value.problem) == (file, problem)
    assert detail in caught.value.detail
