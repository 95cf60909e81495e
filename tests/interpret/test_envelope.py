"""What stands around a plan: notice, title, signature, index box, attachments; several plans a file."""

from __future__ import annotations

from io import BytesIO

import pytest

from duplan import load, parse
from duplan.plan import Document, Plan

BODY = "一、重点工作\n（一）督导。\n（二）走访。"
SIGNED = "槐安区教育局\n2020年3月6日"
NOTICE = f"""\
槐安区教育局文件
槐教〔2020〕3号
关于印发《槐安区2020年教育督导工作计划》的通知
各中小学、各幼儿园：
现将《槐安区2020年教育督导工作计划》印发给你们，请遵照执行。
附件：槐安区2020年教育督导工作计划
{SIGNED}
槐安区2020年教育督导工作计划
{BODY}"""


def one(text: str) -> Plan:
    """The only plan of a text."""
    (plan,) = parse(text).plans
    return plan


def roles(document: Document) -> dict[str, str]:
    """What each stretch of the source was taken for."""
    return {reading.origin.raw: reading.role for reading in document.readings}


def codes(document: Document) -> list[str]:
    """The codes of the findings."""
    return [finding.code for finding in document.diagnostics]


def test_the_notice_is_no_plan_and_gives_metadata() -> None:
    document = parse(NOTICE)
    notice, (plan,) = document.notice, document.plans
    assert notice is not None
    assert notice.title == "关于印发《槐安区2020年教育督导工作计划》的通知"
    assert (notice.issuer, notice.document_number) == ("槐安区教育局", "槐教〔2020〕3号")
    assert notice.issued == "2020-03-06"
    assert [attachment.title for attachment in notice.attachments] == [
        "槐安区2020年教育督导工作计划"
    ]
    assert notice.recipients == ["各中小学", "各幼儿园"]
    assert plan.title == "槐安区2020年教育督导工作计划"
    assert (plan.issuer, plan.document_number) == ("槐安区教育局", "槐教〔2020〕3号")
    assert (plan.issued, plan.recipients) == ("2020-03-06", ["各中小学", "各幼儿园"])
    assert [section.title for section in plan.sections] == ["重点工作"]


def test_requirements_of_the_notice_are_no_sections() -> None:
    text = NOTICE.replace("附件：", "一、高度重视。\n二、抓好落实。\n附件：")
    plan = one(text)
    assert [section.title for section in plan.sections] == ["重点工作"]


def test_a_notice_without_a_heading() -> None:
    document = parse(
        f"各科室：\n现将2020年工作要点印发给你们。\n2020年3月6日\n槐安区教育局2020年工作要点\n{BODY}"
    )
    assert document.notice is not None and document.notice.title is None
    assert document.plans[0].recipients == ["各科室"]
    assert document.plans[0].issued == "2020-03-06"


@pytest.mark.parametrize(
    "title",
    [
        "2020年工作计划",
        "2020年工作计划（试行）",
        "槐安区教育局2020年教育督导工作要点",
        "2019年工作总结和2020年工作计划",
        "2020年重点任务分解表",
        "113学年度行事历",
    ],
)
def test_titles(title: str) -> None:
    assert one(f"{title}\n{BODY}").title == title


def test_a_title_on_several_lines_is_joined() -> None:
    plan = one(f"槐安区教育局\n2020年教育督导\n工作计划\n{BODY}")
    assert plan.title == "槐安区教育局2020年教育督导工作计划"


def test_without_a_title_there_is_a_finding() -> None:
    document = parse(BODY)
    assert document.plans[0].title is None
    assert "DP303" in codes(document)


def test_an_empty_text_holds_no_plan() -> None:
    document = parse("\n \n")
    assert (document.plans, codes(document)) == ([], ["DP301"])


@pytest.mark.parametrize(
    "lines",
    [
        SIGNED,
        SIGNED.replace("\n", " "),
        "槐安区教育局\n二〇二〇年三月六日",
        "槐安区教育局\n2020.3.6",
        f"{SIGNED}\n（此件公开发布）\n抄送：区政府办公室。",
    ],
)
def test_signatures(lines: str) -> None:
    plan = one(f"2020年工作计划\n{BODY}\n{lines}")
    assert (plan.issuer, plan.issued) == ("槐安区教育局", "2020-03-06")
    assert plan.key_tasks[-1].text == ""


def test_a_date_without_a_day_is_no_date_of_issue() -> None:
    assert one(f"2020年工作计划\n{BODY}\n槐安区教育局\n2020年3月").issued is None


def test_number_and_recipients_below_the_title() -> None:
    plan = one(f"2020年工作计划\n（槐教〔2020〕3号）\n各中小学，各幼儿园（含民办、公办）：\n{BODY}")
    assert plan.document_number == "槐教〔2020〕3号"
    assert plan.recipients == ["各中小学", "各幼儿园（含民办、公办）"]
    assert len(plan.sections) == 1


