"""The rules of official documents together: a document that follows the standard, and habits."""

from __future__ import annotations

from io import BytesIO

import pytest
import yaml
from word_files import word_file

from duplan import check, load, parse
from duplan.diagnostics import Diagnostic
from duplan.rules.official import RULES

CODES = {rule.code for rule in RULES}
TIDY = """
usual: {font: 仿宋_GB2312, size: 16, line: 28.95, indent: 2}
paragraphs:
  - {text: 云督〔2020〕5号, align: center, indent: 0}
  - {text: 云岭市教育督导室, font: 方正小标宋简体, size: 22, align: center, indent: 0}
  - {text: 关于印发《2020年教育督导工作计划》的通知, font: 方正小标宋简体, size: 22, align: center, indent: 0}
  - {text: 各镇中心学校、区直学校、幼儿园：, indent: 0}
  - 现将《2020年教育督导工作计划》印发给你们，请结合实际，认真执行。
  - 附件：1.督查人员分组表
  - {text: 2.学校名单, indent: 5}
  - {text: 云岭市教育督导室, align: right, indent: 0, right: 3}
  - {text: 2020年3月12日, align: right, indent: 0, right: 4}
  - {text: 2020年教育督导工作计划, font: 方正小标宋简体, size: 22, align: center, indent: 0}
  - {text: 一、总体要求, font: 黑体}
  - 2020年，全市教育督导工作围绕立德树人的根本任务，坚持督政、督学、评估监测并重，推动学校规范办学。
  - {text: 二、重点工作, font: 黑体}
  - {text: （一）专项督导, font: 楷体_GB2312}
  - 1.开展春季开学督查。3月20日前完成，由督导室牵头。
  - 2.开展秋季开学督查。9月10日前完成。
  - （1）制定方案，明确分工。
  - （2）汇总情况，及时反馈。
  - runs: [{text: （二）经常性督导。, font: 楷体_GB2312}, {text: 责任督学每月到校一次，当日填写记录。}]
  - {text: 三、保障措施, font: 黑体}
  - 1.加强领导。每季度研究一次。
  - 2.落实经费。列入年度预算。
footer: {text: — 1 —, size: 14}
"""


def findings(description: str) -> list[Diagnostic]:
    """What the rules of official documents find in a Word file described in YAML."""
    return check(load(BytesIO(word_file(description)), name="a.docx"), codes=CODES)


def test_a_document_that_follows_the_standard_has_no_finding() -> None:
    assert [each.message() for each in findings(TIDY)] == []


def test_the_same_in_other_looks_has_one_finding_a_rule() -> None:
    described = yaml.safe_load(TIDY)
    described["usual"] = {"font": "宋体", "size": 12, "line": 20, "indent": 0}
    described["page"] = {"paper": [215.9, 279.4], "margins": [25.4, 25.4, 25.4, 25.4]}
    del described["footer"]
    for each in described["paragraphs"]:
        if isinstance(each, dict):
            each.pop("font", None)
            each.pop("size", None)
    codes = [each.code for each in findings(yaml.safe_dump(described, allow_unicode=True))]
    assert sorted(codes) == [
        "DP510", "DP511", "DP512", "DP513", "DP513", "DP514", "DP515", "DP515", "DP518",
    ]  # fmt: skip


def test_looks_are_asked_of_word_files_only() -> None:
    text = (
        "2020年教育督导工作计划\n一、总体要求\n全面加强督导工作。\n二、重点工作\n开展开学督查。\n"
    )
    assert check(parse(text), codes=CODES) == []


@pytest.mark.parametrize("count", [5, 6])
def test_more_than_five_places_are_a_habit(count: int) -> None:
    lines = [f"（{number}）、开展第{number}次督查。" for number in range(1, count + 1)]
    found = check(parse("2020年督导工作计划\n" + "\n".join(lines)), codes={"DP504"})
    assert [each.values["count"] for each in found] == ([1] * 5 if count == 5 else [6])
    assert sum(len(each.fix.edits) for each in found if each.fix) == count


def test_turned_paper_of_tables_is_a4_too() -> None:
    described = "page: {paper: [297, 210]}\nparagraphs: [2020年督导工作计划]"
    assert {each.code for each in findings(described)}.isdisjoint({"DP510", "DP511"})
