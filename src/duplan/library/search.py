"""Searching the listed files: passages that hold what is looked for, the best first."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from duplan.calendar.model import PlanName
from duplan.library.index import FOUND_BY_RECORD, PLACES, count_of_word
from duplan.library.terms import Cut, Term, cut, expression, shown
from duplan.library.tokens import Span, spans

if TYPE_CHECKING:
    from duplan.library.choice import Chosen, Folder
    from duplan.library.record import Part

# of the words of title and text, then of their characters: what stands in a title outweighs the
# text, and a word outweighs characters that only stand side by side
_WEIGHTS = (10.0, 1.5, 3.0, 0.5)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that holds all terms.

    ``line`` is the 1-based line of a text file, elsewhere the ordinal of the paragraph; ``in_title``
    and ``in_text`` are where the terms stand, half-open, in code points, ascending and apart.
    """

    plan: PlanName
    path: str
    part: Part
    id: str
    label: str
    title: str
    text: str
    line: int | None
    in_title: tuple[Span, ...]
    in_text: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """How many passages were found, and those of them that were asked for, read as they are needed.

    Where none was, ``apart`` tells of every part of the terms in how many passages it stands, if there
    are several.
    """

    count: int
    hits: Iterator[Hit]
    apart: dict[str, int]


class _Place(NamedTuple):
    ordinal: int
    record: int
    place: int


def search(
    connection: sqlite3.Connection,
    folder: Folder,
    terms: Sequence[Term],
    chosen: Chosen,
    parts: Collection[Part],
    most: int | None,
) -> Found:
    """The passages that hold every term, by rank (BM25), year (the last first) and place."""
    known = count_of_word(connection)
    cuts = [cut(term, known) for term in terms]
    places = _places(connection, expression(cuts), chosen, parts)
    apart: dict[str, int] = {}
    pieces = dict.fromkeys(piece for each in cuts for piece in each.parts)
    if not places and len(pieces) > 1:
        for piece in pieces:
            alone = expression([Cut(piece, (piece,), frozenset())])
            apart[shown(piece)] = len(_places(connection, alone, chosen, parts))
    return Found(len(places), _hits(connection, folder, islice(places, most), cuts), apart)


def _places(
    connection: sqlite3.Connection, expression: str, chosen: Chosen, parts: Collection[Part]
) -> list[_Place]:
    connection.execute(FOUND_BY_RECORD)
    where, values = chosen.condition(connection)
    rows = connection.execute(
        "SELECT found.ordinal, passage.record, passage.place FROM search"  # noqa: S608
        f" CROSS JOIN indexed ON indexed.id = search.rowid >> {PLACES}"
        " CROSS JOIN temp.found ON found.record = indexed.record"
        " CROSS JOIN passage ON passage.record = indexed.record"
        f" AND passage.place = search.rowid & {(1 << PLACES) - 1}"
        " CROSS JOIN plan ON plan.record = passage.record AND plan.number = passage.plan"
        f" WHERE search MATCH ? AND {where} AND part IN ({', '.join('?' * len(parts))})"
        f" ORDER BY bm25(search, {', '.join(map(str, _WEIGHTS))}),"
        " plan.year IS NULL, plan.year DESC, found.ordinal, passage.place",
        (expression, *values, *parts),
    )
    return [_Place(*row) for row in rows]


def _hits(
    connection: sqlite3.Connection, folder: Folder, places: Iterator[_Place], cuts: Sequence[Cut]
) -> Iterator[Hit]:
    phrases = {phrase for each in cuts for phrase in (each.whole, *each.parts)}
    for at in places:
        row = connection.execute(
            "SELECT path, plan.title, issuer, year, number, part, id, label, passage.title, text, line"
            " FROM temp.found CROSS JOIN passage USING (record)"
            " CROSS JOIN plan ON plan.record = passage.record AND plan.number = passage.plan"
            " WHERE ordinal = ? AND found.record = ? AND place = ?",
            at,
        ).fetchone()
        if row is None:  # another process dropped it
            continue
        path, of, issuer, year, number, part, id_, label, title, text, line = row
        yield Hit(
            PlanName(of, issuer, year, folder.source(path), number),
            folder.opened(path),
            part,
            id_,
            label,
            title,
            text,
            line,
            tuple(spans(title, phrases)),
            tuple(spans(text, phrases)),
        )
