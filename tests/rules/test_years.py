"""The years that rules find in a text."""

from __future__ import annotations

import pytest

from duplan.rules.years import Year, find_years, write_year

CASES = {
    "2020年": Year(2020, 0, 4, 5, "digits"),
    "二〇二〇年": Year(2020, 0, 4, 5, "han"),
    "113學(xué)年度": Year(2024, 0, 3, 10, "roc", school=True),
    "2018——2020年": Year(2020, 6, 10, 11, "digits", first=2018),
    "2018-19学年": Year(2019, 5, 7, 9, "digits", first=2018, school=True),
}


@pytest.mark.parametrize("text", CASES)
def test_a_year_is_found_with_its_place_and_form(text: str) -> None:
    assert list(find_years(text)) == [CASES[text]]


@pytest.mark.parametrize("text", ["12345年", "第135年", "每年", "年", "十年"])
def test_what_is_no_year_is_left_alone(text: str) -> None:
    assert not list(find_years(text))


def test_a_year_does_not_reach_over_a_line() -> None:
    assert not list(find_years("2019\n年"))


@pytest.mark.parametrize(
    ("form", "text"), [("digits", "2020"), ("han", "二〇二〇"), ("roc", "109")]
)
def test_a_year_is_written_as_it_was_printed(form: str, text: str) -> None:
    assert write_year(2020, form) == text  # type: ignore[arg-type]
