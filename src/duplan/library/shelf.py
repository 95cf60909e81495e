"""What the cache holds of files and records: finding them again, adding them, dropping old ones."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from duplan.library.choice import folded
from duplan.library.signature import Look, Signature
from duplan.library.tables import FOUND, OF_RECORD

if TYPE_CHECKING:
    from duplan.calendar.model import Entry, Unit
    from duplan.diagnostics import UnreadableError
    from duplan.library.cache import Cache
    from duplan.library.record import PlanFacts, Record

_DAY = 86_400  # seconds
_UNSEEN = 90  # days after which a file that was not seen is forgotten
_SEEN_AGAIN = 30  # days after which it is written down that a file is still there
_PROGRAMS = 3  # whose records are kept, the last used
_USED_AGAIN = 3_600  # seconds after which it is written down that a program is still in use
_PAGE = 256  # rows at a time


class Refused(NamedTuple):
    """Why a content can't be read: kind and values of an ``UnreadableError``."""

    kind: str
    values: Mapping[str, str | int]

    def error(self) -> UnreadableError:
        """The refusal as it was raised."""
        from duplan.diagnostics import UnreadableError

        return UnreadableError(self.kind, **self.values)


class Unknown(NamedTuple):
    """A listed file without a record."""

    ordinal: int
    path: bytes


class Shelf:
    """The records of one program, and the files listed in this run."""

    def __init__(self, cache: Cache, program: str) -> None:
        self.cache = cache
        self.program = self._registered(program)
        cache.connection.execute("DROP TABLE IF EXISTS temp.found")
        cache.connection.execute(FOUND)

    def list_files(self, files: Iterable[tuple[bytes, Signature]]) -> None:
        """Takes down paths in order, each with its record where the cache has one."""
        connection = self.cache.connection
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO temp.found (path, size, mtime, inode, ctime) VALUES (?, ?, ?, ?, ?)",
            ((path, *signed) for path, signed in files),
        )
        connection.execute(
            """UPDATE temp.found SET record = (
                SELECT record.id FROM file
                JOIN record USING (sha256, suffix)
                WHERE file.path = found.path AND file.size = found.size
                AND file.mtime = found.mtime AND file.inode = found.inode
                AND file.ctime = found.ctime AND record.program = ?
            )""",
            (self.program,),
        )
        connection.execute("COMMIT")

    def count_unknown(self) -> int:
        """How many listed files have no record."""
        count: int = self.cache.connection.execute(
            "SELECT count(*) FROM temp.found WHERE record IS NULL"
        ).fetchone()[0]
        return count

    def unknown(self) -> Iterator[Unknown]:
        """The listed files that have no record when their turn comes, in order."""
        last = 0
        while page := self.cache.connection.execute(
            "SELECT ordinal, path FROM temp.found WHERE record IS NULL AND ordinal > ?"
            " ORDER BY ordinal LIMIT ?",
            (last, _PAGE),
        ).fetchall():
            yield from (Unknown(*row) for row in page)
            last = page[-1][0]

    def refusals(self) -> Iterator[tuple[bytes, Refused]]:
        """The listed files whose content is known to be refused."""

        for path, kind, values in self.cache.connection.execute(
            'SELECT path, refusal, "values" FROM temp.found JOIN record ON record.id = found.record'
            " WHERE refusal NOT NULL"
        ):
            yield path, Refused(kind, _unpacked(values))

    def known(self, sha256: bytes, suffix: str) -> int | None:
        """The record of a content; None if there is none."""
        row = self.cache.connection.execute(
            "SELECT id FROM record WHERE sha256 = ? AND suffix = ? AND program = ?",
            (sha256, suffix, self.program),
        ).fetchone()
        return row[0] if row else None

    def add(self, sha256: bytes, suffix: str, read: Record | Refused) -> int:
        """Adds what reading a content gave, inside a transaction; gives its record."""
        known = self.known(sha256, suffix)
        if known is not None:  # of a copy, or another process was faster
            return known
        refused = read if isinstance(read, Refused) else None
        connection = self.cache.connection
        cursor = connection.execute(
            'INSERT INTO record (sha256, suffix, program, refusal, "values") VALUES (?, ?, ?, ?, ?)',
            (
                sha256,
                suffix,
                self.program,
                refused.kind if refused else None,
                _packed(dict(refused.values)) if refused else None,
            ),
        )
        number = cursor.lastrowid
        assert number is not None
        if not isinstance(read, Refused):
            _fill(connection, number, read)
        return number

    def place(self, file: Unknown, look: Look, suffix: str, record: int) -> None:
        """Takes down which record a listed file has, inside a transaction."""
        signed = look.signature if look.lasting else (None, None, None, None)
        self.cache.connection.execute(
            "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (file.path, *signed, look.sha256, suffix, _today()),
        )
        self.show(file.ordinal, record)

    def show(self, ordinal: int, record: int) -> None:
        """Gives a listed file a record in this run only."""
        self.cache.connection.execute(
            "UPDATE temp.found SET record = ? WHERE ordinal = ?", (record, ordinal)
        )

    def tidy(self) -> None:
        """Forgets files that weren't seen for long, and records that no file has; seldom a write."""
        today = _today()
        connection = self.cache.connection
        (stale,) = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM temp.found CROSS JOIN file USING (path) WHERE file.seen < ?)",
            (today - _SEEN_AGAIN,),
        ).fetchone()
        if not stale:
            return
        with self.cache.writing():
            connection.execute(
                "UPDATE file SET seen = ? WHERE path IN (SELECT path FROM temp.found)", (today,)
            )
            connection.execute("DELETE FROM file WHERE seen < ?", (today - _UNSEEN,))
        self._drop("NOT EXISTS (SELECT 1 FROM file WHERE file.sha256 = record.sha256)")

    def _registered(self, program: str) -> int:
        """The number of the program; a new one takes the place of those that were used least lately."""
        connection, now = self.cache.connection, int(time.time())
        row = connection.execute(
            "SELECT id, used FROM program WHERE name = ?", (program,)
        ).fetchone()
        if row and abs(now - row[1]) < _USED_AGAIN:
            return int(row[0])
        with self.cache.writing():
            connection.execute(
                "INSERT INTO program (name, used) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET used = excluded.used",
                (program, now),
            )
            connection.execute(
                "DELETE FROM program WHERE id NOT IN"
                " (SELECT id FROM program ORDER BY used DESC, id DESC LIMIT ?)",
                (_PROGRAMS,),
            )
        self._drop("program NOT IN (SELECT id FROM program)")
        found = connection.execute("SELECT id FROM program WHERE name = ?", (program,)).fetchone()
        return int(found[0])

    def _drop(self, condition: str) -> None:
        """Deletes the records of which the condition holds, a page a transaction."""
        while True:
            with self.cache.writing() as connection:
                page = connection.execute(
                    f"SELECT id FROM record WHERE {condition} LIMIT ?",  # noqa: S608
                    (_PAGE,),
                ).fetchall()
                for table in OF_RECORD:
                    connection.executemany(f"DELETE FROM {table} WHERE record = ?", page)  # noqa: S608
                connection.executemany("DELETE FROM record WHERE id = ?", page)
            if len(page) < _PAGE:
                return


