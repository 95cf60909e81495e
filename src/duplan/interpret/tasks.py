"""Tasks and goals: the labelled items of their sections, rows of task tables, points in bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from duplan.interpret.account import Account
from duplan.interpret.brackets import (
    column_names,
    is_duty_line,
    references,
    responsible,
    timings,
)
from duplan.interpret.columns import read_columns
from duplan.interpret.sentences import (
    TRAILING,
    first_clause,
    first_sentence,
    points,
    split_title,
    title_and_bracket,
)
from duplan.interpret.vocabulary import CLOSING_REMARK, POINTLESS_LEAD
from duplan.outline.grids import Grid, GridCell
from duplan.outline.inline import inline_items
from duplan.outline.markers import Marker, read_point
from duplan.outline.paragraphs import Paragraph
from duplan.outline.tree import Node
from duplan.plan import Goal, Point, Responsible, Task, Timing
from duplan.text.normal import EMPTY, Text, join

_LETTERS = {
    "part": "s",
    "chapter": "s",
    "formal": "s",
    "stem": "s",
    "han": "s",
    "point": "k",
    "han-paren": "i",
    "dec": "n",
    "dec-half": "n",
    "dec-paren": "p",
    "circle": "c",
    "alpha": "a",
    "alpha-paren": "a",
    "bullet": "b",
    "named": "k",
    "": "u",
}
_GOAL_LINE = re.compile(r"(?:工作|总体|主要|年度|任务|具体|预期|质量)?目标\s*[：:]\s*")


@dataclass(slots=True)
class Ids:
    """Hands out structural ids, each once."""

    seen: set[str]

    def new(self, wanted: str) -> str:
        """``wanted``, or with a counter where the document repeats a number."""
        name, count = wanted, 1
        while name in self.seen:
            count += 1
            name = f"{wanted}-{count}"
        self.seen.add(name)
        return name


@dataclass(slots=True)
class Reader:
    """What reading tasks needs to know of the plan around them."""

    account: Account
    ids: Ids
    year: int | None
    goals: list[Goal]

    def task(self, node: Node, above: str, path: list[int], position: int) -> Task:
        """A node of a tasks section and all below it. ``path`` is the path of what encloses it."""
        assert node.paragraph is not None
        own = node.paragraph
        number = own.marker.ordinal if own.marker else None
        here = [*path, number if number is not None else position]
        letter = _LETTERS[own.marker.family if own.marker else ""]
        id_ = self.ids.new(f"{above}.{letter}{here[-1]}" if above else f"{letter}{here[-1]}")
        self.account.hold(own, "task", id_, "labelled-item" if own.marker else "unlabelled-heading")
        text, inline = _take_inline(own.text)
        title, body = split_title(text)
        title, bracket = title_and_bracket(title)
        rest = [body] if body else []
        task = self._fill(id_, here, own.label, title, bracket, rest, node, text)
        for part in node.body:
            if isinstance(part, Paragraph):
                inline += _take_inline(part.whole)[1]
        for at, (marker, piece) in enumerate(inline, start=1):
            task.subtasks.append(self._inline(marker, piece, id_, here, at))
        self._below(task, node, here)
        return task

    def section_task(self, node: Node, id_: str, title: Text, body: Text, path: list[int]) -> Task:
        """The task that a substantive section heading is, with what stands below it."""
        own = node.paragraph
        assert own is not None
        self.account.hold(own, "task", id_, "substantive-heading")
        cut, bracket = title_and_bracket(title)
        rest = [body] if body else []
        task = self._fill(id_, path, own.label, cut, bracket, rest, node, own.text)
        self._below(task, node, path)
        return task

    def _below(self, task: Task, node: Node, path: list[int]) -> None:
        for child in node.children:
            if self._takes_goal(child.paragraph):
                continue
            task.subtasks.append(self.task(child, task.id, path, len(task.subtasks) + 1))
        for part in node.body:
            if isinstance(part, Grid):
                task.subtasks += self.rows(part, task.id, path)

    def _takes_goal(self, paragraph: Paragraph | None) -> bool:
        """A line 目标：X in a tasks section is the goal X."""
        if paragraph is None:
            return False
        match = _GOAL_LINE.match(paragraph.text.text)
        if match is None or match.end() == len(paragraph.text):
            return False
        title, rest = first_sentence(paragraph.text.cut(match.end()))
        id_ = self.ids.new(f"g{len(self.goals) + 1}")
        self.account.hold(paragraph, "goal", id_, "line-that-names-a-goal")
        self.goals.append(
            Goal(
                id=id_,
                label=paragraph.label,
                title=title.shown,
                text=rest.shown,
                provenance={"title": self.account.origins(title)},
            )
        )
        return True

    def _fill(
        self,
        id_: str,
        path: list[int],
        label: str,
        title: Text,
        bracket: Text | None,
        body: list[Text],
        node: Node,
        own: Text,
    ) -> Task:
        account = self.account
        body = list(body)
        found: list[tuple[Marker, Text]] = []
        for text in body:
            found += points(text)
        duty: list[Responsible] = responsible(bracket, account) if bracket else []
        said: list[Text] = [own]
        for part in node.body:
            if isinstance(part, Grid) or self._takes_goal(part):
                continue
            account.hold(part, "body", id_, "below-its-heading")
            body.append(part.whole)
            said.append(part.whole)
            if is_duty_line(part.whole.text):
                duty += responsible(part.whole.strip("（）()【】[]。；"), account)
            found += points(part.whole)
        found += _own_lines(node.body, found)
        for text in [own, *body[:1]]:
            if bracket is None:
                last = title_and_bracket(text)[1]
                if last is not None:
                    duty += responsible(last, account)
                    break
        if bracket is not None:
            body.insert(0, bracket)
        shown = [
            f"（{piece.shown}）" if piece is bracket else piece.shown for piece in body if piece
        ]
        return Task(
            id=id_,
            path=path,
            label=label,
            title=title.shown,
            text="\n".join(shown),
            points=[_point(marker, piece, account) for marker, piece in found],
            timing=timings(said, self.year, account),
            responsible=duty,
            references=references(said, account),
            subtasks=[],
            provenance=_places(account, title=title, text=tuple(body)),
        )

    def _inline(
        self, marker: Marker, text: Text, above: str, path: list[int], position: int
    ) -> Task:
        """An item that shares its parent's paragraph: (1)…；(2)…"""
        here = [*path, marker.ordinal if marker.ordinal is not None else position]
        id_ = self.ids.new(f"{above}.{_LETTERS[marker.family]}{here[-1]}")
        self.account.hold(text, "task", id_, "numbered-inside-a-paragraph")
        title, body = split_title(text.rstrip("；;"))
        title, bracket = title_and_bracket(title)
        return self._fill(
            id_, here, marker.label, title, bracket, [body] if body else [], Node(), text
        )

    def rows(self, grid: Grid, above: str, path: list[int]) -> list[Task]:
        """The rows of a task table; a category cell is a task of its own above its rows."""
        columns = read_columns(grid)
        work = columns.having("work")
        self.account.hold(grid, "table", above, "cells-of-a-task-table")
        if not work:
            return []
        categories = columns.having("category")
        numbers = columns.having("number")
        out: list[Task] = []
        group: Task | None = None
        for row in grid.rows[columns.header :]:
            if categories and row[categories[0]].lines:
                title = _cell(row[categories[0]])
                group = self._row_task(title, [], above, path, len(out) + 1, "", "category-cell")
                out.append(group)
            inside, base = (group.subtasks, group.path) if group else (out, path)
            printed = row[numbers[0]].text if numbers else ""
            if row[work[0]].lines:
                task = self._row(row, columns.uses, columns.names, work[0], printed)
                title, rest, label, number = task
                position = number if number is not None else len(inside) + 1
                made = self._row_task(
                    title, rest, group.id if group else above, base, position, label, "table-row"
                )
                self._columns(made, row, columns.uses, columns.names, work[0])
                inside.append(made)
            elif inside and any(cell.lines for cell in row):
                self._columns(inside[-1], row, columns.uses, columns.names, work[0])
        return out

    def _row(
        self,
        row: Sequence[GridCell],
        uses: Sequence[str],
        names: Sequence[str],
        work: int,
        printed: str,
    ) -> tuple[Text, list[Text], str, int | None]:
        whole = _cell(row[work])
        marker, text = next(iter(inline_items(whole)))
        if marker is None or row[work].lines[0].label:
            text = whole
        else:
            text = whole.cut(
                len(whole) - len(whole.text[whole.text.index(marker.label) + len(marker.label) :])
            )
        digits = re.search(r"\d+", printed)
        number = int(digits.group()) if digits else (marker.ordinal if marker else None)
        title, rest = split_title(text)
        title, _ = title_and_bracket(title)
        return title, [rest] if rest else [], printed or (marker.label if marker else ""), number

    def _row_task(
        self,
        title: Text,
        rest: list[Text],
        above: str,
        path: list[int],
        number: int,
        label: str,
        why: str,
    ) -> Task:
        id_ = self.ids.new(f"{above}.r{number}" if above else f"r{number}")
        self.account.hold(title, "task", id_, why)
        return Task(
            id=id_,
            path=[*path, number],
            label=label,
            title=title.rstrip(TRAILING).shown,
            text="\n".join(text.shown for text in rest),
            points=[],
            timing=timings([title, *rest], self.year, self.account),
            responsible=[],
            references=references([title, *rest], self.account),
            subtasks=[],
            provenance=_places(self.account, title=title, text=tuple(rest)),
        )

    def _columns(
        self,
        task: Task,
        row: Sequence[GridCell],
        uses: Sequence[str],
        names: Sequence[str],
        work: int,
    ) -> None:
        """What the other columns of a row say: who, by when, and the rest as keyed lines of text."""
        lines = [task.text] if task.text else []
        for at, cell in enumerate(row):
            use = uses[at]
            if not cell.lines or at == work or use in ("number", "category"):
                continue
            text = _cell(cell)
            name = names[at] or "备注"
            lines.append(f"{name}：{text.shown}")
            self.account.hold(text, "column", task.id, "cells-of-a-task-table")
            if use == "lead":
                task.responsible += column_names(text, "lead", self.account)
            elif use == "support":
                task.responsible += column_names(text, "support", self.account)
            elif use == "responsible":
                task.responsible += column_names(text, "responsible", self.account)
            elif use in ("deadline", "time"):
                task.timing += timings([text], self.year, self.account) or [
                    _unread(text, self.account)
                ]
        task.text = "\n".join(lines)

    def goals_of(self, node: Node, above: str, body: Text) -> None:
        """The goals of a goals section: its items, else its paragraph's first sentence."""
        items = _goal_items(node)
        if items:
            for position, (paragraph, marker, text) in enumerate(items, start=1):
                letter = _LETTERS[marker.family] if marker else "u"
                number = marker.ordinal if marker and marker.ordinal is not None else position
                self._goal(
                    f"{above}.{letter}{number}", marker.label if marker else "", text, paragraph
                )
            return
        texts = [body] if body else []
        texts += [part.whole for part in node.body if isinstance(part, Paragraph)]
        if texts:
            title, rest = first_sentence(texts[0])
            id_ = self.ids.new(f"{above}.u1")
            for text in texts:
                self.account.hold(text, "goal", id_, "paragraph-of-a-goals-section")
            after = [rest] if rest else []
            self.goals.append(_goal(id_, "", title, [*after, *texts[1:]], self.account))

    def _goal(self, id_: str, label: str, text: Text, paragraph: Paragraph | None) -> None:
        id_ = self.ids.new(id_)
        self.account.hold(paragraph or text, "goal", id_, "item-of-a-goals-section")
        title, rest = first_sentence(text)
        title, _ = title_and_bracket(title)
        self.goals.append(_goal(id_, label, title, [rest] if rest else [], self.account))


