"""Calendars as JSON: the published form."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from calendars import CALENDARS, calendar, month
from hypothesis import given

from duplan.calendar.model import Calendar, Entry, Place, Unit
from duplan.writers.calendar import json as json_writer
from duplan.writers.json import escape


def form(entry: Entry) -> dict[str, Any]:
    """An entry as the contract has it."""
    plan, place = entry.plan, entry.place
    return {
        "month": entry.month,
        "text": entry.text,
        "plan": {
            "title": plan.title,
            "issuer": plan.issuer,
            "year": plan.year,
            "source": plan.source,
            "number": plan.number,
        },
        "from": entry.from_,
        "id": entry.id,
        "label": entry.label,
        "precision": entry.precision,
        "start": entry.start,
        "end": entry.end,
        "responsible": [{"name": unit.name, "duty": unit.duty} for unit in entry.responsible],
        "remark": entry.remark,
        "series": entry.series,
        "when": entry.when,
        "title": entry.title,
        "place": place and {"line": place.line, "block": place.block, "raw": place.raw},
    }


@given(CALENDARS)
def test_the_text_is_what_the_standard_library_writes(given_: Calendar) -> None:
    data = {
        "schema_version": "1.0",
        "months": given_.months,
        "entries": [form(entry) for entry in given_.entries],
    }
    expected = escape(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"
    assert json_writer.dump(given_) == expected


def test_an_empty_calendar_has_the_months_asked_for() -> None:
    assert json.loads(json_writer.dump(calendar(asked=["2020-09"]))) == {
        "schema_version": "1.0",
        "months": ["2020-09"],
        "entries": [],
    }


def test_every_field_of_an_entry_is_written() -> None:
    entry = month(
        "2020-09", responsible=(Unit("区教委", "lead"),), place=Place(3, "p3", "召开会议。")
    )
    written = json.loads(json_writer.dump(calendar(entry)))["entries"][0]
    assert written["responsible"] == [{"name": "区教委", "duty": "lead"}]
    assert written["place"] == {"line": 3, "block": "p3", "raw": "召开会议。"}
    assert {*written} == {name.rstrip("_") for name in Entry.__slots__}


def test_nothing_that_takes_long_is_imported() -> None:
    program = (
        "import sys; from duplan.writers.calendar import CALENDAR_WRITERS as table;"
        "from duplan.writers.calendar.manner import Manner;"
        "from duplan.calendar.model import Calendar;"
        "table['json'].dump(Calendar(), Manner());"
        "print({'pydantic', 'icalendar', 'xlsxwriter', 'jinja2', 'rich'} & {*sys.modules})"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    assert run.stdout.strip() == "set()"