def _fill(connection: sqlite3.Connection, number: int, record: Record) -> None:
    connection.executemany(
        "INSERT INTO plan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_plan(number, plan) for plan in record.plans),
    )
    connection.executemany(
        "INSERT INTO due VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_due(number, place, entry) for place, entry in enumerate(record.entries)),
    )
    connection.executemany(
        "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                number,
                place,
                each.plan,
                each.part,
                each.id,
                each.label,
                each.title,
                each.text,
                each.line,
            )
            for place, each in enumerate(record.passages)
        ),
    )


def _plan(record: int, plan: PlanFacts) -> tuple[object, ...]:
    return (
        *(record, plan.number, plan.title, plan.issuer, plan.year, plan.kind, plan.start, plan.end),
        *(plan.script, plan.goals, plan.tasks, plan.entries, plan.findings),
        f"{folded(plan.issuer or '')}|{folded(plan.title or '')}",
    )


def _due(record: int, place: int, entry: Entry) -> tuple[object, ...]:
    from duplan.calendar.model import month_of_name

    year, month = month_of_name(entry.month)
    where = entry.place
    return (
        *(month, year or 0, record, place, entry.plan.number, entry.from_, entry.text, entry.id),
        *(entry.label, entry.precision, entry.start, entry.end, _units(entry.responsible)),
        *(
            entry.remark,
            entry.series,
            None if entry.when == entry.label else entry.when,
            entry.title,
        ),
        *((where.line, where.block) if where else (None, None)),
        where.raw if where and where.raw != entry.text else None,
    )


def _units(units: tuple[Unit, ...]) -> str | None:
    if not units:
        return None
    return _packed([text for unit in units for text in (unit.duty, unit.name)])


def _today() -> int:
    return int(time.time()) // _DAY


def _packed(values: object) -> str:
    import json

    return json.dumps(values, ensure_ascii=False)


def _unpacked(text: str) -> dict[str, str | int]:
    import json

    values: dict[str, str | int] = json.loads(text)
    return values
