"""What is due in the chosen plans, asked of their libraries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import merge

from duplan.calendar.model import Calendar, Entry, From
from duplan.calendar.question import Question, YearAndMonth
from duplan.cli.console import Console
from duplan.cli.selection import Chosen


@dataclass(slots=True)
class Due:
    """Questions to the chosen plans, to those of some issuers and kinds of sentences only.

    With ``workdays`` what falls on a holiday is asked for when it is done.
    """

    chosen: Sequence[Chosen]
    issuer: str | None
    sources: tuple[From, ...]
    workdays: bool = False
    moves: int = field(default=0, init=False)
    unknown: frozenset[int] = field(default=frozenset(), init=False)

    def of(self, question: Question) -> list[Entry]:
        """The entries asked for, in the order of months; those of unknown years last."""
        if not self.workdays:
            found = [*self._entries(question.months)]
            return [*filter(question.covers, found)] if question.days else found
        found = self._moved([*self._entries(question.from_the_month_before().months)])
        return [entry for entry in found if question.asks_for(entry)]

    def counts(self) -> Counter[YearAndMonth]:
        """How many entries there are in each month that has some."""
        counts: Counter[YearAndMonth] = Counter()
        for each in self.chosen:
            counts.update(
                each.library.months_with_entries(
                    issuer=self.issuer, sources=self.sources, files=each.files
                )
            )
        return counts

    def remarks(self, console: Console) -> Iterator[str]:
        """What people are told about the holidays."""
        if self.moves:
            yield console.say("calendar.moved", count=self.moves)
        if self.unknown:
            years = console.say("comma").join(map(str, sorted(self.unknown)))
            yield console.say("calendar.unknown-holidays", years=years)

    def _entries(self, months: Sequence[YearAndMonth]) -> Iterator[Entry]:
        answers = [self._answer(each, months) for each in self.chosen]
        return merge(*answers, key=_order) if len(answers) > 1 else answers[0]

    def _answer(self, each: Chosen, months: Sequence[YearAndMonth]) -> Iterator[Entry]:
        entries = each.library.entries(
            months, issuer=self.issuer, sources=self.sources, files=each.files
        )
        return entries if each.plans is None else filter(each.holds, entries)

    def _moved(self, entries: list[Entry]) -> list[Entry]:
        from duplan.calendar.workdays import on_workdays

        moved = on_workdays(Calendar([], entries))
        self.moves = max(self.moves, len(moved.moves))
        self.unknown |= {*moved.unknown}
        return sorted(moved.calendar.entries, key=_order)


def _order(entry: Entry) -> tuple[bool, str]:
    return entry.month.startswith("-"), entry.month
