"""``duplan explain``: what every line of a document was taken for, and why."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import zip_longest
from typing import TYPE_CHECKING, Annotated

from duplan.cli.console import Console, Refusal, clean
from duplan.cli.findings import report
from duplan.cli.inputs import find, read_all
from duplan.cli.layout import cells, pad, wrap
from duplan.cli.limits import limits_of
from duplan.cli.options import (
    Argument,
    KeepScript,
    LimitOption,
    Option,
    Quiet,
    StdinFilename,
    Verbose,
)
from duplan.cli.readings import REASONS, ROLES, name_of

if TYPE_CHECKING:
    from duplan.plan import Reading

_COLUMNS = ("line", "role", "part", "why", "text")
_FORMATS = ("text", "json")
_GAP = "  "
_LEAST_TEXT = 20
_WIDEST_WHY = 28


def explain(
    console: Console,
    file: Annotated[str, Argument("file", "file")],
    line: Annotated[int | None, Option("--line", metavar="number", help="explain.line")] = None,
    to: Annotated[str, Option("-t", "--to", metavar="format", help="explain.to")] = "text",
    keep_script: KeepScript = False,
    limit: LimitOption = None,
    stdin_filename: StdinFilename = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Print the readings of one document, or those on one line of it."""
    if to not in _FORMATS:
        raise Refusal("usage.choice", name="--to", choices=", ".join(_FORMATS))
    limits = limits_of(limit)
    inputs = find([file], stdin_filename)
    if len(inputs) > 1:
        raise Refusal("usage.one-file", name=file, count=len(inputs))
    [(each, document)] = read_all(console, inputs, keep_script, limits)
    if document is None:
        return 2
    readings = [reading for reading in document.readings if line in (None, reading.origin.line)]
    if line is not None and not readings:
        console.complain(each.shown, console.say("no-line", line=line))
        return 2
    report(console, each.shown, document.diagnostics, quiet=quiet, verbose=verbose)
    if to == "json":
        console.write(_json(readings))
    elif console.terminal:
        console.write(_table(readings, console), styled=True)
    else:
        console.write("".join("\t".join(row) + "\n" for row in _rows(readings, console)))
    return 0


def _json(readings: list[Reading]) -> str:
    from dataclasses import asdict

    from duplan.writers.json import escape

    data = [asdict(reading) for reading in readings]
    return escape(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _rows(readings: Iterable[Reading], console: Console) -> list[tuple[str, ...]]:
    """The heading and a row a reading, safe to print; parts of later plans begin with ``2/``."""
    rows = [tuple(console.say(f"explain.heading.{column}") for column in _COLUMNS)]
    for reading in readings:
        row = (
            str(reading.origin.line),
            name_of(console.language, ROLES, reading.role),
            f"{reading.plan + 1}/{reading.part}" if reading.plan else reading.part,
            name_of(console.language, REASONS, reading.why),
            reading.origin.raw.strip().replace("\n", "↵"),
        )
        rows.append(tuple(map(clean, row)))
    return rows


def _table(readings: Iterable[Reading], console: Console) -> str:
    """The rows in columns as wide as they need; reasons and texts are wrapped."""
    rows = _rows(readings, console)
    widths = [max(cells(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    widths[3] = min(widths[3], _WIDEST_WHY)
    widths[4] = max(console.width - sum(widths[:4]) - 4 * len(_GAP), _LEAST_TEXT)
    lines = []
    for number, row in enumerate(rows):
        parts = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
        for level in zip_longest(*parts, fillvalue=""):
            line = _GAP.join(map(pad, level, widths)).rstrip()
            lines.append(line if number else console.style(line, "bold"))
    return "\n".join(lines) + "\n"
