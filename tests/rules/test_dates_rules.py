"""What the rules of dates know from outside of the text: the office's terms, the kinds of plans."""

from __future__ import annotations

from datetime import date

import pytest

from duplan import check, parse
from duplan.config import Office

SCHEDULE = """2020年督导工作计划
一、重点工作
（一）督导。
二、工作安排
一月：走访。
三月：检查。
四月：检查。
五月：检查。
六月：检查。
九月：检查。
十月：检查。
十一月：检查。
十二月：总结。
"""
AUTUMN, SPRING = (date(2019, 9, 1), date(2020, 1, 10)), (date(2020, 2, 3), date(2020, 7, 10))
NEXT = (date(2020, 9, 1), date(2021, 1, 20))


def codes(text: str, office: Office | None = None) -> list[str]:
    """The codes that are found about dates."""
    return [each.code for each in check(parse(text), office=office) if each.code[:4] == "DP41"]


def test_february_is_missed_only_where_a_term_has_begun() -> None:
    assert codes(SCHEDULE) == []
    assert codes(SCHEDULE, Office(school_terms=(AUTUMN, NEXT))) == []
    found = check(parse(SCHEDULE), codes={"DP414"}, office=Office(school_terms=(AUTUMN, SPRING)))
    assert [each.values["months"] for each in found] == ["2月"]


@pytest.mark.parametrize(("title", "expected"), [("计划", ["DP416"]), ("总结", [])])
def test_a_review_has_no_deadlines(title: str, expected: list[str]) -> None:
    text = f"2020年督导工作{title}\n一、重点工作\n（一）督导。2021年6月底前完成。\n"
    assert codes(text) == expected


def test_two_plans_of_a_file_have_their_own_years() -> None:
    one = "{}年督导工作计划\n一、重点工作\n（一）会议。9月1日（{}）召开。\n"
    assert codes(one.format(2020, "周二") + "\n" + one.format(2021, "周三")) == []
    assert codes(one.format(2020, "周三") + "\n" + one.format(2021, "周二")) == ["DP411", "DP411"]


def test_a_range_that_says_next_year_runs_on() -> None:
    text = "2020年督导工作计划\n一、重点工作\n（一）督导。5月至{}3月检查。\n"
    assert codes(text.format("")) == ["DP417"]
    assert codes(text.format("次年")) == []


def test_a_schedule_ending_in_january_belongs_to_its_plan() -> None:
    months = ["十月", "十一月", "十二月", "2021年1月"]
    text = "2020年督导工作计划\n一、工作\n（一）督导。\n二、工作安排\n"
    assert codes(text + "".join(f"{month}：检查。\n" for month in months)) == []
