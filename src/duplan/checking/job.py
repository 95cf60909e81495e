"""A file to check, and what becomes of it: what goes to the process that checks it and comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from duplan.checking.report import FileReport
from duplan.checking.settings import Settings

Mend: TypeAlias = Literal["", "safe", "all"]


@dataclass(frozen=True, slots=True)
class Job:
    """A file to check: ``shown`` is what reports call it, ``name`` what its document is called.

    ``path`` is None where the ``data`` are given. One that isn't ``named``, but found in a folder, is
    passed over where duplan itself wrote it (a calendar, a comparison). ``mend`` are the fixes that are
    made: none, those that are safe, or all.
    """

    shown: str
    name: str
    path: str | None
    settings: Settings
    data: bytes = b""
    named: bool = True
    mend: Mend = ""


class Rewritten(NamedTuple):
    """The bytes of a file before and after fixes, its encoding, and how many findings were mended."""

    before: bytes
    after: bytes
    encoding: str
    mended: int


class Failure(NamedTuple):
    """A defect of duplan: the rule that broke, "" where the whole file was lost, and how."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file.

    ``report`` is None where it was passed over, couldn't be opened (``error``), or was lost. Where fixes
    were made, it is that of the ``rewritten`` file.
    """

    report: FileReport | None
    error: OSError | None = None
    failures: tuple[Failure, ...] = ()
    rewritten: Rewritten | None = None


def lost(error: Exception) -> Outcome:
    """What becomes of a file that a defect took."""
    return Outcome(None, failures=(Failure("", f"{type(error).__name__}: {error}"),))
