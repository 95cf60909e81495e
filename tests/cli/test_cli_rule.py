"""``duplan rule``: the list, the pages, names that there are not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from duplan.rules import RULES

Run = Callable[..., Any]


@pytest.fixture
def rule(run_line: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("DUPLAN_LANG", "en")
    return partial(run_line, "rule")


def test_without_a_name_every_rule_is_listed(rule: Run) -> None:
    done = rule()
    assert (done.code, done.err) == (0, "")
    listed = [line.split()[0] for line in done.out.splitlines() if line.startswith("DP")]
    assert listed == [*RULES]


@pytest.mark.parametrize("name", ["DP411", "dp411", "weekday-mismatch"])
def test_a_page_is_shown_by_code_or_name(rule: Run, name: str) -> None:
    done = rule(name)
    assert done.code == 0
    assert done.out.startswith("# DP411 weekday-mismatch\n")
    assert rule(name, "--lang", "zh").out.startswith("# DP411 weekday-mismatch\n\n警告 · ")


def test_all_pages_stand_one_after_the_other(rule: Run) -> None:
    heads = [line for line in rule("--all").out.splitlines() if line.startswith("# DP")]
    assert heads == [f"# {each.code} {each.name}" for each in RULES.values()]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "weekday-mismach",
            "there is no rule weekday-mismach; did you mean DP411 weekday-mismatch?",
        ),
        ("xyzzy", "there is no rule xyzzy; duplan rule lists them all"),
        ("", "there is no rule ''; duplan rule lists them all"),
    ],
)
def test_what_there_is_not_is_refused(rule: Run, name: str, said: str) -> None:
    assert rule("DP411", name) == (2, "", f"duplan: {said}\n")
