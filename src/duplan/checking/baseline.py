"""Findings that are known already: a JSON file that is read, compared and written anew."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from duplan.checking.report import FileReport, Result

_VERSION = 1


class BaselineError(Exception):
    """A file of known findings can't be used: it is ``missing``, or holds something else.

    ``line`` is the one where it ends to be JSON, counted from 1; 0 where it is JSON.
    """

    def __init__(self, file: Path, *, missing: bool = False, line: int = 0) -> None:
        super().__init__(str(file))
        self.missing = missing
        self.line = line


class Entry(NamedTuple):
    """A known finding; ``words`` are those at its place, for whoever reads the file."""

    code: str
    name: str
    words: str
    fingerprint: str


class Baseline:
    """The known findings of files, whose paths are relative to the folder of the baseline's own file."""

    def __init__(self, file: Path, entries: dict[str, list[Entry]] | None = None) -> None:
        self.file = file
        self._entries = entries or {}
        self._checked: set[str] = set()
        self.known = 0  # findings that were found again
        self.gone = 0  # entries that no longer occur

    def sift(self, report: FileReport, codes: Collection[str]) -> FileReport:
        """The report without what is known. ``codes`` are those that the file was checked for: entries
        of others aren't missed.
        """
        path = self._path(report.path)
        entries = {(entry.code, entry.fingerprint) for entry in self._entries.get(path, ())}
        new = tuple(each for each in report.results if (each.code, each.fingerprint) not in entries)
        asked = sum(code in codes for code, _ in entries)
        self._checked.add(path)
        self.known += len(report.results) - len(new)
        self.gone += asked - (len(report.results) - len(new))
        return replace(report, results=new)

    def count_vanished(self) -> None:
        """Count as gone what is known of files that are no more; asked once, after all files."""
        self.gone += sum(len(self._entries[path]) for path in self._vanished())

    def take(self, report: FileReport, codes: Collection[str]) -> None:
        """Let the findings of a file be the known ones; entries of codes that nobody asked for stay."""
        path = self._path(report.path)
        kept = [entry for entry in self._entries.get(path, ()) if entry.code not in codes]
        self._checked.add(path)
        self._entries[path] = kept + [_entry(each) for each in report.results]

    def dump(self) -> str:
        """The file, an entry a line, in an order that doesn't depend on where findings stand. Files
        that are no more are left out.
        """
        left_out = set(self._vanished())
        blocks = []
        for path in sorted(self._entries.keys() - left_out):
            lines = [f"      {_line(entry)}" for entry in sorted(self._entries[path])]
            if lines:
                blocks.append(f"    {_json(path)}: [\n" + ",\n".join(lines) + "\n    ]")
        files = "{\n" + ",\n".join(blocks) + "\n  }" if blocks else "{}"
        return f'{{\n  "version": {_VERSION},\n  "files": {files}\n}}\n'

    @property
    def size(self) -> int:
        """How many findings are known."""
        return sum(map(len, self._entries.values()))

    def _vanished(self) -> Iterator[str]:
        for path in self._entries:
            if path not in self._checked and not (self.file.parent / path).exists():
                yield path

    def _path(self, shown: str) -> str:
        """How the baseline calls a file."""
        absolute = os.path.abspath(shown)  # noqa: PTH100 - resolves no links
        try:
            relative = os.path.relpath(absolute, self.file.absolute().parent)
        except ValueError:  # on another drive
            relative = absolute
        return PurePath(relative).as_posix()


def read_baseline(file: Path) -> Baseline:
    """The known findings in a file. Raises BaselineError, and OSError where it can't be read."""
    try:
        data = json.loads(file.read_bytes())
        entries = {path: list(map(_read, listed)) for path, listed in data["files"].items()}
        version = data["version"]
    except FileNotFoundError as error:
        raise BaselineError(file, missing=True) from error
    except json.JSONDecodeError as error:
        raise BaselineError(file, line=error.lineno) from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BaselineError(file) from error
    if version != _VERSION:
        raise BaselineError(file)
    return Baseline(file, entries)


def _read(data: dict[str, Any]) -> Entry:
    entry = Entry(**data)
    if not all(isinstance(value, str) for value in entry):
        raise TypeError(str(data))
    return entry


def _entry(result: Result) -> Entry:
    place = result.place
    words = ""
    if place is not None:
        words = place.text[place.at : place.at + place.end_column - place.column]
    return Entry(result.code, result.kind.name, " ".join(words.split()), result.fingerprint)


def _line(entry: Entry) -> str:
    return _json(entry._asdict())


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
