"""Questions to the listed files: their plans, and what is due, read as they are asked for."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from duplan.calendar.model import Entry, From, Place, PlanName, Unit, month_name
from duplan.library.record import PlanFacts
from duplan.library.shelf import folded

if TYPE_CHECKING:
    from datetime import datetime

    from duplan.plan import Kind

YearAndMonth = tuple[int | None, int]

SOURCES: tuple[From, ...] = ("schedule", "task", "goal")
_AT_ONCE = 4_000  # rows: with a longer answer the cache can't be written to until it is read


@dataclass(frozen=True, slots=True)
class Listed(PlanFacts):
    """A plan of the library.

    ``source`` is its file relative to the library's folder, with ``/`` between the names and escapes
    for bytes that are no UTF-8; ``path`` is where to open it.
    """

    source: str
    path: str


class Chosen(NamedTuple):
    """Which plans are asked for: all of a year, of issuers whose names hold these words, of files."""

    year: int | None = None
    issuer: str | None = None
    kind: Kind | None = None
    files: Collection[str] | None = None


class Folder(NamedTuple):
    """The folder that paths begin with, and how those in it are named; or files wherever they are,
    which keep their names."""

    path: str
    files: tuple[str, ...] | None = None

    def source(self, path: bytes) -> str:
        """The path of a file relative to the folder, as documents and people can be shown it."""
        shown = os.fsdecode(path)
        if self.files is None:
            shown = shown[len(self.path) :].lstrip(os.sep)
        shown = shown.replace(os.sep, "/")
        return os.fsencode(shown).decode("utf-8", "backslashreplace")


_FACTS = """number, title, issuer, plan.year, kind, plan.start, plan."end", script, goals, tasks, entries,
    findings, path"""
_DUE = """due.month, due.year, due.plan, path, plan.title, issuer, plan.year, due.text, source, due.id, label,
    precision, due.start, due."end", remark, series, "when", due.title, responsible, line, block, raw"""
# by issuer, year and place in the folder; those without an issuer or year last
_BY_PLAN = "issuer IS NULL, issuer, plan.year IS NULL, plan.year, found.ordinal"


def plans(connection: sqlite3.Connection, folder: Folder, chosen: Chosen) -> Iterator[Listed]:
    """The chosen plans, by issuer, year and place in the folder."""
    where, values = _condition(chosen)
    rows = connection.execute(
        f"SELECT {_FACTS} FROM temp.found CROSS JOIN plan USING (record)"  # noqa: S608
        f" WHERE {where} ORDER BY {_BY_PLAN}, number",
        values,
    )
    for *facts, path in _released(rows):
        yield Listed(*(*facts, folder.source(path), os.fsdecode(path)))


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
    asked = _asked(months)
    where, values = _condition(chosen)
    rows = connection.execute(
        f"WITH asked (of_year, of_month, turn) AS (VALUES {', '.join(['(?, ?, ?)'] * len(asked))})"  # noqa: S608
        f" SELECT {_DUE} FROM temp.found CROSS JOIN asked"
        " CROSS JOIN due ON due.month = of_month AND due.record = found.record"
        " AND (of_year IS NULL OR due.year = of_year)"
        " CROSS JOIN plan ON plan.record = due.record AND plan.number = due.plan"
        f" WHERE {where} AND source IN ({', '.join('?' * len(sources))})"
        " ORDER BY due.year = 0, due.year, CASE due.year WHEN 0 THEN turn ELSE due.month END,"
        f" {_BY_PLAN}, due.plan, due.place",
        [*(value for each in asked for value in each), *values, *sources],
    )
    yield from _entries(rows, folder)


def months_with_entries(
    connection: sqlite3.Connection, chosen: Chosen, sources: Sequence[From]
) -> dict[YearAndMonth, int]:
    """How many entries the chosen plans have in each month that has any; in order, no year last."""
    where, values = _condition(chosen)
    rows = connection.execute(
        "SELECT due.year, due.month, count(*) FROM temp.found"  # noqa: S608
        " CROSS JOIN due INDEXED BY due_of_record ON due.record = found.record"
        " CROSS JOIN plan ON plan.record = due.record AND plan.number = due.plan"
        f" WHERE {where} AND source IN ({', '.join('?' * len(sources))})"
        " GROUP BY due.year, due.month ORDER BY due.year = 0, due.year, due.month",
        [*values, *sources],
    ).fetchall()
    return {(year or None, month): count for year, month, count in rows}


def last_change(connection: sqlite3.Connection) -> datetime | None:
    """When the last changed of the listed files was changed, to the second."""
    from datetime import UTC, datetime

    (changed,) = connection.execute("SELECT max(mtime) FROM temp.found").fetchone()
    return None if changed is None else datetime.fromtimestamp(changed // 1_000_000_000, UTC)


def _asked(months: Sequence[YearAndMonth]) -> list[tuple[int | None, int, int]]:
    """Each month once, with its turn."""
    of_every_year = {month for year, month in months if year is None}
    left = dict.fromkeys(
        (year, month) for year, month in months if year is None or month not in of_every_year
    )
    return [(year, month, turn) for turn, (year, month) in enumerate(left)]


def _condition(chosen: Chosen) -> tuple[str, list[object]]:
    """What plans have to fulfil, in SQL, and its values."""
    terms: list[str] = ["found.record IS NOT NULL"]
    values: list[object] = []
    if chosen.year is not None:
        terms.append("plan.year = ?")
        values.append(chosen.year)
    if chosen.issuer is not None:
        terms.append("instr(plan.key, ?) > 0")
        values.append(_key(chosen.issuer))
    if chosen.kind is not None:
        terms.append("plan.kind = ?")
        values.append(chosen.kind)
    if chosen.files is not None:
        terms.append(f"found.path IN ({', '.join('?' * len(chosen.files))})")
        values += map(os.fsencode, chosen.files)
    return " AND ".join(terms), values


def _key(issuer: str) -> str:
    """What to look for in the names of issuers, which are in simplified script."""
    key = folded(issuer)
    if key.isascii():
        return key
    from duplan.text.script import to_simplified, traditional_only

    return key if traditional_only().isdisjoint(key) else to_simplified(key)


def _released(rows: sqlite3.Cursor) -> Iterator[Any]:
    """The rows; those of an answer of usual length are all read at once, which lets the cache go."""
    while page := rows.fetchmany(_AT_ONCE):
        yield from page


def _entries(rows: sqlite3.Cursor, folder: Folder) -> Iterator[Entry]:
    months: dict[tuple[int, int], str] = {}
    units: dict[str | None, tuple[Unit, ...]] = {None: ()}
    of: tuple[bytes, int] | None = None
    name = PlanName(None, None, None, "")
    for row in _released(rows):
        month, year, number, path, title, issuer, of_year, *words, people, line, block, raw = row
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
            when,
            part,
            None if line is None else Place(line, block, raw),
        )


def _units(people: str) -> tuple[Unit, ...]:
    import json

    words = iter(json.loads(people))
    return tuple(Unit(name, duty) for duty, name in zip(words, words, strict=True))
