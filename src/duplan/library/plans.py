"""The plans of the listed files, and when these were changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from duplan.library.choice import BY_PLAN, Chosen, Folder, released
from duplan.library.record import PlanFacts

_FACTS = """plan.number, title, issuer, plan.year, kind, plan.start, plan."end", script, goals, tasks,
    entries, findings, path"""


@dataclass(frozen=True, slots=True)
class Listed(PlanFacts):
    """A plan of the library.

    ``source`` is its file relative to the library's folder, with ``/`` between the names and escapes
    for bytes that are no UTF-8; ``path`` is where to open it.
    """

    source: str
    path: str


def plans(connection: sqlite3.Connection, folder: Folder, chosen: Chosen) -> Iterator[Listed]:
    """The chosen plans, by issuer, year and place in the folder."""
    where, values = chosen.condition(connection)
    rows = connection.execute(
        f"SELECT {_FACTS} FROM temp.found CROSS JOIN plan USING (record)"  # noqa: S608
        f" WHERE {where} ORDER BY {BY_PLAN}",
        values,
    )
    for *facts, path in released(rows):
        yield Listed(*(*facts, folder.source(path), folder.opened(path)))


def last_change(connection: sqlite3.Connection) -> datetime | None:
    """When the last changed of the listed files was changed, to the second."""
    (changed,) = connection.execute("SELECT max(mtime) FROM temp.found").fetchone()
    return None if changed is None else datetime.fromtimestamp(changed // 1_000_000_000, UTC)
