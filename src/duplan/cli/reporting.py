"""Reports of a check, written in the format and to the place that are asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from duplan.cli.console import Console, ReaderGone

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
        try:
            for text in _texts(console, reports, besides, manner):
                console.write(text, styled=manner.format == TEXT)
        except ReaderGone:  # findings count all the same: check | head
            pass
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

        placed = [replace(report, path=_from_here(report.path)) for report in reports]
        yield REPORTERS[manner.format].dump(placed, [*RULES.values()], console.language)
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


def _from_here(path: str) -> str:
    """A path below the current folder from there on, however it was named; others as they were named.

    Programs look for the files of a repository so.
    """
    here = os.getcwd()  # noqa: PTH109
    absolute = os.path.abspath(path)  # noqa: PTH100 - resolves no links
    folder, name = os.path.split(absolute)
    for each in (absolute, os.path.join(os.path.realpath(folder), name)):  # noqa: PTH118
        if each.startswith(os.path.join(here, "")):  # noqa: PTH118
            return os.path.relpath(each, here)
    return path


def _last(console: Console, reports: Sequence[FileReport], besides: Besides) -> str:
    from duplan.cli.tally import summary

    return summary(console, reports, besides)
