"""``duplan schema``: the JSON Schemas of what the commands write."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from duplan.cli.console import Console, Refusal
from duplan.cli.options import Argument, Option
from duplan.cli.outputs import save


def schema(
    console: Console,
    form: Annotated[str, Argument("form", "schema.form")] = "plan",
    output: Annotated[
        str | None, Option("-o", "--output", metavar="file", help="schema.output")
    ] = None,
) -> int:
    """Print a schema or write it to a file."""
    from duplan.schema import SCHEMAS, text

    if form not in SCHEMAS:
        raise Refusal("usage.choice", name=console.say("metavar.form"), choices=", ".join(SCHEMAS))
    if output not in (None, "-"):
        return 0 if save(console, Path(output), text(form)) else 2
    console.write(text(form))
    return 0
