"""Calendars as separated values: rows for programs, safe in spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from calendars import CALENDARS, calendar, month
from hypothesis import given

from duplan.calendar.model import Calendar, Place, Unit
from duplan.writers.calendar import csv as csv_writer

ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rows(given_: Calendar) -> list[dict[str, str]]:
    """What a reader of RFC 4180 gets, the apostrophes still there."""
    text = csv_writer.dump(given_)
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def restored(value: str) -> str:
    """A value as it was: the way back that the module promises."""
    return value.removeprefix("'")


def test_it_begins_with_a_byte_order_mark_and_stable_heads() -> None:
    head, _, _ = csv_writer.dump(calendar()).partition("\r\n")
    assert head.startswith(
        "\ufeffmonth,text,issuer,plan,year,source,number,from,id,label,precision,"
    )


def test_a_row_an_entry() -> None:
    units = (
        Unit("区教委", "lead"),
        Unit("区发改委", "lead"),
        Unit("各校", "support"),
        Unit("督导室"),
    )
    (row,) = rows(calendar(month("2020-09", responsible=units, place=Place(3, "p3", "召开会议。"))))
    assert (row["month"], row["text"], row["start"]) == ("2020-09", "召开会议", "2020-09-01")
    assert (row["lead"], row["support"]) == ("区教委、区发改委", "各校")
    assert (row["responsible"], row["remark"]) == ("督导室", "")
    assert (row["line"], row["block"], row["raw"]) == ("3", "p3", "召开会议。")


@pytest.mark.parametrize("start", [*ACTIVE, "'"])
def test_no_text_is_a_formula_and_each_can_be_had_back(start: str) -> None:
    text = f"{start}cmd|' /C calc'!A0"
    (row,) = rows(calendar(month("2020-09", text)))
    assert row["text"] == f"'{text}"
    assert restored(row["text"]) == text


def test_a_month_without_a_year_is_no_formula() -> None:
    assert rows(calendar(month("--09")))[0]["month"] == "'--09"


@given(CALENDARS)
def test_every_text_comes_back(given_: Calendar) -> None:
    read = rows(given_)
    assert not any(value.startswith(ACTIVE) for row in read for value in row.values())
    found = [
        tuple(restored(row[key]) for key in ("month", "text", "remark", "title", "plan", "label"))
        for row in read
    ]
    assert found == [
        (each.month, each.text, each.remark or "", each.title, each.plan.title or "", each.label)
        for each in given_.entries
    ]
