"""A calendar as a workbook: a ledger (台账) to be filled in, and the months at a glance.

Made in memory, with no file beside it, and of the same bytes for the same calendar.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from duplan.calendar.model import Calendar, Entry, PlanName
from duplan.writers.calendar.details import due, place, plan_title, units
from duplan.writers.calendar.manner import Language
from duplan.writers.calendar.visible import visible
from duplan.writers.calendar.words import say

# the column and its width in characters; together as wide as A4 landscape takes
COLUMNS = {
    "month": 9,
    "work": 46,
    "units": 22,
    "due": 17,
    "source": 30,
    "place": 15,
    "remark": 14,
    "state": 10,
}
STATES = ("not-started", "under-way", "done")
LONGEST = 32_767  # UTF-16 units in a cell (Excel's specifications and limits)
LAST_ROW = 1_048_575  # the index of a sheet's last row
_A4 = 9
_NO_STAMP = datetime(2000, 1, 1, tzinfo=UTC)
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.7, "bottom": 0.7}  # inches


def dump(calendar: Calendar, language: Language = "zh", stamp: datetime | None = None) -> bytes:
    """A workbook with a row an entry in its ledger; what doesn't fit on a sheet goes on in the next."""
    from xlsxwriter import Workbook

    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        created = (stamp or _NO_STAMP).astimezone(UTC).replace(tzinfo=None)
        book.set_properties({"title": say(language, "calendar"), "created": created})
        body = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#BFBFBF"}
        cell = book.add_format(body)
        head = book.add_format({**body, "bold": True, "valign": "vcenter", "bg_color": "#DDEBF7"})
        head.set_align("center")
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
        for column, text in enumerate(_row(entry, language)):
            sheet.write_string(row, column, _fit(text), cell)
        sheet.write_blank(row, state, None, cell)
    last = len(entries)
    sheet.autofilter(0, 0, last, state)
    if entries:
        choice = [say(language, key) for key in STATES]
        sheet.data_validation(1, state, last, state, {"validate": "list", "source": choice})
    _set_page(sheet, language)


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
    """How many entries each plan has in each month."""
    counted = Counter((entry.plan, entry.month) for entry in calendar.entries)
    months = list(dict.fromkeys([*calendar.months, *(entry.month for entry in calendar.entries)]))
    plans: list[PlanName] = list(dict.fromkeys(entry.plan for entry in calendar.entries))
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, len(months) + 1, 9)
    for column, text in enumerate([say(language, "plan"), *months, say(language, "total")]):
        sheet.write_string(0, column, text, head)
    for row, plan in enumerate(plans, 1):
        sheet.write_string(row, 0, _fit(plan_title(plan, language)), cell)
        _numbers(sheet, row, [counted[plan, month] for month in months], cell)
    totals = [sum(counted[plan, month] for plan in plans) for month in months]
    sheet.write_string(len(plans) + 1, 0, say(language, "total"), head)
    _numbers(sheet, len(plans) + 1, totals, head)
    _set_page(sheet, language)


def _numbers(sheet: Any, row: int, numbers: Sequence[int], form: Any) -> None:
    """The numbers and their sum; nothing for none."""
    for column, number in enumerate([*numbers, sum(numbers)], 1):
        if number:
            sheet.write_number(row, column, number, form)
        else:
            sheet.write_blank(row, column, None, form)


def _set_page(sheet: Any, language: Language) -> None:
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(**_MARGINS)
    sheet.set_header("&C&A")
    sheet.set_footer(f"&C{say(language, 'pages')}")


def _fit(text: str) -> str:
    """The text as long as a cell takes, cut with an ellipsis; nothing in it is a control character."""
    shown = visible(text)
    if 2 * len(shown) <= LONGEST:
        return shown
    units_ = shown.encode("utf-16-le")
    if len(units_) <= 2 * LONGEST:
        return shown
    return units_[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
