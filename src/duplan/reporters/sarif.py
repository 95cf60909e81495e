"""Findings as SARIF 2.1.0 (OASIS), which code scanning and editors read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from duplan import __version__
from duplan.checking.report import FileReport, Place, Result
from duplan.diagnostics import Language, Severity
from duplan.reporters.descriptors import descriptor, message
from duplan.reporters.json import written
from duplan.reporters.places import paragraph, place_of, sentence, uri_of
from duplan.rules.rule import Rule, Words

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_LANGUAGES: dict[Language, str] = {"en": "en-US", "zh": "zh-CN"}
_ROOT = "%SRCROOT%"  # as GitHub and the standard's examples name it
_FOLDER = Words("The folder that duplan was run in.", "运行 duplan 时所在的文件夹。")
_SAFE = Words("Mend it; the text says the same.", "改正，文意不变。")
_UNSAFE = Words("A guess; read it before you take it.", "仅为推测，采用前请核对。")


def dump(files: Sequence[FileReport], rules: Sequence[Rule], language: Language) -> str:
    """One run, which declares every rule, whether it found something or not.

    Sentences are in the language that the run names. Results come in the order of the files; none are
    left out: GitHub takes 25,000 in a run and shows 1,000 characters of a message.
    """
    index = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "duplan",
                "version": __version__,
                "semanticVersion": __version__,
                "language": _LANGUAGES[language],
                "rules": [descriptor(rule, LEVELS, language) for rule in rules],
            }
        },
        "automationDetails": {"id": "duplan/"},
        "language": _LANGUAGES[language],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": message(_FOLDER.of(language))}},
        "invocations": [{"executionSuccessful": True}],  # an unreadable file is a result
        "artifacts": [_artifact(each) for each in files],
        "results": [
            _result(file, number, each, index, language)
            for number, file in enumerate(files)
            for each in file.results
        ],
    }
    return written({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _artifact(file: FileReport) -> dict[str, Any]:
    return {"location": _address(file), "roles": ["analysisTarget"]}


def _address(file: FileReport) -> dict[str, Any]:
    """The file's URI, relative to the root where it is relative."""
    uri = uri_of(file)
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": _ROOT}


def _result(
    file: FileReport, number: int, result: Result, index: Mapping[str, int], language: Language
) -> dict[str, Any]:
    place = place_of(file, result)
    prints = {"duplan/v1": result.fingerprint}
    if not file.lined or place is None:  # else GitHub takes all for one: it hashes line 1
        prints["primaryLocationLineHash"] = result.fingerprint
    made: dict[str, Any] = {"ruleId": result.code}
    if result.code in index:
        made["ruleIndex"] = index[result.code]
    made |= {
        "level": LEVELS[result.severity],
        "message": message(sentence(file, result, language)),
        "locations": [_location(file, number, place, language)],
        "partialFingerprints": prints,
    }
    if result.related:
        made["relatedLocations"] = [
            {"id": at} | _location(file, number, each, language)
            for at, each in enumerate(result.related, 1)
        ]
    if result.changes and file.lined:
        made["fixes"] = [_fix(file, number, result, language)]
    return made


def _location(
    file: FileReport, number: int, place: Place | None, language: Language
) -> dict[str, Any]:
    """A region of a file with lines; else the paragraph as a logical location, and in words."""
    physical: dict[str, Any] = {"artifactLocation": _address(file) | {"index": number}}
    if place is None:
        return {"physicalLocation": physical}
    if file.lined:
        return {"physicalLocation": physical | {"region": _region(place) | _snippet(place)}}
    return {
        "physicalLocation": physical,
        "logicalLocations": [
            {
                "name": place.block.rpartition("/")[2],
                "fullyQualifiedName": place.block,
                "kind": "element",
            }
        ],
        "message": message(paragraph(place, language)),
    }


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.line,
        "endColumn": place.end_column,
    }


def _snippet(place: Place) -> dict[str, Any]:
    """The words at a place, where the line is shown far enough."""
    length = place.end_column - place.column
    words = place.text[place.at :][:length]
    return {"snippet": {"text": words}} if words and len(words) == length else {}


def _fix(file: FileReport, number: int, result: Result, language: Language) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(place), "insertedContent": {"text": text}}
        for place, text in result.changes
    ]
    return {
        "description": message((_SAFE if result.safe else _UNSAFE).of(language)),
        "artifactChanges": [
            {
                "artifactLocation": _address(file) | {"index": number},
                "replacements": replacements,
            }
        ],
    }
