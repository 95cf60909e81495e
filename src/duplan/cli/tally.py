"""How much a check found: its last line, and the table of ``--statistics``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from duplan.checking.report import FileReport
from duplan.checking.settings import LEVELS
from duplan.cli.console import Console
from duplan.cli.layout import cells, pad

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_GAP = "  "


class Besides(NamedTuple):
    """What else there is to tell: findings that were mended, that are known, known ones that are gone,
    and how many files the settings exclude.
    """

    mended: int = 0
    known: int = 0
    gone: int = 0
    excluded: int = 0


def summary(console: Console, reports: Sequence[FileReport], besides: Besides) -> str:
    """How many files were checked and how much was found in them, on a line."""
    severities = Counter(each.severity for report in reports for each in report.results)
    fixable = sum(_mendable(report).total() for report in reports)
    found = [
        console.style(console.say(f"check.count.{level}", count=severities[level]), _COLOURS[level])
        for level in LEVELS
        if severities[level]
    ]
    if found:
        joined = console.say("comma").join(found)
        parts = [console.say("check.summary", count=len(reports), found=joined)]
    elif reports:
        parts = [console.say("check.clean", count=len(reports))]
    else:
        parts = [console.say("check.none")]
    for key, count in {"fixable": fixable, **besides._asdict()}.items():
        if count:
            parts.append(console.say(f"check.{key}", count=count))
    return console.say("check.separator").join(parts) + "\n"


def statistics(console: Console, reports: Sequence[FileReport]) -> Iterator[str]:
    """A line a code, the most frequent first: how often, the code, the name, how many can be mended."""
    counts = Counter((each.code, each.kind.name) for report in reports for each in report.results)
    if not counts:
        return
    mendable = sum(map(_mendable, reports), Counter[str]())
    say = console.say
    titles = [say("check.frequency"), say("check.code"), say("check.name"), say("check.mendable")]
    rows = [
        [str(count), code, name, str(mendable[code]) if mendable[code] else "·"]
        for (code, name), count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    ]
    widths = [max(map(cells, column)) for column in zip(titles, *rows, strict=True)]
    bold = console.brush("bold")
    for row in (titles, *rows):
        count, *others = row
        last = others.pop()
        lead = " " * (widths[0] - cells(count)) + count
        middle = [pad(text, width) for text, width in zip(others, widths[1:], strict=False)]
        line = _GAP.join([lead, *middle, last])
        yield (bold(line) if row is titles else line) + "\n"


def _mendable(report: FileReport) -> Counter[str]:
    """How many findings of each code ``--fix`` mends."""
    if not report.lined:
        return Counter()
    return Counter(each.code for each in report.results if each.changes and each.safe)
