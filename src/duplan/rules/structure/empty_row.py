"""A table's row without words, or with nothing but its number or month, among full ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from duplan.diagnostics import Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.source import Span, Table

_KEY = re.compile(r"[序编]\s*[号號]|編\s*號|[项項]次|No\.?|月\s*份?|时间|時間|季度|类别|類別", re.I)
_WEEKS = re.compile(
    "[周週]次|星期|[周週]别|日期|[起][止讫]"
)  # calendars may have weeks without work
_DRAWN = re.compile(
    r"\n[ \t]*+\|(?:[ \t]*+\||(?P<number>[ \t]*+\d{1,3}[ \t]*+)\|[ \t]*+\|)[ \t|]*+(?=\n|\Z)"
)
_UNDER_NOTHING = "nothing-under-the-time"
_FEWEST = 3  # full rows that show that rows of the table are full


class _Row(NamedTuple):
    """A row: which columns have words (those of merged cells above too), its place and its words."""

    filled: frozenset[int]
    keyed: bool
    span: Span | None
    words: str


def check(subject: Subject) -> Iterator[Hit]:
    """Empty rows of tables, and times of a schedule below which nothing stands."""
    for part in subject.source.content:
        if isinstance(part, Table):
            yield from _of_table(part)
    yield from _of_drawn(subject)
    yield from _of_schedules(subject)


def _of_drawn(subject: Subject) -> Iterator[Hit]:
    """Rows of tables that a text draws with |; many that have but a number are a form to fill in."""
    if "|" not in subject.text:
        return
    rows = list(_DRAWN.finditer(subject.text))
    numbered = sum(row["number"] is not None for row in rows)
    for row in rows:
        if row["number"] is None or numbered < _FEWEST:
            start = row.start() + 1
            yield _hit(subject.span(start, row.end()), (row["number"] or "").strip())


def _of_table(table: Table) -> Iterator[Hit]:
    if len(table.rows) <= _FEWEST:
        return
    every = _rows(table)
    header = next(every)
    if len(header.filled) < 2 or _WEEKS.search(header.words):
        return
    rows = list(every)
    full = [row for row in rows if len(row.filled) > 1 and not row.keyed]
    for row in rows:
        if row.span is None or len(full) < max(_FEWEST, len(rows) - 2):
            continue
        if not row.filled or row.keyed:
            yield _hit(row.span, row.words)


def _rows(table: Table) -> Iterator[_Row]:
    """The rows with what they show; ``keyed`` where only columns of numbers and times have words."""
    keys: set[int] = set()
    covered: dict[int, int] = {}  # column → rows that a merged cell still covers
    for number, row in enumerate(table.rows):
        filled = set(covered)
        own = set()
        span = None
        words = []
        for cell in row:
            blocks = list(cell.blocks())
            text = "".join(block.text or block.label for block in blocks).strip()
            if blocks and span is None:
                span = Span(blocks[0].index, 0, len(blocks[0].text))
            if text:
                own.add(cell.column)
                words.append(text)
            if not number and _KEY.fullmatch(text):
                keys.add(cell.column)
        filled |= own
        keyed = bool(own) and bool(keys) and filled <= keys
        yield _Row(frozenset(filled), keyed, span, " ".join(words))
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
        covered |= {cell.column: cell.row_span - 1 for cell in row if cell.row_span > 1}


def _of_schedules(subject: Subject) -> Iterator[Hit]:
    """Times that stand alone where all other times of the plan have work."""
    bare: dict[int, list[Span]] = {}
    for span, _, plan, why in subject.stretches:
        if why == _UNDER_NOTHING and plan is not None:
            bare.setdefault(plan, []).append(span)
    for number, spans in bare.items():
        entries = subject.plans[number].monthly_schedule
        if len(entries) < _FEWEST or len(spans) > 1 or entries[0].precision == "week":
            continue
        block = subject.source.blocks[spans[0].block].text
        words = block[spans[0].start : spans[0].end].strip(" \t|：:")
        if words and not re.search("[周週]", words):
            yield _hit(spans[0], words)


def _hit(span: Span, words: str) -> Hit:
    row, row_zh = (f"the row “{words}”", f"“{words}”一行") if words else ("the row", "这一行")
    return Hit(span, {"row": row, "row_zh": row_zh})


RULE = Rule(
    Kind(
        "DP206",
        "empty-row",
        "warning",
        "nothing is filled in: {row}",
        "{row_zh}没有填写内容",
    ),
    since="0.1.0",
    finds=Words(
        "A row of a table without words, or with its number or month only, and a month of a schedule without"
        " work, where all others are filled.",
        "表格中的空行，或只有序号、月份而没有内容的行；逐月安排中没有工作的月份。其他各行均已填写。",
    ),
    why=Words(
        "Nobody can tell whether there is nothing to do or something was forgotten.",
        "看不出是确实没有工作，还是漏填了。",
    ),
    mend=Words("Fill in the row, or take it out.", "补填内容，或删去空行。"),
    check=check,
)
