"""What the rules for stale copies and structure decide beyond their examples."""

from __future__ import annotations

from dataclasses import replace

import pytest

from duplan import check, parse
from duplan.config import Office
from duplan.plan import Document, Input, Plan, Task
from duplan.readers.text import from_string
from duplan.rules.subject import Subject
from evidence import Told

HEAD = "青禾区2020年教育督导工作计划\n一、重点工作\n（一）开展督政。\n"


def found(text: str, *codes: str, name: str = "", office: Office | None = None) -> list[str]:
    document = parse(text, name=name)
    assert document.evidence is not None
    blocks = document.evidence.source.blocks
    return [
        blocks[each.span.block].text[each.span.start : each.span.end] if each.span else ""
        for each in check(document, codes=codes, office=office)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "2019年底前完成校舍改造。",
        "力争2019年底实现全覆盖。",
        "2019年9月，召开推进会。",
        "组织参加2019年国家义务教育质量监测。",
        "印发《青禾区2019年督导要点》。",
        "二〇一九年10月底前完成。",
    ],
)
def test_work_to_be_done_in_the_year_before_is_stale(sentence: str) -> None:
    assert len(found(f"{HEAD}（二）开展督学。{sentence}\n", "DP310")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "对照2019年考核结果，抓好整改。",
        "截至2019年底，全区已建成三所。",
        "自2019年起实施。",
        "比2019年提高两个百分点。",
        "召开2019年督导工作总结会议。",
        "落实2018年至2020年规划。",
        "汇总2019年度督导情况。",
        "落实《2019年全市督导意见》。",
        "对2019年以前形成的问题分类处理。",
        "做好2019—2020学年第二学期开学督查。",
    ],
)
def test_a_look_back_is_not_stale(sentence: str) -> None:
    assert not found(f"{HEAD}（二）开展督学。{sentence}\n", "DP310")


def test_a_title_is_stale_where_all_else_names_the_next_year() -> None:
    text = (
        "青禾区2019年教育督导工作计划\n一、2020年重点工作\n开展督政。\n二、保障措施\n落实经费。\n"
    )
    assert found(text, "DP310") == ["2019"]


