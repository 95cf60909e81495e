"""The two plans that a command line names, read from their files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from duplan.cli.console import Console, Refusal
from duplan.cli.exports import is_export, load_export
from duplan.cli.findings import report
from duplan.cli.inputs import Input, find, read_each
from duplan.cli.limits import limits_of
from duplan.cli.outputs import refuse_input
from duplan.cli.selection import named_plans, told_apart

if TYPE_CHECKING:
    from duplan.plan import Document, Plan
    from duplan.readers.file import Limits

_REVIEW = "总结"


def load_pair(
    console: Console,
    old: str,
    new: str,
    library: str | None,
    output: str | None,
    limit: list[str] | None = None,
    *,
    quiet: bool,
) -> tuple[Document, Document] | None:
    """Two documents of one plan each; None where one can't be read, which has been said.

    Raises Refusal where a name fits no plan or several, and where ``output`` is one of the files.
    """
    limits = limits_of(limit)
    named = named_plans(console, (old, new), library, limit)
    inputs = [_input(name, file) for name, (file, _) in zip((old, new), named, strict=True)]
    if output is not None:
        refuse_input(Path(output), inputs)
    documents = [_load(console, each, limits, quiet) for each in inputs]
    before, after = (
        _of_one_plan(console, name, document, number) if document else None
        for name, (_, number), document in zip((old, new), named, documents, strict=True)
    )
    return (before, after) if before and after else None


def _input(name: str, file: str) -> Input:
    inputs = find([file])
    if len(inputs) > 1:
        raise Refusal("usage.one-file", name=name, count=len(inputs))
    return inputs[0]


def _load(console: Console, each: Input, limits: Limits, quiet: bool) -> Document | None:
    def read(file: Path | BinaryIO, name: str) -> Document:
        if is_export(name):
            return load_export(file, name)

        from duplan.pipeline import load

        return load(file, name=name, limits=limits)

    [(_, document)] = read_each(console, [each], read)
    if document is not None:
        report(console, each.shown, document.diagnostics, quiet=quiet, verbose=False)
    return document


def _of_one_plan(
    console: Console, name: str, document: Document, number: int | None
) -> Document | None:
    """The document with that plan only, with its one plan that is no review where none is asked for."""
    plans = document.plans
    if number is not None:
        chosen = plans[number - 1 : number]
        if not chosen:
            file, _, _ = name.rpartition("#")
            raise Refusal("usage.no-such-plan", file=file, count=len(plans), number=number)
    else:
        chosen = [plan for plan in plans if plan.kind != _REVIEW] or plans
        if len(chosen) > 1:
            shown = told_apart(_called(name, plans.index(plan) + 1, plan) for plan in chosen)
            raise Refusal("usage.several-plans", name=name, count=len(chosen), plans=shown)
    if not chosen:
        console.complain(name, console.say("diff.no-plan"))
        return None
    return document.model_copy(update={"plans": chosen})


def _called(name: str, number: int, plan: Plan) -> str:
    return f"{name}#{number}" + (f" ({plan.title})" if plan.title else "")
