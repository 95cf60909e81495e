"""A calendar as a workbook: a ledger (台账) to be filled in, and the years at a glance.

Made in memory, with no file beside it, and of the same bytes for the same calendar.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from duplan.calendar.model import Calendar, Entry, PlanName, month_of_name
from duplan.writers import sheets
from duplan.writers.calendar.details import due, place, plan_title, units
from duplan.writers.calendar.manner import Language
from duplan.writers.calendar.words import say
from duplan.writers.sheets import LAST_ROW

# the column and its width in characters; together as wide as A4 landscape takes
COLUMNS = {
    "month": 9,
    "work": 48,
    "units": 22,
    "due": 17,
    "source": 36,
    "place": 15,
    "remark": 14,
    "state": 10,
}
STATES = ("not-started", "under-way", "done")


def dump(calendar: Calendar, language: Language = "zh", stamp: datetime | None = None) -> bytes:
    """A workbook with a row an entry in its ledger; what doesn't fit on a sheet goes on in the next."""
    from xlsxwriter import Workbook

    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        created = (stamp or sheets.NO_STAMP).astimezone(UTC).replace(tzinfo=None)
        book.set_properties(
            {"title": say(language, "calendar"), "author": "duplan", "created": created}
        )
        cell, head = sheets.body(book), sheets.head(book)
        name = say(language, "ledger")
        for part, start in enumerate(range(0, max(len(calendar.entries), 1), LAST_ROW), 1):
            sheet = book.add_worksheet(name if part == 1 else f"{name} {part}")
            _ledger(sheet, calendar.entries[start : start + LAST_ROW], head, cell, language)
        _overview(book.add_worksheet(say(language, "overview")), calendar, head, cell, language)
    return out.getvalue()


def _ledger(sheet: Any, entries: Sequence[Entry], head: Any, cell: Any, language: Language) -> None:
    """A head that stays in sight and on every page, filters, and a choice of states at the end."""
    for column, (key, width) in enumerate(COLUMNS.items()):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, say(language, key), head)
    state = len(COLUMNS) - 1
    for row, entry in enumerate(entries, 1):
        texts = [sheets.fit(text) for text in _row(entry, language)]
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, cell)
        sheet.write_blank(row, state, None, cell)
        sheet.set_row(row, sheets.height(texts, [*COLUMNS.values()]))
    last = len(entries)
    sheet.autofilter(0, 0, last, state)
    if entries:
        choice = [say(language, key) for key in STATES]
        sheet.data_validation(1, state, last, state, {"validate": "list", "source": choice})
    sheets.set_page(sheet, say(language, "pages"))


def _row(entry: Entry, language: Language) -> tuple[str, ...]:
    return (
        entry.month,
        entry.text,
        "\n".join(units(entry, language)),
        "\n".join(due(entry, language)),
        f"{plan_title(entry.plan, language)}\n{entry.plan.source}",
        place(entry, language),
        entry.remark or "",
    )


def _overview(sheet: Any, calendar: Calendar, head: Any, cell: Any, language: Language) -> None:
    """How many entries each plan has in each month: a row for each of its years."""
    counted: dict[tuple[int | None, PlanName], list[int]] = {}
    for entry in calendar.entries:
        year, month = month_of_name(entry.month)
        counted.setdefault((year, entry.plan), [0] * 12)[month - 1] += 1
    months = [say(language, "month-number", month=month) for month in range(1, 13)]
    heads = [say(language, key) for key in ("year", "plan")] + [*months, say(language, "total")]
    for column, (text, width) in enumerate(zip(heads, (10, 50, *[7] * 12, 8), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, text, head)
    ordered = sorted(counted.items(), key=lambda each: (each[0][0] is None, each[0][0] or 0))
    for row, ((year, plan), numbers) in enumerate(ordered, 1):
        named = say(language, "year-unknown") if year is None else str(year)
        sheet.write_string(row, 0, named, cell)
        sheet.write_string(row, 1, sheets.fit(plan_title(plan, language)), cell)
        _numbers(sheet, row, numbers, cell)
    last = len(ordered) + 1
    sheet.write_blank(last, 0, None, head)
    sheet.write_string(last, 1, say(language, "total"), head)
    _numbers(sheet, last, [sum(each) for each in zip(*counted.values(), strict=True)], head)
    sheets.set_page(sheet, say(language, "pages"))


def _numbers(sheet: Any, row: int, numbers: Sequence[int], form: Any) -> None:
    """The numbers and their sum; nothing for none."""
    for column, number in enumerate([*numbers, sum(numbers)], 2):
        if number:
            sheet.write_number(row, column, number, form)
        else:
            sheet.write_blank(row, column, None, form)
