"""Findings that a comment in a plan file says are meant to be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches

from duplan.diagnostics import KINDS, Diagnostic, Edit, Fix
from duplan.plan import Document
from duplan.planfiles.document import PlanFile
from duplan.planfiles.suppressions import IGNORE, IGNORE_FILE, Suppression
from duplan.planfiles.words import nearest
from duplan.rules import RULES, STANDARD
from duplan.rules.planfile.unknown_code import RULE as UNKNOWN
from duplan.rules.planfile.useless_suppression import RULE as USELESS

_WORDS = (IGNORE, IGNORE_FILE)
_SHOWN = 40  # characters of a name that a finding quotes
_EVERY = ""  # what a comment without a list suppresses
_CODES = {
    name: kind.code
    for kind in (*KINDS.values(), *(rule.kind for rule in RULES.values()))
    for name in (kind.code, kind.name)
}
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
            code = found.code if self.comments[number].listed else _EVERY
            if code == _EVERY or code in _codes(self.comments[number]):
                self._used[number].add(code)
                suppressed = True
        return suppressed

    def unknown(self) -> Iterator[Diagnostic]:
        """A DP902 for each code, name or word that means nothing."""
        for each in self.other:
            meant = _nearest(each.word, _WORDS)
            if meant or each.listed:
                yield Diagnostic(UNKNOWN.kind, each.place, _values(each.word, meant))
        for each in self.comments:
            for name, place in each.names:
                if name not in _CODES:
                    meant = _nearest(name, _CODES)
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
            idle = [
                name
                for name, _ in each.names
                if name in _CODES and _CODES[name] in asked and _CODES[name] not in used
            ]
            kept = [name for name, _ in each.names if name not in idle]
            if idle or not each.names:
                edit = Edit(each.list_, ", ".join(kept)) if kept else Edit(each.comment, "")
                names = ", ".join(idle) or each.word
                yield Diagnostic(
                    USELESS.kind, each.place, {"names": names}, Fix((edit,), safe=True)
                )


def _codes(comment: Suppression) -> set[str]:
    return {_CODES.get(name, name) for name, _ in comment.names}


def _values(name: str, meant: str | None) -> dict[str, str | int]:
    hint = nearest(meant)
    return {"name": name[:_SHOWN], "en": hint.en, "zh": hint.zh}


def _nearest(name: str, known: Iterable[str]) -> str | None:
    return next(iter(get_close_matches(name[:_SHOWN], known, 1)), None)