def test_many_plans_in_a_file_take_linear_work(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    number_at = Subject.number_at

    def counted(subject: Subject, at: int) -> int:
        asked.append(at)
        return number_at(subject, at)

    monkeypatch.setattr(Subject, "number_at", counted)
    counts = []
    for times in (40, 80):
        asked.clear()
        found(f"{HEAD}（二）2020年10月督学。\n\n" * times, "DP310")
        counts.append(len(asked))
    assert 0 < counts[1] < 3 * counts[0]


def test_traditional_text_and_the_years_of_the_republic_are_read() -> None:
    text = "青禾縣113學年度第1學期工作計畫\n一、112學年度重點工作\n辦理研習。\n二、經費\n由預算支應。\n"
    assert found(text, "DP317") == ["112"]


@pytest.mark.parametrize("name", ["", "计划.txt", "2020计划.txt", "0123-2020.txt", "20191201.txt"])
def test_a_file_name_may_say_the_year_or_none(name: str) -> None:
    assert not found(HEAD, "DP315", name=name)


def test_a_name_that_belongs_to_the_office_is_no_foreign_one() -> None:
    text = f"{HEAD}青禾区教育局\n2020年3月1日\n"
    assert not found(text, "DP316", office=Office(names=("望川市青禾区教育局",)))
    assert found(text, "DP316", office=Office(names=("云岭区教育局",))) == ["青禾区教育局"]


def test_points_on_lines_of_their_own_are_counted_too() -> None:
    text = f"{HEAD}（二）开展督学。\n一是摸底。\n二是整改。\n四是验收。\n"
    assert found(text, "DP201") == ["四是"]


def test_a_list_that_starts_over_below_a_line_is_no_repeat() -> None:
    text = f"{HEAD}二、工作安排\n上半年\n1.甲工作。\n2.乙工作。\n下半年\n1.丙工作。\n2.丁工作。\n"
    assert not found(text, "DP202")


def test_a_one_in_the_place_of_two_is_a_repeat() -> None:
    text = "2020年计划\n一、甲工作\n做好。\n一、乙工作\n做好。\n三、丙工作\n做好。\n"
    assert found(text, "DP202") == ["一、乙工作"]


def test_the_mark_of_another_family_stands_in_the_place_of_the_next() -> None:
    text = f"{HEAD}（二）开展督学。\n3.开展监测。\n（四）开展培训。\n"
    assert found(text, "DP204") == ["3."]


def test_numbers_that_run_on_over_sections_are_not_mixed() -> None:
    text = "2020年计划\n一、甲工作\n1.做好。\n2.做细。\n二、乙工作\n3.做实。\n4.做优。\n"
    assert not found(text, "DP204")


def test_the_labels_of_a_plan_file_are_counted() -> None:
    tasks = [
        Task(id=f"s1.{number}", path=[1, number], label=f"（{label}）", title="开展督导")
        for number, label in ((1, "一"), (2, "二"), (4, "四"), (5, "五"), (5, "五"))
    ]
    document = Document(
        source=Input(name="a.yaml", format="yaml", sha256="0" * 64, script="hans"),
        plans=[Plan(title="2020年计划", key_tasks=tasks)],
    ).proven_by(Told([], replace(from_string(""), format="yaml")))
    assert [each.values["label"] for each in check(document, codes=["DP201"])] == ["（四）"]
    assert [each.values["label"] for each in check(document, codes=["DP202"])] == ["（五）"]


@pytest.mark.parametrize("wrong", ["一", "三", "五"])
def test_of_one_wrong_number_is_told_once(wrong: str) -> None:
    headings = (
        f"{HEAD}（二）开展督学。\n（{wrong}）开展监测。\n（四）开展培训。\n（五）开展考核。\n"
    )
    inline = f"{HEAD}（二）一是摸底；二是整改；{wrong}是验收；四是通报；五是归档。\n"
    rows = "".join(f"| {number} | 督导 |\n" for number in f"12{'一三五'.index(wrong) * 2 + 1}45")
    table = f"{HEAD}| 序号 | 工作 |\n| --- | --- |\n{rows}"
    for text in (headings, inline, table):
        told = [each.code for each in check(parse(text)) if each.code in ("DP201", "DP202")]
        assert len(told) == (wrong != "三"), text


@pytest.mark.parametrize(
    "line",
    [
        "※本行事曆經113年12月27日校務會議通過，如有變動以學校公告為準。",
        "三、本計畫經113年12月27日課程發展委員會審議通過。",
        "（113年12月27日校務會議通過）",
    ],
)
def test_a_plan_may_be_approved_in_the_year_before(line: str) -> None:
    text = (
        f"松濤國小113學年度第2學期行事曆\n一、目標\n辦好活動。\n二、開學\n2月11日開學。\n{line}\n"
    )
    assert not found(text, "DP310")


def test_a_sentence_that_comes_to_the_plans_year_tells_what_went_before() -> None:
    assert not found(f"{HEAD}（二）改建校舍，2019年12月开工，2020年8月完工。\n", "DP310")
    assert found(f"{HEAD}（二）改建校舍，2019年3月开工，2019年8月完工。\n", "DP310")


@pytest.mark.parametrize(
    "items",
    [
        "1、7月1日前后慰问。\n2、每月走访。\n",
        "1.7月1日前后慰问。\n2.每月走访。\n",
        "1.95%的学校达标。\n2.100%的教师参训。\n3.做细。\n",
    ],
)
def test_an_item_may_begin_with_a_figure(items: str) -> None:
    text = f"2020年计划\n一、甲工作\n{items}二、乙工作\n{items}三、丙工作\n{items}"
    assert not found(text, "DP204")
