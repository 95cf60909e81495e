"""The table of formats."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from calendars import calendar, deadline, month

from duplan.writers.calendar import CALENDAR_WRITERS, csv, ics, json, markdown, mermaid, xlsx
from duplan.writers.calendar.days import undated
from duplan.writers.calendar.manner import Manner

CALENDAR = calendar(month("2020-09"), deadline("2020-09-30"), month("--09", "年份不详的工作"))
STAMP = datetime(2020, 3, 6, 8, 30, tzinfo=UTC)
ENGLISH = Manner("en", STAMP)


def test_each_format_is_written_in_the_manner_that_it_knows() -> None:
    written = {
        name: writer.dump(CALENDAR, ENGLISH)
        for name, writer in CALENDAR_WRITERS.items()
        if name != "html"
    }
    assert written == {
        "json": json.dump(CALENDAR),
        "csv": csv.dump(CALENDAR),
        "markdown": markdown.dump(CALENDAR, "en"),
        "ics": ics.dump(CALENDAR, "en", STAMP),
        "xlsx": xlsx.dump(CALENDAR, "en", STAMP),
        "mermaid": mermaid.dump(CALENDAR),
    }
    assert all(text.endswith("\n") for text in written.values() if isinstance(text, str))


def test_suffixes_are_all_different() -> None:
    assert len({writer.suffix for writer in CALENDAR_WRITERS.values()}) == len(CALENDAR_WRITERS)


@pytest.mark.parametrize("name", ["json", "csv", "markdown", "ics", "mermaid"])
def test_dated_formats_do_not_show_what_has_no_days(name: str) -> None:
    writer = CALENDAR_WRITERS[name]
    text = writer.dump(CALENDAR, Manner())
    assert isinstance(text, str)
    drawn = [line for line in text.splitlines() if "%%" not in line]
    left = undated(CALENDAR) if writer.dated else []
    for entry in CALENDAR.entries:
        assert any(entry.text in line for line in drawn) is (entry not in left)
