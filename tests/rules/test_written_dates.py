"""Dates as they are written: what they begin and end with, and what is none."""

from __future__ import annotations

import pytest

from duplan.rules.written_dates import WrittenDate, written_dates


def only(text: str) -> WrittenDate:
    """The one date of a text."""
    (found,) = written_dates(text)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月31日", (None, 9, 31)),
        ("２０２０年９月１日", (2020, 9, 1)),
        ("二〇二〇年九月三十一日", (2020, 9, 31)),
        ("一一三年九月一日", (2024, 9, 1)),
        ("民国113年9月1號", (2024, 9, 1)),
        ("2020-02-30", (2020, 2, 30)),
        ("113.9.1", (2024, 9, 1)),
        ("元月3日", (None, 1, 3)),
        ("1.9月1日", (None, 9, 1)),
        ("13月", (None, 13, None)),
        ("2020 年 9 月 1 日", (2020, 9, 1)),
    ],
)
def test_reads_year_month_and_day(text: str, expected: tuple[int | None, int, int | None]) -> None:
    found = only(text)
    assert (found.year, found.month, found.day) == expected


@pytest.mark.parametrize(
    "text",
    [
        "3.5%",
        "192.168.2.30",
        "1.2.3",
        "第三月",
        "15:00",
        "2022—2023学年",
        "三个月",
        "12345678901月",
    ],
)
def test_is_no_date(text: str) -> None:
    assert not written_dates(text)


def test_days_of_a_range_and_a_list() -> None:
    assert only("9月20日至10日").days == (20, 10)
    assert only("9月30、31日").days == (30, 31)
    assert only("9月20-22日").last == 22


def test_months_of_a_range() -> None:
    found = only("12月至次年1月")
    assert (found.opening, found.month, found.onward) == (12, 1, True)
    assert not only("5—3月").onward


def test_both_ends_of_a_range_in_figures() -> None:
    assert [(date.month, date.day, date.sign) for date in written_dates("9/25～9/31")] == [
        (9, 25, "/"),
        (9, 31, "/"),
    ]


def test_weekdays() -> None:
    found = only("9月1日（周二）至3日（周四）")
    assert found.weekday and found.last_weekday
    assert (found.weekday.name, found.last_weekday.name) == ("二", "四")
    assert only("9月1日周一次").weekday is None


def test_ends_before_the_bracket_that_it_closes() -> None:
    text = "9月1日（周二）开学"
    found = only(text)
    assert text[found.start : found.end] == "9月1日（周二"
    assert text[found.start : found.closed] == "9月1日（周二）"


def test_a_year_holds_on_in_its_sentence_and_not_behind_it() -> None:
    dates = written_dates("2020年12月28日、12月29日，1月3日。12月30日")
    assert [date.carried for date in dates] == [None, 2020, None, None]


def test_years_told_by_words() -> None:
    assert only("去年9月1日").near == "去年"
    assert only("98年9月1日").vague
