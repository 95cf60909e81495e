"""What an empty month points to."""

from __future__ import annotations

from duplan.calendar.nearest import nearest

COUNTS = {(2020, 3): 2, (2020, 8): 1, (2020, 11): 4, (2021, 1): 1, (None, 12): 2}


def test_the_nearest_months_in_the_order_of_time() -> None:
    assert nearest([(2020, 9)], COUNTS) == [(2020, 8), (2020, 11), (2021, 1)]
    assert nearest([(2020, 9)], COUNTS, 1) == [(2020, 8)]


def test_over_the_end_of_the_year() -> None:
    assert nearest([(None, 2)], COUNTS) == [(2020, 3), (2021, 1), (None, 12)]


def test_what_was_asked_for_is_no_answer() -> None:
    assert nearest([(None, 8), (None, 9)], COUNTS, 1) == [(2020, 11)]


def test_unknown_years_are_no_answer_to_a_year() -> None:
    assert nearest([(2020, 12)], COUNTS, 2) == [(2020, 11), (2021, 1)]


def test_nothing_is_near_where_there_is_nothing() -> None:
    assert nearest([(2020, 9)], {}) == []
