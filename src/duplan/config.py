"""Settings of a folder: ``duplan.toml``, or ``[tool.duplan]`` in ``pyproject.toml``; the nearest wins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

OWN = "duplan.toml"
SHARED = "pyproject.toml"


class ConfigError(Exception):
    """A file of settings can't be used; ``problem`` is ``syntax``, ``unknown`` or ``value``."""

    def __init__(self, file: Path, problem: str, detail: str) -> None:
        super().__init__(f"{file}: {detail}")
        self.file = file
        self.problem = problem
        self.detail = detail


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
class Config:
    """``file`` is where the settings stand, None where there are none; ``library`` is absolute."""

    file: Path | None = None
    library: Path | None = None


def read_config(folder: Path) -> Config:
    """The settings for a folder, from it or the nearest parent that has some.

    In one folder ``duplan.toml`` goes before ``pyproject.toml``, which is left alone where it can't be
    read: it is not ours. Raises ConfigError, and OSError where ``duplan.toml`` can't be read.
    """
    absolute = folder.absolute()
    for parent in (absolute, *absolute.parents):
        for name in (OWN, SHARED):
            settings = _settings(parent / name)
            if settings is not None:
                return _config(parent / name, settings)
    return Config()


def _settings(file: Path) -> dict[str, Any] | None:
    """The table of settings; None where the file is missing or has none."""
    own = file.name == OWN
    try:
        data = file.read_bytes()
    except OSError as error:
        if own and not isinstance(error, FileNotFoundError):
            raise
        return None
    if not own and b"duplan" not in data:
        return None
    import tomllib

    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except ValueError as error:  # no UTF-8, no TOML
        if own:
            raise ConfigError(file, "syntax", str(error)) from error
        return None
    if own:
        return table
    tool = table.get("tool")
    found = tool.get("duplan") if isinstance(tool, dict) else None
    return found if isinstance(found, dict) else None


def _config(file: Path, settings: dict[str, Any]) -> Config:
    library = settings.get("library")
    unknown = sorted(settings.keys() - {"library"})
    if unknown:
        raise ConfigError(file, "unknown", ", ".join(unknown))
    if library is None:
        return Config(file)
    if not isinstance(library, str) or not library:
        raise ConfigError(file, "value", "library")
    return Config(file, file.parent / Path(library).expanduser())
