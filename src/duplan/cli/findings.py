"""Findings on standard error, one a line: ``FILE:LINE:COL: severity CODE name: message``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from duplan.cli.console import Console, clean
from duplan.cli.words import Language
from duplan.diagnostics import KINDS

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
        place = clean(name)
        if finding.location:
            place += f":{finding.location.line}:{finding.location.start + 1}"
        severity = console.say(f"severity.{finding.severity}")
        severity = console.style(severity, _COLOURS[finding.severity], error=True)
        message = clean(sentence(finding, console.language))
        console.tell(f"{place}: {severity} {finding.code} {finding.name}: {message}")


def sentence(finding: Finding, language: Language) -> str:
    """The message in the language; it is English in a finding and is read back into its values."""
    kind = KINDS.get(finding.code)
    if language == "en" or kind is None or len(finding.message) > _LONGEST:
        return finding.message
    pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(kind.en))
    match = re.fullmatch(pattern, finding.message, re.DOTALL)
    return kind.zh.format(**match.groupdict()) if match else finding.message
