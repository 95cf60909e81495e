"""Plans that ``duplan parse`` wrote as YAML or JSON, read back."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from duplan.cli.console import Refusal
from duplan.suffixes import PLAN_FILES

if TYPE_CHECKING:
    from duplan.plan import Document


def is_export(name: str) -> bool:
    """Whether a file's name is that of data, not of a document."""
    return PurePath(name).suffix.lower() in PLAN_FILES


def load_export(file: Path | BinaryIO, name: str) -> Document:
    """The document in a file of data, under the name of that file.

    Raises Refusal where it isn't what ``parse`` writes, ``UnreadableError`` and ``OSError`` as
    ``duplan.load`` does.
    """
    from duplan.readers.file import open_file
    from duplan.writers import json, yaml

    text = open_file(file, name).data.decode("utf-8-sig", "replace")
    read = json.load if PurePath(name).suffix.lower() == ".json" else yaml.load
    try:
        document = read(text)
    except (ValueError, RecursionError) as error:
        raise Refusal("diff.no-export", reason=_first(error, text)) from error
    document.source.name = name
    return document


def _first(error: Exception, text: str) -> str:
    """What is wrong first, on one line."""
    from pydantic import ValidationError

    from duplan.planfiles.tree import PlanFileError

    if isinstance(error, PlanFileError):
        line = text.count("\n", 0, error.at) + 1
        return f"line {line}: {error.en}"
    if isinstance(error, ValidationError):
        wrong = error.errors(include_url=False)[0]
        place = ".".join(map(str, wrong["loc"]))
        return f"{place}: {wrong['msg']}" if place else wrong["msg"]
    return " ".join(str(error).split()) or type(error).__name__
