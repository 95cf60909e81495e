"""Files → reports, on all cores where there are many; the order is that of the files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial

from duplan.checking.examination import check_file
from duplan.checking.job import Job, Outcome, lost
from duplan.readers.file import Limits
from duplan.workers import spread


def check_files(
    jobs: Sequence[Job],
    limits: Limits | None = None,
    *,
    workers: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> list[Outcome]:
    """What becomes of each file, as ``workers.spread`` goes about it.

    ``progress`` hears how many are done.
    """
    work = partial(check_file, limits=limits or Limits())
    outcomes: dict[int, Outcome] = {}
    with closing(spread(enumerate(jobs), len(jobs), work, workers)) as results:
        for number, result in results:
            outcomes[number] = result if isinstance(result, Outcome) else lost(result)
            if progress:
                progress(len(outcomes))
    return [outcomes[number] for number in range(len(jobs))]