def _goal(id_: str, label: str, title: Text, rest: list[Text], account: Account) -> Goal:
    return Goal(
        id=id_,
        label=label,
        title=title.shown,
        text="\n".join(text.shown for text in rest),
        provenance=_places(account, title=title, text=tuple(rest)),
    )


def _goal_items(node: Node) -> list[tuple[Paragraph | None, Marker | None, Text]]:
    """Every marked item below a goals heading; items that share a paragraph are parted."""
    out: list[tuple[Paragraph | None, Marker | None, Text]] = []
    stack = list(reversed(node.children))
    while stack:
        child = stack.pop()
        own = child.paragraph
        assert own is not None
        pieces = list(inline_items(own.whole)) if own.marker and not own.line.label else []
        if len(pieces) > 1 and pieces[0][0] is not None:
            out += [(None, marker, text) for marker, text in pieces]
        else:
            out.append((own, own.marker, own.text))
        stack.extend(reversed(child.children))
    if not out:
        for part in node.body:
            if isinstance(part, Paragraph):
                pieces = list(inline_items(part.whole))
                out += [(None, marker, text) for marker, text in pieces if marker is not None]
    return out


def _take_inline(text: Text) -> tuple[Text, list[tuple[Marker, Text]]]:
    """The items (1)…；(2)… inside a paragraph, and the paragraph without them."""
    pieces = list(inline_items(text))
    items = [(marker, piece) for marker, piece in pieces if marker is not None]
    if (
        len(items) < 2
        or pieces[0][0] is not None
        or items[0][0].family not in ("dec-paren", "circle", "alpha")
    ):
        return text, []
    if text.text[len(pieces[0][1]) - 1 : len(pieces[0][1])] not in "。：:；;，,":
        return text, []
    return pieces[0][1], items


