"""Calendars of invented plans, and consoles to show them in."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from duplan.calendar.model import Calendar, Duty, Entry, From, PlanName, Unit
from duplan.cli.console import Console
from duplan.cli.layout import cells
from duplan.dates.precision import Precision

DISTRICT = PlanName(
    "槐安区2020年教育督导工作计划", "云岭市槐安区教育督导室", 2020, "槐安/计划.docx"
)
SCHOOL = PlanName("竹溪小学2020学年工作计划", None, 2020, "竹溪.xlsx", 2)
LEAD = (Unit("督政科", "lead"), Unit("区财政局", "support"), Unit("区人力社保局", "support"))
SERIES = "推进优质均衡区创建工作"


def september() -> list[Entry]:
    """The entries of one month, in the order of the plans."""
    month, first, last = "2020-09", "2020-09-01", "2020-09-30"
    return [
        Entry(
            month,
            "开展秋季开学工作专项督导",
            DISTRICT,
            "schedule",
            "s4.m09.i1",
            "九月",
            "month",
            first,
            last,
            remark="日期以上级通知为准",
        ),
        Entry(
            month,
            SERIES,
            DISTRICT,
            "schedule",
            "s4.m09.i2",
            "九月",
            "month",
            first,
            last,
            responsible=(Unit("督学科"),),
            remark="日期以上级通知为准",
            series=SERIES,
        ),
        Entry(
            month,
            "迎接市政府对区政府履行教育职责情况的评价，现场抽查8所学校，召开汇报会",
            DISTRICT,
            "schedule",
            "s4.m09b.i1",
            "9月下旬",
            "part",
            "2020-09-21",
            last,
        ),
        Entry(
            month,
            "对照“一校一案”逐项自查，9月底前完成校舍面积核查。",
            DISTRICT,
            "task",
            "s3.i2.n1",
            "1.",
            "deadline",
            None,
            last,
            responsible=LEAD,
            when="9月底前",
            title="核查办学条件",
        ),
        Entry(
            month,
            "每月入校不少于1次。",
            DISTRICT,
            "goal",
            "s2.g1",
            "",
            "recurring",
            first,
            last,
            when="每月",
        ),
        Entry(
            month,
            "庆祝教师节座谈会",
            SCHOOL,
            "schedule",
            "s1.e1",
            "9月10日",
            "day",
            "2020-09-10",
            "2020-09-10",
            responsible=(Unit("校长室"), Unit("工会")),
        ),
    ]


def autumn() -> Calendar:
    """September and October of both plans, and a November in which nothing is due."""
    october = Entry(
        "2020-10",
        SERIES,
        DISTRICT,
        "schedule",
        "s4.m10.i1",
        "十月",
        "month",
        "2020-10-01",
        "2020-10-31",
        series=SERIES,
    )
    return Calendar(["2020-09", "2020-10", "2020-11"], [*september(), october])


class Plain(Console):
    """A console with a Chinese code page: no bars, no ↻."""

    @property
    def unicode(self) -> bool:
        return False


class Painted(Console):
    """A terminal that shows colours."""

    @property
    def terminal(self) -> bool:
        return True

    @property
    def unicode(self) -> bool:
        return True


_MONTHS = st.sampled_from(["2019-12", "2020-01", "2020-02", "2020-12", "--02"])
_ODD = st.text(
    st.sampled_from(list("督导计划，。（“”《…—·①ｱab1 -\t\n\x1b\u202e\u05d0\u0301\ud800"))
)
_WORDS = st.one_of(_ODD, st.text(max_size=40), st.just("x" * 200), st.just(""))


@st.composite
def _entries(draw: st.DrawFn) -> Entry:
    month = draw(_MONTHS)
    start = end = None
    if not month.startswith("-"):
        first, last = sorted(draw(st.tuples(st.integers(1, 28), st.integers(1, 28))))
        start, end = f"{month}-{first:02}", f"{month}-{last:02}"
    precision = draw(st.sampled_from(get_args(Precision)))
    duty = st.sampled_from(get_args(Duty))
    return Entry(
        month,
        draw(_WORDS),
        PlanName(draw(_WORDS), draw(_WORDS), 2020, draw(_WORDS), draw(st.integers(1, 2))),
        draw(st.sampled_from(get_args(From))),
        draw(st.sampled_from(["s1", "s2"])),
        draw(_WORDS),
        precision,
        None if precision == "deadline" else start,
        end,
        tuple(draw(st.lists(st.builds(Unit, _WORDS, duty), max_size=2))),
        draw(st.none() | _WORDS),
        draw(st.none() | _WORDS),
        draw(_WORDS),
        draw(_WORDS),
    )


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """Calendars of odd texts, empty fields and unknown years."""
    entries = draw(st.lists(_entries(), max_size=5))
    months = draw(st.lists(_MONTHS, unique=True))
    months += [entry.month for entry in entries if entry.month not in months]
    months = list(dict.fromkeys(months))
    return Calendar(months, sorted(entries, key=lambda entry: months.index(entry.month)))


def columns(line: str, start: int) -> str:
    """What of a line stands from a column on."""
    return next((line[at:] for at in range(len(line)) if cells(line[:at]) >= start), "")
