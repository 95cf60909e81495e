"""Findings on standard error, one a line: ``FILE:LINE:COL: severity CODE name: message``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from duplan.cli.console import Console, clean
from duplan.cli.words import Language
from duplan.diagnostics import KINDS, Diagnostic, Severity
from duplan.source import Source

if TYPE_CHECKING:
    from duplan.plan import Finding

_LONGEST = 2000  # characters of a message that is worth translating
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


def report(
    console: Console, name: str, findings: Iterable[Finding], *, quiet: bool, verbose: bool
) -> None:
    """Print the findings about the document ``name``; those that only inform where ``verbose``."""
    for finding in findings:
        if quiet or (finding.severity == "info" and not verbose):
            continue
        found = finding.location
        place = (found.line, found.start) if found else None
        message = sentence(finding, console.language)
        _tell(console, name, place, finding.severity, f"{finding.code} {finding.name}", message)


def report_reading(
    console: Console,
    name: str,
    source: Source,
    diagnostics: Iterable[Diagnostic],
    *,
    quiet: bool,
    verbose: bool,
) -> None:
    """Print what the reader of ``source`` noticed."""
    for each in diagnostics:
        if quiet or (each.severity == "info" and not verbose):
            continue
        place = each.span and (source.blocks[each.span.block].line, each.span.start)
        message = each.message(console.language)
        _tell(console, name, place, each.severity, f"{each.code} {each.name}", message)


def _tell(
    console: Console,
    name: str,
    place: tuple[int, int] | None,
    severity: Severity,
    what: str,
    message: str,
) -> None:
    where = clean(name)
    if place:
        where += f":{place[0]}:{place[1] + 1}"
    kind = console.style(console.say(f"severity.{severity}"), _COLOURS[severity], error=True)
    console.tell(f"{where}: {kind} {what}: {clean(message)}")


def sentence(finding: Finding, language: Language) -> str:
    """The message in the language; it is English in a finding and is read back into its values."""
    kind = KINDS.get(finding.code)
    if language == "en" or kind is None or len(finding.message) > _LONGEST:
        return finding.message
    pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(kind.en))
    match = re.fullmatch(pattern, finding.message, re.DOTALL)
    return kind.zh.format(**match.groupdict()) if match else finding.message
