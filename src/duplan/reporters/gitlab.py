"""Findings as a Code Quality report, which GitLab shows in merge requests."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from duplan.checking.report import FileReport, Result
from duplan.diagnostics import Language, Severity
from duplan.reporters.json import written
from duplan.reporters.places import path_of, sentence
from duplan.rules.rule import Rule

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def dump(files: Sequence[FileReport], rules: Sequence[Rule], language: Language) -> str:  # noqa: ARG001
    """An array with an object a finding.

    GitLab needs a line of every finding; those of files without lines stand on line 1, and their
    description names the paragraph.
    """
    return written([_issue(file, each, language) for file in files for each in file.results])


def _issue(file: FileReport, result: Result, language: Language) -> dict[str, Any]:
    path = path_of(file)
    line = result.place.line if file.lined and result.place is not None else 1
    description = " · ".join(sentence(file, result, language).splitlines())
    return {
        "description": f"{result.code} {description}",
        "check_name": result.kind.name,
        "fingerprint": _fingerprint(path, result),
        "severity": _SEVERITIES[result.severity],
        "location": {"path": path, "lines": {"begin": line}},
    }


def _fingerprint(path: str, result: Result) -> str:
    """One that no other finding of the report has: GitLab shows only the first of equal ones."""
    return sha256("\0".join((path, result.code, result.fingerprint)).encode()).hexdigest()
