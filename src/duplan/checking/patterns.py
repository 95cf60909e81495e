"""Patterns for files, as settings have them."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import PurePosixPath


def matches(path: PurePosixPath, patterns: Iterable[str]) -> bool:
    """Whether a relative path, a folder that it is in, or the name of one of them fits a pattern.

    ``*`` stands for any characters, separators too: ``旧*``, ``2019/*.docx``, ``归档``, ``**/草稿/*``.
    """
    places = [str(each) for each in (path, *path.parents) if each.name]
    names = [*places, *path.parts]
    return any(
        fnmatchcase(name, form)
        for pattern in patterns
        for form in _forms(pattern)
        for name in names
    )


def _forms(pattern: str) -> set[str]:
    """A pattern without a separator at its end; ``**/`` also stands for no folder at all."""
    bare = pattern.removesuffix("/").removeprefix("./")
    return {bare, bare.removeprefix("**/")}
