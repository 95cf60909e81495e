"""Time labels: strings that are nothing but a time, and key the entries of a schedule."""

from __future__ import annotations

import re
from dataclasses import dataclass

from duplan.dates.atoms import Atom, Context
from duplan.dates.grammar import GUARD, MONTH, WEEKDAYS, fold
from duplan.dates.period import Period
from duplan.dates.reading import context_of, period, read_expression

LONGEST = 64  # characters of a label, its cells joined

_BRACKETS = {"（": "）", "【": "】", "[": "]"}
_BEGINNING = re.compile(rf"[（【\[]?{GUARD}")
_HEAD = 5  # characters that tell whether a label can begin
_GAP = re.compile(r"[ |]*(?P<bracket>（?) *")
_SUFFIX = re.compile(f"(?: ?{WEEKDAYS})?(?:期间|前后|左右|[内起]|开始|[上下]午|晚上?)?")
_TAIL = re.compile("[ 、，.。：]*")
_BROKEN = re.compile(rf"({MONTH}) *\| *({MONTH})(?: ?月份?)?|({MONTH}) +({MONTH}) ?月份?")

_UNSETTLED = frozenset(("term_point",))  # its months depend on the term
_NO_KEY = frozenset(("rota", "years", "bare_year", "relative"))
_CLOSER = frozenset(("day", "part_only", "school_week"))


@dataclass(frozen=True, slots=True)
class TimeLabel:
    """A time that stands for itself. ``period.months`` is empty where only the rest of the schedule
    tells the months: 第3周, 中旬, 期末, 待定."""

    period: Period


def read_time_label(text: str, year: int | None = None) -> TimeLabel | None:
    """The label that the whole of ``text`` is, but for a colon at its end; None if there is more.

    ``text`` is a heading or a cell. The lines of a cell, or several cells, are joined by a space, a
    line break or a bar; 2 | 3 is a cell that broke in 2-3月.
    """
    if len(text) > LONGEST or not _BEGINNING.match(fold(text[:_HEAD])):
        return None
    folded = fold(text).replace("\n", " ")
    broken = _BROKEN.fullmatch(folded)
    if broken:
        first, last = filter(None, broken.groups())
        folded = f"{first}-{last}月"
    found = _read(folded, context_of(year), whole=True)
    if found is None or not _TAIL.fullmatch(folded, found[0]):
        return None
    return TimeLabel(period(text if broken else text[: found[0]], found[1]))


def match_time_label(text: str, year: int | None = None) -> tuple[int, TimeLabel] | None:
    """The longest label at the start of ``text`` and where it ends, or None.

    What follows is for the caller to judge: 3月 is a label in 3月：…, and none in 3月植树…. What is
    a time only by itself (期末, 国庆节) is a label only before a colon, a gap or the end. A number
    label has to be cut off before: 5、6月份 is May and June.
    """
    if not _BEGINNING.match(fold(text[:_HEAD])):
        return None
    folded = fold(text[:LONGEST]).replace("\n", " ")
    found = _read(folded, context_of(year), whole=False)
    if found is None:
        return None
    end, atom = found
    if not (atom.certain or atom.kind == "slash_day" or folded[0] == "第"):
        decimal = atom.kind == "dotted_day" and atom.first == atom.last
        if folded[end : end + 1] not in (("", "：") if decimal else ("", "：", "|", " ")):
            return None
    return end, TimeLabel(period(text[:end], atom))


def _read(folded: str, context: Context, *, whole: bool) -> tuple[int, Atom] | None:
    close = _BRACKETS.get(folded[0])
    found = _step(folded, int(close is not None), context, close)
    if found is None:
        return None
    at, label = found
    while gap := _GAP.match(folded, at):
        apart = gap.end() > at or label.kind == "school_week"
        close = _BRACKETS.get(gap["bracket"])
        step = _step(folded, gap.end(), context._replace(previous=label), close) if apart else None
        if step is None or not (
            whole or close or label.kind == "school_week" or step[1].kind in _CLOSER
        ):
            break
        merged = _merge(label, step[1])
        if merged is None:
            break
        at, label = step[0], merged
    return at, label


def _step(folded: str, at: int, context: Context, close: str | None) -> tuple[int, Atom] | None:
    """An expression with its weekday or 前后, and the bracket that closes it."""
    found = read_expression(folded, at, context)
    if found is None or found[1].kind in _NO_KEY:
        return None
    end, atom = found
    if atom.kind in _UNSETTLED:
        atom = atom._replace(months=())
    suffix = _SUFFIX.match(folded, end)
    end = suffix.end() if suffix else end
    if close:
        return (end + 1, atom) if folded.startswith(close, end) else None
    return end, atom


def _merge(label: Atom, closer: Atom) -> Atom | None:
    """9月 第2周, 第2周 9.1-9.7, 2月 中旬 as one; None where the second is not within the first."""
    if not closer.months:
        return label._replace(precision="week") if closer.kind == "school_week" else label
    if not label.months:
        precision = label.precision if label.kind == "school_week" else closer.precision
        return closer._replace(precision=precision)
    return closer if set(closer.months) <= set(label.months) else None
