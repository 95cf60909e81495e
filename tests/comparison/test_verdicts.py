"""What becomes of one piece of work, and why."""

from __future__ import annotations

import pytest
from offices import kinds, one, plan, verdicts

from duplan import diff
from duplan.comparison.model import Reason
from duplan.comparison.sentences import sentence
from duplan.dates.precision import Precision
from duplan.plan import Plan, Responsible, Task, Timing


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("开展2019年春季开学督导", "开展2020年春季开学督导"),
        ("编制2019—2020学年度校历", "编制2020—2021学年度校历"),
        ("落实“十四五”教育规划", "落实“十五五”教育规划"),
        ("組織責任督學業務培訓", "组织责任督学业务培训"),
        ("完成２０所学校评估", "完成20所学校评估"),
        ("每季度组织一次演练", "每季度开展1次演练"),
        ("加强教研组建设，推进集体备课", "推进集体备课，加强教研组建设"),
        ("修订食堂评估办法", "修改完善食堂评价办法"),
        ("承办质量监测测评", "按计划承办质量监测测评"),
        ("承办质量监测测评", "扎实有序承办质量监测测评"),
        ("谋划下一年工作", "继续谋划下一年工作"),
        ("开展责任区督学调研", "深入开展责任区督学调研活动"),
    ],
)
def test_the_same_work_in_other_words_goes_on(old: str, new: str) -> None:
    (change,) = one(old, new)
    assert change.verdict == "continued"
    assert kinds(change.reasons) <= {"year"}


@pytest.mark.parametrize(
    ("old", "new", "kind", "said"),
    [
        ("每月到校督导3次", "每月到校督导5次", "number", "次数由3次改为5次"),
        ("聘任第三届督学", "聘任第四届督学", "number", "由第三届改为第四届"),
        ("群众满意度达到88%", "群众满意度达到90.5%", "number", "比例由88%改为90.5%"),
        ("落实门卫和食堂三项制度", "落实门卫和食堂六项制度", "number", "数量由三项改为六项"),
        ("每季度召开例会", "每月召开例会", "frequency", "频次由每季度改为每月"),
        ("开展小学办学水平评估", "开展中小学办学水平评估", "scope", "范围由小学扩大到中小学"),
        ("检查学校食堂", "检查学校食堂和宿舍", "scope", "范围增加宿舍"),
        ("检查学校食堂和宿舍", "检查学校食堂", "scope", "范围不再包括宿舍"),
        ("开展城区学校督导", "开展全县学校督导", "scope", "范围由城区扩大到全县"),
        ("检查校舍，覆盖部分学校", "检查校舍，覆盖所有学校", "scope", "范围由部分扩大到所有"),
        (
            "在城区学校推广单元整体设计",
            "在全区学校推广单元整体设计",
            "scope",
            "范围由城区扩大到全区",
        ),
        ("起草督学管理办法", "印发督学管理办法", "stage", "由起草转入印发"),
        ("基教科承办质量监测测评", "督导室承办质量监测测评", "unit", "责任单位由基教科改为督导室"),
        ("由基教科负责校舍检查", "由督导室负责校舍检查", "unit", "责任单位由基教科改为督导室"),
    ],
)
def test_the_same_work_with_other_particulars_is_changed(
    old: str, new: str, kind: str, said: str
) -> None:
    (change,) = one(old, new)
    assert change.verdict == "changed"
    assert kind in kinds(change.reasons)
    assert said in [sentence(reason) for reason in change.reasons]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("9月底前完成校舍排查", "4月底前完成校舍排查", "由9月底前提前到4月底前"),
        (
            "督学挂牌督导覆盖各镇中小学和幼儿园，挂牌督导的记录上传率达到100%（4月）",
            "认真做好督学挂牌督导覆盖各镇中小学和幼儿园，挂牌督导的记录上传率达到100%（10月）",
            "由4月推迟到10月",
        ),
        ("3月份召开家长会", "5月份召开家长会", "由3月份推迟到5月份"),
        ("上半年完成轮训", "下半年完成轮训", "由上半年改到下半年"),
    ],
)
def test_the_same_work_in_other_months_is_moved(old: str, new: str, said: str) -> None:
    (change,) = one(old, new)
    assert change.verdict == "moved"
    assert said in [sentence(reason) for reason in change.reasons]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("9月上旬检查校舍", "9月下旬检查校舍"),
        ("9月5日前检查校舍", "9月25日前检查校舍"),
        ("9月5日、15日、25日检查校舍", "9月5日、16日、25日检查校舍"),
    ],
)
def test_other_days_of_the_month_move_the_work(old: str, new: str) -> None:
    for change in (*one(old, new), *one(new, old)):
        assert (change.verdict, kinds(change.reasons)) == ("moved", {"time"})


