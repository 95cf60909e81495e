"""Findings of a check for people: each with the line that it is in, and the place in it marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from duplan.checking.report import Change, FileReport, Place, Result
from duplan.cli.console import Console, clean
from duplan.cli.layout import cells, cut, wrap
from duplan.cli.whereabouts import spot, whereabouts

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_NARROWEST, _USUAL, _WIDEST = 30, 100, 120
_LEAST_GUTTER = 3  # columns for the number of a line
_MOST_CHANGES = 3  # of one fix that are shown
_LONGEST_CHANGE = 30  # characters of a text that a change shows

_BLANK = str.maketrans("\t\n\r", "   ")


def flaws(report: FileReport, console: Console, width: int | None) -> Iterator[str]:
    """The findings in a file, in blocks of lines of at most ``width`` columns (30 at least).

    Without a width the first line of a block, which programs may read, is whole, and others are cut to
    100 columns. The text is safe to print and holds escape sequences where the console shows colours.
    """
    shown = _Flaws(report, console, width)
    for result in report.results:
        yield "".join(f"{line}\n" for line in shown.lines(result))


class _Flaws:
    """How the findings of one file are shown in a console."""

    def __init__(self, report: FileReport, console: Console, width: int | None) -> None:
        self.report, self.console, self.whole = report, console, width is None
        self.width = max(_NARROWEST, min(width or _USUAL, _WIDEST))
        self.bar, self.ellipsis = ("│", "…") if console.unicode else ("|", "..")
        numbers = [each.place.line for each in report.results if each.place and report.lined]
        self.gutter = max(_LEAST_GUTTER, len(str(max(numbers, default=0))))
        self.bold, self.dim = console.brush("bold"), console.brush("dim")
        self.lead = self.dim(f"{' ' * self.gutter} {self.bar}")
        self.indent = self.gutter + 3
        self.room = self.width - self.indent  # columns for the words of a line

    def lines(self, result: Result) -> Iterator[str]:
        """The lines of a finding."""
        yield from self._head(result)
        place = result.place
        if place and place.text:
            number = str(place.line) if self.report.lined else ""
            yield from self._excerpt(place, number, _COLOURS[result.severity])
        for other in result.related:
            where = spot(self.console, other, lined=self.report.lined)
            yield f"{self.lead} {self.console.say('check.see', where=where)}"
            yield from self._excerpt(other, "", "dim")
        if result.changes:
            yield from self._fix(result)

    def _head(self, result: Result) -> Iterator[str]:
        """Where, how bad, which rule, and what is wrong."""
        say = self.console.say
        where = whereabouts(self.console, self.report, result.place)
        kind = say(f"severity.{result.severity}")
        message = clean(result.message(self.console.language))
        rest = f" {result.code} {result.kind.name}{say('colon')}{message}"
        first, *more = [where + kind + rest]
        if not self.whole and cells(first) > self.width:
            line, first = first, wrap(first, self.width)[0]
            more = wrap(line[len(first) :].lstrip(" "), self.room)
        if first.startswith(where + kind):
            painted = self.console.style(kind, _COLOURS[result.severity])
            first = self.bold(where) + painted + first[len(where + kind) :]
        yield first
        yield from (f"{' ' * self.indent}{line}" for line in more)

    def _excerpt(self, place: Place, number: str, style: str) -> Iterator[str]:
        """The line, cut around the place, and below it the marks."""
        before, marked, after = _parts(place)
        before, marked, after = self._fitted(before, marked, after)
        paint = self.console.brush(style)
        yield f"{self.dim(f'{number:>{self.gutter}} {self.bar}')} {before}{paint(marked)}{after}".rstrip()
        marks = "^" * max(1, cells(marked))
        yield f"{self.lead} {' ' * cells(before)}{paint(marks)}"

    def _fitted(self, before: str, marked: str, after: str) -> tuple[str, str, str]:
        """The parts of a line, cut to the room that there is; a part of what is before comes first."""
        if cells(before) + cells(marked) + cells(after) <= self.room:
            return before, marked, after
        marked = cut(marked, self.room - 2 * cells(self.ellipsis), self.ellipsis)
        left = self.room - cells(marked)
        before = _tail(before, max(left - min(cells(after), left // 2), 0), self.ellipsis)
        return before, marked, cut(after, left - cells(before), self.ellipsis)

    def _fix(self, result: Result) -> Iterator[str]:
        say = self.console.say
        told = [self._change(each) for each in result.changes[:_MOST_CHANGES]]
        if len(result.changes) > _MOST_CHANGES:
            told.append(self.ellipsis)
        key = "check.remedy" if result.safe else "check.guess"
        what = say("check.separator").join(told)
        for line in wrap(say(key, what=what), self.room):
            yield f"{self.lead} {line}"

    def _change(self, change: Change) -> str:
        old, new = (
            cut(clean(text.translate(_BLANK)), _LONGEST_CHANGE, self.ellipsis)
            for text in (_words(change.place), change.text)
        )
        key = "check.replace" if old and new else "check.insert" if new else "check.delete"
        return self.console.say(key, old=old, new=new)


def _words(place: Place) -> str:
    return place.text[place.at : place.at + place.end_column - place.column]


def _parts(place: Place) -> tuple[str, str, str]:
    """What stands before the place, at it and after it, safe to print."""
    text = place.text.translate(_BLANK)
    end = place.at + place.end_column - place.column
    return clean(text[: place.at].lstrip()), clean(text[place.at : end]), clean(text[end:])


def _tail(text: str, width: int, mark: str) -> str:
    """As much of the end of a text as leaves room for the ``mark`` that something stands before."""
    if cells(text) <= width:
        return text
    room = width - cells(mark)
    if room < 0:
        return ""
    kept = sum(each <= room for each in accumulate(map(cells, reversed(text[-width:]))))
    return mark + text[len(text) - kept :]
