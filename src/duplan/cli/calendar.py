"""``duplan calendar``: what is due, of plans that are named or of the whole library."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from typing import TYPE_CHECKING, Annotated

from duplan.calendar.model import Calendar, Entry, From, month_name, whole_works
from duplan.calendar.question import Question, read_question
from duplan.cli.console import Console, Refusal, clean
from duplan.cli.libraries import LibraryOption
from duplan.cli.options import Argument, LimitOption, Option
from duplan.cli.selection import Chosen, select

if TYPE_CHECKING:
    from duplan.writers.calendar import CalendarWriter

_SOURCES: tuple[From, ...] = ("schedule", "task", "goal")
_VIEWS = ("list", "year", "gantt")
_YEARS = range(1900, 2200)
_EVERY_MONTH = Question("", tuple((None, number) for number in range(1, 13)))


def calendar(
    console: Console,
    plans: Annotated[list[str] | None, Argument("plans", "plans")] = None,
    month: Annotated[
        str | None, Option("-m", "--month", metavar="time", help="calendar.month")
    ] = None,
    year: Annotated[int | None, Option("--year", metavar="year", help="calendar.in-year")] = None,
    issuer: Annotated[
        str | None, Option("--issuer", metavar="issuer", help="list.by-issuer")
    ] = None,
    sources: Annotated[
        str | None, Option("--from", metavar="sources", help="calendar.sources")
    ] = None,
    view: Annotated[str, Option("--view", metavar="view", help="calendar.view")] = "list",
    to: Annotated[str | None, Option("-t", "--to", metavar="format", help="calendar.to")] = None,
    output: Annotated[
        str | None, Option("-o", "--output", metavar="file", help="calendar.output")
    ] = None,
    workdays: Annotated[bool, Option("--workdays", help="calendar.workdays")] = False,
    library: LibraryOption = None,
    limit: LimitOption = None,
) -> int:
    """Show what is due; the exit code is 1 where a file of the library can't be read."""
    question = _question(month, year)
    wanted = _sources(sources)
    if view not in _VIEWS:
        raise Refusal("usage.choice", name="--view", choices=", ".join(_VIEWS))
    output = None if output == "-" else output
    writer = _writer(console, to, output)
    chosen, whole = select(console, plans or [], library, limit)
    found = [*_entries(chosen, question, issuer, wanted)]
    answer = Calendar(_months(question, found), found)
    if writer is not None and writer.works:
        every = _entries(chosen, _EVERY_MONTH, issuer, wanted)
        answer = whole_works(answer, every)
    if workdays:
        answer = _on_workdays(console, answer)
    if writer is not None:
        from duplan.cli.publishing import publish

        if not found:
            console.tell(clean(_nothing(console, chosen, question, issuer, wanted)))
        return int(not whole) if publish(console, answer, writer, output, chosen) else 2
    if not found:
        console.write(_nothing(console, chosen, question, issuer, wanted) + "\n")
        return int(not whole)
    for text in _view(view)(answer, console, console.width):
        console.write(text, styled=True)
    return int(not whole)


def _question(month: str | None, year: int | None) -> Question:
    """What is asked for, every month where nothing is. Raises Refusal where it is no time."""
    if year is not None and year not in _YEARS:
        raise Refusal("usage.year", name="--year")
    if month is None:
        return Question("", tuple((year, number) for number in range(1, 13)))
    from datetime import date

    question = read_question(month, year, date.today())  # noqa: DTZ011 - the user's own day
    if question is None:
        raise Refusal("usage.time", value=month)
    return question


def _sources(given: str | None) -> tuple[From, ...]:
    """The kinds of sentences that count. Raises Refusal where there is no such kind."""
    names = [name.strip() for name in (given or ",".join(_SOURCES)).split(",")]
    if not {*names} <= {*_SOURCES}:
        raise Refusal("usage.choice", name="--from", choices=", ".join(_SOURCES))
    return tuple(source for source in _SOURCES if source in names)


def _writer(console: Console, to: str | None, output: str | None) -> CalendarWriter | None:
    """The format that is asked for, or that the name of the file tells; None for the screen."""
    if to is None and output is None:
        return None
    from duplan.cli.publishing import writer_of

    return writer_of(console, to, output)


def _entries(
    chosen: Sequence[Chosen], question: Question, issuer: str | None, sources: tuple[From, ...]
) -> Iterator[Entry]:
    """What is due, in the order of months; those of unknown years last."""
    answers = (
        filter(
            each.holds,
            each.library.entries(question.months, issuer=issuer, sources=sources, files=each.files),
        )
        for each in chosen
    )
    ordered = merge(*answers, key=_order) if len(chosen) > 1 else next(answers)
    return filter(question.covers, ordered) if question.days else ordered


def _order(entry: Entry) -> tuple[bool, str]:
    return entry.month.startswith("-"), entry.month


def _months(question: Question, found: Sequence[Entry]) -> list[str]:
    """The names of the months asked for; of one that is asked for in every year, those found."""
    if any(year is not None for year, _ in question.months):
        return [month_name(*month) for month in question.months]
    told = dict.fromkeys(entry.month for entry in found)
    return [*told] or [month_name(*month) for month in question.months]


def _on_workdays(console: Console, answer: Calendar) -> Calendar:
    """The calendar on working days; says of which years the holidays aren't known."""
    from duplan.calendar.workdays import on_workdays

    moved = on_workdays(answer)
    if moved.unknown:
        years = console.say("comma").join(map(str, moved.unknown))
        console.tell(console.say("calendar.unknown-holidays", years=years))
    return moved.calendar


def _nothing(
    console: Console,
    chosen: Sequence[Chosen],
    question: Question,
    issuer: str | None,
    sources: tuple[From, ...],
) -> str:
    """That nothing is due, and when something is."""
    from collections import Counter

    from duplan.calendar.nearest import nearest
    from duplan.cli.captions import month_title

    counts: Counter[tuple[int | None, int]] = Counter()
    for each in chosen:
        counts.update(
            each.library.months_with_entries(issuer=issuer, sources=sources, files=each.files)
        )
    near = [
        console.say(
            "calendar.near", month=month_title(console, month_name(*month)), count=counts[month]
        )
        for month in nearest(question.months, counts)
    ]
    asked = question.raw or console.say("calendar.asked-year", year=question.months[0][0])
    if not near:
        return console.say("calendar.empty")
    return console.say("calendar.empty-month", asked=asked, months=console.say("comma").join(near))


def _view(name: str) -> Callable[[Calendar, Console, int], Iterator[str]]:
    match name:
        case "year":
            from duplan.cli.year import year as view
        case "gantt":
            from duplan.cli.gantt import gantt as view
        case _:
            from duplan.cli.agenda import agenda as view
    return view
