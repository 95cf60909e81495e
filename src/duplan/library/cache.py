"""The cache: an SQLite file that may be slow, full, broken or missing, and never stands in the way.

A rollback journal, no write-ahead log: that needs memory shared between processes, which folders on a
network don't have, and two more files beside the database. Writers hold it for milliseconds, a batch
of records at a time; what a process that dies was writing is rolled back by the next one.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Literal, NamedTuple

from duplan.library.tables import MARK, TABLES

WAIT = 5.0  # seconds for another process to finish its batch

_BROKEN = (
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_ERROR,  # a table is missing or another one
    sqlite3.SQLITE_SCHEMA,
    sqlite3.SQLITE_MISMATCH,
)


class Notice(NamedTuple):
    """Something about the cache that people are told: it was ``rebuilt``, or is done ``without``."""

    kind: Literal["rebuilt", "without"]
    file: str
    reason: str


class Cache:
    """A connection to the cache's file, to an empty database in memory where that doesn't serve.

    ``file`` None stands for a user without a folder for caches. ``notices`` tell what went wrong.
    """

    def __init__(self, file: str | None) -> None:
        self.file = file
        self.notices: list[Notice] = []
        self.in_memory = False
        self._mended = False
        try:
            self.connection = _opened(file)
        except (OSError, sqlite3.Error) as error:
            self.connection = sqlite3.connect(":memory:", isolation_level=None)
            self._mend(error)

    def mend(self, error: sqlite3.Error) -> None:
        """After an error: a broken file is made anew; with any other trouble goes on in memory, with
        all that the file still tells.

        Raises the error where the database is in memory already.
        """
        if self.in_memory:
            raise error
        self._mend(error)

    def _mend(self, error: OSError | sqlite3.Error) -> None:
        if self.file is not None and _is_broken(error) and not self._mended:
            self._mended = True  # what breaks again is left alone
            self.connection.close()
            try:
                self.connection, anew = _rebuilt(self.file)
            except (OSError, sqlite3.Error) as second:
                error = second
            else:
                self.notices += [Notice("rebuilt", self.file, str(error))] * anew
                return
        self._go_without(error)

    def _go_without(self, error: OSError | sqlite3.Error) -> None:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        self.notices.append(Notice("without", self.file or "", reason))
        memory = sqlite3.connect(":memory:", isolation_level=None)
        with suppress(sqlite3.Error):
            self.connection.backup(memory, progress=_impatient)
        with suppress(sqlite3.Error):
            self.connection.close()
        if not _is_ours(memory):
            memory.close()
            memory = sqlite3.connect(":memory:", isolation_level=None)
            _create(memory)
        self.connection, self.in_memory = memory, True

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is kept, or nothing."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
            self.connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # SQLite itself may have done so
                self.connection.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Lets the file go."""
        self.connection.close()


def _impatient(status: int, _remaining: int, _total: int) -> None:
    """Ends a copy that would wait for a lock, for ever if need be."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise sqlite3.OperationalError("database is locked")


def _opened(file: str | None) -> sqlite3.Connection:
    """A connection to the file, made where there is none. Raises ``OSError`` and ``sqlite3.Error``."""
    if file is None:
        raise OSError("there is no folder for caches")
    os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
    try:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError:
        if not os.access(file, os.R_OK):
            raise
    connection = sqlite3.connect(file, timeout=WAIT, isolation_level=None)
    try:
        if not _is_ours(connection):
            _create(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _is_ours(connection: sqlite3.Connection) -> bool:
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    return bool(mark == MARK)


def _create(connection: sqlite3.Connection) -> None:
    """The tables, in an empty database. Raises ``sqlite3.DatabaseError`` where it isn't."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not _is_ours(connection):  # else another process was faster
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if tables:
                raise _Foreign("file of another program")
            for table in TABLES:
                connection.execute(table)
            connection.execute(f"PRAGMA application_id = {MARK}")
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


class _Foreign(sqlite3.DatabaseError):
    sqlite_errorcode = sqlite3.SQLITE_NOTADB


def _rebuilt(file: str) -> tuple[sqlite3.Connection, bool]:
    """A new file in the place of a broken one; what another process has rebuilt is taken as it is.

    The flag says whether it is new.
    """
    with suppress(sqlite3.Error):
        connection = _opened(file)
        if _is_whole(connection):
            return connection, False
        connection.close()
    for suffix in ("-journal", ""):
        with suppress(FileNotFoundError):
            os.unlink(file + suffix)  # noqa: PTH108
    return _opened(file), True


def _is_whole(connection: sqlite3.Connection) -> bool:
    tables = connection.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL")
    if not {sql for (sql,) in tables} >= {*TABLES}:
        return False
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        return False
    return _finds_what_it_should(connection)


def _finds_what_it_should(connection: sqlite3.Connection) -> bool:
    """Whether the index for searching, where there is one, agrees with itself: FTS5's own check."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'search'").fetchone():
        return True
    try:
        connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    except sqlite3.DatabaseError:
        return False
    return True


def _is_broken(error: OSError | sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF in _BROKEN
