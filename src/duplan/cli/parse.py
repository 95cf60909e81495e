"""``duplan parse``: documents in, data out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from duplan.cli.console import Console, Refusal
from duplan.cli.findings import report
from duplan.cli.inputs import find, read_all
from duplan.cli.limits import limits_of
from duplan.cli.options import Files, KeepScript, LimitOption, Option, Quiet, StdinFilename, Verbose
from duplan.cli.outputs import open_sink

if TYPE_CHECKING:
    from duplan.plan import Document

_BY_SUFFIX = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
}


def parse(
    console: Console,
    files: Files,
    to: Annotated[str | None, Option("-t", "--to", metavar="format", help="parse.to")] = None,
    output: Annotated[
        str | None, Option("-o", "--output", metavar="target", help="parse.output")
    ] = None,
    plan: Annotated[int | None, Option("--plan", metavar="number", help="parse.plan")] = None,
    provenance: Annotated[bool, Option("--provenance", help="parse.provenance")] = False,
    keep_script: KeepScript = False,
    limit: LimitOption = None,
    stdin_filename: StdinFilename = None,
    strict: Annotated[bool, Option("--strict", help="parse.strict")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Write the documents in the format asked for; the exit code is the worst of them."""
    if output == "":
        raise Refusal("usage.value", name="--output")
    output = None if output == "-" else output
    limits = limits_of(limit)
    inputs = find(files, stdin_filename)
    to = _format(to, output)
    if provenance and to == "markdown":
        raise Refusal("usage.markdown-provenance")
    if plan is not None and plan < 1:
        raise Refusal("usage.number", name="--plan")

    from duplan.writers import WRITERS

    writer = WRITERS[to]
    sink = open_sink(console, inputs, output, writer.suffix, writer.separator)
    failed = findings = False
    progress = output is not None or console.watched  # else it would mix with what is printed
    documents = read_all(console, inputs, keep_script, limits, progress=progress)
    for each, document in documents:
        if document is None:
            failed = True
            continue
        chosen = _choose(document, plan)
        if chosen is None:
            count = len(document.plans)
            console.complain(each.shown, console.say("no-such-plan", count=count, number=plan))
            failed = True
            continue
        report(console, each.shown, document.diagnostics, quiet=quiet, verbose=verbose)
        findings |= any(finding.severity != "info" for finding in document.diagnostics)
        failed |= not sink.put(each, writer.dump(chosen, provenance))
    failed |= not sink.close()
    return 2 if failed else int(strict and findings)


def _format(to: str | None, output: str | None) -> str:
    from duplan.writers import WRITERS

    if to is None:
        return _BY_SUFFIX.get(Path(output or "").suffix.lower(), "yaml")
    if to not in WRITERS:
        raise Refusal("usage.choice", name="--to", choices=", ".join(WRITERS))
    return to


def _choose(document: Document, plan: int | None) -> Document | None:
    """The document with its ``plan``-th plan only; None if there is no such plan."""
    if plan is None:
        return document
    chosen = document.plans[plan - 1 : plan]
    return document.model_copy(update={"plans": chosen}) if chosen else None
