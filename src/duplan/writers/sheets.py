"""What the sheets of workbooks share: cells, rows and pages of XlsxWriter that hold texts of plans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from duplan.writers.visible import visible

LONGEST = 32_767  # UTF-16 units in a cell (Excel's specifications and limits)
LAST_ROW = 1_048_575  # the index of a sheet's last row
NO_STAMP = datetime(2000, 1, 1, tzinfo=UTC)
_A4 = 9
_LINE, _HIGHEST = 15.0, 405.0  # points: of a line, and of a row at most (27 lines)
_WIDE = re.compile("[\u2014-\U0010ffff]")  # what Chinese fonts draw a bit over two digits wide
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.7, "bottom": 0.7}  # inches
_BODY = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#BFBFBF"}


def body(book: Any) -> Any:
    """The look of a cell."""
    return book.add_format(_BODY)


def head(book: Any) -> Any:
    """The look of the cells above."""
    made = book.add_format({**_BODY, "bold": True, "valign": "vcenter", "bg_color": "#DDEBF7"})
    made.set_align("center")
    return made


def height(texts: Iterable[str], widths: Sequence[int]) -> float:
    """Of a row, in points: spreadsheets don't fit rows to wrapped text when they open a file.

    ``widths`` are those of the columns, in characters.
    """
    lines = max(map(_lines, texts, widths))
    return min(_LINE * lines, _HIGHEST)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of so many characters."""
    if 2 * len(text) < width and "\n" not in text:
        return 1
    taken = (len(line) + 1.1 * len(_WIDE.findall(line)) for line in text.split("\n"))
    return sum(1 + int(columns // (width - 1)) for columns in taken)


def fit(text: str) -> str:
    """The text as long as a cell takes, cut with an ellipsis; nothing in it is a control character."""
    shown = visible(text)
    if 2 * len(shown) <= LONGEST:
        return shown
    units = shown.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return shown
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"


def set_page(sheet: Any, footer: str, heads: int = 1) -> None:
    """A4 landscape, a page wide, the ``heads`` first rows in sight and on every page."""
    sheet.freeze_panes(heads, 0)
    sheet.repeat_rows(0, heads - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(**_MARGINS)
    sheet.set_header("&C&A")
    sheet.set_footer(f"&C{footer}")
