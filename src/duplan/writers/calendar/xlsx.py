"""A calendar as a workbook: a ledger (台账) to be filled in, and the years at a glance.

Made in memory, with no file beside it, and of the same bytes for the same calendar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from duplan.calendar.model import Calendar, Entry, PlanName, month_of_name
from duplan.writers.calendar.details import due, place, plan_title, units
from duplan.writers.calendar.manner import Language
from duplan.writers.calendar.words import say
from duplan.writers.visible import visible

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
LONGEST = 32_767  # UTF-16 units in a cell (Excel's specifications and limits)
LAST_ROW = 1_048_575  # the index of a sheet's last row
_A4 = 9
_LINE, _HIGHEST = 15.0, 405.0  # points: of a line, and of a row at most (27 lines)
_WIDE = re.compile("[\u2014-\U0010ffff]")  # what Chinese fonts draw a bit over two digits wide
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
        texts = [_fit(text) for text in _row(entry, language)]
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, cell)
        sheet.write_blank(row, state, None, cell)
        sheet.set_row(row, _height(texts))
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


def _height(texts: Sequence[str]) -> float:
    """Of a row, in points: spreadsheets don't fit rows to wrapped text when they open a file."""
    lines = max(map(_lines, texts, COLUMNS.values()))
    return min(_LINE * lines, _HIGHEST)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of so many characters."""
    if 2 * len(text) < width and "\n" not in text:
        return 1
    taken = (len(line) + 1.1 * len(_WIDE.findall(line)) for line in text.split("\n"))
    return sum(1 + int(columns // (width - 1)) for columns in taken)


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
        sheet.write_string(row, 1, _fit(plan_title(plan, language)), cell)
        _numbers(sheet, row, numbers, cell)
    last = len(ordered) + 1
    sheet.write_blank(last, 0, None, head)
    sheet.write_string(last, 1, say(language, "total"), head)
    _numbers(sheet, last, [sum(each) for each in zip(*counted.values(), strict=True)], head)
    _set_page(sheet, language)


def _numbers(sheet: Any, row: int, numbers: Sequence[int], form: Any) -> None:
    """The numbers and their sum; nothing for none."""
    for column, number in enumerate([*numbers, sum(numbers)], 2):
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
