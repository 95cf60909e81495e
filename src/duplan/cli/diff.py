"""``duplan diff``: what one plan keeps, changes, moves, adds and drops of another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

from duplan.cli.console import Console, Refusal
from duplan.cli.libraries import LibraryOption
from duplan.cli.options import Argument, LimitOption, Option, Quiet

if TYPE_CHECKING:
    from duplan.comparison.model import Part, PlanDiff, Verdict
    from duplan.writers.comparison.manner import Manner

_NARROWEST = 20
_TEXT = "text"

Name = TypeVar("Name", bound=str)


def diff(
    console: Console,
    old: Annotated[str, Argument("old", "diff.old-plan")],
    new: Annotated[str, Argument("new", "diff.new-plan")],
    part: Annotated[str | None, Option("--part", metavar="parts", help="diff.part")] = None,
    only: Annotated[str | None, Option("--only", metavar="verdicts", help="diff.only")] = None,
    summary: Annotated[bool, Option("--summary", help="diff.summary")] = False,
    to: Annotated[str | None, Option("-t", "--to", metavar="format", help="diff.to")] = None,
    output: Annotated[
        str | None, Option("-o", "--output", metavar="file", help="diff.output")
    ] = None,
    width: Annotated[int | None, Option("--width", metavar="number", help="show.width")] = None,
    library: LibraryOption = None,
    limit: LimitOption = None,
    quiet: Quiet = False,
) -> int:
    """Compare two plans; the exit code is 0 where they say the same and 1 where they differ."""
    from duplan.cli.formats import format_of
    from duplan.writers.comparison import COMPARISON_WRITERS

    parts, verdicts = _parts(part), _verdicts(only, summary)
    if width is not None and width < _NARROWEST:
        raise Refusal("usage.least", name="--width", least=_NARROWEST)
    if output == "":
        raise Refusal("usage.value", name="--output")
    output = None if output == "-" else output
    suffixes = {name: writer.suffix for name, writer in COMPARISON_WRITERS.items()}
    name = _TEXT
    if to is not None or output is not None:
        name = format_of(console, {_TEXT: ".txt", **suffixes}, to, output)

    from duplan.cli.pairs import load_pair

    pair = load_pair(console, old, new, library, output, limit, quiet=quiet)
    if pair is None:
        return 2

    from duplan import diff as compare
    from duplan.writers.comparison.manner import Manner

    found = _of_parts(compare(*pair), parts)
    code = 0 if found.same else 1
    if name == _TEXT:
        return (
            code if _show(console, found, Manner(console.language, verdicts), width, output) else 2
        )

    written = COMPARISON_WRITERS[name].dump(found, Manner(console.paper, verdicts))
    if output is None:
        console.write(written)
        return code

    from duplan.cli.outputs import save

    return code if save(console, Path(output), written) else 2


def _show(
    console: Console, found: PlanDiff, manner: Manner, width: int | None, output: str | None
) -> bool:
    """The comparison for people, on the screen or in a file; False where that can't be written."""
    from dataclasses import replace

    from duplan.cli.changes import changes

    if output is None:
        for text in changes(found, console, width or console.width, manner):
            console.write(text, styled=True)
        return True

    from duplan.cli.outputs import save

    plain = replace(console, colourful=False)
    return save(console, Path(output), "".join(changes(found, plain, width or 80, manner)))


def _of_parts(found: PlanDiff, parts: frozenset[Part] | None) -> PlanDiff:
    """What is said of these parts; of the plans as such then nothing."""
    from dataclasses import replace

    if parts is None:
        return found
    kept = tuple(change for change in found.changes if change.part in parts)
    return replace(found, changes=kept, metadata=())


def _parts(given: str | None) -> frozenset[Part] | None:
    from duplan.comparison.model import PARTS

    return None if given is None else _chosen("--part", given, {part: part for part in PARTS})


def _verdicts(given: str | None, summary: bool) -> frozenset[Verdict] | None:
    """Those whose changes are shown, by their English or Chinese names; none of a summary."""
    from duplan.comparison.model import VERDICTS
    from duplan.comparison.sentences import VERDICT_WORDS

    chinese = {VERDICT_WORDS["zh"][verdict]: verdict for verdict in VERDICTS}
    named: dict[str, Verdict] = {verdict: verdict for verdict in VERDICTS}
    wanted = None if given is None else _chosen("--only", given, named, chinese)
    return frozenset() if summary else wanted


def _chosen(
    option: str, given: str, named: Mapping[str, Name], also: Mapping[str, Name] | None = None
) -> frozenset[Name]:
    """What the names joined by commas stand for. Raises Refusal where one of them is none."""
    known = {**named, **(also or {})}
    names = [name.strip() for name in given.replace("，", ",").replace("、", ",").split(",")]
    if not {*names} <= {*known}:
        raise Refusal("usage.choice", name=option, choices=", ".join(named))
    return frozenset(known[name] for name in names)
