"""Workflow commands, read as the runner of GitHub Actions reads them."""

from __future__ import annotations

import re
from typing import NamedTuple

_COMMAND = re.compile(r"::(?P<level>\w+) (?P<properties>.*?)::(?P<message>.*)")
_ESCAPED = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


class Command(NamedTuple):
    level: str
    properties: dict[str, str]
    message: str


def read(output: str) -> list[Command]:
    """The commands of an output, in which every line must be one."""
    # the runner's lines end as .NET says: at CR, LF or both
    return [_command(line) for line in re.split(r"\r\n|\r|\n", output)[:-1]]


def _command(line: str) -> Command:
    match = _COMMAND.fullmatch(line)
    assert match, line
    pairs = [each.split("=", 1) for each in match["properties"].split(",")]
    return Command(
        match["level"],
        {name: _unescape(value) for name, value in pairs},
        _unescape(match["message"]),
    )


def _unescape(value: str) -> str:
    return re.sub("|".join(_ESCAPED), lambda found: _ESCAPED[found[0]], value)
