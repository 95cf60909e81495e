"""Where the title of a task ends: full stops, colons, lists, and brackets at its end."""

from __future__ import annotations

import pytest

from duplan.interpret.brackets import cut_ending
from duplan.interpret.sentences import first_clause, first_sentence, split_title
from duplan.text.normal import Text


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("完善机制", "完善机制", ""),
        ("完善机制，抓好落实", "完善机制，抓好落实", ""),
        ("完善机制。修订规则，落实。", "完善机制", "修订规则，落实。"),
        ("健全组织，强化领导。成立专班", "健全组织，强化领导", "成立专班"),
        ("完善机制：修订规则。", "完善机制", "修订规则。"),
        ("完善机制，抓好落实：修订", "完善机制，抓好落实：修订", ""),
        ("指导思想：", "指导思想", ""),
        ("目标。", "目标", ""),
        ("上午8:30召开会议", "上午8:30召开会议", ""),
        ("ISO9001:2015认证：换证", "ISO9001:2015认证", "换证"),
        ("推进“督政。督学”并重。落实", "推进“督政。督学”并重", "落实"),
        ("落实《方案（2020。修订）》。开展", "落实《方案（2020。修订）》", "开展"),
        ("检查（含食堂。宿舍）工作。落实", "检查（含食堂。宿舍）工作", "落实"),
        ("分步：（1）自查；（2）复核", "分步", "（1）自查；（2）复核"),
        ("做好工作；（1）自查；（2）复核", "做好工作", "（1）自查；（2）复核"),
        ("督导！加强", "督导", "加强"),
        ("未闭合（的括号。其余", "未闭合（的括号", "其余"),
    ],
)
def test_split_title(text: str, title: str, body: str) -> None:
    found = split_title(Text(text))
    assert (found[0].text, found[1].text) == (title, body)


def test_a_colon_far_from_the_start_does_not_end_a_title() -> None:
    near, far = "督" * 20, "督" * 21
    assert split_title(Text(f"{near}：导"))[0].text == near
    assert split_title(Text(f"{far}：导"))[0].text == f"{far}：导"


def test_first_sentence_minds_no_colon() -> None:
    found = first_sentence(Text("民生目标：改善。其余"))
    assert [part.text for part in found] == ["民生目标：改善", "其余"]


@pytest.mark.parametrize("stop", "，。；：")
def test_first_clause(stop: str) -> None:
    found = first_clause(Text(f"健全制度{stop}每月入校"))
    assert [part.text for part in found] == ["健全制度", "每月入校"]


@pytest.mark.parametrize(
    "inside",
    [
        "责任单位：督导室",
        "责任单位：督导室；完成时限：9月底前",
        "牵头单位：督导室；配合单位：基教科、人事科",
        "9月底前完成",
        "9月底前",
        "教务处、政教处",
        "局办公室",
        "王芳、李四",
        "督导室牵头",
        "由督导室牵头，基教科配合",
    ],
)
@pytest.mark.parametrize("brackets", ["（）", "[]", "【】"])
@pytest.mark.parametrize("stop", ["", "。", "；"])
def test_brackets_that_name_a_duty_are_cut(inside: str, brackets: str, stop: str) -> None:
    ending = cut_ending(Text(f"开展督导{brackets[0]}{inside}{brackets[1]}{stop}"))
    assert ending.text.text == "开展督导"
    assert ending.bracket is not None and ending.bracket.text == inside


@pytest.mark.parametrize(
    "text",
    [
        "修订方案（试行）",
        "开展活动（第一期）",
        "观看影片（长津湖）",
        "走访学校（三所）",
        "召开会议（线上）",
        "举办竞赛（初一、初二）",
        "召开会议（二）",
        "落实方案（2020—2022年）",
        "（试行）",
        "督导室牵头",
    ],
)
def test_brackets_that_belong_to_a_name_stay(text: str) -> None:
    ending = cut_ending(Text(text))
    assert (ending.text.text, ending.bracket) == (text, None)


@pytest.mark.parametrize(
    "text", ["召开会议 Owner：张三", "召开会议 — Owner: 张三", "召开会议|owner：张三"]
)
def test_an_owner_at_the_end_is_cut(text: str) -> None:
    ending = cut_ending(Text(text))
    assert ending.bracket is not None
    assert (ending.text.text, ending.bracket.text) == ("召开会议", "张三")


def test_a_bracket_that_includes_something_stays() -> None:
    assert cut_ending(Text("检查学校（含民办）")).bracket is None
