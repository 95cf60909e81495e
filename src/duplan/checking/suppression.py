"""Findings that a comment in a plan file says are meant to be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches

from duplan.checking.choice import UnknownNameError, named
from duplan.diagnostics import Diagnostic, Edit, Fix
from duplan.plan import Document
from duplan.planfiles.document import PlanFile
from duplan.planfiles.suppressions import IGNORE, IGNORE_FILE, Suppression
from duplan.planfiles.words import nearest
from duplan.rules import STANDARD
from duplan.rules.planfile.unknown_code import RULE as UNKNOWN
from duplan.rules.planfile.useless_suppression import RULE as USELESS

_WORDS = (IGNORE, IGNORE_FILE)
_SHOWN = 40  # characters of a name that a finding quotes
_HINTS = 100  # names that mean nothing for which one that does is looked for
_NOWHERE = (-1, -1, -1)


def apply(
    diagnostics: Iterable[Diagnostic], document: Document, asked: Collection[str]
) -> list[Diagnostic]:
    """The findings without those that comments in the file suppress, in the order of the file.

    ``asked`` are the codes that were checked. Where DP901 and DP902 are among them, comments that
    suppress nothing and codes that aren't known are found; what wasn't asked for can't be told.
    """
    evidence = document.evidence
    found = list(diagnostics)
    if not isinstance(evidence, PlanFile) or not evidence.suppressions:
        return found
    told = _Told(evidence.suppressions)
    found = [each for each in found if not told.suppress(each)]
    if UNKNOWN.code in asked:
        found += told.unknown()
    if USELESS.code in asked:
        found += told.useless(asked)
    return sorted(found, key=lambda each: (each.span or _NOWHERE, each.code, each.message()))


class _Told:
    """The comments of a file, and which of their codes have suppressed something."""

    def __init__(self, comments: Sequence[Suppression]) -> None:
        self.comments = [each for each in comments if each.word in _WORDS]
        self.other = [each for each in comments if each.word not in _WORDS]
        self._codes = [_codes(each) for each in self.comments]
        self._used: list[set[str]] = [set() for _ in self.comments]
        self._everywhere: list[int] = []  # numbers of comments
        self._by_line: dict[int, list[int]] = {}
        for number, each in enumerate(self.comments):
            if each.word == IGNORE_FILE:
                self._everywhere.append(number)
            for line in each.lines or ():
                self._by_line.setdefault(line, []).append(number)

    def suppress(self, found: Diagnostic) -> bool:
        """Whether a comment suppresses a finding; every one that does is remembered."""
        here = self._by_line.get(found.span.block, []) if found.span else []
        suppressed = False
        for number in (*self._everywhere, *here):
            if not self.comments[number].listed or found.code in self._codes[number]:
                self._used[number].add(found.code)
                suppressed = True
        return suppressed

    def unknown(self) -> Iterator[Diagnostic]:
        """A DP902 for each code, name or word that means nothing."""
        for each in self.other:
            meant = _nearest(each.word, _WORDS)
            if meant or each.listed:
                yield Diagnostic(UNKNOWN.kind, each.place, _values(each.word, meant))
        asked = 0
        for each in self.comments:
            for name, place in each.names:
                if not _meant(name):
                    asked += 1
                    meant = UnknownNameError(name[:_SHOWN]).near if asked <= _HINTS else ""
                    fix = Fix((Edit(place, meant),)) if meant else None
                    yield Diagnostic(UNKNOWN.kind, place, _values(name, meant), fix)

    def useless(self, asked: Collection[str]) -> Iterator[Diagnostic]:
        """A DP901 for each comment with codes that were asked for and suppressed nothing."""
        for each, used in zip(self.comments, self._used, strict=True):
            if not each.listed:
                if not used and STANDARD.issubset(asked):
                    fix = Fix((Edit(each.comment, ""),), safe=True)
                    yield Diagnostic(USELESS.kind, each.place, {"names": each.word}, fix)
                continue
            idle = [name for name, _ in each.names if _idle(_meant(name), used, asked)]
            kept = [name for name, _ in each.names if name not in idle]
            if idle or not each.names:
                edit = Edit(each.list_, ", ".join(kept)) if kept else Edit(each.comment, "")
                names = ", ".join(idle) or each.word
                yield Diagnostic(
                    USELESS.kind, each.place, {"names": names}, Fix((edit,), safe=True)
                )


def _codes(comment: Suppression) -> frozenset[str]:
    return frozenset[str]().union(*(_meant(name) for name, _ in comment.names))


def _meant(name: str) -> frozenset[str]:
    """The codes that a name stands for, as on the command line; none where it means nothing."""
    try:
        return named(name).codes
    except UnknownNameError:
        return frozenset()


def _idle(codes: frozenset[str], used: set[str], asked: Collection[str]) -> bool:
    """Whether what a name stands for was checked and suppressed nothing; of what isn't checked by
    default a wide name may hold some that was not.
    """
    checked = codes & STANDARD or codes
    return bool(codes) and codes.isdisjoint(used) and checked.issubset(asked)


def _values(name: str, meant: str | None) -> dict[str, str | int]:
    hint = nearest(meant)
    return {"name": name[:_SHOWN], "en": hint.en, "zh": hint.zh}


def _nearest(name: str, known: Iterable[str]) -> str | None:
    return next(iter(get_close_matches(name[:_SHOWN], known, 1)), None)
