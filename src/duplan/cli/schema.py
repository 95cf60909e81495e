"""``duplan schema``: the JSON Schema of what ``parse`` writes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from duplan.cli.console import Console
from duplan.cli.options import Option
from duplan.cli.outputs import save


def schema(
    console: Console,
    output: Annotated[
        str | None, Option("-o", "--output", metavar="file", help="schema.output")
    ] = None,
) -> int:
    """Print the schema or write it to a file."""
    from duplan.schema import text

    if output not in (None, "-"):
        return 0 if save(console, Path(output), text()) else 2
    console.write(text())
    return 0
