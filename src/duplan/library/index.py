"""The index for searching: passages in tokens, in SQLite's FTS5, filled when someone searches.

Cutting words takes jieba, which takes half a second to start: whoever only wants a calendar shall not
wait for it. The index keeps no text (FTS5's contentless form), and can't forget a passage: what is left
of records that were dropped finds nothing, and goes when there is more of it than of the rest.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from duplan.library.tables import INDEX
from duplan.library.tokens import spelled, worded

if TYPE_CHECKING:
    from duplan.library.cache import Cache

PLACES = 24  # bits of a row's number that are the place of the passage, below those of the record

_BATCH = 16  # records a transaction
_WASTE = 10_000  # rows without a record that are no matter

_VOCABULARY = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'search', 'row')"
)

FOUND_BY_RECORD = "CREATE INDEX IF NOT EXISTS temp.found_of_record ON found (record, ordinal)"

Progress = Callable[[int, int], None]


class NoSearchError(Exception):
    """The SQLite of this Python was built without FTS5."""


class _Record(NamedTuple):
    """A record to index: its number, and what tells that it is still the same."""

    number: int
    sha256: bytes
    program: int


class _Row(NamedTuple):
    place: int
    title_words: str
    text_words: str
    title_characters: str
    text_characters: str


def fill(cache: Cache, progress: Progress | None = None) -> None:
    """Indexes the listed records that aren't yet, a batch a transaction.

    ``progress`` hears how many are done, of how many. Raises ``NoSearchError`` and ``sqlite3.Error``.
    """
    _need_fts5()
    cache.connection.execute(INDEX)
    missing = _missing(cache.connection)
    if missing and _is_wasteful(cache.connection):
        _empty(cache)
        missing = _missing(cache.connection)
    for start in range(0, len(missing), _BATCH):
        if progress:
            progress(start, len(missing))
        batch = missing[start : start + _BATCH]
        rows = [(record, [*_rows(cache.connection, record.number)]) for record in batch]
        with cache.writing() as connection:
            _add(connection, rows)


def count_of_word(connection: sqlite3.Connection) -> Callable[[str], int]:
    """Tells how often a word stands in the listed files, as jieba cut them: 100 for all from there on."""
    connection.execute(_VOCABULARY)
    connection.execute(FOUND_BY_RECORD)

    def count(word: str) -> int:
        if not connection.execute(
            "SELECT 1 FROM temp.vocabulary WHERE term = ?", (word,)
        ).fetchone():
            return 0
        (listed,) = connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM search"  # noqa: S608
            f" CROSS JOIN indexed ON indexed.id = search.rowid >> {PLACES}"
            " CROSS JOIN temp.found ON found.record = indexed.record"
            " WHERE search MATCH ? LIMIT 100)",
            (f'{{title_words text_words}} : "{word}"',),
        ).fetchone()
        return int(listed)

    return count


def _need_fts5() -> None:
    memory = sqlite3.connect(":memory:")
    try:
        memory.execute("CREATE VIRTUAL TABLE probe USING fts5(text)")
    except sqlite3.OperationalError as error:
        raise NoSearchError from error
    finally:
        memory.close()


def _missing(connection: sqlite3.Connection) -> list[_Record]:
    rows = connection.execute(
        "SELECT id, sha256, program FROM record"
        " WHERE id IN (SELECT record FROM temp.found) AND id NOT IN (SELECT record FROM indexed)"
        " ORDER BY id"
    )
    return [_Record(*row) for row in rows]


def _is_wasteful(connection: sqlite3.Connection) -> bool:
    (rows,) = connection.execute("SELECT count(*) FROM search_docsize").fetchone()
    (live,) = connection.execute("SELECT total(passages) FROM indexed").fetchone()
    return bool(rows - live > live + _WASTE)


def _empty(cache: Cache) -> None:
    with cache.writing() as connection:
        connection.execute("DROP TABLE search")
        connection.execute("DELETE FROM indexed")
        connection.execute(INDEX)


def _rows(connection: sqlite3.Connection, record: int) -> Iterator[_Row]:
    passages = connection.execute(
        "SELECT place, title, text FROM passage WHERE record = ?", (record,)
    ).fetchall()
    for place, title, text in passages:
        yield _Row(place, worded(title), worded(text), spelled(title), spelled(text))


def _add(connection: sqlite3.Connection, records: Sequence[tuple[_Record, Sequence[_Row]]]) -> None:
    """Adds rows inside a transaction, unless another process was faster or the record was dropped."""
    number = _last_number(connection)
    for record, rows in records:
        (wanted,) = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM record WHERE id = ? AND sha256 = ? AND program = ?)"
            " AND NOT EXISTS (SELECT 1 FROM indexed WHERE record = ?)",
            (*record, record.number),
        ).fetchone()
        if not wanted:
            continue
        number += 1
        connection.execute(
            "INSERT INTO indexed VALUES (?, ?, ?)", (number, record.number, len(rows))
        )
        connection.executemany(
            "INSERT INTO search (rowid, title_words, text_words, title_characters, text_characters)"
            " VALUES (?, ?, ?, ?, ?)",
            ((number << PLACES | row.place, *row[1:]) for row in rows),
        )


def _last_number(connection: sqlite3.Connection) -> int:
    """The highest number in use: rows of dropped records count, so that none is found as another's."""
    (indexed,) = connection.execute("SELECT ifnull(max(id), 0) FROM indexed").fetchone()
    (left,) = connection.execute("SELECT ifnull(max(id), 0) FROM search_docsize").fetchone()
    return max(int(indexed), int(left) >> PLACES)
