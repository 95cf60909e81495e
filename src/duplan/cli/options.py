"""Arguments and options that several commands share. The help texts are keys of ``words``."""

from __future__ import annotations

from typing import Annotated

import typer

Files = Annotated[list[str], typer.Argument(metavar="files", help="files")]
StdinFilename = Annotated[
    str | None, typer.Option("--stdin-filename", metavar="name", help="stdin-filename")
]
KeepScript = Annotated[bool, typer.Option("--keep-script", help="keep-script")]
LimitOption = Annotated[list[str] | None, typer.Option("--limit", metavar="limit", help="limit")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="quiet")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="verbose")]
