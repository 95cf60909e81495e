"""``duplan.check``: what it gives of a document, and how much of it."""

from __future__ import annotations

from duplan import check, parse
from duplan.checking.check import MOST
from duplan.plan import Document


def test_findings_stand_in_the_order_of_the_file() -> None:
    text = "2020年计划\n一、督导,检查。。\n二、9月1日（星期三）培训，，听课。"
    spans = [each.span for each in check(parse(text))]
    assert len(spans) == 4
    assert spans == sorted(filter(None, spans))


def test_a_document_without_evidence_has_no_findings() -> None:
    document = parse("2020年计划\n一、督导,检查。")
    assert check(Document.model_validate(document.model_dump())) == []


def test_of_one_rule_a_thousand_are_listed_and_the_others_counted() -> None:
    days = "".join(f"\n{number}.2月30日前完成工作。" for number in range(1, MOST + 8))
    found = check(parse(f"2020年计划{days}"), codes={"DP410"})
    assert [each.code for each in found].count("DP410") == MOST
    assert (found[0].code, found[0].span) == ("DP903", None)
    assert found[0].values == {"count": 7, "code": "DP410"}