def _own_lines(
    body: Sequence[Paragraph | Grid], found: list[tuple[Marker, Text]]
) -> list[tuple[Marker, Text]]:
    """Points that each stand on a line of their own."""
    if found:
        return []
    out = []
    for part in body:
        if isinstance(part, Paragraph):
            read = read_point(part.whole.text)
            if read is not None:
                out.append((read[0], part.whole.cut(read[1]).strip("，,：:")))
    return out if len(out) >= 2 and out[0][0].ordinal == 1 else []


def _point(marker: Marker, text: Text, account: Account) -> Point:
    title, rest = first_clause(text)
    return Point(
        label=marker.label,
        title=title.shown,
        text=rest.shown,
        provenance=_places(account, title=title, text=(rest,)),
    )


def _cell(cell: GridCell) -> Text:
    return join(line.text for line in cell.lines) if cell.lines else EMPTY


def _unread(text: Text, account: Account) -> Timing:
    account.report("DP401", text, text=text.text[:40])
    return Timing(
        raw=text.shown,
        precision="none",
        months=[],
        start=None,
        end=None,
        provenance={"raw": account.origins(text)},
    )


def _places(account: Account, title: Text, text: tuple[Text, ...]):  # type: ignore[no-untyped-def]
    places = {"title": account.origins(title)}
    body = account.origins(*text)
    if body:
        places["text"] = body
    return places


def is_remark(paragraph: Paragraph) -> bool:
    """A lead-in or closing remark that is no task."""
    return bool(
        CLOSING_REMARK.match(paragraph.text.text) or POINTLESS_LEAD.match(paragraph.text.text)
    )
