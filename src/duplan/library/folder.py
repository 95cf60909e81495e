"""The plan documents of a folder: which files count, and where they are found."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator

from duplan.suffixes import FORMATS

# what a folder of documents says about itself: README.md, README.zh.md, LICENSE.txt
_ABOUT_THE_FOLDER = re.compile(
    r"(?:readme|changelog|licen[cs]e)(?![^\W_]).*\.(?:md|txt)", re.IGNORECASE | re.DOTALL
)


def is_visible(name: str) -> bool:
    """Whether a name is neither hidden nor that of a lock that Word or WPS left (~$x.docx)."""
    return not name.startswith((".", "~$"))


def is_document(name: str) -> bool:
    """Whether a visible name is one of a document, and not of a text about the folder that it is in."""
    return suffix_of(name) in FORMATS and is_visible(name) and not _ABOUT_THE_FOLDER.fullmatch(name)


def is_document_file(path: str) -> bool:
    """Whether a path ends in the name of a document."""
    return is_document(os.path.basename(path))  # noqa: PTH119


def suffix_of(name: str) -> str:
    """The suffix of a file's name or path, in small letters."""
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - importing pathlib takes 4 ms


def documents(
    folder: str,
    *,
    follow: bool = True,
    unreadable: Callable[[OSError], None] | None = None,
    takes: Callable[[str], bool] = is_document_file,
) -> Iterator[os.DirEntry[str]]:
    """The documents in a folder and below it, sorted by the parts of their paths.

    With ``follow``, links are followed and nothing is found twice: every folder is entered once, and
    a link counts only where it leads to what isn't found in its own place; one to the folder itself or
    to one around it leads nowhere. Else links to folders are passed over. ``takes`` says of a path
    whether it is one to be found. ``unreadable`` hears of folders that can't be listed. Raises
    ``OSError`` where that is the first one.
    """
    walk = _Walk(folder, takes) if follow else None
    open_folders = [_sorted(folder)]
    while open_folders:
        if not open_folders[-1]:
            open_folders.pop()
            continue
        entry = open_folders[-1].pop()
        try:
            if entry.is_dir():
                if is_visible_folder(entry.name) and (
                    walk.enters(entry) if walk else not entry.is_symlink()
                ):
                    open_folders.append(_sorted(entry.path))
            elif (
                takes(entry.path)
                and entry.is_file()
                and not (walk and entry.is_symlink() and walk.knows(entry))
            ):
                yield entry
        except OSError as error:
            if unreadable:
                unreadable(error)


def is_visible_folder(name: str) -> bool:
    """Whether a folder of this name is looked into."""
    return not name.startswith(".")


def _sorted(folder: str) -> list[os.DirEntry[str]]:
    """The last first, so that each can be let go once it was looked at."""
    with os.scandir(folder) as entries:
        return sorted(entries, key=_name, reverse=True)


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


class _Walk:
    """What was found so far, for links that lead to it again."""

    def __init__(self, folder: str, takes: Callable[[str], bool]) -> None:
        self.takes = takes
        self.root = os.path.realpath(folder)
        self.folders = {_identity(folder)}
        self.linked: set[str] = set()  # files that a link led to

    def enters(self, folder: os.DirEntry[str]) -> bool:
        """Whether the folder is new."""
        if folder.is_symlink():
            real = os.path.realpath(folder.path)
            if f"{self.root}{os.sep}".startswith(real.rstrip(os.sep) + os.sep):
                return False
            if self._has(real) and all(map(is_visible_folder, self._below(real))):
                return False
        identity = _identity(folder.path)
        if identity in self.folders:
            return False
        self.folders.add(identity)
        return True

    def knows(self, file: os.DirEntry[str]) -> bool:
        """Whether a link leads to a file that is found in its own place or by another link."""
        real = os.path.realpath(file.path)
        if self._has(real) and self.takes(real):
            *folders, _ = self._below(real)
            if all(map(is_visible_folder, folders)):
                return True
        known = real in self.linked
        self.linked.add(real)
        return known

    def _has(self, path: str) -> bool:
        return path.startswith(self.root.rstrip(os.sep) + os.sep)

    def _below(self, path: str) -> list[str]:
        return path[len(self.root) :].strip(os.sep).split(os.sep)  # noqa: PTH206


def _identity(folder: str) -> tuple[int, int]:
    """What tells a folder from others, by whatever path; Windows knows it of no directory entry."""
    status = os.stat(folder)  # noqa: PTH116
    return status.st_dev, status.st_ino
