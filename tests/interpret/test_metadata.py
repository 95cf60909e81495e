"""Kind, issuer, year and period of a plan."""

from __future__ import annotations

import pytest

from duplan import parse
from duplan.plan import Plan

BODY = "一、重点工作\n（一）督导。\n（二）走访。"


def one(text: str) -> Plan:
    """The only plan of a text."""
    (plan,) = parse(text).plans
    return plan


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2020年工作计划", "计划"),
        ("2020年工作计划书", "计划"),
        ("2020年工作要点", "要点"),
        ("2020年工作小结", "总结"),
        ("113学年度行事历", "行事历"),
        ("2020年校历", "行事历"),
        ("2020年实施方案（试行）", "方案"),
        ("2020年任务分解表", "分解表"),
        ("2020年工作思路", "思路"),
        ("2020年工作安排", "安排"),
        ("2019年工作总结和2020年工作计划", "计划"),
        ("2020年工作打算", None),
    ],
)
def test_kinds(title: str, kind: str | None) -> None:
    assert one(f"{title}\n{BODY}").kind == kind


@pytest.mark.parametrize(
    ("title", "end", "issuer"),
    [
        ("2020年工作计划", "槐安区教育局\n2020年3月6日", "槐安区教育局"),
        ("2020年工作计划", "槐安区教育局督导办公室\n2020年3月6日", "槐安区教育局督导办公室"),
        ("槐安区教育局2020年工作计划", "", "槐安区教育局"),
        ("2022年槐安区教育局工作要点", "", "槐安区教育局"),
        ("槐安区第一中学2020—2021学年工作计划", "", "槐安区第一中学"),
        (
            "槐安区人民政府教育督导室2020年工作计划",
            "督导室\n2020年3月6日",
            "槐安区人民政府教育督导室",
        ),
        ("芷溪县2022年教育工作计划", "", None),
        ("学校2022年工作计划", "", None),
        ("XX中学2022年工作计划", "", None),
        ("某市教育局2022年工作计划", "", None),
        ("2022年社区工作计划", "", None),
    ],
)
def test_issuers(title: str, end: str, issuer: str | None) -> None:
    assert one(f"{title}\n{BODY}\n{end}").issuer == issuer


@pytest.mark.parametrize(
    ("title", "lead", "end", "year"),
    [
        ("2020年工作计划", "", "", 2020),
        ("二〇二〇年工作计划", "", "", 2020),
        ("2023—2024学年第一学期工作计划", "", "", 2023),
        ("2023—2024学年第二学期工作计划", "", "", 2024),
        ("113學年度工作計畫", "", "", 2024),
        ("民国113年工作计划", "", "", 2024),
        ("工作计划", "2021年是开局之年。", "", 2021),
        ("工作计划", "", "槐安区教育局\n2019年3月6日", 2019),
        ("工作计划", "", "槐安区教育局\n2019年12月30日", 2020),
        ("工作总结", "", "槐安区教育局\n2019年12月30日", 2019),
        ("20xx年工作计划", "2021年是开局之年。", "", None),
        ("XX年工作计划", "", "槐安区教育局\n2019年3月6日", None),
        ("工作计划", "", "", None),
    ],
)
def test_years(title: str, lead: str, end: str, year: int | None) -> None:
    assert one(f"{title}\n{lead}\n{BODY}\n{end}").year == year


@pytest.mark.parametrize(
    ("title", "body", "period"),
    [
        ("2020年工作计划", BODY, ("2020-01", "2020-12")),
        ("2020年上半年工作计划", BODY, ("2020-01", "2020-06")),
        ("2020年下半年工作计划", BODY, ("2020-07", "2020-12")),
        ("2020年9月工作计划", BODY, ("2020-09", "2020-09")),
        ("2020年第二季度工作计划", BODY, ("2020-04", "2020-06")),
        ("工作计划", BODY, None),
        ("2023—2024学年第一学期工作计划", BODY, None),
        (
            "2023—2024学年第一学期工作计划",
            "一、逐月安排\n9月：开学典礼。\n12月：期末复习。\n1月：期末考试。",
            ("2023-09", "2024-01"),
        ),
        (
            "2023—2024学年第二学期行事历",
            "| 周次 | 日期 | 工作 |\n| 1 | 2.12-2.18 | 开学 |\n| 20 | 6.24-6.30 | 考试 |",
            ("2024-02", "2024-06"),
        ),
    ],
)
def test_periods(title: str, body: str, period: tuple[str, str] | None) -> None:
    found = one(f"{title}\n{body}").period
    assert (found and (found.start, found.end)) == period


def test_traditional_text_is_named_and_converted() -> None:
    document = parse(
        "113學年度工作計畫\n壹、依據\n本校發展計畫。\n貳、計畫目標\n培養學生閱讀習慣。"
    )
    plan = document.plans[0]
    assert (document.source.script, plan.script) == ("hant", "hant")
    assert plan.title == "113学年度工作计划"
    kept = parse("113學年度工作計畫\n壹、依據\n本校發展計畫。", keep_script=True)
    assert kept.plans[0].title == "113學年度工作計畫"
