"""Rules of content beyond their examples: nearness of tasks and months, and who is asked for what."""

from __future__ import annotations

import pytest

from duplan import check, parse
from duplan.config import Office
from duplan.rules.coverage import COVERED, coverage

TASKS = (
    "督导食堂食品安全",
    "培训责任督学",
    "复核幼儿园办园行为",
    "开展家长满意度调查",
    "评估义务教育优质均衡",
    "通报控辍保学情况",
)
ITEMS = (
    "抽查学校食堂食品安全",
    "举办责任督学培训班",
    "实地复核办园行为",
    "发放家长满意度问卷",
    "汇总优质均衡评估数据",
    "下发控辍保学通报",
    "督促食堂食品安全整改",
    "考核责任督学培训成绩",
)
MONTHS = "二三四五六七九十"


def plan(tasks: tuple[str, ...] = TASKS, items: tuple[str, ...] = ITEMS) -> str:
    """A plan whose months speak of all its tasks."""
    works = [f"{at}.{task}。" for at, task in enumerate(tasks, 1)]
    months = [f"{month}月：{item}。" for month, item in zip(MONTHS, items, strict=False)]
    head = ["云溪县2020年教育督导工作计划", "一、重点工作"]
    return "\n".join([*head, *works, "二、逐月安排", *months])


def found(text: str, code: str, office: Office | None = None) -> list[str]:
    """The words at the places where a rule finds something."""
    document = parse(text)
    assert document.evidence is not None
    blocks = document.evidence.source.blocks
    hits = check(document, codes={code}, office=office)
    return [blocks[hit.span[0]].text[hit.span[1] : hit.span[2]] for hit in hits if hit.span]


def test_a_plan_whose_months_speak_of_its_tasks_is_covered() -> None:
    covered = coverage(parse(plan()).plans[0])
    assert min(near for _, near in covered.tasks) >= COVERED
    assert min(near for _, near in covered.items) >= COVERED


def test_such_a_plan_has_no_findings() -> None:
    for code in ("DP321", "DP323", "DP324", "DP327", "DP328"):
        assert found(plan(), code) == []


@pytest.mark.parametrize("at", range(len(TASKS)))
def test_a_task_whose_items_are_gone_stands_out(at: int) -> None:
    items = tuple(
        item
        for place, item in enumerate(ITEMS)
        if place != at and (place, at) not in {(6, 0), (7, 1)}
    )
    assert found(plan(items=items), "DP323") == [TASKS[at]]


def test_a_task_with_a_time_of_its_own_needs_no_month() -> None:
    timed = (*TASKS[:5], "通报控辍保学情况，11月底前完成")
    assert found(plan(timed, ITEMS[:5]), "DP323") == []


@pytest.mark.parametrize("at", range(len(ITEMS)))
def test_an_item_of_other_work_stands_out(at: int) -> None:
    items = (*ITEMS[:at], "筹备田径运动会", *ITEMS[at + 1 :])
    assert found(plan(items=items), "DP324") == ["筹备田径运动会"]


def test_what_every_office_does_needs_no_task() -> None:
    assert found(plan(items=(*ITEMS[:7], "谋划下一年重点")), "DP324") == []


def test_both_scripts_are_covered_alike() -> None:
    text = "\n".join(
        [
            "雲溪縣2020年教育督導工作計畫",
            "一、重點工作",
            "1.督導食堂衛生。",
            "2.培訓責任督學。",
            "3.辦理滿意度調查。",
            "4.建置數位檔案館。",
            "二、逐月安排",
            "三月：抽查食堂衛生。",
            "四月：舉辦責任督學培訓班。",
            "五月：完成滿意度調查。",
        ]
    )
    assert found(text, "DP323") == ["建置數位檔案館"]


@pytest.mark.parametrize("code", ["DP320", "DP321", "DP322", "DP326"])
def test_a_review_in_the_same_file_is_asked_for_nothing(code: str) -> None:
    text = "\n".join(
        [
            "云溪县2019年教育督导工作总结",
            "一、主要成效",
            "开学督导全面完成。",
            "二、存在问题",
            "人手不足。",
            "云溪县2020年教育督导工作计划",
            "一、工作目标",
            "责任督学挂牌率达到100%。",
            "二、重点工作",
            "（一）3月督导食堂。",
            "（二）4月培训督学。",
        ]
    )
    document = parse(text)
    assert [each.kind for each in document.plans] == ["总结", "计划"]
    assert found(text, code, Office(required_sections=("goals", "tasks"))) == []


def test_a_goal_among_the_tasks_is_no_goals_section() -> None:
    text = plan().replace(
        "一、重点工作", "一、总体要求\n坚持督导。\n三、重点工作\n目标：合格率95%。"
    )
    assert found(text.replace("二、逐月", "四、逐月"), "DP320") == ["重点工作"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("开展春季开学专项督导", "开展秋季开学专项督导"),
        ("召开第一次督学例会", "召开第二次督学例会"),
        ("开展小学质量监测工作", "开展中学质量监测工作"),
        ("启动满意度调查工作", "总结满意度调查工作"),
        ("一季度整改情况通报", "三季度整改情况通报"),
        ("完成上学期督导小结", "完成下学期督导小结"),
    ],
)
def test_work_of_another_kind_is_no_slip(one: str, other: str) -> None:
    assert found(plan(items=(*ITEMS[:5], one, other)), "DP327") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("开展责任督学随访督导", "开展责任督学随访督道"),
        ("开展责任督学随访督导", "开展责任督学随访导督"),
        ("开展责任督学随访督导", "开展责督学随访督导"),
    ],
)
def test_a_slip_is_found_in_either_month(one: str, other: str) -> None:
    for items in ((one, other), (other, one)):
        hits = found(plan(items=(*ITEMS[:5], *items)), "DP327")
        assert len(hits) == 1
        assert hits[0] in {one, other}


@pytest.mark.parametrize("code", [f"DP{number}" for number in range(320, 330)])
@pytest.mark.parametrize(
    "text", ["", "。", "工作计划", "2020年计划\n一、\n二、\n", "一月：\n二月："]
)
def test_next_to_nothing_is_no_finding(code: str, text: str) -> None:
    assert found(text, code) == []
