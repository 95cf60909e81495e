"""The table of a calendar by month, plan and time."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from invented_calendar import (
    DISTRICT,
    Painted,
    Plain,
    autumn,
    calendars,
    columns,
    september,
)

from duplan.calendar.model import Calendar, Unit
from duplan.cli.agenda import agenda
from duplan.cli.captions import time_of, units_of, work_of
from duplan.cli.console import Console, clean
from duplan.cli.layout import cells

ZH = Console("zh")
AT_80 = """\
时间        来源  工作                                      责任
2020年9月 · 6 项 ───────────────────────────────────────────────────────────────
槐安区2020年教育督导工作计划  云岭市槐安区教育督导室
全月        安排  · 开展秋季开学工作专项督导
                  · 推进优质均衡区创建工作 ↻ 9-10月         督学科
                    备注：日期以上级通知为准
下旬        安排  · 迎接市政府对区政府履行教育职责情况的评
                    价，现场抽查8所学校，召开汇报会
截止 9/30   任务  · 核查办学条件：对照“一校一案”逐项自查，  牵头 督政科
                    9月底前完成校舍面积核查。               配合 区财政局、
                                                            区人力社保局
每月        目标  · 每月入校不少于1次。

竹溪小学2020学年工作计划
9月10日     安排  · 庆祝教师节座谈会                        校长室、工会

2020年10月 · 1 项 ──────────────────────────────────────────────────────────────
槐安区2020年教育督导工作计划  云岭市槐安区教育督导室
全月        安排  · 推进优质均衡区创建工作 ↻ 9-10月

2020年11月 · 没有安排 ──────────────────────────────────────────────────────────
"""
AT_40 = """\
2020年9月 · 6 项 ───────────────────────
槐安区2020年教育督导工作计划
云岭市槐安区教育督导室
全月 · 安排
· 开展秋季开学工作专项督导
· 推进优质均衡区创建工作 ↻ 9-10月
  责任 督学科
  备注：日期以上级通知为准
下旬 · 安排
· 迎接市政府对区政府履行教育职责情况的评
  价，现场抽查8所学校，召开汇报会
截止 9/30 · 任务
· 核查办学条件：对照“一校一案”逐项自查，
  9月底前完成校舍面积核查。
  牵头 督政科 · 配合 区财政局、区人力社
  保局
每月 · 目标
· 每月入校不少于1次。

竹溪小学2020学年工作计划
9月10日 · 安排
· 庆祝教师节座谈会
  责任 校长室、工会
"""
ENGLISH_AT_80 = """\
Time        From      Work                                  By
Sep 2020 · 6 due ───────────────────────────────────────────────────────────────
槐安区2020年教育督导工作计划  云岭市槐安区教育督导室
all month   schedule  · 开展秋季开学工作专项督导
                      · 推进优质均衡区创建工作 ↻ Sep-Oct    督学科
                        Remark: 日期以上级通知为准
late        schedule  · 迎接市政府对区政府履行教育职责情况
                        的评价，现场抽查8所学校，召开汇报
                        会
due 30 Sep  task      · 核查办学条件：对照“一校一案”逐项自  led by 督政科
                        查，9月底前完成校舍面积核查。       with 区财政局、
                                                            区人力社保局
