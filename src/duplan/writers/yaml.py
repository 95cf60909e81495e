"""Documents as YAML that people read and edit, and back.

The emitter is our own: the form needs mappings, lists, texts, integers and null only, and so every
system writes the same bytes, fast, and quotes whatever a YAML 1.1 or 1.2 reader would misread.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from duplan.writers.json import ACTIVE, escape, form

if TYPE_CHECKING:
    from duplan.plan import Document

# Editors find the schema once `duplan schema -o plan-1.0.schema.json` has put it beside the plan.
MODELINE = "# yaml-language-server: $schema=plan-1.0.schema.json"

_CONTROL = rf"\x00-\x09\x0b-\x1f{ACTIVE}"
_QUOTED = re.compile(
    rf"[\s\-?:,\[\]{{}}#&*!|>'\"%@`=<~]"  # at the start: indicators, spaces
    rf"|.*(?::(?:\s|\Z)|\s#|\s\Z|[{_CONTROL}\n])",
    re.DOTALL,
)
_RESERVED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_NOT_LITERAL = re.compile(rf"\s|.*(?:\s\Z|[{_CONTROL}])", re.DOTALL)
_DEEPEST = 200  # tasks in tasks have two steps each


def dump(document: Document, provenance: bool = False) -> str:
    """Block style, one document, with a newline at the end; texts of several lines stay so."""
    lines = [MODELINE]
    _mapping(form(document, provenance), "", "", lines)
    return "\n".join(lines) + "\n"


def load(text: str) -> Document:
    """Read what ``dump`` wrote, hand-edited or not.

    Plain scalars are read as YAML 1.2 does, without dates and without ``on`` and ``off``. Raises
    yaml.YAMLError where it is no YAML, ValueError where it uses aliases, is nested without end, or
    the form is not kept (pydantic's ValidationError, which names every key that is wrong).
    """
    from duplan.plan import Document

    return Document.model_validate(_read(text))


def _mapping(data: dict[str, Any], pad: str, lead: str, lines: list[str]) -> None:
    """Append a mapping whose keys stand after ``pad``, the first of them after ``lead``."""
    for key, value in data.items():
        head = f"{lead}{_scalar(key, '')}:"
        lead = pad
        if isinstance(value, dict) and value:
            lines.append(head)
            _mapping(value, pad + "  ", pad + "  ", lines)
        elif isinstance(value, list) and value and not isinstance(value[0], int):
            lines.append(head)
            for item in value:
                if isinstance(item, dict):
                    _mapping(item, pad + "    ", pad + "  - ", lines)
                else:
                    lines.append(f"{pad}  - {_scalar(item, pad + '  ')}")
        else:
            lines.append(f"{head} {_scalar(value, pad)}")


def _scalar(value: Any, pad: str) -> str:
    if isinstance(value, str):
        return _text(value, pad)
    return json.dumps(value)  # null, integers, lists of integers, [] and {}: YAML has them of JSON


def _text(text: str, pad: str) -> str:
    if "\n" in text and not _NOT_LITERAL.match(text):
        return "\n".join(["|-", *(f"{pad}  {line}" if line else "" for line in text.split("\n"))])
    plain = text and not _QUOTED.match(text)
    if plain and text.isascii():  # numbers, dates, times and truth values are ASCII
        plain = text[0].isalpha() and text.lower() not in _RESERVED
    return text if plain else escape(json.dumps(text, ensure_ascii=False))


def _read(text: str) -> Any:
    import yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc]
        """Knows null, truth values and whole numbers only."""

        yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    for tag, pattern, first in (
        ("null", r"~|null|Null|NULL|", [*"~nN", ""]),
        ("bool", r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
        ("int", r"[-+]?[0-9]+", [*"-+0123456789"]),
    ):
        resolver = re.compile(rf"(?:{pattern})\Z")
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", resolver, first)
    # A few aliases of aliases can stand for millions of nodes, and nodes in nodes without end break
    # the C loader; plans have no use for either.
    depth = 0
    for event in yaml.parse(text, Loader=base):
        if isinstance(event, yaml.AliasEvent):
            raise ValueError("aliases (*name) are not used in plans")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            raise ValueError(f"plans are not nested deeper than {_DEEPEST} steps")
    return yaml.load(text, Loader=Loader)  # noqa: S506