def test_the_same_days_in_other_words_are_no_change() -> None:
    (change,) = one("6月底前检查校舍", "6月30日前检查校舍")
    assert (change.verdict, kinds(change.reasons)) == ("continued", set())


def _entered(label: str, precision: Precision = "day", day: str | None = None) -> Plan:
    made = plan(schedule={9: ["检查校舍"]})
    entry = made.monthly_schedule[0]
    entry.label, entry.precision, entry.start, entry.end = label, precision, day, day
    return made


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (_entered("九月5日"), _entered("九月25日")),
        (_entered("九月上旬", "part"), _entered("九月下旬", "part")),
        (_entered("9月10日前", "deadline"), _entered("9月30日前", "deadline")),
        (_entered("5日", day="2019-09-05"), _entered("25日", day="2020-09-25")),
        (_entered("9月 第1周", "week"), _entered("9月 第2周", "week")),
        (_entered("9月", "month"), _entered("9月5日")),
    ],
)
def test_scheduled_work_moves_with_its_days(old: Plan, new: Plan) -> None:
    label = old.monthly_schedule[0].label, new.monthly_schedule[0].label
    (change,) = diff(old, new).changes
    assert (change.verdict, change.reasons) == ("moved", (Reason("time", *label),))
    assert verdicts(diff(new, old)) == ["moved"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("每月", "每季度", ("每月", "每季度")),
        ("每月5日前", "每月25日前", ("每月5日", "每月25日")),
        ("每月", "全年", ("每月", "")),
    ],
)
def test_another_frequency_of_scheduled_work_changes_it(
    old: str, new: str, said: tuple[str, str]
) -> None:
    here, there = _entered(old, "recurring"), _entered(new, "recurring")
    (change,) = diff(here, there).changes
    assert (change.verdict, change.reasons) == ("changed", (Reason("frequency", *said),))
    assert verdicts(diff(there, here)) == ["changed"]


def test_the_same_frequency_in_other_words_is_no_change() -> None:
    old, new = _entered("每月", "recurring"), _entered("按月", "recurring")
    assert verdicts(diff(old, new)) == ["continued"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (_entered("9月底前", "deadline"), _entered("9月30日前", "deadline", "2020-09-30")),
        (_entered("2019年9月5日", day="2019-09-05"), _entered("九月5日")),
        (_entered("5日", day="2019-09-05"), _entered("9月5日", day="2020-09-05")),
        (_entered("9月 第1周", "week", "2019-09-02"), _entered("9月 第1周", "week", "2020-09-07")),
    ],
)
def test_the_same_days_of_another_year_are_no_change(old: Plan, new: Plan) -> None:
    assert verdicts(diff(old, new)) == verdicts(diff(new, old)) == ["continued"]


def test_days_of_a_task_move_it_wherever_they_stand() -> None:
    old, new = (_task("排查校舍安全", f"（督导室，9月{day}日前）", "督导室") for day in (5, 25))
    for task in (old, new):
        task.timing = [Timing(raw=task.text[5:-1], precision="deadline", months=[9])]
    assert verdicts(diff(plan(old), plan(new))) == ["moved"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("开展春季开学督导", "开展秋季开学督导"),
        ("开展小学教学常规督导", "开展初中教学常规督导"),
        ("开展幼儿园办园行为督导", "开展学校办学水平督导"),
        ("组织学校自评", "组织学校复评"),
        ("开展消防演练", "开展防震演练"),
        ("组织校长培训", "组织班主任培训"),
        ("加强施工现场用电管理", "加强施工现场扬尘治理"),
        ("其他工作", "开展消防演练"),
    ],
)
def test_other_work_is_dropped_and_new(old: str, new: str) -> None:
    assert sorted(change.verdict for change in one(old, new)) == ["dropped", "new"]


