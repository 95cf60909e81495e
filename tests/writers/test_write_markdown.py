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
# 槐安区2020年教育督导工作计划

| 发文机关 | 槐安区人民政府教育督导室 |
| --- | --- |
| 发文字号 | 槐教督〔2020〕3号 |
| 成文日期 | 2020-03-06 |
| 主送机关 | 各中小学、各幼儿园 |
| 年度 | 2020 |
| 计划期间 | 2020-01 至 2020-12 |

## 一、指导思想

督政、督学并重。

## 二、工作目标

1.责任督学挂牌督导覆盖率达到100%。问题整改率不低于95%。

2.通过市级优质均衡过程性督导

## 三、重点工作

### （一）完善督导工作机制

一是健全责任督学挂牌制度，每月入校不少于1次；二是完善问题整改销号制度。

全年通报4次，结果报区政府。（牵头单位：督导室；配合单位：基教科、人事科）

### （二）推进优质均衡创建

对照《槐安区优质均衡推进方案》（槐政发〔2019〕12号）逐项自查。

1.9月底前完成校舍面积核查

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

附件：1.督学责任区划分表

# 槐安区2019年教育督导工作总结

| 年度 | 2019 |
| --- | --- |

2019年，全区督导工作平稳推进。

## 二、存在问题

队伍偏老。
"""


def written(plan: Plan) -> str:
    source = Input(name="", format="text", sha256="", script="hans")
    return markdown.dump(Document(source=source, plans=[plan]))


def test_whole_document(document: Document) -> None:
    assert markdown.dump(document) == EXPECTED


def test_tasks_without_labels_are_headings() -> None:
    plan = Plan(
        title=None,
        sections=[Section(id="s1", role="tasks")],
        key_tasks=[Task(id="s1.i1", path=[1], title="开展视导")],
    )
    assert written(plan) == "## 开展视导\n"


def test_labels_are_set_off_as_they_need() -> None:
    labels = [("一、", "一、甲"), ("3.1", "3.1 甲"), ("一是", "一是甲"), ("任务一", "任务一：甲")]
    for label, expected in labels:
        task = Task(id="s1.i1", path=[1], label=label, title="甲")
        plan = Plan(title=None, sections=[Section(id="s1", role="tasks")], key_tasks=[task])
        assert written(plan) == expected + "\n"


def test_items_are_numbered_where_they_would_be_taken_apart() -> None:
    def cell(*texts: str) -> str:
        items = [ScheduleItem(id=f"s1.m03.i{n}", text=text) for n, text in enumerate(texts, 1)]
        entry = ScheduleEntry(id="s1.m03", label="3月", items=items)
        plan = Plan(
            title=None,
            sections=[Section(id="s1", role="schedule")],
            monthly_schedule=[entry],
        )
        return written(plan).splitlines()[2]

    assert cell("自评", "督查") == "| 3月 | 自评<br>督查 |"
    assert cell("自评；公示", "督查") == "| 3月 | 1.自评；公示<br>2.督查 |"
    assert cell("A|B", "<br>") == "| 3月 | A\\|B<br>\\<br> |"


def test_units_that_the_words_name_are_not_repeated() -> None:
    unit = Responsible(name="基教科", duty="lead")
    item = ScheduleItem(id="s1.m03.i1", text="自评", responsible=[unit])
    entry = ScheduleEntry(id="s1.m03", label="3月", items=[item], remark="基教科")
    section = Section(id="s1", role="schedule")
    plan = Plan(title=None, sections=[section], monthly_schedule=[entry])
    assert "牵头单位" not in written(plan)
    entry.remark = None
    assert "自评（牵头单位：基教科）" in written(plan)


def test_several_attachments_are_a_list() -> None:
    titles = [Attachment(label="1.", title="甲"), Attachment(label="2.", title="乙")]
    assert written(Plan(title="计划", attachments=titles)) == "# 计划\n\n附件：1.甲\n\n2.乙\n"
