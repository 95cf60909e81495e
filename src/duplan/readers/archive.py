"""Zip files with XML parts in bounded memory: what docx, odt, ods, ofd and xlsx are made of."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO

from lxml import etree

from duplan.diagnostics import UnreadableError
from duplan.readers.file import File
from duplan.readers.xml import PartError, parse, reason_of, utf8

FREE = 8_000_000  # bytes of one part at any ratio; beyond, Limits.ratio counts

_MEMBER = b"PK\x01\x02"
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    NotImplementedError,
)


class Archive:
    """The members of one zip file by name, whatever their case. Only those asked for are unzipped.

    Raises UnreadableError: "damaged", "too-large".
    """

    def __init__(self, file: File) -> None:
        self._limits = file.limits
        self._spent = file.spent
        if file.data.count(_MEMBER) > file.limits.members:
            raise file.limits.exceeded("members")
        try:
            self._zip = zipfile.ZipFile(BytesIO(file.data))
        except _DAMAGE as error:
            raise UnreadableError("damaged", reason=reason_of(error)) from error
        self._members = {_normal(info.filename): info for info in self._zip.infolist()}

    def __contains__(self, name: str) -> bool:
        return _normal(name) in self._members

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def packed_size(self, name: str) -> int:
        """The bytes that a member takes in the file; 0 where there is none."""
        info = self._members.get(_normal(name))
        return 0 if info is None else info.compress_size

    def read(self, name: str) -> bytes:
        """A member's content.

        Raises PartError (absent or damaged) and UnreadableError ("encrypted", "too-large").
        """
        info = self._members.get(_normal(name))
        if info is None:
            raise PartError("missing")
        if info.flag_bits & 0x1:
            raise UnreadableError("encrypted")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise PartError("unknown compression")
        left = self._limits.unzipped - self._spent.unzipped
        by_ratio = FREE + self._limits.ratio * info.compress_size
        limit = min(left, by_ratio)
        try:
            with self._zip.open(info) as member:
                content = member.read(limit + 1)
        except _DAMAGE as error:
            raise PartError(reason_of(error)) from error
        if len(content) > limit:
            raise self._limits.exceeded("ratio" if by_ratio < left else "unzipped")
        self._spent.unzipped += len(content)
        return content

    def root(self, name: str) -> etree._Element:
        """The root element of an XML member. Raises as ``read`` and ``xml.parse`` do."""
        return parse(utf8(self.read(name)), self.packed_size(name))


def zipped(members: Iterable[tuple[str, str | bytes]]) -> bytes:
    """A zip file of members by name. Nothing is deflated: it is read at once."""
    package = BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        for name, content in members:
            archive.writestr(name, content)
    return package.getvalue()


def _normal(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
