"""A slip in a clean plan is told once, by the rule that knows most of it."""

from __future__ import annotations

import pytest

from duplan import check, parse

PLAN = """青禾区教育局2020年工作计划
2020年，我局将坚持依法治教。
一、工作目标
（一）督导覆盖率达到100%。
（二）培训督学60人次以上。
二、重点任务
（一）开展督导。9月底前完成开学督导，覆盖全部学校。（责任单位：督导室）
（二）培训督学。10月举办培训班，不少于2期。（责任单位：人事科）
（三）测评质量。11月组织质量监测，形成报告。（责任单位：教研室）
（四）评选先进。12月10日（星期四）召开表彰会，表彰20人。（责任单位：办公室）
三、工作安排
九月：1.开学督导；2.督学聘任。
十月：1.督学培训；2.食品安全检查。
十一月：1.质量监测；2.满意度调查。
十二月：1.表彰先进；2.总结工作。
青禾区教育局
2020年1月6日
"""


def told(text: str) -> list[str]:
    return [each.code for each in check(parse(text, name="计划.txt"))]


def test_the_plan_is_clean() -> None:
    assert told(PLAN) == []


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("9月底前完成", "2019年9月底前完成", "DP310"),
        ("9月底前完成", "2021年9月底前完成", "DP416"),
        ("9月底前完成", "9月31日至20日完成", "DP410"),
        ("10月举办", "二0二0年10月举办", "DP346"),
        ("（二）培训", "(二)培训", "DP204"),
        ("（二）培训", "（一）培训", "DP202"),
        ("（二）培训", "（三）培训", "DP201"),
        ("督导，覆盖", "督导,,覆盖", "DP344"),
        ("督导，覆盖", "督导， 覆盖", "DP345"),
        ("人事科）", "人事科", "DP343"),
        ("十月：", "九月：", "DP413"),
        ("十月：", "二月：", "DP412"),
        ("十月：", "十三月：", "DP410"),
        ("十一月：1.质量监测；2.满意度调查。", "十一月：", "DP206"),
        ("教育局2020年工作", "教育局2019年工作", "DP310"),
        ("2020年1月6日", "2018年1月6日", "DP311"),
        ("2020年1月6日", "2020年13月6日", "DP410"),
        ("开学督导；2", "开学督导开学督导；2", "DP347"),
    ],
)
def test_a_slip_is_told_once(right: str, wrong: str, code: str) -> None:
    assert right in PLAN
    assert told(PLAN.replace(right, wrong, 1)) == [code]


def test_a_stale_signature_says_nothing_of_the_document_number() -> None:
    text = PLAN.replace("\n", "\n青教〔2020〕3号\n", 1).replace("2020年1月6日", "2022年1月6日")
    assert told(text) == ["DP311"]


def test_a_month_of_no_year_in_the_wrong_place_is_not_outside_of_the_period() -> None:
    text = PLAN.replace("十月：", "2019年10月：")
    assert "DP415" in told(text)
    assert "DP415" not in told(PLAN.replace("十月：", "八月："))
