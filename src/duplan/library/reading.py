"""Files → records, on all cores where there are many: a process each, whose death costs one file."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from itertools import chain
from multiprocessing import active_children, get_context
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from duplan.diagnostics import UnreadableError
from duplan.library.folder import suffix_of
from duplan.library.shelf import Refused

if TYPE_CHECKING:
    from duplan.library.record import Record
    from duplan.readers.file import Limits

FEW = 16  # files that are read sooner than workers start
_EACH = 8  # files that a worker should have, to be worth its start
_AHEAD = 4  # files for each worker that are with it or wait for it
_MOST = 61  # processes that Windows can wait for

Key = TypeVar("Key")
Reader = Callable[[str], "Read"]


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
    """Reads about ``count`` files, with a worker for each core unless told how many.

    The results come as they are ready; few files wait at a time, however many there are. A file that a
    worker dies of is tried again alone; then its result is the ``BrokenProcessPool``.
    """
    workers = min(cores() if workers is None else workers, -(-count // _EACH))
    files = iter(files)
    lost: list[tuple[Key, str]] = []
    while workers > 1 and count > FEW:
        with _pool(workers) as pool:
            lost = yield from _spread(pool, files, _AHEAD * workers, _reader(limits))
        if not lost:
            return
        if not _can_start():
            break
        for key, path in lost:
            yield key, _alone(path, _reader(limits))
    for key, path in chain(lost, files):
        yield key, _reader(limits)(path)


def _reader(limits: Limits | None) -> Reader:
    return read_file if limits is None else partial(read_file, limits=limits)


def cores() -> int:
    """How many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return min(os.cpu_count() or 1, _MOST)


def _spread(
    pool: ProcessPoolExecutor,
    files: Iterator[tuple[Key, str]],
    ahead: int,
    read: Reader,
) -> Generator[tuple[Key, Read], None, list[tuple[Key, str]]]:
    """Reads the files to their end, or until a worker dies; gives those that were waiting then."""
    waiting: dict[Future[Read], tuple[Key, str]] = {}
    lost: list[tuple[Key, str]] = []
    while True:
        while not lost and len(waiting) < ahead and (file := next(files, None)):
            try:
                waiting[pool.submit(read, file[1])] = file
            except BrokenProcessPool:
                lost.append(file)
        if not waiting:
            return lost
        for future in wait(waiting, return_when=FIRST_COMPLETED).done:
            file = waiting.pop(future)
            try:
                result = future.result()
            except BrokenProcessPool:
                lost.append(file)
            else:
                yield file[0], result


def _alone(path: str, read: Reader) -> Read:
    """Reads a file in a process that nothing else depends on."""
    with _pool(1) as pool:
        try:
            return pool.submit(read, path).result()
        except BrokenProcessPool as error:
            return Read(b"", error)


def _can_start() -> bool:
    """Whether workers can start at all: not below a script without ``if __name__ == "__main__"``."""
    with _pool(1) as pool:
        try:
            return pool.submit(os.getpid).result() > 0
        except BrokenProcessPool:
            return False


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Workers; where the block is left by an exception they end at once, whatever they read."""
    before = active_children()
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _deaf)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in active_children():
            if process not in before:
                process.terminate()
        raise
    pool.shutdown()


def _deaf() -> None:
    """Leaves Ctrl-C, which a terminal sends to all processes, to the one that started the worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
