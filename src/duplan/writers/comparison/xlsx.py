"""A comparison as a workbook: a table (对照表) with a row a change, and the counts.

Made in memory, with no file beside it, and of the same bytes for the same comparison. Every cell but
the counts is text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from duplan.comparison.model import PARTS, Change, PlanDiff, Side
from duplan.comparison.sentences import VERDICT_WORDS, Language, sentence
from duplan.writers import sheets
from duplan.writers.comparison.manner import ORDER, Manner
from duplan.writers.comparison.marking import Own, Run, runs
from duplan.writers.comparison.sections import gathered
from duplan.writers.comparison.words import months, say, side_names
from duplan.writers.sheets import LAST_ROW

# widths in characters: verdict, part, old, its months, new, its months, what differs; together as
# wide as A4 landscape takes
WIDTHS = (9, 10, 44, 9, 44, 9, 46)
_OLD, _NEW = 2, 4
_FILLS = {
    "new": "#E2F0D9",
    "dropped": "#F8DCDC",
    "changed": "#FFF2CC",
    "moved": "#DDEBF7",
    "split": "#EADCF4",
    "merged": "#EADCF4",
    "continued": "#FFFFFF",
}


def dump(diff: PlanDiff, manner: Manner) -> bytes:
    """A workbook with a row a change; what doesn't fit on a sheet goes on in the next."""
    from xlsxwriter import Workbook

    language = manner.language
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        created = sheets.NO_STAMP.replace(tzinfo=None)
        book.set_properties(
            {"title": say(language, "comparison"), "author": "duplan", "created": created}
        )
        looks = _Looks(book)
        changes = manner.changes(diff)
        name = say(language, "table")
        for part, start in enumerate(range(0, max(len(changes), 1), LAST_ROW), 1):
            sheet = book.add_worksheet(name if part == 1 else f"{name} {part}")
            _table(sheet, changes[start : start + LAST_ROW], diff, looks, language)
        _overview(book.add_worksheet(say(language, "overview")), diff, looks, language)
    return out.getvalue()


class _Looks:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        self.cell, self.head = sheets.body(book), sheets.head(book)
        self.verdicts = {}
        for verdict, fill in _FILLS.items():
            self.verdicts[verdict] = sheets.body(book)
            self.verdicts[verdict].set_bg_color(fill)
        self.gone = book.add_format({"font_color": "#A5281F", "font_strikeout": True})
        self.come = book.add_format({"font_color": "#2E6B2E", "bold": True})

    def of(self, run: Run) -> list[Any]:
        """What ``write_rich_string`` wants of a run."""
        own = {"gone": self.gone, "come": self.come}.get(run.kind)
        return [own, run.text] if own else [run.text]


def _table(
    sheet: Any, changes: Sequence[Change], diff: PlanDiff, looks: _Looks, language: Language
) -> None:
    """A head that stays in sight and on every page, and filters."""
    old, new = side_names(diff, language)
    month = say(language, "months")
    heads = [say(language, "verdict"), say(language, "part"), old, month, new, month]
    for column, (text, width) in enumerate(
        zip([*heads, say(language, "what")], WIDTHS, strict=True)
    ):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, text, looks.head)
    for row, change in enumerate(changes, 1):
        texts = [sheets.fit(text) for text in _row(change, language)]
        sheet.write_string(row, 0, texts[0], looks.verdicts[change.verdict])
        for column, text in enumerate(texts[1:], 1):
            sheet.write_string(row, column, text, looks.cell)
        _mark(sheet, row, _OLD, change.old, "gone", looks)
        _mark(sheet, row, _NEW, change.new, "come", looks)
        sheet.set_row(row, sheets.height(texts, WIDTHS))
    sheet.autofilter(0, 0, len(changes), len(WIDTHS) - 1)
    sheets.set_page(sheet, say(language, "pages"))


def _row(change: Change, language: Language) -> tuple[str, ...]:
    return (
        VERDICT_WORDS[language][change.verdict],
        say(language, change.part),
        "\n".join(map(_titled, change.old)),
        "\n".join(months(side.months, language) for side in change.old),
        "\n".join(map(_titled, change.new)),
        "\n".join(months(side.months, language) for side in change.new),
        "\n".join(sentence(reason, language) for reason in change.reasons),
    )


def _titled(side: Side) -> str:
    return _lead(side) + side.title


def _lead(side: Side) -> str:
    return f"{side.label} " if side.label else ""


def _mark(
    sheet: Any, row: int, column: int, sides: Sequence[Side], own: Own, looks: _Looks
) -> None:
    """The cell once more with its changed words marked, where it has any and isn't cut."""
    if len(sides) != 1 or not sides[0].words:
        return
    (side,) = sides
    parts = [Run("same", _lead(side)), *runs(side, own)]
    shown = [Run(run.kind, sheets.fit(run.text)) for run in parts if run.text]
    whole = "".join(run.text for run in shown)
    if len(shown) > 1 and sheets.fit(whole) == whole:
        fragments = [piece for run in shown for piece in looks.of(run)]
        sheet.write_rich_string(row, column, *fragments, looks.cell)


def _overview(sheet: Any, diff: PlanDiff, looks: _Looks, language: Language) -> None:
    """Both plans, how many changes of each verdict each part has, what differs about the plans."""
    rows: list[list[str | int]] = [
        [name, plan.title or say(language, "untitled"), plan.issuer or "", plan.source]
        for name, plan in zip(side_names(diff, language), (diff.old, diff.new), strict=True)
    ]
    heads = ["", *(say(language, key) for key in ("title", "issuer", "source"))]
    at = _block(sheet, 0, heads, rows, looks)
    counts = Counter((change.part, change.verdict) for change in diff.changes)
    verdicts: list[str | int] = [VERDICT_WORDS[language][verdict] for verdict in ORDER]
    figures: list[list[str | int]] = [
        [word, *(counts[part, verdict] for part in PARTS), diff.summary[verdict]]
        for word, verdict in zip(verdicts, ORDER, strict=True)
    ]
    parts = [say(language, part) for part in PARTS]
    at = _block(sheet, at + 1, ["", *parts, say(language, "total")], figures, looks)
    said: list[list[str | int]] = [
        [sentence(reason, language)] for reason in gathered(diff.metadata, language)
    ]
    if said:
        _block(sheet, at + 1, [say(language, "plans")], said, looks)
    for column, width in enumerate((14, 44, 30, 30, 10)):
        sheet.set_column(column, column, width)
    sheets.set_page(sheet, say(language, "pages"))


def _block(
    sheet: Any, at: int, heads: Sequence[str], rows: Sequence[Sequence[str | int]], looks: _Looks
) -> int:
    """Rows below their heads; gives the row after them."""
    for column, text in enumerate(heads):
        sheet.write_string(at, column, text, looks.head)
    for row, cells in enumerate(rows, at + 1):
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(row, column, cell, looks.cell)
            else:
                sheet.write_string(row, column, sheets.fit(cell), looks.cell)
    return at + 1 + len(rows)
