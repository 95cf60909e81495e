"""``duplan list``: the plans of the library."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any

from duplan.cli.console import Console, Refusal
from duplan.cli.libraries import LibraryOption, check_year, library_folder, refresh
from duplan.cli.options import LimitOption, Option

if TYPE_CHECKING:
    from duplan.library import Listed
    from duplan.plan import Kind

_FIELDS = (
    *("year", "issuer", "kind", "title", "start", "end", "goals", "tasks", "entries", "findings"),
    *("script", "number", "source"),
)
_FORMATS = ("text", "json", "csv")
_KINDS: tuple[Kind, ...] = ("计划", "要点", "总结", "行事历", "方案", "分解表", "思路", "安排")


def list(  # noqa: A001 - the name of the command
    console: Console,
    year: Annotated[int | None, Option("--year", metavar="year", help="list.by-year")] = None,
    issuer: Annotated[
        str | None, Option("--issuer", metavar="issuer", help="list.by-issuer")
    ] = None,
    kind: Annotated[str | None, Option("--kind", metavar="kind", help="list.by-kind")] = None,
    to: Annotated[str, Option("-t", "--to", metavar="format", help="list.to")] = "text",
    library: LibraryOption = None,
    limit: LimitOption = None,
) -> int:
    """Print the plans; the exit code is 1 where a file of the library can't be read."""
    if to not in _FORMATS:
        raise Refusal("usage.choice", name="--to", choices=", ".join(_FORMATS))
    check_year(year)
    wanted = kind_of(kind)

    from duplan.library import Library

    shelf = Library(library_folder(library))
    whole = refresh(console, shelf, limit)
    plans = shelf.plans(year=year, issuer=issuer, kind=wanted)
    for text in _texts(plans, to, console):
        console.write(text, styled=to == "text")
    return 0 if whole else 1


def kind_of(given: str | None) -> Kind | None:
    """The kind that is asked for. Raises Refusal where there is no such kind."""
    wanted = next((kind for kind in _KINDS if kind == given), None)
    if wanted is None and given is not None:
        raise Refusal("usage.choice", name="--kind", choices=", ".join(_KINDS))
    return wanted


def _texts(plans: Iterator[Listed], to: str, console: Console) -> Iterator[str]:
    if to == "json":
        yield json.dumps([*map(_fields, plans)], ensure_ascii=False, indent=2) + "\n"
    elif to == "csv":
        yield _csv(plans)
    else:
        from duplan.cli.listing import listing

        first = next(plans, None)
        if first is None:
            yield console.say("list.nothing") + "\n"
        else:
            yield from listing(chain([first], plans), console, console.width)


def _fields(plan: Listed) -> dict[str, Any]:
    return {name: getattr(plan, name) for name in _FIELDS}


def _csv(plans: Iterable[Listed]) -> str:
    """Separated values as calendars have them: with a byte order mark, and without formulas."""
    from duplan.writers.formulas import guard

    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_FIELDS)
    for plan in plans:
        values = _fields(plan).values()
        writer.writerow([guard("" if value is None else str(value)) for value in values])
    return f"\ufeff{out.getvalue()}"