"""


def shown(calendar: Calendar, width: int = 80, console: Console = ZH) -> str:
    return "".join(agenda(calendar, console, width))


def test_at_80_columns() -> None:
    assert shown(autumn()) == AT_80


def test_narrow_ones_put_time_and_source_above_the_work() -> None:
    assert shown(autumn(), 40).startswith(f"{AT_40}\n")


def test_in_english() -> None:
    assert shown(autumn(), 80, Console("en")).startswith(ENGLISH_AT_80)


def test_work_takes_the_room_that_a_wide_terminal_has() -> None:
    assert (
        "下旬        安排  · 迎接市政府对区政府履行教育职责情况的评价，现场抽查8所学校，召开汇报会\n"
        in shown(autumn(), 120)
    )
    assert max(map(cells, shown(autumn(), 400).splitlines())) == 120


def test_a_middling_one_puts_units_below_the_work() -> None:
    lines = shown(autumn(), 60).splitlines()
    at = next(at for at, line in enumerate(lines) if "月底前完成" in line)
    assert lines[at + 1] == " " * 20 + "牵头 督政科 · 配合 区财政局、区人力社保"


def test_the_only_plan_is_named_once() -> None:
    alone = Calendar(["2020-09", "2020-10"], [e for e in autumn().entries if e.plan == DISTRICT])
    assert shown(alone).startswith("槐安区2020年教育督导工作计划  云岭市槐安区教育督导室\n\n时间")
    assert shown(alone).count("槐安区2020年") == 1


def test_plans_of_the_same_name_are_told_apart_by_their_files() -> None:
    other = replace(DISTRICT, source="槐安/副本.docx", number=2)
    entries = [september()[0], replace(september()[0], plan=other)]
    lines = shown(Calendar(["2020-09"], entries)).splitlines()
    assert "槐安区2020年教育督导工作计划  云岭市槐安区教育督导室  槐安/计划.docx" in lines
    assert "槐安区2020年教育督导工作计划  云岭市槐安区教育督导室  槐安/副本.docx#2" in lines
    nameless = replace(DISTRICT, title=None, issuer=None)
    assert shown(Calendar([], [replace(september()[0], plan=nameless)])).startswith(
        "槐安/计划.docx"
    )


def test_what_is_due_at_some_days_stands_before_what_is_due_at_some_time() -> None:
    month = [entry for entry in september() if entry.plan == DISTRICT]
    backwards = Calendar(["2020-09"], month[::-1])
    times = [
        line.split()[0] for line in shown(backwards).splitlines() if re.match("[全下截每]", line)
    ]
    assert times == ["全月", "下旬", "截止", "每月"]


def test_times_of_several_lines_stand_beside_all_that_is_due_then() -> None:
    week = replace(september()[5], precision="week", label="第2周 9/6～9/12", responsible=())
    later = replace(week, text="体检", label="第3周 9/13～9/19", start="2020-09-13")
    lines = shown(Calendar(["2020-09"], [week, replace(week, text="家长会"), later])).splitlines()
    assert lines[4:] == [
        "第2周         安排  · 庆祝教师节座谈会",
        "9/6～9/12           · 家长会",
        "第3周         安排  · 体检",
        "9/13～9/19",
    ]


def test_a_series_of_other_words_is_named() -> None:
    entry = replace(september()[1], text="开展区级自评")
    assert "· 开展区级自评 ↻ " in shown(Calendar(["2020-09"], [entry]))
    assert "\n                    ↻ 推进优质均衡区创建工作\n" in shown(
        Calendar(["2020-09"], [entry])
    )


def test_a_remark_that_only_names_the_units_is_left_out() -> None:
    entry = replace(september()[1], remark="督学科")
    assert "备注" not in shown(Calendar(["2020-09"], [entry]))
    assert "备注：督学科（牵头）" in shown(
        Calendar(["2020-09"], [replace(entry, remark="督学科（牵头）")])
    )


def test_nothing_at_all() -> None:
    assert shown(Calendar()) == "没有安排\n"
    assert shown(Calendar(["2020-09"], [])).startswith("2020年9月 · 没有安排 ───")


def test_a_console_without_bars_gets_other_marks() -> None:
    plain = shown(autumn(), 80, Plain("zh"))
    assert "- 推进优质均衡区创建工作 @ 9-10月" in plain
    assert not set(plain) & set("─↻")


def test_colours_are_all_that_a_terminal_gets_more() -> None:
    painted = shown(autumn(), 80, Painted("zh"))
    assert "\x1b[33m截止 9/30 \x1b[0m" in painted
    assert re.sub(r"\x1b\[\d*m", "", painted) == AT_80
    assert shown(autumn(), 80, Painted("zh", colourful=False)) == AT_80


def test_a_long_calendar_is_made_as_it_is_read() -> None:
    chunks = agenda(Calendar(["2020-09"], september() * 1000), ZH, 80)
    assert next(chunks).count("\n") == 500


@given(calendars(), st.integers(8, 130), st.sampled_from(["zh", "en"]))
def test_it_fits_and_holds_nothing_active(calendar: Calendar, width: int, language: str) -> None:
    text = shown(calendar, width, Console("en" if language == "en" else "zh"))
    assert max(map(cells, text.split("\n"))) <= width
    assert clean(text, lines=True) == text
    assert "\t" not in text


@given(calendars(), st.sampled_from([20, 40, 49]))
def test_every_work_is_told_in_full(calendar: Calendar, width: int) -> None:
    lines = [re.sub(r"^(· |  )", "", line) for line in shown(calendar, width).splitlines()]
    text = "".join(lines).replace(" ", "")
    for entry in calendar.entries:
        assert work_of(entry).replace(" ", "") in text
        assert time_of(ZH, entry).replace(" ", "") in text
        for names in units_of(ZH, entry.responsible, column=False):
            assert "、".join(names).replace(" ", "") in text
        if entry.series:
            assert clean(entry.series).replace(" ", "") in text


@given(calendars(), st.sampled_from([50, 80, 120]))
def test_every_work_is_told_in_full_beside_its_time(calendar: Calendar, width: int) -> None:
    entries = [replace(e, responsible=(), remark=None, when="", label="") for e in calendar.entries]
    lead = 20 + 2 * any(entry.precision == "week" for entry in entries)
    lines = shown(replace(calendar, entries=entries), width).splitlines()
    text = "".join(columns(line, lead) for line in lines).replace(" ", "")
    for entry in entries:
        assert work_of(entry).replace(" ", "") in text


def test_long_names_of_units_are_not_lost() -> None:
    names = ("云岭市槐安区人民政府教育督导委员会办公室", "School" * 8)
    entry = replace(september()[5], responsible=tuple(Unit(name) for name in names))
    lines = shown(Calendar(["2020-09"], [entry])).splitlines()
    assert "".join(columns(line, 60).strip() for line in lines[4:]) == "、".join(names)
