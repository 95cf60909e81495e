"""What a reader is given: the bytes of a file, and what reading them may cost."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from duplan.diagnostics import UnreadableError


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what a file may make a reader do. Beyond one, the file is refused.

    The defaults leave room for a plan of some thousand pages and stop small files that unfold into
    gigabytes.
    """

    file: int = 256 << 20  # bytes of a file, its pictures included
    text: int = 64 << 20  # bytes of a text file, or characters of a string
    lines: int = 500_000  # of a text
    members: int = 20_000  # files in a zip file, parts of a web archive
    unzipped: int = 64_000_000  # bytes of all the parts that are read
    ratio: int = 30  # unzipped bytes to zipped ones, beyond archive.FREE
    paragraphs: int = 100_000
    cells: int = 500_000  # of spreadsheets
    pages: int = 2_000
    seconds: int = 60  # that reading a PDF may take

    def exceeded(self, name: str) -> UnreadableError:
        """The refusal of a file that goes beyond the limit of this name."""
        return UnreadableError("too-large", limit=name, value=getattr(self, name))


@dataclass(slots=True)
class Spent:
    """What reading a file has cost so far, the files embedded in it included."""

    unzipped: int = 0  # bytes


@dataclass(frozen=True, slots=True)
class File:
    """One file to read. ``name`` is what findings call it."""

    data: bytes
    name: str = ""
    limits: Limits = field(default_factory=Limits)
    spent: Spent = field(default_factory=Spent)

    @property
    def sha256(self) -> str:
        """The digest of the bytes, in hexadecimal digits."""
        return sha256(self.data).hexdigest()


def open_file(
    file: str | Path | BinaryIO, name: str | None = None, limits: Limits | None = None
) -> File:
    """A file from a path or a binary stream, by default named like the path.

    Raises ``UnreadableError`` beyond ``limits.file``, which is all it reads, and ``OSError``.
    """
    limits = limits or Limits()
    if isinstance(file, str | Path):
        path = Path(file)
        with path.open("rb") as stream:
            return _take(stream, name or path.name, limits)
    return _take(file, name or "", limits)


def _take(stream: BinaryIO, name: str, limits: Limits) -> File:
    data = stream.read(limits.file + 1)
    if len(data) > limits.file:
        raise limits.exceeded("file")
    return File(data, name, limits)
