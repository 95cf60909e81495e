"""Findings as JSON: the published form, version 1.0."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from duplan.checking.report import FileReport
from duplan.diagnostics import Language
from duplan.readers.surrogates import SURROGATE
from duplan.reporters.form import SCHEMA_VERSION, form
from duplan.rules.rule import Rule
from duplan.writers.json import escape


def dump(files: Sequence[FileReport], rules: Sequence[Rule], language: Language) -> str:  # noqa: ARG001
    """One indented object, the same in every language."""
    return written({"schema_version": SCHEMA_VERSION} | _fields(form(files)))


def written(data: Any) -> str:
    """Data as indented JSON that any reader takes and no terminal obeys, with a newline at the end."""
    text = json.dumps(data, ensure_ascii=False, indent=2, default=_fields)
    return escape(SURROGATE.sub("\ufffd", text)) + "\n"


def _fields(form: Any) -> dict[str, Any]:
    """A dataclass as a dictionary; ``dataclasses.asdict`` copies what is in it, and takes as long
    again as writing."""
    return {each.name: getattr(form, each.name) for each in fields(form)}
