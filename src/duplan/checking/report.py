"""What checking files gave: findings with everything that a reporter shows, and nothing else.

Plain data, so that it comes from the process that read a file to the one that writes the report.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from duplan.diagnostics import Kind, Language, Severity


class Place(NamedTuple):
    """Where something stands in a file; lines and columns count from 1, columns in code points.

    ``end_column`` is the column after the last character. ``line`` is the ordinal of the paragraph in
    files that have no lines. ``block`` is the paragraph's path in the file (``body/p[3]``; ``line`` in
    text files). ``text`` is the whole line or paragraph, shortened around the place to what a screen
    can show; the place begins at its character ``at``, counted from 0.
    """

    line: int
    column: int
    end_column: int
    block: str
    text: str
    at: int


class Change(NamedTuple):
    """What a fix does at one place: the characters of ``place`` become ``text``."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """A finding in a file. ``severity`` is the one that the settings give it.

    ``fingerprint`` stays the same while the words at the place do, whatever is written above them; it
    tells equal findings of a file apart by their order. ``changes`` are the fix, empty without one.
    """

    kind: Kind
    severity: Severity
    values: dict[str, str | int]
    place: Place | None
    fingerprint: str
    related: tuple[Place, ...] = ()
    changes: tuple[Change, ...] = ()
    safe: bool = False  # whether the fix can't change what the text says

    @property
    def code(self) -> str:
        """The stable code."""
        return self.kind.code

    def message(self, language: Language = "en") -> str:
        """The finding in words."""
        template = self.kind.zh if language == "zh" else self.kind.en
        return template.format(**self.values)


@dataclass(frozen=True, slots=True)
class FileReport:
    """A checked file: its path as people named it, its format (docx, text, yaml, ...), its findings.

    ``lined`` is whether its places are lines of the file, so that an editor can go there. A file that
    couldn't be read has the one finding that says so, and no format.
    """

    path: str
    format: str
    lined: bool
    results: tuple[Result, ...] = field(default=())
