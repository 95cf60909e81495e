"""Files → records, on all cores where there are many."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from duplan.diagnostics import UnreadableError
from duplan.library.folder import suffix_of
from duplan.library.shelf import Refused
from duplan.workers import spread

if TYPE_CHECKING:
    from duplan.library.record import Record
    from duplan.readers.file import Limits

Key = TypeVar("Key")


class Read(NamedTuple):
    """What reading a file gave: its record, the refusal of its content, or an error that only tells
    of this time."""

    sha256: bytes
    result: Record | Refused | Exception


def read_file(path: str, limits: Limits | None = None) -> Read:
    """Reads one file. Raises nothing but what ends the process."""
    from hashlib import sha256

    from duplan.library.answers import is_answer
    from duplan.library.record import Record, record
    from duplan.pipeline import load
    from duplan.readers.file import Limits

    limits = limits or Limits()
    data = b""
    try:
        with open(path, "rb") as stream:  # noqa: PTH123 - the path may come from a directory entry
            if os.fstat(stream.fileno()).st_size > limits.file:
                raise limits.exceeded("file")
            data = stream.read(limits.file + 1)
        if is_answer(data, suffix_of(path)):
            return Read(sha256(data).digest(), Record((), (), ()))
        name = os.fsencode(os.path.basename(path)).decode("utf-8", "backslashreplace")  # noqa: PTH119
        return Read(sha256(data).digest(), record(load(BytesIO(data), name=name, limits=limits)))
    except UnreadableError as error:
        return Read(sha256(data).digest(), Refused(error.kind, error.values))
    except Exception as error:
        return Read(b"", _portable(error))


def _portable(error: Exception) -> Exception:
    """An error that another process can be sent: only the system's own are sure to be."""
    if isinstance(error, OSError):
        return OSError(error.errno, error.strerror, error.filename)  # of the same class
    return RuntimeError(f"{type(error).__name__}: {error}")


def read_files(
    files: Iterable[tuple[Key, str]],
    count: int,
    workers: int | None = None,
    limits: Limits | None = None,
) -> Generator[tuple[Key, Read], None, None]:
    """Reads about ``count`` files as ``workers.spread`` does; the results come as they are ready.

    That of a file that a worker dies of is the ``BrokenProcessPool``.
    """
    read = read_file if limits is None else partial(read_file, limits=limits)
    with closing(spread(files, count, read, workers)) as results:
        for key, result in results:
            yield key, Read(b"", result) if isinstance(result, BrokenProcessPool) else result
