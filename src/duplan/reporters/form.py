"""The published form of a check, version 1.0: what ``duplan check --output-format json`` writes.

Plain dataclasses, like the form of a calendar. The same in every language: sentences are in both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from duplan.checking.report import FileReport, Place, Result
from duplan.diagnostics import Severity
from duplan.reporters.places import path_of

SCHEMA_VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class Location:
    """Where something stands; lines and columns count from 1, columns in code points.

    ``line`` is the ordinal of the paragraph in files without lines; ``end_column`` is the column after
    the last character; ``block`` is the path of the paragraph in the file, ``line`` in text files.
    ``text`` is the line or paragraph, shortened around the place, which begins at its character
    ``at``, counted from 0.
    """

    line: int
    column: int
    end_column: int
    block: str
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` in the place of ``location``."""

    location: Location
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding together; ``safe`` where they can't change what the text says."""

    safe: bool
    edits: list[Edit]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong. ``severity`` is the one that the settings give it.

    ``location`` is null where the finding is about the whole file; ``related`` are further places that
    one needs to see. ``fingerprint`` stays the same while the words at the place do.
    """

    code: str
    name: str
    severity: Severity
    message: str
    message_zh: str
    location: Location | None
    related: list[Location]
    fix: Fix | None
    fingerprint: str


@dataclass(frozen=True, slots=True)
class File:
    """A checked file. ``format`` is empty where it couldn't be read.

    ``lined`` is whether its places are lines that an editor can go to.
    """

    path: str
    format: str
    lined: bool
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class Summary:
    """How many files were checked, and how many findings there are of each severity."""

    files: int
    error: int
    warning: int
    info: int


@dataclass(frozen=True, slots=True)
class Check:
    """The files in the order in which they were named, each with its findings in reading order."""

    files: list[File]
    summary: Summary


def form(files: Sequence[FileReport]) -> Check:
    """The published form of what was found."""
    counts = Counter(result.severity for file in files for result in file.results)
    return Check(
        [
            File(path_of(each), each.format, each.lined, [*map(_finding, each.results)])
            for each in files
        ],
        Summary(len(files), counts["error"], counts["warning"], counts["info"]),
    )


def _finding(result: Result) -> Finding:
    return Finding(
        result.code,
        result.kind.name,
        result.severity,
        result.message("en"),
        result.message("zh"),
        None if result.place is None else _location(result.place),
        [*map(_location, result.related)],
        _fix(result),
        result.fingerprint,
    )


def _fix(result: Result) -> Fix | None:
    edits = [Edit(_location(place), text) for place, text in result.changes]
    return Fix(result.safe, edits) if edits else None


def _location(place: Place) -> Location:
    return Location(*place)
