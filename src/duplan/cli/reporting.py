"""Reports of a check, written in the format and to the place that are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from duplan.cli.console import Console

if TYPE_CHECKING:
    from duplan.checking.report import FileReport
    from duplan.cli.tally import Besides

TEXT = "text"


class Manner(NamedTuple):
    """How reports are written: in which format, into which file, or only how often each rule found
    something; ``quiet`` without the last line.
    """

    format: str
    output: Path | None
    statistics: bool
    quiet: bool


def publish(
    console: Console, reports: Sequence[FileReport], besides: Besides, manner: Manner
) -> bool:
    """Write the reports; False where that can't be done.

    A line on how much there is ends texts for people, and is all that is shown where the reports go to
    a file.
    """
    if manner.output is None:
        for text in _texts(console, reports, besides, manner):
            console.write(text, styled=manner.format == TEXT)
        return True

    from duplan.cli.outputs import save

    plain = replace(console, colourful=False)
    saved = save(console, manner.output, "".join(_texts(plain, reports, besides, manner)))
    if saved and not manner.quiet:
        console.write(_last(console, reports, besides), styled=True)
    return saved


def _texts(
    console: Console, reports: Sequence[FileReport], besides: Besides, manner: Manner
) -> Iterator[str]:
    """What is reported, in pieces."""
    if manner.format != TEXT:
        from duplan.reporters import REPORTERS
        from duplan.rules import RULES

        yield REPORTERS[manner.format].dump(reports, [*RULES.values()], console.language)
        return
    if manner.statistics:
        from duplan.cli.tally import statistics

        yield from statistics(console, reports)
    else:
        from duplan.cli.flaws import flaws

        seen = console.terminal and manner.output is None
        for report in reports:
            for block in flaws(report, console, console.width if seen else None):
                yield f"{block}\n"
    if not manner.quiet:
        yield _last(console, reports, besides)


def _last(console: Console, reports: Sequence[FileReport], besides: Besides) -> str:
    from duplan.cli.tally import summary

    return summary(console, reports, besides)
