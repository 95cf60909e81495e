"""A calendar as Markdown: a heading for each month, below it a table for each plan.

Texts of documents stay texts: every mark that CommonMark or GitHub would act on is escaped. Only an
e-mail address may still become a link, to itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from duplan.calendar.model import Calendar, Entry
from duplan.writers.calendar.details import due, month_heading, place, plan_name, units
from duplan.writers.calendar.manner import Language
from duplan.writers.calendar.words import say
from duplan.writers.visible import visible

_COLUMNS = ("due", "work", "units", "place", "remark")
_WORK = _COLUMNS.index("work")
_MARKS = re.compile(r"[\\`*_\[\]<>|~#&!$]|:(?=//)|(?<=www)\.", re.IGNORECASE)


def dump(calendar: Calendar, language: Language = "zh") -> str:
    """Every month that was asked for or has entries, with a newline at the end."""
    return "\n\n".join(_parts(calendar, language)) + "\n"


def _parts(calendar: Calendar, language: Language) -> Iterator[str]:
    """What is to be set off by empty lines."""
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
            yield f"### {_text(plan_name(plan, language)).replace('<br>', ' ')}"
            yield _table(list(own), language)


def _table(entries: Sequence[Entry], language: Language) -> str:
    """A row an entry; columns that are empty throughout are left out, but for the work's."""
    rows = [
        (
            _lines(due(entry, language)),
            _text(entry.text),
            _lines(units(entry, language)),
            _text(place(entry, language)),
            _text(entry.remark or ""),
        )
        for entry in entries
    ]
    used = [at for at in range(len(_COLUMNS)) if at == _WORK or any(row[at] for row in rows)]
    heads = [say(language, _COLUMNS[at]) for at in used]
    table = [heads, ["---"] * len(used), *([row[at] for at in used] for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in table)


def _lines(parts: Sequence[str]) -> str:
    return "<br>".join(map(_text, parts))


def _text(text: str) -> str:
    """The text without a mark that means something, on one line of Markdown."""
    lines = visible(text).split("\n")
    return "<br>".join(_MARKS.sub(r"\\\g<0>", line.strip()) for line in lines)
