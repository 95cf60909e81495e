"""Which file holds the settings of a folder, and reading it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from duplan.config.model import Config, ConfigError

OWN = "duplan.toml"
SHARED = "pyproject.toml"


def read_config(folder: Path) -> Config:
    """The settings for a folder, from it or the nearest parent that has some.

    In one folder ``duplan.toml`` goes before ``pyproject.toml``, which is left alone where it can't be
    read: it is not ours. Raises ConfigError, and OSError where ``duplan.toml`` can't be read.
    """
    return Nearest().of(folder)


class Nearest:
    """The settings of many folders; every folder is looked into once."""

    def __init__(self) -> None:
        self._known: dict[Path, Config] = {}

    def of(self, folder: Path) -> Config:
        """The settings for a folder, as ``read_config`` gives them."""
        absolute = folder.absolute()
        passed = []
        config = Config()
        for each in (absolute, *absolute.parents):
            if each in self._known:
                config = self._known[each]
                break
            passed.append(each)
            own = _config_in(each)
            if own is not None:
                config = own
                break
        self._known.update(dict.fromkeys(passed, config))
        return config


def _config_in(folder: Path) -> Config | None:
    """The settings that stand in this very folder."""
    for name in (OWN, SHARED):
        table = _table(folder / name)
        if table is not None:
            from duplan.config.values import settings_of

            return settings_of(folder / name, table)
    return None


def _table(file: Path) -> dict[str, Any] | None:
    """The table of settings; None where the file is missing or has none."""
    own = file.name == OWN
    try:
        data = file.read_bytes()
    except OSError as error:
        if own and not isinstance(error, (FileNotFoundError, NotADirectoryError)):
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
