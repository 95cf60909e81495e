"""docs/rules against the rules themselves."""

from __future__ import annotations

from pathlib import Path

from duplan.checking.explanation import page, pages
from duplan.rules import RULES

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "rules"


def test_the_folder_holds_what_the_rules_say() -> None:
    """``make rules`` writes it."""
    expected = pages([*RULES.values()])
    written = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")}
    assert written == expected


def test_a_page_shows_the_example_and_what_is_found() -> None:
    text = page(RULES["DP411"], "zh")
    assert "9月1日（星期三）开学督查" in text
    assert "- 第 2 行：2020年9月1日是星期二，不是星期三" in text
    assert "9月1日（星期二）开学督查" in text
    assert "可用 `--fix --unsafe` 修正" in text
