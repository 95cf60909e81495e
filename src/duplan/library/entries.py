"""What is due in the listed files: one statement over the months asked for, read as it is answered."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from duplan.calendar.model import Entry, From, Place, PlanName, Unit, month_name
from duplan.library.choice import BY_PLAN, Chosen, Folder, released

YearAndMonth = tuple[int | None, int]

SOURCES: tuple[From, ...] = ("schedule", "task", "goal")

_ENTRY = """due.month, due.year, due.plan, path, plan.title, issuer, plan.year,
    due.text, source, due.id, label, precision, due.start, due."end", remark, series, "when", due.title,
    responsible, line, block, raw"""


def entries(
    connection: sqlite3.Connection,
    folder: Folder,
    months: Sequence[YearAndMonth],
    chosen: Chosen,
    sources: Sequence[From],
) -> Iterator[Entry]:
    """What is due in the months in the chosen plans, by month, plan and place in it.

    A month without a year is that of every year and of none, which comes last.
    """
    asked = _asked(connection, months)
    if not asked:
        return iter(())
    where, values = chosen.condition(connection)
    rows = connection.execute(
        f"WITH asked (of_year, of_month, turn) AS (VALUES {', '.join(map(str, asked))})"  # noqa: S608
        f" SELECT {_ENTRY} FROM temp.found CROSS JOIN plan USING (record) CROSS JOIN asked"
        " CROSS JOIN due ON due.month = of_month AND due.year = of_year"
        " AND due.record = found.record AND due.plan = plan.number"
        f" WHERE {where} AND source IN ({', '.join('?' * len(sources))})"
        f" ORDER BY turn, {BY_PLAN}, due.place",
        [*values, *sources],
    )
    return _entries(released(rows), folder)


def months_with_entries(
    connection: sqlite3.Connection, chosen: Chosen, sources: Sequence[From]
) -> dict[YearAndMonth, int]:
    """How many entries the chosen plans have in each month that has any; in order, no year last."""
    where, values = chosen.condition(connection)
    rows = connection.execute(
        "SELECT due.year, due.month, count(*)"  # noqa: S608
        " FROM temp.found CROSS JOIN plan USING (record)"
        " CROSS JOIN due INDEXED BY due_of_record"
        " ON due.record = found.record AND due.plan = plan.number"
        f" WHERE {where} AND source IN ({', '.join('?' * len(sources))})"
        " GROUP BY due.year, due.month ORDER BY due.year = 0, due.year, due.month",
        [*values, *sources],
    ).fetchall()
    return {(year or None, month): count for year, month, count in rows}


def _asked(
    connection: sqlite3.Connection, months: Sequence[YearAndMonth]
) -> list[tuple[int, int, int]]:
    """Years and months with their turns; one without a year is that of every year that has it."""
    plain = dict.fromkeys((year, month) for year, month in months if year is not None)
    every = dict.fromkeys(month for year, month in months if year is None)
    dated = {*plain, *((year, month) for month in every for year in _years(connection, month))}
    unknown = [(0, month) for month in every]
    return [(*each, turn) for turn, each in enumerate([*sorted(dated), *unknown])]


def _years(connection: sqlite3.Connection, month: int) -> Iterator[int]:
    """The years in which anything in the cache is due in the month, each found by its index."""
    year = 0
    while year is not None:
        (year,) = connection.execute(
            "SELECT min(year) FROM due WHERE month = ? AND year > ?", (month, year)
        ).fetchone()
        if year is not None:
            yield year


def _entries(rows: Iterator[Any], folder: Folder) -> Iterator[Entry]:
    months: dict[tuple[int, int], str] = {}
    units: dict[str | None, tuple[Unit, ...]] = {None: ()}
    of: tuple[bytes, int] | None = None
    name = PlanName(None, None, None, "")
    for month, year, number, path, title, issuer, of_year, *words, people, line, block, raw in rows:
        if of != (path, number):
            of = (path, number)
            name = PlanName(title, issuer, of_year, folder.source(path), number)
        if (year, month) not in months:
            months[year, month] = month_name(year or None, month)
        if people not in units:
            units[people] = _units(people)
        text, source, id_, label, precision, start, end, remark, series, when, part = words
        yield Entry(
            months[year, month],
            text,
            name,
            source,
            id_,
            label,
            precision,
            start,
            end,
            units[people],
            remark,
            series,
            label if when is None else when,
            part,
            None if line is None else Place(line, block, text if raw is None else raw),
        )


def _units(people: str) -> tuple[Unit, ...]:
    import json

    words = iter(json.loads(people))
    return tuple(Unit(name, duty) for duty, name in zip(words, words, strict=True))
