"""What tells that a file is as it was, without reading it; and reading it, where that doesn't."""

from __future__ import annotations

import os
import time
from typing import NamedTuple

_NO_INODES = os.name == "nt"  # a directory entry of Windows has none, and its ctime is another
_RACY = 2_000_000_000  # ns: the coarsest clock of a file system in use, FAT's
_CHUNK = 1 << 20


class Signature(NamedTuple):
    """Size in bytes, times in ns; the number of the file in its file system."""

    size: int
    mtime: int
    inode: int
    ctime: int


class Look(NamedTuple):
    """A file as it was found: the digest of its content, and whether its signature will tell when
    that changes."""

    signature: Signature
    sha256: bytes
    lasting: bool


def signature(status: os.stat_result) -> Signature:
    """The signature of a file whose status this is, of a path or of a directory entry."""
    if _NO_INODES:
        return Signature(status.st_size, status.st_mtime_ns, 0, 0)
    inode = status.st_ino & (1 << 63) - 1  # SQLite's integers have a sign
    return Signature(status.st_size, status.st_mtime_ns, inode, status.st_ctime_ns)


def look(path: str) -> Look:
    """Reads a file for its digest. Raises ``OSError``.

    A file that changed while it was read, or so lately that its next change may get the same time,
    has no lasting signature (git calls such an entry racy).
    """
    from hashlib import sha256

    digest = sha256()
    with open(path, "rb") as stream:  # noqa: PTH123 - the path may come from a directory entry
        before = signature(os.fstat(stream.fileno()))
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
        after = signature(os.fstat(stream.fileno()))
    now = time.time_ns()
    fresh = any(abs(now - each) < _RACY for each in (after.mtime, after.ctime))
    return Look(after, digest.digest(), before == after and not fresh)
