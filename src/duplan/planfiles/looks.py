"""Whether a YAML or JSON file is a plan file, without reading it all."""

from __future__ import annotations

import re

_LOOKED_AT = 1 << 16  # bytes
_PART = "plans|schema_version|source|notice|key_tasks|monthly_schedule|goals|sections|sha256"
_YAML_KEY = re.compile(rf"(?:^[ \t-]*|[{{,]\s*)[\"']?({_PART})[\"']?[ \t]*:", re.MULTILINE)
_JSON_KEY = re.compile(rf'"({_PART})"\s*:')
_MODELINE = re.compile(r"^#.*\$schema=(?:(?!\$schema=)\S)*\bplan-1\.", re.MULTILINE)


def looks_like_plan(data: bytes) -> bool:
    """Whether the first 64 KB name what a plan file holds; for folders full of other YAML and JSON.

    It has ``plans`` and another of its keys, or says what it was read from, or names the schema.
    """
    text = data[:_LOOKED_AT].decode(_encoding(data), "ignore")
    keys = set(_YAML_KEY.findall(text)) | set(_JSON_KEY.findall(text))
    return (
        ("plans" in keys and len(keys) > 1)
        or {"schema_version", "source", "sha256"} <= keys
        or _MODELINE.search(text) is not None
    )


def _encoding(data: bytes) -> str:
    return "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
