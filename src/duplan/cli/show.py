"""``duplan show``: plans laid out for people, in a terminal or as plain text."""

from __future__ import annotations

from typing import Annotated

from duplan.cli.console import Console, Refusal
from duplan.cli.findings import report
from duplan.cli.inputs import find, read_all
from duplan.cli.limits import limits_of
from duplan.cli.options import Files, KeepScript, LimitOption, Option, Quiet, StdinFilename, Verbose

_NARROWEST = 30


def show(
    console: Console,
    files: Files,
    width: Annotated[
        int | None, Option("-w", "--width", metavar="number", help="show.width")
    ] = None,
    keep_script: KeepScript = False,
    limit: LimitOption = None,
    stdin_filename: StdinFilename = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Show every plan of the documents; the exit code is 2 where one can't be read."""
    if width is not None and width < 1:
        raise Refusal("usage.number", name="--width")
    columns = max(width or console.width, _NARROWEST)
    limits = limits_of(limit)
    failed = False
    for each, document in read_all(console, find(files, stdin_filename), keep_script, limits):
        if document is None:
            failed = True
            continue

        from duplan.cli.sheet import sheet

        report(console, each.shown, document.diagnostics, quiet=quiet, verbose=verbose)
        console.write(sheet(document, console, columns), styled=True)
    return 2 if failed else 0
