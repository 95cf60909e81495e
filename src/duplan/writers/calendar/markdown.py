"""A calendar as Markdown: a heading for each month, below it a table for each plan.

Texts of documents stay texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from duplan.calendar.model import Calendar, Entry
from duplan.writers.calendar.details import due, month_heading, place, plan_name, units
from duplan.writers.calendar.manner import Language
from duplan.writers.calendar.words import say
from duplan.writers.markdown_tables import escaped, heading, table

_COLUMNS = ("due", "work", "units", "place", "remark")
_WORK = _COLUMNS.index("work")


def dump(calendar: Calendar, language: Language = "zh") -> str:
    """Every month that was asked for or has entries, with a newline at the end."""
    return "\n\n".join(_parts(calendar, language)) + "\n"


def _parts(calendar: Calendar, language: Language) -> Iterator[str]:
    """What is to be set off by empty lines."""
    yield "<!-- duplan calendar 1.0 -->"  # so that no library takes it for a plan
    yield f"# {say(language, 'calendar')}"
    by_month: dict[str, list[Entry]] = {month: [] for month in calendar.months}
    for entry in calendar.entries:
        by_month.setdefault(entry.month, []).append(entry)
    if not by_month:
        yield say(language, "empty")
    for month, entries in by_month.items():
        yield f"## {month_heading(month, language)}"
        if not entries:
            yield say(language, "empty")
        for plan, own in groupby(entries, key=lambda entry: entry.plan):
            yield f"### {heading(plan_name(plan, language))}"
            yield _table(list(own), language)


def _table(entries: Sequence[Entry], language: Language) -> str:
    """A row an entry; columns that are empty throughout are left out, but for the work's."""
    rows = [
        (
            _lines(due(entry, language)),
            escaped(entry.text),
            _lines(units(entry, language)),
            escaped(place(entry, language)),
            escaped(entry.remark or ""),
        )
        for entry in entries
    ]
    used = [at for at in range(len(_COLUMNS)) if at == _WORK or any(row[at] for row in rows)]
    heads = [say(language, _COLUMNS[at]) for at in used]
    return table(heads, [[row[at] for at in used] for row in rows])


def _lines(parts: Sequence[str]) -> str:
    return "<br>".join(map(escaped, parts))
