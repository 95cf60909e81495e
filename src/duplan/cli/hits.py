"""How hits look in a terminal: their plan, their place, and the lines that hold what was looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from duplan.cli.console import Console, clean
from duplan.cli.layout import cells, wrap

if TYPE_CHECKING:
    from duplan.calendar.model import PlanName
    from duplan.library.search import Hit
    from duplan.library.tokens import Span

_GAP = "  "
_INDENT = "    "
_CUT = "…"
_NARROWEST = 20
_LOOKED_AT = 2_000  # characters of a text, from a line before its first match on
_BEFORE = 4  # the share of a line, one to so many, that may stand before the first match


class _Char(NamedTuple):
    """What is printed for a character, its columns with the marks beside it, whether it is a match."""

    shown: str
    columns: int
    match: bool


def hits(found: Iterable[Hit], console: Console, width: int) -> Iterator[str]:
    """Each hit in two lines or three, below its plan; marked by colour or, without any, by 【】."""
    first = True
    for plan, of_plan in groupby(found, lambda hit: hit.plan):
        yield ("" if first else "\n") + _heading(plan, console, width)
        first = False
        for hit in of_plan:
            yield _hit(hit, console, width)


def _heading(plan: PlanName, console: Console, width: int) -> str:
    title = clean(plan.title or console.say("show.untitled"))
    told = plan.year is None or str(plan.year) in title
    named = title if told else f"{plan.year}{_GAP}{title}"
    issuer = clean(plan.issuer or "")
    bold, dim = console.brush("bold"), console.brush("dim")
    lines = wrap(named, width)
    if issuer and cells(lines[-1]) + len(_GAP) + cells(issuer) <= width:
        return "\n".join([*map(bold, lines[:-1]), bold(lines[-1]) + _GAP + dim(issuer)]) + "\n"
    return "\n".join([*map(bold, lines), *map(dim, wrap(issuer, width) if issuer else [])]) + "\n"


def _hit(hit: Hit, console: Console, width: int) -> str:
    room = max(width - len(_INDENT), _NARROWEST)
    part = console.say(f"part.{hit.part}")
    where = hit.plan.source if hit.line is None else f"{hit.plan.source}:{hit.line}"
    place = wrap(_GAP.join([clean(where), clean(f"{part} {hit.label}".rstrip())]), width - 2)
    lines = []
    if hit.title:
        lines.append(_line(hit.title, hit.in_title, console, room))
    if hit.in_text:
        lines.append(_line(hit.text, hit.in_text, console, room))
    dim = console.brush("dim")
    return "".join(
        [*(f"{_GAP}{dim(line)}\n" for line in place), *(f"{_INDENT}{line}\n" for line in lines)]
    )


def _line(text: str, matches: Sequence[Span], console: Console, room: int) -> str:
    """The part of a text that holds most of the matches, in one line of at most ``room`` columns."""
    marks = ("", "") if console.coloured else ("【", "】")
    first = max(matches[0][0] - room, 0) if matches else 0
    last = first + _LOOKED_AT
    chars = _chars(text[first:last], _within(matches, first, last), sum(map(cells, marks)))
    start, end = _window(chars, room, 2 * len(_CUT) + sum(map(cells, marks)))
    paint = console.brush("red")
    shown = [
        paint(f"{marks[0]}{part}{marks[1]}") if match else part
        for match, part in _runs(chars[start:end])
    ]
    before, after = (_CUT if start or first else ""), (_CUT if first + end < len(text) else "")
    return "".join([before, *shown, after])


def _within(matches: Iterable[Span], first: int, last: int) -> Iterator[Span]:
    """The matches, or their parts, between two places, counted from the first of them."""
    for start, end in matches:
        if start < last and end > first:
            yield max(start - first, 0), min(end, last) - first


def _chars(text: str, spans: Iterable[Span], marked: int) -> list[_Char]:
    """The characters, safe to print; the first of a match also counts the columns of its marks."""
    matches = [*spans]
    starts = {start for start, _ in matches}
    inside = {at for start, end in matches for at in range(start, end)}
    chars = []
    for at, char in enumerate(text):
        shown = " " if char == "\n" else clean(char)
        columns = cells(shown) + (marked if at in starts else 0)
        chars.append(_Char(shown, columns, at in inside))
    return chars


def _window(chars: Sequence[_Char], room: int, spare: int) -> tuple[int, int]:
    """The range that has room and holds the most different matches, then the most of them; the first."""
    if sum(char.columns for char in chars) <= room:
        return 0, len(chars)
    room -= spare
    best, most = (0, 0), (-1, -1)
    for at, char in enumerate(chars):
        if at and not (char.match and not chars[at - 1].match):
            continue
        start, end = _around(chars, at, room)
        held = [text for match, text in _runs(chars[start:end]) if match]
        if (len({*held}), len(held)) > most:
            best, most = (start, end), (len({*held}), len(held))
    return best


def _around(chars: Sequence[_Char], at: int, room: int) -> tuple[int, int]:
    """As much as there is room for, from a little before ``at``."""
    start, used = at, 0
    while start and used + chars[start - 1].columns <= room // _BEFORE:
        start -= 1
        used += chars[start].columns
    end = at
    while end < len(chars) and used + chars[end].columns <= room:
        used += chars[end].columns
        end += 1
    while end == len(chars) and start and used + chars[start - 1].columns <= room:
        start -= 1
        used += chars[start].columns
    while start < at and _is_inside(chars, start):  # no other match is shown in part
        start += 1
    cut = end
    while cut > at and _is_inside(chars, cut):
        cut -= 1
    return start, cut if cut > at else end


def _is_inside(chars: Sequence[_Char], at: int) -> bool:
    """Whether a match would be parted before a character."""
    return 0 < at < len(chars) and chars[at - 1].match and chars[at].match


def _runs(chars: Iterable[_Char]) -> Iterator[tuple[bool, str]]:
    for match, run in groupby(chars, lambda char: char.match):
        yield match, "".join(char.shown for char in run)
