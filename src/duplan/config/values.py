"""TOML values → settings, each by what its key needs; the first that is wrong is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Protocol

from duplan.config.model import Check, Config, ConfigError, Office

LEVELS = ("error", "warning", "info")


class _WrongError(Exception):
    """A value isn't of the kind ``wanted``; ``below`` is the key inside of it, "" for all of it."""

    def __init__(self, wanted: str, below: str = "") -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.below = below


class _Kind(Protocol):
    def __call__(self, value: Any, /) -> Any:
        """The setting. Raises ``_WrongError``."""


def settings_of(file: Path, table: Mapping[str, Any]) -> Config:
    """The settings in a file's table. Raises ConfigError."""

    def path(value: Any) -> Path:
        return file.parent / Path(_text(value)).expanduser()

    def part(name: str, kinds: Mapping[str, _Kind]) -> Callable[[Any], dict[str, Any]]:
        return lambda value: _read(file, _table(value), kinds, f"{name}.")

    check: dict[str, _Kind] = {
        "select": _texts,
        "ignore": _texts,
        "severity": _levels,
        "per-file-ignores": _lists,
        "fail-level": _level,
        "exclude": _texts,
        "baseline": path,
    }
    office: dict[str, _Kind] = {
        "names": _texts,
        "school-terms": _terms,
        "required-sections": _texts,
    }
    kinds = {"library": path, "check": part("check", check), "office": part("office", office)}
    found = _read(file, table, kinds)
    return Config(
        file,
        found.get("library"),
        Check(**found.get("check", {})),
        Office(**found.get("office", {})),
    )


def _read(
    file: Path, table: Mapping[str, Any], kinds: Mapping[str, _Kind], prefix: str = ""
) -> dict[str, Any]:
    """The settings of a table by their names in Python; ``prefix`` is what stands before its keys."""
    for key in table:
        if key not in kinds:
            near = next(iter(get_close_matches(key, kinds, n=1)), "")
            raise ConfigError(file, "unknown", prefix + key, near=near and prefix + near)
    found = {}
    for key, value in table.items():
        try:
            found[key.replace("-", "_")] = kinds[key](value)
        except _WrongError as wrong:
            detail = ".".join(filter(None, (prefix + key, wrong.below)))
            raise ConfigError(file, "value", detail, wanted=wrong.wanted) from wrong
    return found


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise _WrongError("text")
    return value


def _table(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _WrongError("table")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise _WrongError("texts")
    return tuple(value)


def _level(value: Any) -> str:
    if value not in LEVELS:
        raise _WrongError("level")
    return str(value)


def _levels(value: Any) -> dict[str, str]:
    return dict(_each(_table(value), _level))


def _lists(value: Any) -> dict[str, tuple[str, ...]]:
    return dict(_each(_table(value), _texts))


def _each(table: dict[str, Any], kind: _Kind) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        try:
            yield key, kind(value)
        except _WrongError as wrong:
            raise _WrongError(wrong.wanted, key) from wrong


def _terms(value: Any) -> tuple[tuple[date, date], ...]:
    """Pairs of a first and a last day."""
    if not isinstance(value, list) or not all(isinstance(each, list) for each in value):
        raise _WrongError("terms")
    terms = [tuple(map(_day, each)) for each in value]
    if not all(len(term) == 2 and term[0] <= term[1] for term in terms):
        raise _WrongError("terms")
    return tuple((first, last) for first, last in terms)


def _day(value: Any) -> date:
    """A day written as TOML's own date or as text."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise _WrongError("terms") from error
