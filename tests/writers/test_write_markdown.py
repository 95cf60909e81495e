"""How the Markdown looks."""

from __future__ import annotations

from duplan.plan import (
    Attachment,
    Document,
    Input,
    Plan,
    Responsible,
    ScheduleEntry,
    ScheduleItem,
    Section,
    Task,
)
from duplan.writers import markdown

EXPECTED = """\
<!-- duplan 1.0 -->

# 槐安区2020年教育督导工作计划

| 发文机关 | 槐安区人民政府教育督导室 |
| --- | --- |
| 发文字号 | 槐教督〔2020〕3号 |
| 成文日期 | 2020-03-06 |
| 主送机关 | 各中小学、各幼儿园 |
| 年度 | 2020 |
| 计划期间 | 2020-01 至 2020-12 |
| 附件 | 1.督学责任区划分表 |

## 一、指导思想

督政、督学并重。

## 二、工作目标

- 1.责任督学挂牌督导覆盖率达到100%

  问题整改率不低于95%。

- 2.通过市级优质均衡过程性督导

## 三、重点工作

### （一）完善督导工作机制

一是健全责任督学挂牌制度，每月入校不少于1次；二是完善问题整改销号制度。

全年通报4次，结果报区政府。（牵头单位：督导室；配合单位：基教科、人事科）

### （二）推进优质均衡创建

对照《槐安区优质均衡推进方案》（槐政发〔2019〕12号）逐项自查。

#### 1.9月底前完成校舍面积核查

#### 2.补齐专任教师

农村学校优先，音体美教师占比达到15%。

## 四、逐月安排

| 时间 | 工作 | 备注 |
| --- | --- | --- |
| 1—2月 | 1.总结上年度工作；报送年度报告<br>\
2.开展春季开学工作督导（责任单位：第一督学责任区） | 开学第一周完成 |
| 9月下旬 | 迎接市政府对区政府履行教育职责情况的评价，现场抽查8所学校，召开汇报会 |  |

## 五、保障措施

\\- 经费单列。

\\| 专款专用。

## 六、加强自身建设

开展培训2期。

# 槐安区2019年教育督导工作总结

| 年度 | 2019 |
| --- | --- |

2019年，全区督导工作平稳推进。

## 二、存在问题

队伍偏老。
"""


def written(plan: Plan) -> str:
    """The Markdown of one plan without the comment that opens it."""
    source = Input(name="", format="text", sha256="", script="hans")
    text = markdown.dump(Document(source=source, plans=[plan]))
    return text.removeprefix("<!-- duplan 1.0 -->\n\n")


def scheduled(*items: ScheduleItem, **more: str) -> str:
    """The row of a plan's only entry."""
    entry = ScheduleEntry(
        id="s1.m03",
        label="3月",
        months=[3],
        year=2020,
        items=list(items),
        remark=more.get("remark"),
    )
    plan = Plan(
        title="计划",
        year=2020,
        sections=[Section(id="s1", role="schedule")],
        monthly_schedule=[entry],
    )
    return written(plan).splitlines()[-1]


def item(text: str, *units: str) -> ScheduleItem:
    names = [Responsible(name=name) for name in units]
    return ScheduleItem(id="s1.m03.1", text=text, responsible=names)


def test_whole_document(document: Document) -> None:
    assert markdown.dump(document) == EXPECTED


def test_a_list_where_all_tasks_are_but_their_titles() -> None:
    tasks = [Task(id=f"s1.n{n}", path=[1, n], label=f"{n}.", title="视导") for n in (1, 2)]
    plan = Plan(title=None, sections=[Section(id="s1", role="tasks", label="一、", title="任务")])
    plan.key_tasks = tasks
    assert written(plan) == "<!-- plan -->\n\n## 一、任务\n\n- 1.视导\n- 2.视导\n"
    tasks[0].text = "每月一次。"
    assert "### 1.视导\n\n每月一次。\n\n### 2.视导\n" in written(plan)


def test_labels_are_set_off_as_they_need() -> None:
    for label, between in [("一、", ""), ("①", ""), ("3.1", ""), ("任务一", "\u3000"), ("", "")]:
        section = Section(id="s1", role="measures", label=label, title="督导")
        plan = Plan(title="计划", kind="计划", sections=[section])
        assert written(plan) == f"# 计划\n\n## {label}{between}督导 <!-- measures -->\n"
    section = Section(id="s1", role="measures", title="1.督导")
    assert "## \u30001.督导 <" in written(Plan(title="计划", sections=[section]))


def test_comments_say_what_words_do_not() -> None:
    sections = [
        Section(id="s1", role="overview", text="甲。"),
        Section(id="s2", role="goals", title="工作目标"),
        Section(id="s3", role="tasks", title="工作目标"),
        Section(id="u4", role="other", text="乙。"),
    ]
    text = written(Plan(title=None, kind="计划", sections=sections))
    assert text == (
        "<!-- plan -->\n\n| 文种 | 计划 |\n| --- | --- |\n\n甲。\n\n## 工作目标\n\n"
        "## 工作目标 <!-- tasks -->\n\n<!-- section other -->\n\n乙。\n"
    )


def test_cells() -> None:
    assert scheduled(item("自评"), item("督查")) == "| 3月 | 自评<br>督查 |"
    assert scheduled(item("A|B"), item("<b>*_~")) == "| 3月 | A\\|B<br>\\<b>\\*\\_\\~ |"


def test_times_that_the_label_does_not_tell() -> None:
    entries = [
        ScheduleEntry(id="s1.m01", label="寒假", months=[1, 2], year=2021, items=[item("走访")]),
        ScheduleEntry(id="s1.m", label="待定", items=[item("督查")]),
        ScheduleEntry(
            id="s1.m03",
            label="2/16 五",
            precision="day",
            months=[2],
            year=2021,
            start="2021-02-16",
            end="2021-02-16",
            items=[item("开学")],
        ),
    ]
    plan = Plan(title="计划", year=2021, sections=[Section(id="s1", role="schedule")])
    plan.monthly_schedule = entries
    assert written(plan).endswith(
        "| 时间 | 起止 | 工作 |\n| --- | --- | --- |\n| 寒假 | 2021-01、2021-02 | 走访 |\n"
        "| 待定 |  | 督查 |\n| 2/16<br>五 | 2021-02-16 | 开学 |\n"
    )


def test_units_stand_once() -> None:
    assert scheduled(item("自评", "基教科"), item("督查")) == (
        "| 3月 | 自评（责任单位：基教科）<br>督查 |"
    )
    shared = (item("自评", "基教科"), item("督查", "基教科"))
    assert scheduled(*shared) == "| 3月 | 自评<br>督查 | 责任单位：基教科 |"
    assert scheduled(*shared, remark="基教科") == "| 3月 | 自评<br>督查 | 基教科 |"


def test_attachments_stand_in_the_box() -> None:
    titles = [Attachment(label="1.", title="甲"), Attachment(label="2.", title="乙")]
    assert written(Plan(title="计划", kind="计划", attachments=titles)) == (
        "# 计划\n\n| 附件 | 1.甲<br>2.乙 |\n| --- | --- |\n"
    )