BOX = {
    "lines": "索引号：123\n发文机关：槐安区教育局\n成文日期：2020-03-06\n发文字号：槐教〔2020〕3号",
    "a table": (
        "| 发布机构 | 槐安区教育局 | 成文日期 | 2020-03-06 |\n"
        "| 发文字号 | 槐教〔2020〕3号 | 索引号 | 1 |"
    ),
}


@pytest.mark.parametrize("form", BOX)
def test_the_index_box_gives_metadata(form: str) -> None:
    plan = one(f"{BOX[form]}\n2020年工作计划\n{BODY}")
    assert (plan.issuer, plan.issued) == ("槐安区教育局", "2020-03-06")
    assert plan.document_number == "槐教〔2020〕3号"
    assert [section.title for section in plan.sections] == ["重点工作"]


def test_a_date_of_publication_is_no_date_of_issue() -> None:
    plan = one(f"发文机关：槐安区教育局\n发布日期：2020-04-01\n2020年工作计划\n{BODY}")
    assert (plan.issuer, plan.issued) == ("槐安区教育局", None)


def test_furniture_of_web_pages_is_left_out_and_named() -> None:
    above = "首页 > 政务公开 > 计划"
    below = "来源：教育局 作者：某\n浏览次数：123次"
    end = "上一篇：甲\n下一篇：乙"
    document = parse(f"{above}\n2020年工作计划\n{below}\n{BODY}\n{end}")
    assert codes(document) == ["DP108"] * 5
    assert [section.title for section in document.plans[0].sections] == ["重点工作"]
    noise = [raw for raw, role in roles(document).items() if role == "noise"]
    assert noise == [above, *below.split("\n"), *end.split("\n")]


def test_a_line_before_the_title_is_outside_and_named() -> None:
    document = parse(f"随便一句话。\n2020年工作计划\n{BODY}")
    assert codes(document) == ["DP302"]
    assert roles(document)["随便一句话。"] == "outside"


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("附件：任务分解表", ["任务分解表"]),
        ("附件：1.任务表 2.分工表", ["任务表", "分工表"]),
        ("附件2：分工表", ["分工表"]),
        ("附件：《任务表》", ["任务表"]),
    ],
)
def test_attachments_that_the_plan_announces(line: str, titles: list[str]) -> None:
    plan = one(f"2020年工作计划\n{BODY}\n{line}\n{SIGNED}")
    assert [attachment.title for attachment in plan.attachments] == titles
    assert plan.issuer == "槐安区教育局"


def test_several_titled_units_are_several_plans() -> None:
    text = f"篇一：2020年工作计划\n{BODY}\n篇二：2021年工作计划\n{BODY}"
    plans = parse(text).plans
    assert [(plan.title, plan.year) for plan in plans] == [
        ("2020年工作计划", 2020),
        ("2021年工作计划", 2021),
    ]
    assert [len(plan.key_tasks) for plan in plans] == [2, 2]


def test_a_review_and_a_plan_in_one_file() -> None:
    text = f"2019年工作总结\n一、成效\n（一）督导。\n\n2020年工作计划\n{BODY}\n{SIGNED}"
    review, plan = parse(text).plans
    assert (review.kind, review.sections[0].role, review.key_tasks) == ("总结", "review", [])
    assert (plan.kind, plan.sections[0].role) == ("计划", "tasks")
    assert review.issuer == plan.issuer == "槐安区教育局"


def test_a_title_named_in_a_sentence_opens_no_plan() -> None:
    text = f"2020年工作计划\n一、督导\n（一）落实2019年教育督导工作计划\n完成扫尾。\n{BODY}"
    assert len(parse(text).plans) == 1


def test_a_title_printed_twice_is_one() -> None:
    plan = one(f"2020年工作计划\n2020年工作计划\n{BODY}")
    assert [section.title for section in plan.sections] == ["重点工作"]


# --- known faults -------------------------------------------------------------------------------


def test_attachments_on_lines_of_their_own() -> None:
    plan = one(f"2020年工作计划\n{BODY}\n附件：1. 任务表\n2. 分工表\n{SIGNED}")
    assert [attachment.title for attachment in plan.attachments] == ["任务表", "分工表"]
    assert len(plan.sections) == 1


def test_attachments_have_labels() -> None:
    plan = one(f"2020年工作计划\n{BODY}\n附件：1.任务表 2.分工表")
    assert [attachment.label for attachment in plan.attachments] == ["1.", "2."]


def test_an_attachment_before_the_first_number() -> None:
    plan = one(f"2020年工作计划\n{BODY}\n附件：任务表 2.分工表")
    assert [attachment.title for attachment in plan.attachments] == ["任务表", "分工表"]


def test_a_date_below_the_title() -> None:
    assert one(f"2020年工作计划\n（2020年3月6日）\n{BODY}").issued == "2020-03-06"


