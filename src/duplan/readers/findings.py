"""Findings that readers of several formats make, each in one form."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import KINDS, Diagnostic
from duplan.source import Span

MAX_NAMED = 40  # characters of left-out text that a finding quotes


def hidden(text: str, span: Span | None = None) -> Iterator[Diagnostic]:
    """A DP104 for text that isn't shown; none where it is white space."""
    text = text.strip()
    if text:
        yield Diagnostic(KINDS["DP104"], span, {"text": text[:MAX_NAMED]})


def damaged(bad: int, encoding: str, dropped: int) -> Iterator[Diagnostic]:
    """A DP102 for what isn't valid in an encoding, a DP103 for control characters left out."""
    if bad:
        yield Diagnostic(KINDS["DP102"], None, {"count": bad, "encoding": encoding})
    if dropped:
        yield Diagnostic(KINDS["DP103"], None, {"count": dropped})


def unread(part: str, reason: object) -> Diagnostic:
    """A DP107 for a part of a file that is left out, with the reason."""
    return Diagnostic(KINDS["DP107"], None, {"part": part, "reason": str(reason)})


def accepted(
    insertions: int, deletions: int, ruby_notes: int, first: Span | None = None
) -> Iterator[Diagnostic]:
    """A DP105 for tracked changes and a DP109 for readings above characters, where there are any.

    ``first`` is the place of the first change, where it is known.
    """
    if insertions or deletions:
        yield Diagnostic(KINDS["DP105"], first, {"insertions": insertions, "deletions": deletions})
    if ruby_notes:
        yield Diagnostic(KINDS["DP109"], None, {"count": ruby_notes})
