"""Colours for YAML in a terminal."""

from __future__ import annotations

import re

_LINE = re.compile(r"(?P<lead> *(?:- )?)(?P<key>[a-z_0-9]+:)(?P<value>(?: .*)?)")
_KEY, _QUIET, _END = "\x1b[36m", "\x1b[2m", "\x1b[0m"


def paint_yaml(text: str) -> str:
    """Keys in cyan, comments and empty values dim; texts of several lines as they are."""
    painted = []
    literal = -1  # columns that the key of an open literal text is indented by
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        if literal >= 0 and (not line or indent > literal):
            painted.append(line)
            continue
        literal = -1
        match = _LINE.fullmatch(line)
        if line.startswith(("#", "---")):
            painted.append(f"{_QUIET}{line}{_END}")
        elif match:
            value = match["value"]
            if value == " |-":
                literal = len(match["lead"])
            if value in (" []", " {}", " null", ' ""', " |-"):
                value = f"{_QUIET}{value}{_END}"
            painted.append(f"{match['lead']}{_KEY}{match['key']}{_END}{value}")
        else:
            if line.endswith("- |-"):
                literal = indent
            painted.append(line)
    return "\n".join(painted)
