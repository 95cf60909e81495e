"""What a calendar is asked for."""

from __future__ import annotations

from datetime import date

import pytest

from duplan.calendar.model import Entry, PlanName
from duplan.calendar.question import Question, read_question
from duplan.dates import read_period

TODAY = date(2026, 11, 23)
YEAR_OF_2020 = [(2020, month) for month in range(1, 13)]


def asked(text: str, year: int | None = None) -> Question:
    question = read_question(text, year, TODAY)
    assert question is not None
    return question


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("九月", [(None, 9)]),
        ("9", [(None, 9)]),
        ("09", [(None, 9)]),
        (" ９月 ", [(None, 9)]),
        ("2020-09", [(2020, 9)]),
        ("2020年9月", [(2020, 9)]),
        ("九月至十一月", [(None, 9), (None, 10), (None, 11)]),
        ("三季度", [(None, 7), (None, 8), (None, 9)]),
        ("下半年", [(None, month) for month in range(7, 13)]),
        ("2020", YEAR_OF_2020),
        ("2020年", YEAR_OF_2020),
        ("12月至次年1月", [(None, 12), (None, 1)]),
        ("本月", [(2026, 11)]),
        ("下月", [(2026, 12)]),
        ("明年1月", [(2027, 1)]),
    ],
)
def test_months_are_read(text: str, months: list[tuple[int | None, int]]) -> None:
    assert list(asked(text).months) == months


@pytest.mark.parametrize(
    "text",
    [
        *("", "hello", "13", "13月", "0", "九月开学", "20", "每"),
        *("2月30日", "9月31日", "2019年2月29日"),
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_question(text, None, TODAY) is None


def test_a_year_dates_what_has_none() -> None:
    assert asked("12月至次年1月", 2020).months == ((2020, 12), (2021, 1))
    assert asked("2019-09", 2020).months == ((2019, 9),)
    assert asked("本月", 2020).months == ((2026, 11),)


def entry(start: str | None, end: str | None, month: str = "2020-09") -> Entry:
    plan = PlanName(None, None, 2020, "")
    return Entry(month, "x", plan, "schedule", "s1.m09.1", "九月", "day", start, end)


@pytest.mark.parametrize(
    ("text", "start", "end", "covered"),
    [
        ("9月", "2020-09-15", "2020-09-15", True),
        ("9月下旬", "2020-09-15", "2020-09-15", False),
        ("9月下旬", "2020-09-15", "2020-09-21", True),
        ("9月下旬", None, "2020-09-30", True),
        ("9月上旬", None, "2020-09-30", False),
        ("9月15日", "2020-09-01", "2020-09-30", True),
        ("9月15日", None, None, True),
    ],
)
def test_days_are_asked_for_too(
    text: str, start: str | None, end: str | None, covered: bool
) -> None:
    assert asked(text).covers(entry(start, end)) is covered


def test_days_of_a_year_that_nobody_knows_are_not_left_out() -> None:
    assert asked("9月下旬").covers(entry(None, None, "--09"))


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("year", ["", "2020年", "2020-"])
def test_plain_months_are_read_as_the_grammar_reads_them(month: int, year: str) -> None:
    name = "一二三四五六七八九十"[month - 1] if month <= 10 else f"十{'一二'[month - 11]}"
    forms = [f"{year}{month:02}"] if year == "2020-" else [f"{year}{month}月", f"{year}{name}月"]
    for form in forms:
        for context in (None, 2019):
            period = read_period(form, context)
            assert period is not None
            assert list(asked(form, context).months) == period.months
