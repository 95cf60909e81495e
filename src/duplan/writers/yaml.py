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


def dump(document: Document, provenance: bool = False) -> str:
    """Block style, one document, with a newline at the end; texts of several lines stay so."""
    lines = [MODELINE]
    _mapping(form(document, provenance), "", "", lines)
    return "\n".join(lines) + "\n"


def load(text: str) -> Document:
    """Read what ``dump`` wrote, hand-edited or not.

    Raises ValueError where it is no YAML as ``planfiles.yaml`` reads it, or holds several documents
    (PlanFileError), and where the form is not kept (pydantic's ValidationError, which names every key
    that is wrong).
    """
    from duplan.plan import Document
    from duplan.planfiles.tree import plain
    from duplan.planfiles.yaml import read

    root, rest = read(text)
    if rest is not None:
        raise rest
    return Document.model_validate(None if root is None else plain(root))


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
