"""What falls on a state holiday goes to the next working day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplan.calendar import workdays
from duplan.calendar.model import Calendar, Entry, PlanName
from duplan.calendar.workdays import Moved, on_workdays

PLAN = PlanName("计划", None, 2020, "计划.txt")


def entry(end: str, start: str | None = None, **values: object) -> Entry:
    """A deadline, or with a start the days until then."""
    own = {"month": end[:7], "text": "报送总结", "plan": PLAN, "from_": "schedule", "id": "i1"}
    own |= {"label": "9月", "precision": "day" if start else "deadline", "start": start, "end": end}
    return Entry(**(own | values))  # type: ignore[arg-type]


def moved(*entries: Entry) -> Moved:
    """These entries on working days."""
    return on_workdays(Calendar([each.month for each in entries], list(entries)))


def days(*entries: Entry) -> list[tuple[str | None, str | None]]:
    """Their days then."""
    return [(each.start, each.end) for each in moved(*entries).calendar.entries]


def test_a_deadline_in_a_holiday_goes_behind_it() -> None:
    assert days(entry("2020-10-01")) == [(None, "2020-10-09")]
    assert days(entry("2020-01-26")) == [(None, "2020-02-03")]


def test_a_working_day_made_up_for_is_one() -> None:
    assert days(entry("2023-09-30")) == [(None, "2023-10-07")]  # a Saturday that is worked


def test_a_worked_sunday_stays() -> None:
    assert days(entry("2020-09-27")) == [(None, "2020-09-27")]


def test_a_single_day_goes_with_its_start() -> None:
    assert days(entry("2020-05-04", "2020-05-04")) == [("2020-05-06", "2020-05-06")]


def test_a_plain_weekend_stays() -> None:
    assert days(entry("2020-10-17"), entry("2020-10-18", "2020-10-18")) == [
        (None, "2020-10-17"),
        ("2020-10-18", "2020-10-18"),
    ]


def test_ranges_and_months_stay() -> None:
    kept = [
        entry("2020-10-07", "2020-10-01"),
        entry("2020-10-31", "2020-10-01", precision="month"),
        entry("2020-10-01", "2020-10-01", precision="part"),
    ]
    assert moved(*kept).calendar.entries == kept


def test_the_last_day_of_a_range_over_the_end_of_a_month_stays() -> None:
    parts = [
        entry("2020-09-30", "2020-09-28", when="9月28日—10月1日"),
        entry("2020-10-01", "2020-10-01", when="9月28日—10月1日"),
    ]
    assert moved(*parts).calendar.entries == parts


def test_what_moves_into_another_month_is_in_that_month() -> None:
    result = moved(entry("2023-09-30"))
    assert result.calendar.months == ["2023-09"]
    assert result.calendar.entries[0].month == "2023-10"


def test_moves_are_told_with_the_holiday() -> None:
    before = entry("2020-10-01")
    (move,) = moved(before, entry("2020-11-02")).moves
    assert (move.before, move.after.end, move.holiday) == (
        *(before, "2020-10-09"),
        ("National Day", "国庆节"),
    )


def test_years_that_nobody_knows_are_left_alone_and_told() -> None:
    kept = [entry("2003-10-01"), entry("2099-10-01"), entry("2099-05-01")]
    result = moved(*kept)
    assert result.calendar.entries == kept
    assert result.unknown == [2003, 2099]
    assert result.moves == []


def test_a_holiday_at_the_end_of_what_is_known_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workdays, "_known_years", lambda: range(2004, 2019))
    kept = entry("2018-12-31")  # off for the New Year's Day of 2019
    result = moved(kept)
    assert (result.calendar.entries, result.moves, result.unknown) == ([kept], [], [2019])


def test_years_of_what_does_not_move_are_not_told() -> None:
    assert moved(entry("2099-10-31", "2099-10-01", precision="month")).unknown == []


def test_what_has_no_year_stays() -> None:
    kept = replace(entry("2020-10-01"), month="--10", end=None)
    assert moved(kept).calendar.entries == [kept]


@given(st.dates(date(2004, 1, 1), date(2025, 12, 31)))
def test_it_ends_on_a_working_day_or_a_plain_weekend_and_moving_twice_is_moving_once(
    day: date,
) -> None:
    result = moved(entry(f"{day}"))
    (only,) = result.calendar.entries
    assert only.end is not None
    assert only.end >= f"{day}"
    there = date.fromisoformat(only.end)
    assert chinese_calendar.get_holiday_detail(there)[1] is None or chinese_calendar.is_workday(
        there
    )
    assert on_workdays(result.calendar).calendar == result.calendar
