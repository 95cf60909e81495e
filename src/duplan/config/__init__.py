"""Settings of a folder: ``duplan.toml``, or ``[tool.duplan]`` in ``pyproject.toml``; the nearest wins."""

from __future__ import annotations

from duplan.config.files import Nearest, read_config
from duplan.config.model import Check, Config, ConfigError, Office

__all__ = ["Check", "Config", "ConfigError", "Nearest", "Office", "read_config"]
