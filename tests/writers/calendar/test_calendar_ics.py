"""Calendars as iCalendar: what icalendar reads back, and how rules and UIDs are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import icalendar
from calendars import CALENDARS, PLAN, calendar, day, days, deadline, month, months_of, series
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from hypothesis import given

from duplan.calendar.model import Calendar, Entry, Place, Unit
from duplan.writers.calendar import ics
from duplan.writers.calendar.days import undated
from duplan.writers.visible import visible

STAMP = datetime(2020, 3, 6, 8, 30, tzinfo=UTC)


def read(given_: Calendar, stamp: datetime | None = None) -> list[Any]:
    """The events that icalendar reads; it fails on what RFC 5545 doesn't allow."""
    return list(icalendar.Calendar.from_ical(ics.dump(given_, stamp=stamp)).walk("VEVENT"))


def starts(event: Any) -> Iterator[date]:
    """The first days of an event, as dateutil works out its rule."""
    first = event["DTSTART"].dt
    if "RRULE" not in event:
        yield first
        return
    rule = event["RRULE"].to_ical().decode()
    begin = datetime.combine(first, time())
    yield from (each.date() for each in rrulestr(rule, dtstart=begin))


def covered(given_: Calendar) -> Counter[tuple[date, str]]:
    """Each day of each event with its summary."""
    counted: Counter[tuple[date, str]] = Counter()
    for event in read(given_):
        for first in starts(event):
            for at in range((event["DTEND"].dt - event["DTSTART"].dt).days):
                counted[first + timedelta(days=at), str(event["SUMMARY"])] += 1
    return counted


def shown(event: Any) -> tuple[str, str, str | None]:
    """The days of an event and its rule."""
    rule = event["RRULE"].to_ical().decode() if "RRULE" in event else None
    return f"{event['DTSTART'].dt}", f"{event['DTEND'].dt}", rule


@given(CALENDARS)
def test_the_events_are_on_the_days_of_the_entries(given_: Calendar) -> None:
    expected: Counter[tuple[date, str]] = Counter()
    for (at, text), number in days(given_.entries).items():
        expected[at, visible(text)] += number
    assert covered(given_) == expected


@given(CALENDARS)
def test_what_has_no_days_is_left_out_and_named(given_: Calendar) -> None:
    left = undated(given_)
    assert [entry for entry in given_.entries if entry.month.startswith("--")] == left
    dated = [entry for entry in given_.entries if entry not in left]
    assert sorted(map(shown, read(given_)), key=str) == sorted(
        map(shown, read(Calendar(given_.months, dated))), key=str
    )


@given(CALENDARS)
def test_uids_are_all_different_and_lines_as_long_as_they_may_be(given_: Calendar) -> None:
    events = read(given_)
    assert len({str(event["UID"]) for event in events}) == len(events)
    lines = ics.dump(given_).encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_a_month_is_its_days() -> None:
    (event,) = read(calendar(month("2020-02")))
    assert shown(event) == ("2020-02-01", "2020-03-01", None)
    assert str(event["TRANSP"]) == "TRANSPARENT"


def test_months_of_one_printed_time_are_one_event() -> None:
    quarter = [month(name, id="t1", when="一季度") for name in months_of(2020, 1, 2, 3)]
    (event,) = read(calendar(*quarter))
    assert shown(event) == ("2020-01-01", "2020-04-01", None)


def test_sentences_of_one_task_that_name_the_same_months_are_apart() -> None:
    spring = [
        month(name, text, id="t1", when="3—4月", from_="task")
        for name in months_of(2020, 3, 4)
        for text in ("召开会议", "开展督导")
    ]
    assert [(str(event["SUMMARY"]), *shown(event)) for event in read(calendar(*spring))] == [
        ("召开会议", "2020-03-01", "2020-05-01", None),
        ("开展督导", "2020-03-01", "2020-05-01", None),
    ]


def test_days_over_the_end_of_a_month_are_one_event() -> None:
    parts = [
        day("2020-04-30", start="2020-04-28", id="t1", when="4月28日—5月2日"),
        day("2020-05-02", start="2020-05-01", id="t1", when="4月28日—5月2日"),
    ]
    (event,) = read(calendar(*parts))
    assert shown(event) == ("2020-04-28", "2020-05-03", None)


def test_a_series_is_a_rule_for_each_length_of_its_months() -> None:
    thirty, thirty_one = read(calendar(*series(months_of(2020, 4, 5, 6, 7, 8, 9, 10))))
    assert shown(thirty) == (
        *("2020-04-01", "2020-05-01"),
        "FREQ=MONTHLY;UNTIL=20200901;BYMONTHDAY=1;BYMONTH=4,6,9",
    )
    assert shown(thirty_one) == (
        *("2020-05-01", "2020-06-01"),
        "FREQ=MONTHLY;UNTIL=20201001;BYMONTHDAY=1;BYMONTH=5,7,8,10",
    )


def test_what_recurs_in_months_in_a_row_needs_no_months_in_its_rule() -> None:
    (event,) = read(calendar(*(day(f"2020-{at:02}-15", series="召开会议") for at in (9, 10, 11))))
    assert shown(event)[2] == "FREQ=MONTHLY;UNTIL=20201115;BYMONTHDAY=15"


def test_the_last_day_of_each_month_is_a_rule() -> None:
    ends = (
        deadline(name, series="报送总结") for name in ("2020-01-31", "2020-02-29", "2020-04-30")
    )
    (event,) = read(calendar(*ends))
    assert shown(event)[2] == "FREQ=MONTHLY;UNTIL=20200430;BYMONTHDAY=-1;BYMONTH=1,2,4"
    assert len(event.walk("VALARM")) == 1


