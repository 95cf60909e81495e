"""A calendar as comma-separated values (RFC 4180), one row an entry.

Opens in spreadsheets: it begins with a byte order mark, because Excel on a Chinese Windows takes
UTF-8 without one for GBK, and no text in it is a formula (``formulas``).
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from duplan.calendar.model import Calendar, Entry
from duplan.writers.calendar.details import names
from duplan.writers.formulas import guard

COLUMNS = (
    *("month", "text", "issuer", "plan", "year", "source", "number", "from", "id", "label"),
    *("precision", "start", "end", "lead", "support", "responsible", "remark", "series"),
    *("when", "title", "line", "block", "raw"),
)
BETWEEN = "、"  # stands between units


def dump(calendar: Calendar) -> str:
    """A row of heads, then the entries; empty cells are what isn't known. Lines end with CR LF."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_row, calendar.entries))
    return f"\ufeff{out.getvalue()}"


def _row(entry: Entry) -> Sequence[str]:
    plan, place = entry.plan, entry.place
    values = (
        *(entry.month, entry.text, plan.issuer, plan.title, plan.year, plan.source, plan.number),
        *(entry.from_, entry.id, entry.label, entry.precision, entry.start, entry.end),
        BETWEEN.join(names(entry, "lead")),
        BETWEEN.join(names(entry, "support")),
        BETWEEN.join(names(entry, "responsible")),
        *(entry.remark, entry.series, entry.when, entry.title),
        *((place.line, place.block, place.raw) if place else (None, None, None)),
    )
    return [guard("" if value is None else str(value)) for value in values]
