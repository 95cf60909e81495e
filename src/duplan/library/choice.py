"""Which plans of the listed files are asked for, in SQL."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from duplan.plan import Kind

_AT_ONCE = 4_000  # rows: with a longer answer the cache can't be written to until it is read

# by issuer, year and place in the folder; those without an issuer or year last
BY_PLAN = "issuer IS NULL, issuer, plan.year IS NULL, plan.year, found.ordinal, plan.number"


class Chosen(NamedTuple):
    """Plans of a year, of issuers whose names hold these words, of a kind, of files with these paths."""

    year: int | None = None
    issuer: str | None = None
    kind: Kind | None = None
    files: Collection[str] | None = None

    def condition(self, connection: sqlite3.Connection) -> tuple[str, list[object]]:
        """What plans have to fulfil, and the values for its parameters."""
        terms = ["found.record IS NOT NULL"]
        values: list[object] = []
        if self.year is not None:
            terms.append("plan.year = ?")
            values.append(self.year)
        if self.issuer is not None:
            terms.append("instr(plan.key, ?) > 0")
            values.append(searched(self.issuer))
        if self.kind is not None:
            terms.append("plan.kind = ?")
            values.append(self.kind)
        if self.files is not None:
            connection.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (path BLOB PRIMARY KEY)")
            connection.execute("DELETE FROM temp.wanted")
            connection.executemany(
                "INSERT OR IGNORE INTO temp.wanted VALUES (?)",
                ((key_of(file),) for file in self.files),
            )
            terms.append("found.path IN (SELECT path FROM temp.wanted)")
        return " AND ".join(terms), values


class Folder:
    """The folder that paths begin with, and how files in it are named; or files wherever they are,
    which keep the names that they were given."""

    def __init__(self, path: str, files: Iterable[str] | None = None) -> None:
        self.path = path
        self.names = None if files is None else _first_names(files)
        self._cut = len(os.fsencode(os.path.join(path, "")))  # noqa: PTH118

    def source(self, path: bytes) -> str:
        """The path of a file relative to the folder, as people and documents can be shown it: with
        ``/`` between names, and escapes for bytes that are no UTF-8."""
        inside = path[self._cut :] if self.names is None else os.fsencode(self.names[path])
        return inside.decode("utf-8", "backslashreplace").replace(os.sep, "/")

    def opened(self, path: bytes) -> str:
        """Where to open a file."""
        return os.fsdecode(path) if self.names is None else self.names[path]


def _first_names(files: Iterable[str]) -> dict[bytes, str]:
    names: dict[bytes, str] = {}
    for file in files:
        names.setdefault(key_of(file), file)
    return names


def key_of(file: str) -> bytes:
    """The path by which the cache knows a file; a relative one would be another's elsewhere."""
    return os.fsencode(os.path.abspath(file))  # noqa: PTH100 - resolves no links


def folded(issuer: str) -> str:
    """A name in the form in which names are compared: small and half-width letters, no white space."""
    from unicodedata import normalize

    return "".join(normalize("NFKC", issuer).casefold().split())


def searched(issuer: str) -> str:
    """What to look for in folded names, for a name or part of one in either script; plans' are in
    simplified script."""
    key = folded(issuer)
    if key.isascii():
        return key
    from duplan.text.script import to_simplified, traditional_only

    return key if traditional_only().isdisjoint(key) else to_simplified(key)


def released(rows: sqlite3.Cursor) -> Iterator[Any]:
    """The rows; an answer of usual length is read at once, which lets the cache go."""
    while page := rows.fetchmany(_AT_ONCE):
        yield from page