def test_a_school_year_is_a_rule_over_the_turn_of_the_year() -> None:
    (event,) = read(calendar(*series(["2020-10", "2020-12", "2021-01"])))
    assert shown(event)[2] == "FREQ=MONTHLY;UNTIL=20210101;BYMONTHDAY=1;BYMONTH=1,10,12"


def test_years_that_differ_are_rules_of_their_own() -> None:
    events = read(calendar(*series(["2020-05", "2020-07", "2021-05", "2021-08"])))
    assert [shown(event)[2] for event in events] == [
        "FREQ=MONTHLY;UNTIL=20200701;BYMONTHDAY=1;BYMONTH=5,7",
        "FREQ=MONTHLY;UNTIL=20210801;BYMONTHDAY=1;BYMONTH=5,8",
    ]


def test_a_deadline_is_an_event_on_its_day_with_an_alarm() -> None:
    (event,) = read(calendar(deadline("2020-09-30")))
    assert shown(event) == ("2020-09-30", "2020-10-01", None)
    (alarm,) = event.walk("VALARM")
    assert str(alarm["ACTION"]) == "DISPLAY"
    assert alarm["TRIGGER"].dt == timedelta(days=-3, hours=9)


def test_what_is_no_deadline_has_no_alarm() -> None:
    (event,) = read(calendar(day("2020-09-30")))
    assert event.walk("VALARM") == []


def test_the_description_says_who_when_and_of_what() -> None:
    entry = deadline(
        "2020-09-30",
        from_="task",
        label="（一）",
        title="推进创建",
        remark="另行通知",
        responsible=(Unit("区教委", "lead"), Unit("各校", "support")),
        place=Place(3, "p3", "9月底前报送总结；"),
    )
    (event,) = read(calendar(entry))
    assert str(event["DESCRIPTION"]) == (
        "责任单位：牵头：区教委；配合：各校\n时间：2020-09-30前\n备注：另行通知\n"
        "所属：（一）推进创建\n计划：槐安区2020年教育督导工作计划（槐安区教委）\n原文：9月底前报送总结；"
    )
    assert list(event["CATEGORIES"].cats) == ["槐安区教委", "任务"]


def test_a_rule_says_in_which_months_details_differ() -> None:
    april, june = series(months_of(2020, 4, 6))
    (event,) = read(calendar(april, replace(june, remark="另行通知")))
    assert "备注 (2020-06)：另行通知" in str(event["DESCRIPTION"])
    assert "时间 (2020-04)：4月" in str(event["DESCRIPTION"])


def test_the_same_calendar_gives_the_same_bytes() -> None:
    given_ = calendar(*series(months_of(2020, 4, 5)), deadline("2020-09-30"))
    assert ics.dump(given_) == ics.dump(given_)
    assert "DTSTAMP:20200101T000000Z" in ics.dump(given_)
    assert "LAST-MODIFIED" not in ics.dump(given_)


def test_a_stamp_dates_the_events_and_makes_them_newer() -> None:
    (old,) = read(calendar(month("2020-09")), stamp=STAMP)
    (new,) = read(calendar(month("2020-09")), stamp=STAMP + timedelta(days=1))
    assert old["DTSTAMP"].dt == old["LAST-MODIFIED"].dt == STAMP
    assert new["SEQUENCE"] > old["SEQUENCE"] > 0


def uids(*entries: Entry) -> list[str]:
    """The UIDs of a calendar."""
    return [str(event["UID"]) for event in read(calendar(*entries))]


def test_a_uid_is_the_same_wherever_the_plan_lies_and_whatever_is_edited_beside_the_work() -> None:
    entry = deadline("2020-09-30", label="（一）")
    edited = replace(
        entry,
        plan=replace(PLAN, source="/elsewhere/计划.docx", number=3),
        id="s9.i9",
        label="（二）",
        end="2020-09-25",
        when="9月25日前",
        remark="另行通知",
        responsible=(Unit("区教委"),),
        place=Place(99, "p99", "…"),
    )
    assert uids(entry) == uids(edited)


def test_an_edited_remark_leaves_the_uids_of_a_series() -> None:
    april, june, july = series(months_of(2020, 4, 6, 7))
    assert uids(april, june, july) == uids(april, replace(june, remark="另行通知"), july)


def test_a_moved_deadline_keeps_its_uid() -> None:
    task = replace(deadline("2020-03-31"), from_="task", title="修缮操场", when="3月底前")
    moved = replace(task, month="2020-04", end="2020-04-30", when="4月底前")
    said = replace(task, text="3月底前完成"), replace(moved, text="4月底前完成")
    assert uids(said[0]) == uids(said[1])


def test_uids_of_different_work_differ() -> None:
    entry = month("2020-09")
    others = [
        replace(entry, text="开展督导"),
        replace(entry, from_="task"),
        replace(entry, plan=replace(PLAN, issuer="柳河区教委")),
        replace(entry, plan=replace(PLAN, year=2021)),
    ]
    assert len({uid for each in (entry, *others) for uid in uids(each)}) == 5


def test_without_an_issuer_the_title_tells_plans_apart() -> None:
    plans = [replace(PLAN, issuer=None, title=title) for title in ("甲", "乙")]
    assert uids(month("2020-09", plan=plans[0])) != uids(month("2020-09", plan=plans[1]))


def test_work_that_is_there_twice_is_shown_twice() -> None:
    copy = replace(month("2020-09"), plan=replace(PLAN, source="copy.docx"))
    assert len({*uids(month("2020-09"), copy)}) == 2
    assert uids(month("2020-09"), copy)[0] == uids(month("2020-09"))[0]


def test_english_words() -> None:
    written = ics.dump(calendar(month("2020-09")), "en")
    assert "X-WR-CALNAME:Work calendar" in written
    assert "CATEGORIES:槐安区教委,schedule" in written
