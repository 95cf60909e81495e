"""Calendars of invented places for tests of what is written of them."""

from __future__ import annotations

from calendar import monthrange

from duplan.calendar.model import Calendar, Entry, Place, PlanName, Unit, month_name

DISTRICT = PlanName("槐安区2020年教育督导工作计划", "槐安区督导室", 2020, "槐安.docx")
SCHOOL = PlanName("柳溪小学2020年工作计划", "柳溪小学", 2020, "学校/柳溪.txt", 2)
YEAR = [month_name(2020, month) for month in range(1, 13)]

HOSTILE = [
    "<script>globalThis.ran = 1</script>",
    '"><img src=x onerror="globalThis.ran = 1">',
    "' onclick='globalThis.ran = 1' x='",
    "javascript:globalThis.ran=1",
    "{{7*7}}{% raw %}${7*7}",
    "</style><style>* { display: none }</style>",
    "</script><script>globalThis.ran = 1</script>",
    "</option></select></details></main><svg onload=globalThis.ran=1>",
    "<!-- <iframe src='http://127.0.0.1:9/'> ]]>",
    "&lt;b&gt; &amp;#60; &#x3c;script>",
    "甲\x00乙\x07\x1b[31m丙\x7f\x85\u2028丁",
    "预算\u202e算决\u2066\u2069\ufeff完",
    "\ud800 alone \uffff",
]


def year_of_work() -> Calendar:
    """Eight pieces of work of two plans, in every kind, and one of a year that isn't known."""
    series = [
        Entry(
            month=month_name(2020, month),
            text="推进优质均衡创建工作",
            plan=DISTRICT,
            from_="schedule",
            id=f"s4.m{month:02}.1",
            label=f"{month}月",
            precision="month",
            start=f"2020-{month:02}-01",
            end=f"2020-{month:02}-{monthrange(2020, month)[1]}",
            series="推进优质均衡创建工作",
            when=f"{month}月",
            place=Place(40 + month, f"body/tbl[1]/tr[{month}]/tc[2]/p[1]", "推进优质均衡创建工作"),
        )
        for month in (4, 5, 6, 9, 10)
    ]
    single = [
        Entry(
            month="2020-03",
            text="开展春季开学督导",
            plan=DISTRICT,
            from_="schedule",
            id="s4.m03.1",
            label="3月上旬",
            precision="part",
            start="2020-03-01",
            end="2020-03-10",
            responsible=(Unit("督学科"),),
            remark="开学第一周",
            when="3月上旬",
            place=Place(31, "body/tbl[1]/tr[3]/tc[2]/p[1]", "1. 开展春季开学督导"),
        ),
        Entry(
            month="2020-09",
            text="9月底前完成校舍面积核查",
            plan=DISTRICT,
            from_="task",
            id="s3.i2.n1",
            label="1.",
            precision="deadline",
            end="2020-09-30",
            responsible=(Unit("督政科", "lead"), Unit("财务科", "support")),
            when="9月底前",
            title="补齐短板",
            place=Place(22, "body/p[22]", "1.9月底前完成校舍面积核查，逐校登记。"),
        ),
        Entry(
            month="2020-09",
            text="9月15日召开推进会",
            plan=SCHOOL,
            from_="task",
            id="s2.i1",
            label="（一）",
            precision="day",
            start="2020-09-15",
            end="2020-09-15",
            responsible=(Unit("教导处"),),
            when="9月15日",
            place=Place(7, "line", "（一）9月15日召开推进会"),
        ),
        Entry(
            month="2020-12",
            text="年底合格率达到95%",
            plan=SCHOOL,
            from_="goal",
            id="s1.g1",
            label="1.",
            precision="deadline",
            end="2020-12-31",
            when="年底",
            place=Place(4, "line", "1.年底合格率达到95%"),
        ),
        Entry(
            month="--09",
            text="迎接市级复评",
            plan=SCHOOL,
            from_="schedule",
            id="s3.m09.1",
            label="九月",
            precision="month",
            when="九月",
            place=Place(12, "line", "迎接市级复评"),
        ),
    ]
    months = [*YEAR, "--09"]
    entries = sorted([*series, *single], key=lambda entry: months.index(entry.month))
    return Calendar(months, entries)


def hostile() -> Calendar:
    """Every field that holds a document's words holds each of ``HOSTILE`` once."""
    entries = [
        Entry(
            month="2020-09",
            text=bad,
            plan=PlanName(bad, bad, 2020, bad),
            from_="task",
            id=bad,
            label=bad,
            precision="part",
            responsible=(Unit(bad), Unit(bad + "二", "lead")),
            remark=bad,
            series=bad,
            when=bad,
            title=bad + "三",
            place=Place(1, bad, bad),
        )
        for bad in HOSTILE
    ]
    return Calendar(["2020-09"], entries)


def library(plans: int, each: int) -> Calendar:
    """Many plans of many issuers: ``each`` entries of every plan, over twelve months."""
    entries = [
        Entry(
            month=YEAR[number % 12],
            text=f"开展第{number + 1}项专项督导并通报结果",
            plan=PlanName(f"第{plan}督导室工作计划", f"第{plan % 40}督导室", 2020, f"{plan}.docx"),
            from_="task",
            id=f"s3.i{number}",
            label=f"{number}.",
            precision="month",
            start=f"{YEAR[number % 12]}-01",
            end=f"{YEAR[number % 12]}-28",
            responsible=(Unit(f"第{number % 7}科"),),
            when=f"{number % 12 + 1}月",
            place=Place(number + 1, f"body/p[{number + 1}]", f"第{number + 1}项"),
        )
        for plan in range(plans)
        for number in range(each)
    ]
    entries.sort(key=lambda entry: entry.month)
    return Calendar(YEAR, entries)
