"""What differs about the plans themselves, and which plan of a document is compared."""

from __future__ import annotations

import pytest

from duplan import diff
from duplan.comparison.sentences import sentence
from duplan.plan import Document, Input, Period, Plan, Section


def _plan(*titles: str, issuer: str | None = None, period: tuple[str, str] | None = None) -> Plan:
    return Plan(
        title="工作计划",
        issuer=issuer,
        period=Period(start=period[0], end=period[1]) if period else None,
        sections=[
            Section(id=f"s{at}", role="tasks", label=f"{at}、", title=title)
            for at, title in enumerate(titles, 1)
        ],
    )


def _said(old: Plan, new: Plan) -> list[str]:
    return [sentence(one) for one in diff(old, new).metadata]


def test_another_issuer() -> None:
    old, new = _plan(issuer="槐安区教育局"), _plan(issuer="槐安区督导室")
    assert _said(old, new) == ["发文单位由槐安区教育局改为槐安区督导室"]
    assert not diff(old, new).same


def test_a_period_moves_on_with_its_year() -> None:
    old, new = _plan(period=("2019-01", "2019-12")), _plan(period=("2020-01", "2020-12"))
    assert _said(old, new) == []
    new = _plan(period=("2020-01", "2020-06"))
    assert _said(old, new) == ["计划时段由2019-01/2019-12改为2020-01/2020-06"]


def test_sections_come_and_go_whatever_their_order() -> None:
    old = _plan("规范招生入学", "建设智慧校园")
    new = _plan("深入建设智慧校园", "改善食堂条件")
    assert _said(old, new) == ["取消部分：规范招生入学", "新增部分：改善食堂条件"]


def _document(*plans: Plan) -> Document:
    source = Input(name="槐安.docx", format="docx", sha256="0" * 64, script="hans")
    return Document(source=source, plans=list(plans))


def test_a_document_stands_for_its_plan_and_not_for_the_review() -> None:
    review = Plan(title="工作总结", kind="总结")
    found = diff(_document(review, _plan("规范招生入学")), _plan("规范招生入学"))
    assert (found.old.title, found.old.source) == ("工作计划", "槐安.docx")
    assert found.same


@pytest.mark.parametrize(
    ("plans", "said"),
    [([], "槐安.docx holds no plan"), ([_plan(), _plan()], "槐安.docx holds 2 plans")],
)
def test_a_document_without_one_plan_is_refused(plans: list[Plan], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        diff(_document(*plans), _plan())
