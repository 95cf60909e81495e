"""``duplan text``: what the reader saw, as plain text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

from duplan.cli.console import Console, Refusal, clean
from duplan.cli.findings import report_reading
from duplan.cli.inputs import find, read_each
from duplan.cli.limits import limits_of
from duplan.cli.options import Files, KeepScript, LimitOption, Option, Quiet, StdinFilename, Verbose
from duplan.cli.outputs import is_folder, open_sink

if TYPE_CHECKING:
    from duplan.diagnostics import Diagnostic
    from duplan.source import Source

_SUFFIX, _SEPARATOR = ".txt", "\n"


def text(
    console: Console,
    files: Files,
    output: Annotated[
        str | None, Option("-o", "--output", metavar="target", help="parse.output")
    ] = None,
    normalised: Annotated[bool, Option("--normalised", help="text.normalised")] = False,
    keep_script: KeepScript = False,
    limit: LimitOption = None,
    stdin_filename: StdinFilename = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Write the text of each document; the exit code is 2 where one can't be read."""
    if output == "":
        raise Refusal("usage.value", name="--output")
    output = None if output == "-" else output
    limits = limits_of(limit)
    inputs = find(files, stdin_filename)
    sink = open_sink(console, inputs, output, _SUFFIX, _SEPARATOR)
    named = len(inputs) > 1 and not (output and is_folder(output))

    def read(file: Path | BinaryIO, name: str) -> tuple[Source, list[Diagnostic]]:
        from duplan import readers

        return readers.read(readers.open_file(file, name, limits))

    failed = False
    for each, found in read_each(console, inputs, read):
        if found is None:
            failed = True
            continue
        source, diagnostics = found
        report_reading(console, each.shown, source, diagnostics, quiet=quiet, verbose=verbose)
        written = _normalised(source, keep_script) if normalised else _shown(source)
        failed |= not sink.put(
            each, f"==> {clean(each.shown)} <==\n{written}" if named else written
        )
    failed |= not sink.close()
    return 2 if failed else 0


def _shown(source: Source) -> str:
    from duplan.transcript import transcript

    return transcript(source)


def _normalised(source: Source, keep_script: bool) -> str:
    from duplan.pipeline import normal
    from duplan.transcript import normal_transcript

    return normal_transcript(normal(source, [], keep_script=keep_script)[0])
