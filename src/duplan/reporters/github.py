"""Findings as workflow commands, which GitHub Actions shows beside the lines of a file."""

from __future__ import annotations

from collections.abc import Sequence

from duplan.checking.report import FileReport, Result
from duplan.diagnostics import Language, Severity
from duplan.reporters.places import path_of, sentence
from duplan.rules.rule import Rule
from duplan.writers.visible import visible

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
# How the runner reads a command: a value ends with the line, a property also at : or ,
_IN_VALUE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_VALUE | str.maketrans({":": "%3A", ",": "%2C"})


def dump(files: Sequence[FileReport], rules: Sequence[Rule], language: Language) -> str:  # noqa: ARG001
    """A line a finding. Files without lines are annotated as a whole, the message names the place."""
    return "".join(_command(file, each, language) for file in files for each in file.results)


def _command(file: FileReport, result: Result, language: Language) -> str:
    properties: dict[str, str | int] = {"file": path_of(file)}
    if file.lined and result.place is not None:
        place = result.place
        properties |= {"line": place.line, "col": place.column, "endColumn": place.end_column}
    properties["title"] = f"{result.code} {result.kind.name}"
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = sentence(file, result, language).translate(_IN_VALUE)
    return f"::{_LEVELS[result.severity]} {listed}::{message}\n"


def _property(value: str) -> str:
    return visible(value).translate(_IN_PROPERTY)
