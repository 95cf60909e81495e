"""What can be set."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


class ConfigError(Exception):
    """A file of settings can't be used.

    ``problem`` is ``syntax``, ``unknown`` (a key), ``value``, or ``name`` (a rule, section, ... that
    there isn't); ``detail`` says where or what. ``near`` is the name that was probably meant, ""
    where none is near; ``wanted`` is the kind of value that a key needs.
    """

    def __init__(
        self, file: Path, problem: str, detail: str, *, near: str = "", wanted: str = ""
    ) -> None:
        super().__init__(f"{file}: {detail}")
        self.file = file
        self.problem = problem
        self.detail = detail
        self.near = near
        self.wanted = wanted


@dataclass(frozen=True, slots=True)
class Office:
    """What an office says of itself.

    ``names`` are what it calls itself, ``school_terms`` the first and last days of the terms of its
    schools, ``required_sections`` the roles (goals, tasks, schedule, ...) that its plans must have.
    """

    names: tuple[str, ...] = ()
    school_terms: tuple[tuple[date, date], ...] = ()
    required_sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """How files are checked. Rules are named as people wrote them: nothing here knows which there are.

    ``select`` is None where nothing is said. ``severity`` maps names of rules to error, warning or
    info; ``per_file_ignores`` patterns to names of rules. Patterns are relative to the folder of the
    settings; ``baseline`` is absolute.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: dict[str, str] = field(default_factory=dict)
    per_file_ignores: dict[str, tuple[str, ...]] = field(default_factory=dict)
    fail_level: str | None = None
    exclude: tuple[str, ...] = ()
    baseline: Path | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """``file`` is where the settings stand, None where there are none; ``library`` is absolute."""

    file: Path | None = None
    library: Path | None = None
    check: Check = field(default_factory=Check)
    office: Office = field(default_factory=Office)
