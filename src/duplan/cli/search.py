"""``duplan search``: goals, tasks and entries of the library that hold some words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

from duplan.cli.console import Console, Refusal, clean
from duplan.cli.libraries import LibraryOption, check_year, library_folder, refresh
from duplan.cli.list import kind_of
from duplan.cli.options import Argument, LimitOption, Option

if TYPE_CHECKING:
    from duplan.library.record import Part
    from duplan.library.search import Found, Hit

_FORMATS = ("text", "json", "jsonl")
_PARTS: tuple[Part, ...] = ("goal", "task", "entry")
_ON_A_SCREEN = 20  # hits, unless told otherwise
_SCHEMA_VERSION = "1.0"


def search(
    console: Console,
    words: Annotated[list[str], Argument("words", "search.words")],
    year: Annotated[int | None, Option("--year", metavar="year", help="list.by-year")] = None,
    issuer: Annotated[
        str | None, Option("--issuer", metavar="issuer", help="list.by-issuer")
    ] = None,
    kind: Annotated[str | None, Option("--kind", metavar="kind", help="list.by-kind")] = None,
    part: Annotated[str | None, Option("--part", metavar="parts", help="search.parts")] = None,
    most: Annotated[int | None, Option("-n", "--max", metavar="number", help="search.max")] = None,
    to: Annotated[str, Option("-t", "--to", metavar="format", help="search.to")] = "text",
    library: LibraryOption = None,
    limit: LimitOption = None,
) -> int:
    """Print what is found, the best first; the exit code is 1 where that is nothing."""
    if to not in _FORMATS:
        raise Refusal("usage.choice", name="--to", choices=", ".join(_FORMATS))
    if most is not None and most < 1:
        raise Refusal("usage.number", name="--max")
    check_year(year)
    wanted, parts = kind_of(kind), _parts(part)
    if most is None and to == "text" and console.terminal:
        most = _ON_A_SCREEN

    from duplan.library import Library
    from duplan.library.index import NoSearchError
    from duplan.library.terms import TermError, read_terms

    try:
        read_terms(words)  # before a long library is read
        shelf = Library(library_folder(library))
        refresh(console, shelf, limit)
        found = shelf.search(
            words,
            year=year,
            issuer=issuer,
            kind=wanted,
            parts=parts,
            most=most,
            progress=lambda done, total: console.progress(
                console.say("search.indexing", done=done, total=total)
            ),
        )
    except TermError as error:
        raise Refusal(f"terms.{error.problem}") from error
    except NoSearchError as error:
        raise Refusal("no-fts5") from error
    finally:
        console.progress("")
    for text in _texts(found, words, to, console):
        console.write(text, styled=to == "text")
    if not found.count:
        console.tell(clean(_nothing(found, console)))
    elif most is not None and found.count > most:
        console.tell(console.say("search.more", count=found.count, most=most))
    return 0 if found.count else 1


def _parts(given: str | None) -> tuple[Part, ...]:
    """The parts of plans that are searched. Raises Refusal where there is no such part."""
    names = [name.strip() for name in (given or ",".join(_PARTS)).split(",")]
    if not {*names} <= {*_PARTS}:
        raise Refusal("usage.choice", name="--part", choices=", ".join(_PARTS))
    return tuple(part for part in _PARTS if part in names)


def _nothing(found: Found, console: Console) -> str:
    """That nothing was found; of several words, how often each is."""
    if not found.apart:
        return console.say("search.nothing")
    counts = (
        console.say("search.alone", word=word, count=count) for word, count in found.apart.items()
    )
    return console.say("search.nothing-together", words=console.say("comma").join(counts))


def _texts(found: Found, words: list[str], to: str, console: Console) -> Iterator[str]:
    if to == "json":
        answer = {
            "schema_version": _SCHEMA_VERSION,
            "words": words,
            "count": found.count,
            "hits": [*map(_form, found.hits)],
        }
        yield _escaped(json.dumps(answer, ensure_ascii=False, indent=2))
    elif to == "jsonl":
        for hit in found.hits:
            yield _escaped(json.dumps(_form(hit), ensure_ascii=False))
    else:
        from duplan.cli.hits import hits

        yield from hits(found.hits, console, console.width)


def _form(hit: Hit) -> dict[str, Any]:
    """A hit in the published form; ``matches`` are half-open ranges of code points."""
    plan = hit.plan
    return {
        "plan": {
            "title": plan.title,
            "issuer": plan.issuer,
            "year": plan.year,
            "source": plan.source,
            "number": plan.number,
        },
        "part": hit.part,
        "id": hit.id,
        "label": hit.label,
        "title": hit.title,
        "text": hit.text,
        "line": hit.line,
        "matches": {"title": hit.in_title, "text": hit.in_text},
    }


def _escaped(written: str) -> str:
    from duplan.writers.json import escape

    return escape(written) + "\n"
