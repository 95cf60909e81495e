"""A comparison in a terminal: counts, then what is new and dropped, then what changed and moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from duplan.cli.console import Console, clean
from duplan.cli.layout import cells, cut, fill, in_chunks, pad, wrap
from duplan.cli.painting import Line, Painter, Stretch, beside
from duplan.comparison.model import PARTS, Change, Part, PlanDiff, Reason, Side, Verdict
from duplan.comparison.sentences import VERDICT_WORDS, sentence
from duplan.writers.comparison.manner import DIFFERENT, ORDER, Manner
from duplan.writers.comparison.marking import Own, Run, runs, woven, woven_texts
from duplan.writers.comparison.sections import gathered

_NARROWEST, _WIDEST = 20, 160  # columns; longer lines read badly
_BESIDE = 100  # from here on, both years stand beside each other
_DETAILS = 3  # sentences of a text that are shown; the other formats have them all
_QUOTED = 60  # columns of a sentence that is quoted as a whole
_GAP = "  "
_COLOURS: dict[Verdict, str] = {
    "new": "green",
    "dropped": "red",
    "changed": "yellow",
    "moved": "cyan",
    "split": "cyan",
    "merged": "cyan",
}
_ONE_SIDED = ("new", "dropped")


def changes(diff: PlanDiff, console: Console, width: int, manner: Manner) -> Iterator[str]:
    """The comparison in lines of at most ``width`` columns (20 at least), in chunks of text.

    What only goes on is counted, and shown where the manner asks for it. The text is safe to print
    and holds escape sequences where the console shows colours.
    """
    return in_chunks(_Changes(diff, console, max(width, _NARROWEST), manner).lines())


class _Changes:
    """The columns that one comparison has in a console."""

    def __init__(self, diff: PlanDiff, console: Console, width: int, manner: Manner) -> None:
        self.diff, self.console = diff, console
        self.width = min(width, _WIDEST)
        self.wide = width >= _BESIDE
        self.wanted = manner.changes(diff, DIFFERENT)
        self.painter = Painter(console)
        self.parts: dict[Part, str] = {part: console.say(f"diff.{part}") for part in PARTS}
        self.lead = max(map(cells, self.parts.values())) + len(_GAP)
        self.names = _names(diff, console)
        self.verdicts = VERDICT_WORDS[console.language]
        self.bullet, self.rule, self.none = (
            ("· ", "─", "·") if console.unicode else ("- ", "-", "-")
        )
        self.bold, self.dim = console.brush("bold"), console.brush("dim")
        self.separator = console.say("diff.semicolon")

    def lines(self) -> Iterator[str]:
        """All lines, without their ends."""
        yield from self._heads()
        yield ""
        yield from self._counts()
        if self.diff.metadata:
            yield ""
        for reason in gathered(self.diff.metadata, self.console.language):
            said = [Stretch("", clean(sentence(reason, self.console.language)))]
            yield from (line.text for line in self._item(said, self.width))
        if self.diff.same:
            yield ""
            yield from wrap(self.console.say("diff.same"), self.width)
        by_verdict: dict[Verdict, list[Change]] = {verdict: [] for verdict in ORDER}
        for change in self.wanted:
            by_verdict[change.verdict].append(change)
        new, dropped = by_verdict["new"], by_verdict["dropped"]
        if self.wide and new and dropped:
            yield ""
            yield from self._opposite(dropped, new)
            new, dropped = [], []
        headed = not self.wide
        for verdict, own in (by_verdict | {"new": new, "dropped": dropped}).items():
            if own:
                yield ""
                both = self.wide and verdict not in _ONE_SIDED
                yield self._title(verdict, len(own), self.width)
                if both and not headed:
                    yield from self._columns_of_years()
                    headed = True
                yield from self._section(own, both)

    def _heads(self) -> Iterator[str]:
        """Both plans, each with whose it is."""
        room = max(map(cells, self.names)) + len(_GAP)
        for name, plan in zip(self.names, (self.diff.old, self.diff.new), strict=True):
            title = clean(plan.title or plan.source or self.console.say("show.untitled"))
            said = [Stretch("", title)]
            for facts in ((plan.issuer, plan.source), (plan.source,)):
                origin = _GAP + " · ".join(clean(text) for text in facts if text)
                if len(said) == 1 and cells(title) + cells(origin) <= self.width - room:
                    said.append(Stretch("dim", origin))
            lines = self.painter.lines(said, self.width - room)
            yield from beside([[Line(self.bold(name), cells(name))], lines], [room, 0], "")

    def _counts(self) -> Iterator[str]:
        """A row for each part, a column for each verdict; a sentence where that has no room."""
        counts = Counter((change.part, change.verdict) for change in self.diff.changes)
        heads = [self.verdicts[verdict] for verdict in ORDER]
        widths = [max(cells(head), 4) for head in heads]
        if self.lead + sum(widths) + len(_GAP) * (len(widths) - 1) > self.width:
            summary = self.diff.summary
            words = [f"{self.verdicts[verdict]} {summary[verdict]}" for verdict in ORDER]
            yield from fill(words, f" {self.none} ", self.width)
            return
        room = pad("", self.lead)
        yield room + _GAP.join(
            self._coloured(verdict, _right(head, width))
            for verdict, head, width in zip(ORDER, heads, widths, strict=True)
        )
        used = [part for part in PARTS if any(counts[part, verdict] for verdict in ORDER)]
        for part in used:
            figures = [counts[part, verdict] for verdict in ORDER]
            yield pad(self.parts[part], self.lead) + self._figures(figures, widths)
        if len(used) != 1:
            total = [self.diff.summary[verdict] for verdict in ORDER]
            line = pad(self.console.say("diff.total"), self.lead) + self._figures(total, widths)
            yield self.bold(line)

    def _figures(self, figures: Sequence[int], widths: Sequence[int]) -> str:
        texts = [str(figure) if figure else self.none for figure in figures]
        return _GAP.join(map(_right, texts, widths))

    def _coloured(self, verdict: Verdict, text: str) -> str:
        return self.console.brush(_COLOURS[verdict])(text) if verdict in _COLOURS else text

    def _title(self, verdict: Verdict, count: int, width: int) -> str:
        """A verdict and how often it is given, before a rule."""
        words = f"{self.verdicts[verdict]} {count}"
        rule = self.rule * (width - cells(words) - 1)
        return f"{self.bold(self._coloured(verdict, words))} {self.dim(rule)}"

    def _section(self, own: Sequence[Change], both: bool) -> Iterator[str]:
        """The changes of one verdict, the part before the first of each."""
        before: Part | None = None
        for change in own:
            part = "" if change.part == before else self.parts[change.part]
            before = change.part
            lead = [Line(self.dim(part), cells(part))]
            if both:
                yield from self._both(change, lead)
            elif change.old and change.new:
                yield from beside([lead, [*self._stacked(change)]], [self.lead, 0], "")
            else:
                side = (change.old or change.new)[0]
                lines = self._alone(side, change.part, self.width - self.lead)
                yield from beside([lead, lines], [self.lead, 0], "")

    def _opposite(self, dropped: Sequence[Change], new: Sequence[Change]) -> Iterator[str]:
        """What the old year had beside what the new year adds, part by part."""
        width = (self.width - self.lead - len(_GAP)) // 2
        heads = [
            self._title("dropped", len(dropped), width),
            self._title("new", len(new), width),
        ]
        yield " " * self.lead + _GAP.join(heads)
        for part in PARTS:
            lead = [Line(self.dim(self.parts[part]), cells(self.parts[part]))]
            gone = [change.old[0] for change in dropped if change.part == part]
            come = [change.new[0] for change in new if change.part == part]
            for old, now in zip_longest(gone, come):
                columns = [self._alone(side, part, width) if side else [] for side in (old, now)]
                yield from beside([lead, *columns], [self.lead - len(_GAP), width, width], _GAP)
                lead = []

    def _columns_of_years(self) -> Iterator[str]:
        widths = self._widths()
        heads = [*self.names, self.console.say("diff.what")]
        cells_ = [[Line(self.dim(head), cells(head))] for head in heads]
        yield from beside([[], *cells_], [self.lead - len(_GAP), *widths], _GAP)

    def _widths(self) -> list[int]:
        """Of the columns of both years and of what differs."""
        width = (self.width - self.lead - 2 * len(_GAP)) // 3
        return [width, width, width]

    def _both(self, change: Change, lead: list[Line]) -> list[str]:
        """Both years beside each other, and what differs."""
        widths = self._widths()
        columns = [
            self._sides(change, "gone", widths[0]),
            self._sides(change, "come", widths[1]),
            [
                line
                for said in self._reasons(change)
                for line in self.painter.lines(said, widths[2])
            ],
        ]
        return beside([lead, *columns], [self.lead - len(_GAP), *widths], _GAP)

    def _sides(self, change: Change, style: Own, width: int) -> list[Line]:
        """The titles of one year; several each with a bullet."""
        sides = change.old if style == "gone" else change.new
        said = [_titled(side, change.part, runs(side, style)) for side in sides]
        if len(said) == 1:
            return self.painter.lines(said[0], width)
        return [line for each in said for line in self._item(each, width)]

    def _item(self, said: Sequence[Stretch], width: int, mark: str | None = None) -> list[Line]:
        """Lines below a bullet or another mark."""
        mark = self.bullet if mark is None else mark
        lines = self.painter.lines(said, width - len(mark))
        marks = [mark, *[" " * len(mark)] * (len(lines) - 1)]
        return [
            Line(before + line.text, len(mark) + line.width)
            for before, line in zip(marks, lines, strict=True)
        ]

    def _alone(self, side: Side, part: Part, width: int) -> list[Line]:
        """What only one year has, and when it is due, or what it belongs to where that has room."""
        said = _titled(side, part, [Run("same", side.title)])
        above = self.console.say("diff.above", title=clean(side.above[-1])) if side.above else ""
        fits = sum(cells(one.text) for one in said) + cells(above) <= width
        return self.painter.lines([*said, Stretch("dim", above * fits)], width)

    def _stacked(self, change: Change) -> Iterator[Line]:
        """One sentence with both years' words in it, or one below the other; then what differs."""
        width = self.width - self.lead
        sentence_ = self._one_sentence(change)
        reasons = self._reasons(change)
        if sentence_:
            joined = [*sentence_, Stretch("", _GAP), *_joined(reasons, self.separator)]
            if len(self.painter.lines(joined, width)) == 1:
                yield from self.painter.lines(joined, width)
                return
            yield from self.painter.lines(sentence_, width)
        else:
            for side in change.old:
                said = _titled(side, change.part, runs(side, "gone"))
                yield from self._item(said, width, "- ")
            for side in change.new:
                said = _titled(side, change.part, runs(side, "come"))
                yield from self._item(said, width, "+ ")
        yield from self._item(_joined(reasons, self.separator), width, _GAP) if reasons else ()

    def _one_sentence(self, change: Change) -> list[Stretch] | None:
        if len(change.old) != 1 or len(change.new) != 1:
            return None
        made = woven(change.old[0], change.new[0])
        return _cleaned(made) if made else None

    def _reasons(self, change: Change) -> list[list[Stretch]]:
        """What differs, in the colour of the verdict; of many sentences the first."""
        style = _COLOURS.get(change.verdict, "dim")
        details = [reason for reason in change.reasons if reason.kind == "details"]
        left = details[_DETAILS:]
        said = [self._reason(reason) for reason in change.reasons if reason not in left]
        if left:
            said.append([Stretch("", self.console.say("diff.more", count=len(left)))])
        return [[Stretch(one.style or style, one.text) for one in each] for each in said]

    def _reason(self, reason: Reason) -> list[Stretch]:
        """A reason in words; of sentences that changed, the words that did."""
        if reason.kind == "details" and reason.old and reason.new:
            made = woven_texts(reason.old, reason.new)
            if made:
                return _cleaned(made)
        if reason.kind == "details":
            old, new = (cut(text, _QUOTED) for text in (reason.old, reason.new))
            reason = replace(reason, old=old, new=new)
        return [Stretch("", clean(sentence(reason, self.console.language)))]


def _names(diff: PlanDiff, console: Console) -> tuple[str, str]:
    """The years where they tell the plans apart, else old and new."""
    old, new = diff.old, diff.new
    if old.year and new.year and old.year != new.year:
        return str(old.year), str(new.year)
    return console.say("diff.old"), console.say("diff.new")


def _titled(side: Side, part: Part, title: Sequence[Run]) -> list[Stretch]:
    """A title, what is scheduled after its time."""
    time = part == "monthly_schedule" and side.label
    lead = [Stretch("dim", f"{clean(side.label)} ")] if time else []
    return [*lead, *_cleaned(title)]


def _cleaned(made: Sequence[Run]) -> list[Stretch]:
    return [Stretch("" if run.kind == "same" else run.kind, clean(run.text)) for run in made]


def _joined(reasons: Sequence[Sequence[Stretch]], separator: str) -> list[Stretch]:
    joined: list[Stretch] = []
    for reason in reasons:
        if joined:
            joined.append(Stretch("dim", separator))
        joined += reason
    return joined


def _right(text: str, width: int) -> str:
    return " " * (width - cells(text)) + text