def test_the_signature_of_a_review_does_not_sign_the_plan_after_it() -> None:
    text = f"2019年工作总结\n一、成效\n（一）督导。\n{SIGNED}\n\n2020年工作计划\n{BODY}"
    assert parse(text).plans[1].issued is None


def test_plans_that_are_but_a_table_each() -> None:
    table = "|序号|工作内容|责任科室|\n|1|开学督导|督导室|\n|2|专项检查|基教科|\n"
    titles = [f"槐安区督导室2020年{month}月工作安排" for month in (9, 10, 11)]
    document = parse("\n\n".join(f"{title}\n\n{table}" for title in titles))
    assert [plan.title for plan in document.plans] == titles


@pytest.mark.parametrize(
    "form",
    ["填报单位：槐安区教育局　2020年1月20日", "填报单位：槐安区教育局\n2020年1月20日\n单位：万元"],
)
def test_lines_of_a_form_above_a_table(form: str) -> None:
    rows = "| 序号 | 工作任务 | 责任单位 |\n| 1 | 建校 | 甲科 |\n| 2 | 修缮 | 乙科 |"
    plan = one(f"2020年重点工作任务台账\n{form}\n{rows}")
    assert (plan.issuer, plan.issued) == ("槐安区教育局", "2020-01-20")
    assert [task.title for task in plan.key_tasks] == ["建校", "修缮"]


@pytest.mark.parametrize(
    "top",
    [
        "<div>规划计划</div><h1>槐安区2020年工作计划</h1>",
        "<p>政务公开</p><h1>槐安区2020年工作计划</h1>",
        "<p>政务公开</p><h1>槐安区<br>2020年工作计划</h1>",
        "<p>政务公开</p><p style='text-align:center'>槐安区2020年工作计划</p>",
        "<p>规划计划</p><p>槐安区2020年工作计划</p>",
        "<p>返回首页</p><p>槐安区2020年工作计划</p>",
        "<p>文号：槐教〔2020〕3号</p><p>槐安区2020年工作计划</p>",
        "<p>今天是2020年3月6日 星期五</p><p>槐安区2020年工作计划</p>",
    ],
)
def test_a_line_of_the_site_above_the_title_is_none_of_it(top: str) -> None:
    page = f"<!DOCTYPE html>{top}<p>一、重点工作</p><p>1.督导。</p><p>2.走访。</p>"
    (plan,) = load(BytesIO(page.encode()), name="plan.html").plans
    assert plan.title == "槐安区2020年工作计划"


def test_a_heading_below_the_title_is_not_the_title() -> None:
    body = "<h2>重点工作安排</h2><p>1.督导。</p><p>2.走访。</p>"
    page = f"<!DOCTYPE html><p>槐安区2020年工作要点</p><p>槐安区教育局</p>{body}"
    (plan,) = load(BytesIO(page.encode()), name="plan.html").plans
    assert plan.title == "槐安区2020年工作要点"


@pytest.mark.parametrize("signed", [SIGNED, "槐安区教育局　2020年3月6日", "2020年3月6日"])
@pytest.mark.parametrize("below", ["标签：计划　教育", "2条评论\n分享给好友\n点赞"])
def test_unknown_lines_below_the_signature(signed: str, below: str) -> None:
    document = parse(f"2020年工作计划\n{BODY}\n{signed}\n{below}")
    (plan,) = document.plans
    assert plan.issued == "2020-03-06"
    assert plan.issuer == ("槐安区教育局" if "局" in signed else None)
    assert [task.title for task in plan.key_tasks] == ["督导", "走访"]
    assert codes(document) == ["DP302"] * len(below.split("\n"))


def test_short_lines_below_a_date_of_the_schedule_are_work() -> None:
    body = "一、日程安排\n2020年3月6日\n开会\n2020年4月6日\n走访"
    assert [entry.label for entry in one(f"2020年工作计划\n{body}").monthly_schedule] == [
        "2020年3月6日",
        "2020年4月6日",
    ]


@pytest.mark.parametrize(("align", "issued"), [("right", "2020-03-06"), ("left", None)])
def test_sentences_below_a_signature_at_the_right(align: str, issued: str | None) -> None:
    body = "".join(f"<p>{line}</p>" for line in BODY.split("\n"))
    signed = f"<p style='text-align:{align}'>2020年3月6日</p>"
    page = f"<!DOCTYPE html><h1>2020年工作计划</h1>{body}{signed}<p>家长甲：支持！</p><p>好。</p>"
    (plan,) = load(BytesIO(page.encode()), name="plan.html").plans
    assert plan.issued == issued


def test_a_box_may_be_a_list_with_bullets() -> None:
    plan = one(f"• 索引号：K1/2020\n• 文号：槐教〔2020〕3号\n槐安区2020年工作计划\n{BODY}")
    assert (plan.title, plan.document_number) == ("槐安区2020年工作计划", "槐教〔2020〕3号")
