"""Documents as JSON, and back."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duplan.plan import Document

# What a terminal or an editor could act on, and what YAML can't hold: always written as \uXXXX.
# JSON escapes C0 by itself.
ACTIVE = r"\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
_ACTIVE = re.compile(f"[{ACTIVE}]")


def form(document: Document, provenance: bool = False) -> dict[str, Any]:
    """The published form of a document as plain data, keys in the order of the models."""
    data: dict[str, Any] = document.model_dump(mode="json", context={"provenance": provenance})
    return data


def escape(written: str) -> str:
    """Escape, in text that JSON has quoted, the characters that a terminal acts on."""
    return _ACTIVE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def dump(document: Document, provenance: bool = False) -> str:
    """One indented object, with a newline at the end."""
    return escape(json.dumps(form(document, provenance), ensure_ascii=False, indent=2)) + "\n"


def dump_line(document: Document, provenance: bool = False) -> str:
    """One object on one line, with a newline at the end."""
    data = form(document, provenance)
    return escape(json.dumps(data, ensure_ascii=False, separators=(",", ":"))) + "\n"


def load(text: str) -> Document:
    """Read what ``dump`` wrote; pydantic's ValidationError names every key that is wrong."""
    from duplan.plan import Document

    return Document.model_validate_json(text)
