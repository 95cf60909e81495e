"""How each file is checked: what its folder's settings say, and what the command line says over them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from duplan.checking.choice import Choice, UnknownNameError, by_code, named
from duplan.checking.patterns import matches
from duplan.config import Config, ConfigError, Nearest, Office

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duplan.diagnostics import Severity

FAIL_LEVEL: Severity = "warning"
LEVELS: tuple[Severity, ...] = ("error", "warning", "info")  # the worst first


def reaches(severity: Severity, level: Severity) -> bool:
    """Whether a severity is the level or worse."""
    return LEVELS.index(severity) <= LEVELS.index(level)


class Settings(NamedTuple):
    """What one file is checked for; ``severities`` are those of codes that have another than usual."""

    codes: frozenset[str]
    severities: dict[str, Severity]
    office: Office


@dataclass(frozen=True, slots=True)
class Profile:
    """What the files below one file of settings have in common; ``folder`` is where that stands."""

    folder: Path
    codes: frozenset[str]
    severities: dict[str, Severity] = field(default_factory=dict)
    office: Office = field(default_factory=Office)
    ignored: tuple[
        tuple[str, frozenset[str]], ...
    ] = ()  # patterns, and what is left out of their files
    exclude: tuple[str, ...] = ()
    fail_level: Severity = FAIL_LEVEL
    baseline: Path | None = None

    def excludes(self, file: Path) -> bool:
        """Whether the settings say that a file isn't to be checked."""
        return bool(self.exclude) and matches(self._below(file), self.exclude)

    def settings(self, file: Path) -> Settings:
        """What a file is checked for."""
        left_out = [
            codes for pattern, codes in self.ignored if matches(self._below(file), [pattern])
        ]
        return Settings(self.codes.difference(*left_out), self.severities, self.office)

    def _below(self, file: Path) -> PurePosixPath:
        """The path of a file from the folder of the settings on."""
        absolute = Path(os.path.abspath(file))  # noqa: PTH100 - resolves no links
        return PurePosixPath(absolute.relative_to(self.folder).as_posix())


class Profiles:
    """The profile of every file, by the nearest settings; ``asked`` is what the command line says.

    Its methods raise ConfigError, and OSError where settings can't be read.
    """

    def __init__(
        self,
        asked: Choice | None = None,
        fail_level: Severity | None = None,
        baseline: Path | None = None,
    ) -> None:
        self._asked = asked or Choice()
        self._fail_level = fail_level
        self._baseline = baseline
        self._nearest = Nearest()
        self._known: dict[Path | None, Profile] = {}

    def of(self, file: Path) -> Profile:
        """The profile of a file, which needn't be there."""
        config = self._nearest.of(Path(os.path.abspath(file)).parent)  # noqa: PTH100
        if config.file not in self._known:
            self._known[config.file] = self._profile(config)
        return self._known[config.file]

    def _profile(self, config: Config) -> Profile:
        check = config.check
        _check_names(config)
        level: dict[str, Severity] = {each: each for each in LEVELS}
        severity = {name: level[each] for name, each in check.severity.items()}
        return Profile(
            folder=config.file.parent if config.file else Path.cwd(),
            codes=Choice(check.select, check.ignore).then(self._asked).codes(),
            severities=by_code(severity),
            office=config.office,
            ignored=tuple(
                (pattern, frozenset().union(*(named(name).codes for name in names)))
                for pattern, names in check.per_file_ignores.items()
            ),
            exclude=check.exclude,
            fail_level=self._fail_level or level[check.fail_level or FAIL_LEVEL],
            baseline=self._baseline or check.baseline,
        )


def _check_names(config: Config) -> None:
    """Raise ConfigError where the settings name a rule or a section that there isn't."""
    check = config.check
    rules: dict[str, Iterable[str]] = {
        "select": check.select or (),
        "ignore": check.ignore,
        "severity": check.severity,
        **{f"per-file-ignores.{each}": names for each, names in check.per_file_ignores.items()},
    }
    for key, names in rules.items():
        for name in names:
            try:
                named(name)
            except UnknownNameError as error:
                raise _no_such(config, f"check.{key}", name, error.near) from error
    if config.office.required_sections:
        from difflib import get_close_matches
        from typing import get_args

        from duplan.plan import Role

        roles = get_args(Role)
        for name in config.office.required_sections:
            if name not in roles:
                near = next(iter(get_close_matches(name, roles, n=1)), "")
                raise _no_such(config, "office.required-sections", name, near)


def _no_such(config: Config, key: str, name: str, near: str) -> ConfigError:
    assert config.file is not None
    return ConfigError(config.file, "name", f"{key}: {name}", near=near)
