"""``duplan schema``: the JSON Schema of what ``parse`` writes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from duplan.cli.console import Console
from duplan.cli.outputs import save


def schema(
    ctx: typer.Context,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="file", help="schema.output")
    ] = None,
) -> int:
    """Print the schema or write it to a file."""
    from duplan.schema import text

    console: Console = ctx.obj
    if output not in (None, "-"):
        return 0 if save(console, Path(output), text()) else 2
    console.write(text())
    return 0
