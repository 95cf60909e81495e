"""What the page of a calendar holds, read as a browser's parser reads it."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from functools import cache
from hashlib import sha256
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from page_calendars import DISTRICT, HOSTILE, YEAR, hostile, library, year_of_work

from duplan.calendar.model import Calendar, Entry, Unit
from duplan.writers.calendar.html import dump
from duplan.writers.calendar.html.words import MONTHS, WORDS
from duplan.writers.visible import visible


def parsed(calendar: Calendar, language: str = "zh") -> html.HtmlElement:
    return html.document_fromstring(dump(calendar, "en" if language == "en" else "zh"))


@cache
def usual_tags() -> set[str]:
    return tags(parsed(year_of_work()))


def tags(page: html.HtmlElement) -> set[str]:
    return {each.tag for each in page.iter() if isinstance(each.tag, str)}


def texts(page: html.HtmlElement, path: str) -> list[str]:
    return ["".join(each.itertext()).strip() for each in page.xpath(path)]


def one_entry(**fields: object) -> Calendar:
    entry = Entry(
        month="2020-09",
        text="召开推进会",
        plan=DISTRICT,
        from_="task",
        id="s1.i1",
        label="（一）",
        precision="month",
    )
    return Calendar(["2020-09"], [replace(entry, **fields)])  # type: ignore[arg-type]


def test_the_same_calendar_gives_the_same_bytes() -> None:
    assert dump(year_of_work()) == dump(year_of_work())
    assert dump(year_of_work()).endswith("</html>\n")


@pytest.mark.parametrize(("language", "lang"), [("zh", "zh-Hans"), ("en", "en")])
def test_the_page_is_in_the_language_asked_for(language: str, lang: str) -> None:
    page = parsed(year_of_work(), language)
    assert page.get("lang") == lang
    assert texts(page, "//h2")[0] == WORDS["glance"][language == "zh"]


def test_words_are_in_both_languages_with_the_same_values() -> None:
    for english, chinese in WORDS.values():
        values = [
            {name for _, name, _, _ in Formatter().parse(text) if name}
            for text in (english, chinese)
        ]
        assert values[0] == values[1]
        assert not re.search("[\u4e00-\u9fff]", english)
    assert {len(names) for names in MONTHS.values()} == {12}


def test_only_its_own_style_and_script_may_act() -> None:
    page = parsed(hostile())
    (style,), (script,) = page.xpath("//style/text()"), page.xpath("//script/text()")
    digests = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.split("; ")[:3] == [
        "default-src 'none'",
        f"style-src 'sha256-{digests[0]}'",
        f"script-src 'sha256-{digests[1]}'",
    ]


@pytest.mark.parametrize("calendar", [year_of_work(), hostile()])
def test_nothing_is_loaded_and_no_attribute_acts(calendar: Calendar) -> None:
    page = parsed(calendar)
    assert tags(page) <= usual_tags()
    attributes = [(name, value) for each in page.iter() for name, value in each.items()]
    assert not [name for name, _ in attributes if name.startswith("on") or name in ("src", "style")]
    assert all(value.startswith("#") for name, value in attributes if name in ("href", "action"))
    assert not re.search(r"url\(|@import|https?:", "".join(page.xpath("//style/text()")))


def test_what_a_document_says_is_shown_and_not_obeyed() -> None:
    raws = texts(parsed(hostile()), "//dd[@class='raw']")
    assert sorted(raws) == sorted(visible(bad).strip() for bad in HOSTILE)
    assert "甲\\x00乙\\x07\\x1b[31m丙\\x7f\\x85\\u2028丁" in raws
    assert "预算\\u202e算决\\u2066\\u2069\\ufeff完" in raws


@given(st.text())
def test_every_text_is_shown(text: str) -> None:
    page = parsed(one_entry(text=text, remark=text + "。", responsible=(Unit(text + "科"),)))
    said = " ".join("".join(page.itertext()).split())
    for each in (text, text + "。", text + "科"):
        assert " ".join(visible(each).split()) in said
    assert tags(page) <= usual_tags()


def test_every_entry_has_a_row_with_its_source() -> None:
    calendar = year_of_work()
    page = parsed(calendar)
    assert len(page.xpath("//main//li")) == len(calendar.entries)
    (row,) = page.xpath("//main//li[contains(., '校舍面积核查')]")
    assert "督政科（牵头）、财务科（配合）" in "".join(row.itertext())
    details = texts(row, ".//dl/*")
    assert details[:4] == [
        "原文",
        "1.9月底前完成校舍面积核查，逐校登记。",
        "出处",
        "槐安.docx，第 22 段（body/p[22]）",
    ]
    assert details[4:6] == ["时间写法", "9月底前"]


def test_a_line_of_a_text_file_is_called_so() -> None:
    (row,) = parsed(year_of_work()).xpath("//main//li[contains(., '召开推进会')]")
    assert "学校/柳溪.txt，第 7 行" in texts(row, ".//dd")


def test_a_month_of_an_unknown_year_says_so() -> None:
    page = parsed(year_of_work())
    assert texts(page, "//main//h3")[-1] == "9月（年份不详） 1 条"
    assert "年份不详" in texts(page, "//section[@id='glance']//h3")
    assert parsed(year_of_work(), "en").xpath("//main//h3")[-1].text == "Sep (year not told) "


def test_the_head_counts() -> None:
    page = parsed(year_of_work())
    names, counts = (texts(page, f"//dl[@class='stats']//{tag}") for tag in ("dt", "dd"))
    stats = dict(zip(names, counts, strict=True))
    assert stats["计划"] == "2"
    assert stats["月份"] == "13"
    assert stats["工作事项"] == "6"
    assert stats["条目"] == "10"
    assert stats["限期完成"] == "2"
    assert stats["未写明责任单位"] == "7"


def test_a_calendar_of_one_plan_has_its_title() -> None:
    assert texts(parsed(one_entry()), "//h1") == [DISTRICT.title]
    assert texts(parsed(year_of_work()), "//h1") == ["工作日历"]


@pytest.mark.parametrize(
    ("months", "told"),
    [
        (["2020-09"], "工作日历 · 2020年9月"),
        (["2020-11", "2020-12", "2021-01"], "工作日历 · 2020年11月—2021年1月"),
        (["2019-09", "2020-09"], "工作日历 · 2019年9月—2020年9月（其中 2 个月）"),
        (["2020-09", "--09"], "工作日历 · 2020年9月 · 年份不详"),
        (["--09"], "工作日历 · 年份不详"),
    ],
)
def test_the_head_tells_the_months(months: list[str], told: str) -> None:
    calendar = Calendar(months, [replace(one_entry().entries[0], month=months[0])])
    assert texts(parsed(calendar), "//p[@class='eyebrow']") == [told]


def test_twelve_months_show_their_load() -> None:
    loads = parsed(year_of_work()).xpath("//section[@id='glance']//*[@data-month='2020-09']")
    assert loads[0].get("aria-label") == "9月：3 条（安排 1，任务 2，目标 0）"
    heights = {each.get("class"): each.get("height") for each in loads[0].iter("rect")}
    assert heights == {"schedule": "1", "task": "2", "goal": "0"}


def test_months_that_were_not_asked_for_are_told_apart() -> None:
    page = parsed(one_entry())
    assert len(page.xpath("//section[@id='glance']//li")) == 12
    assert page.xpath("//section[@id='glance']//a/@data-month") == ["2020-09"]


def bars(page: html.HtmlElement, words: str) -> list[tuple[str, str]]:
    (line,) = page.xpath(f"//section[@id='gantt']//li[contains(., '{words}')]")
    return [
        (each.get("class"), "".join(each.itertext()))
        for each in line.xpath(".//span[starts-with(@class, 'bar ')]")
    ]


def test_bars_keep_the_gaps_of_a_series() -> None:
    assert bars(parsed(year_of_work()), "推进优质均衡") == [
        ("bar schedule b4 s3", "4—6月"),
        ("bar schedule b9 s2", "9—10月"),
    ]


def test_deadlines_and_kinds_have_marks_of_their_own() -> None:
    page = parsed(year_of_work())
    assert bars(page, "校舍面积") == [("bar deadline b9 s1", "30日前")]
    assert bars(page, "推进会") == [("bar task b9 s1", "15日")]
    assert bars(page, "合格率") == [("bar deadline b12 s1", "31日前")]
    assert texts(page, "//section[@id='gantt']//li//b")[-1] == "安排"


@pytest.mark.parametrize(
    ("fields", "chinese", "english"),
    [
        ({"precision": "deadline", "end": "2020-09-20"}, "20日前", "by 20"),
        ({"precision": "day", "start": "2020-09-05", "end": "2020-09-05"}, "5日", "5"),
        ({"precision": "part", "start": "2020-09-21", "end": "2020-09-30"}, "21—30日", "21 – 30"),
        (
            {"precision": "month", "start": "2020-09-01", "end": "2020-09-30"},
            "当月",
            "month",
        ),
        ({"precision": "recurring"}, "经常", "recurring"),
        ({"precision": "year"}, "全年", "all year"),
        ({"precision": "term", "start": "2020-09-01", "end": "2020-09-07"}, "1—7日", "1 – 7"),
        ({"precision": "half", "when": "下半年"}, "下半年", "下半年"),
        ({"precision": "quarter", "when": "2020年第一季度开学以后"}, "季度内", "quarter"),
        ({"precision": "day", "when": "9月5日"}, "9月5日", "9月5日"),
        ({"precision": "part", "label": "中旬"}, "中旬", "中旬"),
        ({"precision": "term", "label": ""}, "当月", "month"),
    ],
)
def test_times_are_printed_as_exact_as_they_are(
    fields: dict[str, object], chinese: str, english: str
) -> None:
    calendar = one_entry(**{"label": "", **fields})
    for language, expected in (("zh", chinese), ("en", english)):
        assert texts(parsed(calendar, language), "//main//*[@class='when']") == [expected]


def test_what_is_due_on_a_day_stands_first_in_its_month() -> None:
    rows = texts(parsed(year_of_work()), "//section[@id='m2020-09']//*[@class='work']")
    assert rows[0] == "9月15日召开推进会"
    assert rows[1].startswith("9月底前完成校舍面积核查")
    assert rows[2] == "推进优质均衡创建工作"


@pytest.mark.parametrize("months", [[], YEAR])
def test_an_empty_calendar_says_so(months: list[str]) -> None:
    page = parsed(Calendar(months, []))
    assert texts(page, "//*[@id='nothing']") == ["这份日历没有条目。"]
    assert not page.xpath("//*[@id='gantt'] | //main//li")


def test_thousands_of_entries_stay_small_and_their_chart_waits() -> None:
    calendar = library(200, 10)
    written = dump(calendar)
    assert len(written.encode()) < 1_400 * len(calendar.entries)
    page: html.HtmlElement = html.document_fromstring(written)
    assert len(texts(page, "//main//li")) == 2_000
    assert texts(page, "//section[@id='gantt']/details[@open]") == []
    assert texts(page, "//section[@id='gantt']/details/summary") == [
        "2000 项工作：筛选到 80 项以内自动展开，也可在此展开"
    ]
