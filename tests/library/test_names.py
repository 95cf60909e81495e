"""How people name plans."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from duplan.library.names import PlanQuery, asked_name, fitting, numbered, read_query


@dataclass(frozen=True)
class Plan:
    """A plan as a library lists it."""

    title: str | None
    issuer: str | None
    year: int | None
    kind: str | None = "计划"
    number: int = 1


OF_2019 = Plan("清溪区教育督导室2019年工作计划", "清溪区教育督导室", 2019)
OF_2020 = Plan("清溪区教育督导室2020年工作计划", "清溪区教育督导室", 2020)
ELSEWHERE = Plan("2020年工作要点", "云泽县教育局", 2020)
REVIEW = Plan("清溪区教育督导室2020年工作总结", "清溪区教育督导室", 2020, "总结", 2)
NAMELESS = Plan(None, None, None, None)
PLANS = [OF_2019, OF_2020, ELSEWHERE, REVIEW, NAMELESS]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("2020", PlanQuery(None, 2020)),
        ("2020年", PlanQuery(None, 2020)),
        ("2022学年", PlanQuery(None, 2022)),
        ("清溪区@2020", PlanQuery("清溪区", 2020)),
        ("清溪區@2020", PlanQuery("清溪区", 2020)),
        (" 清溪区 @ 2020年", PlanQuery("清溪区", 2020)),
        ("清溪区@", PlanQuery("清溪区", None)),
        ("@2020", PlanQuery(None, 2020)),
    ],
)
def test_a_year_or_an_issuer_and_a_year(text: str, query: PlanQuery) -> None:
    assert read_query(text) == query


@pytest.mark.parametrize(
    "text", ["", "@", "清溪区", "202", "20200", "2020计划", "清溪区@今年", "3020"]
)
def test_other_texts_name_no_plan(text: str) -> None:
    assert read_query(text) is None


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("2019", [OF_2019]),
        ("2020", [OF_2020, ELSEWHERE]),
        ("清溪区@2020", [OF_2020]),
        ("清溪區教育督導室@2020", [OF_2020]),
        ("云泽县@", [ELSEWHERE]),
        ("2021", []),
    ],
)
def test_plans_are_chosen(text: str, plans: list[Plan]) -> None:
    query = read_query(text)
    assert query is not None
    assert fitting(query, PLANS) == plans


def test_a_review_counts_where_nothing_else_fits() -> None:
    query = read_query("清溪区@2020")
    assert query is not None
    assert fitting(query, [OF_2019, REVIEW]) == [REVIEW]


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("计划.docx#2", ("计划.docx", 2)),
        ("计划.docx", ("计划.docx", None)),
        ("计划#.docx", ("计划#.docx", None)),
        ("计划.docx#0", ("计划.docx#0", None)),
        ("#2", ("#2", None)),
    ],
)
def test_a_plan_of_a_file(text: str, file: tuple[str, int | None]) -> None:
    assert numbered(text) == file


def test_no_name_is_none() -> None:
    assert asked_name(" ") is None