@pytest.mark.parametrize(
    ("old", "new", "numbers"),
    [
        ("举办督学培训6期", "举办督学培训不少于6期", ("6期", "不少于6期")),
        ("举办督学培训6期以上", "举办督学培训不超过6期", ("6期以上", "不超过6期")),
        ("评选先进10个", "评选先进10个左右", ("10个", "10个左右")),
        ("聘请督学至少三名", "聘请督学至多三名", ("至少三名", "至多三名")),
        ("合格率达到90%", "合格率达到90%以上", ("90%", "90%以上")),
        ("平均分达到90", "平均分达到90以上", ("90", "90以上")),
    ],
)
def test_another_bound_of_a_number_is_a_change(
    old: str, new: str, numbers: tuple[str, str]
) -> None:
    (change,) = one(old, new)
    assert (change.verdict, kinds(change.reasons)) == ("changed", {"number"})
    (reason,) = [reason for reason in change.reasons if reason.kind == "number"]
    assert (reason.old, reason.new) == numbers
    assert [change.verdict for change in one(new, old)] == ["changed"]


def test_the_same_bound_in_other_words_is_no_change() -> None:
    (change,) = one("举办督学培训不少于6期", "举办督学培训6期以上")
    assert change.verdict == "continued"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("开展校舍安全检查", "取消校舍安全检查", "改为取消"),
        ("继续开展校舍安全检查", "不再开展校舍安全检查", "改为不再"),
        ("开展校舍安全检查", "停止校舍安全检查", "改为停止"),
        ("开展校舍安全检查", "暂停开展校舍安全检查", "改为暂停"),
        ("组织校长培训", "不得组织校长培训", "改为不得"),
        ("暂停评比先进", "取消评比先进", "由暂停改为取消"),
    ],
)
def test_work_given_up_or_put_off_does_not_go_on(old: str, new: str, said: str) -> None:
    (change,) = one(old, new)
    assert change.verdict == "changed"
    assert sentence(change.reasons[0]) == said
    assert [change.verdict for change in one(new, old)] == ["changed"]


def test_a_sentence_that_gives_work_up_changes_the_task() -> None:
    old = _task("落实经常性督导", "继续开展校舍安全检查。")
    new = _task("落实经常性督导", "不再开展校舍安全检查。")
    assert (
        verdicts(diff(plan(old), plan(new))) == verdicts(diff(plan(new), plan(old))) == ["changed"]
    )


def test_words_for_giving_up_are_alike() -> None:
    (change,) = one("禁止违规补课", "严禁违规补课")
    assert change.verdict == "continued"


def test_scheduled_work_moves_with_its_months() -> None:
    found = diff(
        plan(schedule={9: ["开展校舍安全排查"], 10: ["举办运动会"]}),
        plan(schedule={4: ["开展校舍安全排查"], 10: ["举办运动会"]}),
    )
    assert verdicts(found) == ["moved", "continued"]
    assert [sentence(one) for one in found.changes[0].reasons] == ["由9月提前到4月"]


def test_work_of_several_months_is_one() -> None:
    found = diff(
        plan(schedule={month: ["责任督学随访督导"] for month in (3, 4, 5)}),
        plan(schedule={month: ["责任督学随访督导"] for month in (3, 4, 5, 6)}),
    )
    (change,) = found.changes
    assert change.verdict == "moved"
    assert (change.old[0].months, change.new[0].months) == ((3, 4, 5), (3, 4, 5, 6))
    assert len(change.old[0].also) == 2


def _task(title: str, text: str, unit: str = "", month: int = 0) -> Task:
    return Task(
        id="s2.i1",
        path=[2, 1],
        title=title,
        text=text,
        responsible=[Responsible(name=unit)] if unit else [],
        timing=[Timing(raw=f"{month}月", precision="month", months=[month])] if month else [],
    )


