"""Time expressions in running text: atoms joined to ranges, lists and deadlines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from duplan.dates.atoms import END, YEARS, Atom, Context, Match
from duplan.dates.grammar import ATOM, BEFORE, LAST_DAY, LIMIT, LINK, LONGEST_LIMIT, UNTIL, fold
from duplan.dates.kinds import read_atom
from duplan.dates.period import Period, day_of, month_of

LONGEST = 120  # months of a range; a longer one names no months
_ITEMS = 24  # atoms of a list

# Times only by themselves: passed over in a sentence.
_NOT_IN_SENTENCES = frozenset(
    (
        *("title", "bare_year", "years", "school_years", "month_of_year", "school_week"),
        *("term_point", "season", "day", "part_only", "no_time"),
    )
)
_ALONE = frozenset(("every_unit", "rota", "whole", "bare_year", "years", "no_time", "school_week"))
_DATES = frozenset(("full_date", "slash_day", "dotted_day"))


def read_period(
    text: str, year: int | None = None, *, today: date | None = None, limit: bool = False
) -> Period | None:
    """The time that ``text`` is, or the first one in it; None where it names none.

    ``year`` is the plan's, for what prints no year. ``today`` is needed to read 本月, 下月 and
    三个月后. Months without a known year have None for it. ``limit``: it is a deadline by what stands
    before it, as in 完成时限：9月底.
    """
    context = context_of(year, today)
    folded = fold(text)
    start = len(folded) - len(folded.lstrip())
    whole = read_expression(folded, start, context)
    if whole and whole[0] >= len(folded.rstrip(" 。，：;；")) and whole[1].months:
        return period(text[start : whole[0]], _limited(whole[1]) if limit else whole[1])
    found = next(_scan(folded, context, limit), None)
    return period(text[found[0] : found[1]], found[2]) if found else None


def find_periods(
    text: str, year: int | None = None, name: str = ""
) -> Iterator[tuple[int, int, Period]]:
    """The times named in a text, ``(start, end, period)`` from left to right.

    Titles in 《》, durations, bare years and weeks of a term are none. ``name`` is what the text is
    the value of, as the head of a column: 完成时限.
    """
    limit = LIMIT.search(fold(name)) is not None
    for start, end, atom in _scan(fold(text), context_of(year, None), limit):
        yield start, end, period(text[start:end], atom)


def context_of(year: int | None, today: date | None = None) -> Context:
    return Context(year if year is not None and year in YEARS else None, today)


def _scan(folded: str, context: Context, limit: bool = False) -> Iterator[tuple[int, int, Atom]]:
    """The times in a sentence; ``limit``: the one that it begins with is a deadline."""
    at = 0
    while match := ATOM.search(folded, at):
        at = match.end()
        skip = match.lastgroup in _NOT_IN_SENTENCES
        first = None if skip else read_atom(match, context)
        if first and first.months:
            at, atom = _join(folded, at, first, context)
            if atom.certain:
                start = match.start()
                named = LIMIT.search(folded, max(0, start - LONGEST_LIMIT), start) is not None
                due = named or (limit and not folded[:start].strip())
                yield start, at, _limited(atom) if due else atom


def _limited(atom: Atom) -> Atom:
    """The atom as a deadline; what goes on from a first to a last, or all the time, has its end."""
    return atom if atom.through or atom.precision == "year" else atom._replace(before=True)


def read_expression(folded: str, at: int, context: Context) -> tuple[int, Atom] | None:
    """The expression that begins at ``at``, with its end; also what is a time only by itself."""
    match = ATOM.match(folded, at)
    first = read_atom(match, context) if match else None
    return _join(folded, match.end(), first, context) if match and first else None


def _join(folded: str, at: int, first: Atom, context: Context) -> tuple[int, Atom]:
    """Appends what follows as a range or list, and makes a deadline of it where 前 follows."""
    whole = last = first
    for _ in range(_ITEMS):
        link = LINK.match(folded, at)
        if link is None or last.kind in _ALONE or not last.months:
            break
        step = _next(folded, link, context._replace(previous=last))
        joined = (_range if link["to"] else _list)(whole, step[1]) if step else None
        if step is None or joined is None:
            break
        at, whole = step[0], joined
        last = step[1]._replace(months=whole.months[-1:], dated=whole.dated)
    mark = BEFORE.match(folded, at) or (whole is first and UNTIL.match(folded, at))
    return (mark.end(), whole._replace(before=True)) if mark and whole.months else (at, whole)


def _next(folded: str, link: Match, context: Context) -> tuple[int, Atom] | None:
    """What stands after a link. A comma only joins days: 9月10日，11日."""
    match = ATOM.match(folded, link.end())
    atom = read_atom(match, context) if match else None
    if match and atom:
        joins = atom.kind not in _ALONE and (not link["comma"] or atom.kind == "day")
        return (match.end(), atom) if joins and atom.months else None
    previous = context.previous
    number = LAST_DAY.match(folded, link.end())
    if number and previous and previous.kind in _DATES:
        day = int(number[0])
        return number.end(), previous._replace(kind="day", first=day, last=day)
    return None


def _range(start: Atom, end: Atom) -> Atom | None:
    """From the first month of ``start`` to the last of ``end``, which is in the next year where it
    would be earlier; None where that is too long or runs backwards."""
    a, b = start.months[0], end.months[-1]
    if end.named and not start.named:
        a = b - (b - a) % 12
    elif not end.named and b < a:
        b += (a - b + 11) // 12 * 12
    elif end.kind == "day" and b == a and end.last < start.first:
        b += 1
    if not a <= b <= a + LONGEST:
        return None
    return start._replace(
        precision=start.precision if start.precision == end.precision else "part",
        months=tuple(range(a, b + 1)),
        dated=start.dated or end.dated,
        named=start.named or end.named,
        last=end.last,
        part=start.part if start.part == end.part else "",
        due=(),
        each=(),
        through=True,
        before=end.before,
        certain=start.certain or end.certain or start.kind == end.kind == "slash_day",
    )


def _list(items: Atom, item: Atom) -> Atom:
    """One after the other; a month far earlier than the one before is in the next year."""
    if not item.named and item.months[0] < items.months[-1] - 6:
        item = item._replace(months=tuple(month + 12 for month in item.months))
    return items._replace(
        months=tuple(dict.fromkeys(items.months + item.months)),
        last=item.last,
        part=items.part if items.part == item.part else "",
        due=_due(items) + _due(item),
        each=items.times + item.times,
        before=item.before,
        certain=items.certain or item.certain,
    )


def _due(atom: Atom) -> tuple[int, ...]:
    return atom.due or atom.months[-1:]


def period(raw: str, atom: Atom) -> Period:
    """The published form of an atom."""
    due = atom.before and atom.precision != "recurring"
    months = tuple(dict.fromkeys(_due(atom))) if due else atom.months
    start = end = None
    if months and atom.dated:
        start = None if due else day_of(min(months), atom.first)
        end = day_of(max(months), atom.last)
    each = _each(raw, atom)
    if each and atom.dated:
        start = None if due else min(time.start for time in each if time.start)
        end = max(time.end for time in each if time.end)
    return Period(
        raw=raw,
        precision="deadline" if due else atom.precision,
        months=[(month // 12 if atom.dated else None, month_of(month)) for month in months],
        start=start,
        end=end,
        part=atom.part,
        deadline=atom.before,
        every=atom.every,
        crosses_year=bool(months) and months[0] // 12 != months[-1] // 12,
        each=each,
    )


def _each(raw: str, atom: Atom) -> list[Period]:
    """The times of a list that is more exact than its months: deadlines, days, parts of months."""
    times = atom.times
    if atom.before and not atom.each:
        times = tuple(atom._replace(months=(month,), due=()) for month in _due(atom))
    exact = atom.before or any(time.first > 1 or time.last < END for time in times)
    if len(times) < 2 or not exact or atom.precision == "recurring":
        return []
    return [
        period(raw, time._replace(before=atom.before, dated=atom.dated, each=())) for time in times
    ]
