"""Which rules are asked for: names of all widths, the narrower wins, the command line has the last word."""

from __future__ import annotations

import pytest

from duplan.checking.choice import Choice, UnknownNameError, by_code, named
from duplan.rules import RULES, STANDARD
from duplan.rules.dates import RULES as DATES

DATED = frozenset(rule.code for rule in DATES)


@pytest.mark.parametrize("name", ["DP411", "dp411", "weekday-mismatch", "Weekday-Mismatch"])
def test_a_rule_is_named_by_code_or_name(name: str) -> None:
    assert named(name).codes == {"DP411"}


def test_a_beginning_names_every_code_with_it() -> None:
    assert named("DP4").codes == {code for code in RULES if code.startswith("DP4")}
    assert named("DP").codes == named("ALL").codes == {*RULES}


def test_families_and_the_standard_rules_have_names() -> None:
    assert named("dates").codes == DATED
    assert named("standard").codes == STANDARD


@pytest.mark.parametrize(
    ("name", "near"),
    [("weekday-mismach", "weekday-mismatch"), ("dats", "dates"), ("DP4110", "DP411"), ("xyz", "")],
)
def test_what_there_is_not_is_refused_with_what_is_near(name: str, near: str) -> None:
    with pytest.raises(UnknownNameError) as refused:
        Choice((name,)).codes()
    assert (refused.value.name, refused.value.near) == (name, near)


def test_nothing_asked_for_is_the_standard() -> None:
    assert Choice().codes() == STANDARD


def test_that_a_file_cannot_be_read_is_asked_for_unless_it_is_left_out() -> None:
    assert Choice(()).codes() == Choice((), ("DP4",)).codes() == {"DP100"}
    assert Choice(("DP411",)).codes() == {"DP100", "DP411"}
    for name in ("DP100", "DP1", "reading", "ALL"):
        assert "DP100" not in Choice(("DP411",), (name,)).codes()


@pytest.mark.parametrize(
    ("select", "ignore", "found"),
    [
        (("ALL",), ("DP4",), False),
        (("DP411",), ("DP41",), True),
        (("DP41",), ("DP411",), False),
        (("dates",), ("DP4",), True),
        (("DP4",), ("dates",), False),
        (("dates",), ("dates",), False),
        (("standard", "DP411"), ("DP4",), True),
    ],
)
def test_the_narrower_name_decides(
    select: tuple[str, ...], ignore: tuple[str, ...], found: bool
) -> None:
    assert ("DP411" in Choice(select, ignore).codes()) is found


def test_the_command_line_goes_over_the_settings() -> None:
    settings = Choice(("DP4",), ("DP401",))
    assert settings.then(Choice()) == settings
    assert settings.then(Choice(ignore=("DP411",))).codes().isdisjoint({"DP401", "DP411"})
    assert settings.then(Choice(("DP401",))).codes() == {"DP100", "DP401"}


def test_of_values_the_narrowest_name_s_counts() -> None:
    assert by_code({"DP411": "error", "DP4": "info"})["DP411"] == "error"
    assert by_code({"DP411": "error", "DP4": "info"})["DP401"] == "info"