def test_numbers_of_the_text_change_the_task() -> None:
    old = _task("落实经常性督导", "责任督学每学期入校3次。结果上墙公示。")
    new = _task("落实经常性督导", "结果上墙公示。责任督学每学期入校5次。")
    (change,) = diff(plan(old), plan(new)).changes
    assert change.verdict == "changed"
    assert [sentence(one) for one in change.reasons] == ["次数由3次改为5次"]


def test_a_sentence_more_changes_the_task() -> None:
    old = _task("落实经常性督导", "结果上墙公示。")
    new = _task("落实经常性督导", "结果上墙公示。对整改不力的学校进行约谈。")
    (change,) = diff(plan(old), plan(new)).changes
    assert change.verdict == "changed"
    assert [sentence(one) for one in change.reasons] == ["增加：对整改不力的学校进行约谈"]


def test_other_words_in_the_text_change_nothing() -> None:
    old = _task("落实经常性督导", "认真做好督导记录上传工作。")
    new = _task("落实经常性督导", "及时做好督导记录的上传。")
    (change,) = diff(plan(old), plan(new)).changes
    assert (change.verdict, [one.kind for one in change.reasons]) == ("continued", ["reworded"])


def test_another_unit_changes_the_task_and_is_said_once() -> None:
    old = _task("排查校舍安全", "逐校排查。（责任科室：基教科）", "基教科")
    new = _task("排查校舍安全", "逐校排查。（责任科室：督导室）", "督导室")
    (change,) = diff(plan(old), plan(new)).changes
    assert change.verdict == "changed"
    assert [sentence(one) for one in change.reasons] == ["责任单位由基教科改为督导室"]


def _led(lead: str, support: str) -> Task:
    units = [Responsible(name=lead, duty="lead"), Responsible(name=support, duty="support")]
    text = f"逐校排查。（牵头单位：{lead}；配合单位：{support}）"
    return Task(id="s2.i1", path=[2, 1], title="排查校舍安全", text=text, responsible=units)


def test_units_that_change_duties_change_the_task() -> None:
    old, new = _led("督导室", "体卫艺股"), _led("体卫艺股", "督导室")
    (change,) = diff(plan(old), plan(new)).changes
    assert (change.verdict, kinds(change.reasons)) == ("changed", {"unit"})
    assert [sentence(one) for one in change.reasons] == [
        "牵头单位由督导室改为体卫艺股",
        "配合单位由体卫艺股改为督导室",
    ]
    assert sentence(change.reasons[0], "en") == "lead: 体卫艺股 instead of 督导室"


def test_duties_of_scheduled_work_are_compared_too() -> None:
    old, new = (plan(schedule={9: ["排查校舍安全"]}) for _ in range(2))
    for one_plan, units in ((old, ("督导室", "体卫艺股")), (new, ("体卫艺股", "督导室"))):
        (item,) = one_plan.monthly_schedule[0].items
        item.responsible = _led(*units).responsible
    assert verdicts(diff(old, new)) == verdicts(diff(new, old)) == ["changed"]
    assert verdicts(diff(old, old)) == ["continued"]


def test_the_order_of_units_is_no_change() -> None:
    old, new = _led("督导室", "体卫艺股"), _led("督导室", "体卫艺股")
    new.responsible.reverse()
    assert verdicts(diff(plan(old), plan(new))) == ["continued"]


def test_months_of_a_task_move_it() -> None:
    old, new = _task("排查校舍安全", "", month=9), _task("排查校舍安全", "", month=4)
    assert verdicts(diff(plan(old), plan(new))) == ["moved"]


def test_changed_words_are_whole_words() -> None:
    (change,) = one("开展2019年小学督导评估", "开展2020年中小学督导评估")
    old, new = change.old[0], change.new[0]
    assert [old.title[start:end] for start, end in old.words] == ["2019", "小学"]
    assert [new.title[start:end] for start, end in new.words] == ["2020", "中小学"]


def test_sentences_are_told_in_english_too() -> None:
    (change,) = one("9月底前完成校舍排查", "4月底前完成校舍排查")
    assert sentence(change.reasons[0], "en") == "brought forward from 9月底前 to 4月底前"
