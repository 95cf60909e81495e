"""Work on many files, on all cores: a process each, whose death costs the file that it was at."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

FEW = 16  # files that are done sooner than workers start
_EACH = 8  # files that a worker should have, to be worth its start
_AHEAD = 4  # files for each worker that are with it or wait for it
_MOST = 61  # processes that Windows can wait for

Key = TypeVar("Key")
Item = TypeVar("Item")
Result = TypeVar("Result")


def spread(
    items: Iterable[tuple[Key, Item]],
    count: int,
    work: Callable[[Item], Result],
    workers: int | None = None,
) -> Generator[tuple[Key, Result | BrokenProcessPool], None, None]:
    """What ``work`` makes of about ``count`` items, with a worker for each core unless told how many.

    ``work``, the items and the results have to be fit for pickling. The results come as they are ready;
    few items wait at a time, however many there are. An item that a worker dies of is tried again
    alone; then its result is the ``BrokenProcessPool``. Few items are done in this process.
    """
    workers = min(cores() if workers is None else workers, -(-count // _EACH))
    items = iter(items)
    lost: list[tuple[Key, Item]] = []
    while workers > 1 and count > FEW:
        with _pool(workers) as pool:
            lost = yield from _spread(pool, items, _AHEAD * workers, work)
        if not lost:
            return
        if not _can_start():
            break
        for key, item in lost:
            yield key, _alone(item, work)
    for key, item in chain(lost, items):
        yield key, work(item)


def cores() -> int:
    """How many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return min(os.cpu_count() or 1, _MOST)


def _spread(
    pool: ProcessPoolExecutor,
    items: Iterator[tuple[Key, Item]],
    ahead: int,
    work: Callable[[Item], Result],
) -> Generator[tuple[Key, Result], None, list[tuple[Key, Item]]]:
    """Works to the end of the items, or until a worker dies; gives those that were waiting then."""
    from concurrent.futures import FIRST_COMPLETED, wait
    from concurrent.futures.process import BrokenProcessPool

    waiting: dict[Future[Result], tuple[Key, Item]] = {}
    lost: list[tuple[Key, Item]] = []
    while True:
        while not lost and len(waiting) < ahead and (item := next(items, None)):
            try:
                waiting[pool.submit(work, item[1])] = item
            except BrokenProcessPool:
                lost.append(item)
        if not waiting:
            return lost
        for future in wait(waiting, return_when=FIRST_COMPLETED).done:
            item = waiting.pop(future)
            try:
                result = future.result()
            except BrokenProcessPool:
                lost.append(item)
            else:
                yield item[0], result


def _alone(item: Item, work: Callable[[Item], Result]) -> Result | BrokenProcessPool:
    """The work on an item in a process that nothing else depends on."""
    from concurrent.futures.process import BrokenProcessPool

    with _pool(1) as pool:
        try:
            return pool.submit(work, item).result()
        except BrokenProcessPool as error:
            return error


def _can_start() -> bool:
    """Whether workers can start at all: not below a script without ``if __name__ == "__main__"``."""
    from concurrent.futures.process import BrokenProcessPool

    with _pool(1) as pool:
        try:
            return pool.submit(os.getpid).result() > 0
        except BrokenProcessPool:
            return False


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Workers; where the block is left by an exception they end at once, whatever they do."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, get_context

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
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
