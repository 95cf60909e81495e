"""Tables of data, and tables that only lay out a page."""

from __future__ import annotations

import pytest
from markup import read_html, texts

from duplan.diagnostics import UnreadableError
from duplan.readers.file import File, Limits
from duplan.readers.html import read
from duplan.source import Block, Table


def the_table(markup: str) -> Table:
    """The only table of a page."""
    (found,) = (part for part in read_html(markup)[0].content if isinstance(part, Table))
    return found


def shape(found: Table) -> list[list[tuple[str, int, int, int]]]:
    """Text, column, row span and column span of every cell."""
    return [
        [("/".join(b.text for b in c.blocks()), c.column, c.row_span, c.col_span) for c in row]
        for row in found.rows
    ]


def test_cells_and_spans() -> None:
    found = the_table(
        "<table><caption>表一</caption><thead><tr><th>月份<th colspan=2>工作</thead>"
        "<tbody><tr><td rowspan=2>九月<td>甲<td>乙<tr><td>丙<td>丁<br>戊</tbody></table>"
    )
    assert shape(found) == [
        [("月份", 0, 1, 1), ("工作", 1, 1, 2)],
        [("九月", 0, 2, 1), ("甲", 1, 1, 1), ("乙", 2, 1, 1)],
        [("丙", 1, 1, 1), ("丁/戊", 2, 1, 1)],
    ]


@pytest.mark.parametrize("span", ["0", "", "x", "-1", "99999999", "1e9"])
def test_odd_spans(span: str) -> None:
    found = the_table(f"<table border=1><tr><td rowspan='{span}'>甲<td>乙<tr><td>丙</table>")
    assert [[cell[0] for cell in row] for row in shape(found)] == [["甲", "乙"], ["丙"]]


def test_a_row_span_of_zero_reaches_the_end() -> None:
    found = the_table("<table border=1><tr><td rowspan=0>甲<td>乙<tr><td>丙<tr><td>丁</table>")
    assert found.rows[0][0].row_span == 3


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>",
        "<table role=presentation><tr><td>甲</td><td>乙</td></tr></table>",
        "<table><tr><td>甲</td><td><table><tr><td>乙</td></tr></table></td></tr></table>",
        "<table><tr><td></td><td>甲</td><td></td></tr><tr><td></td><td>"
        + "<p>乙</p>" * 12
        + "</td></tr></table>",
    ],
)
def test_layout_is_no_table(markup: str) -> None:
    source, _ = read_html(markup)
    assert all(isinstance(part, Block) for part in source.content)
    assert list(dict.fromkeys(block.text for block in source.blocks)) == ["甲", "乙"]


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>一月</td><td>甲</td></tr><tr><td>二月</td><td>乙</td></tr></table>",
        "<table border=1><tr><td>月</td><td>" + "<p>乙</p>" * 12 + "</td></tr></table>",
        "<table><tr><th>月</th><th>甲</th></tr></table>",
        "<table><tr><td style='border:solid 1pt'>月</td><td>甲</td></tr></table>",
    ],
)
def test_data_is_a_table(markup: str) -> None:
    the_table(markup)


def test_nested_tables() -> None:
    outer = the_table(
        "<table border=1><tr><td>甲<table border=1><tr><td>乙<td>丙</table>丁</td><td>戊</td></tr></table>"
    )
    kinds = [type(part) for part in outer.rows[0][0].content]
    assert kinds == [Block, Table, Block]
    assert [block.text for block in outer.blocks()] == ["甲", "乙", "丙", "丁", "戊"]


def test_tables_in_a_layout() -> None:
    page = "<table><tr><td>甲</td><td><table border=1><tr><td>乙<td>丙</table></td></tr></table>"
    source, _ = read_html(page)
    assert [type(part) for part in source.content] == [Block, Table]


def test_text_between_cells_is_kept() -> None:
    assert sorted(texts("<table border=1>甲<tr>乙<td>丙</td>丁<td>戊</td></tr></table>")) == list(
        "丁丙乙戊甲"
    )


def test_cells_in_a_part_of_the_site_are_not_the_tables() -> None:
    page = "<table border=1><tr><td>月<td>甲<button><div><td>乙</td></div></button><tr><td>丙<td>丁</table>"
    source, _ = read_html(page)
    asides = {block.index for aside in source.asides for block in aside.blocks}
    (found,) = (part for part in source.content if isinstance(part, Table))
    assert not asides & {block.index for block in found.blocks()}
    assert sorted(block.text for block in source.blocks) == sorted("月甲乙丙丁")


def test_lists_in_cells() -> None:
    found = the_table("<table border=1><tr><td>月<td><ol><li>甲<li>乙</ol></table>")
    assert [(b.label, b.text) for b in found.rows[0][1].blocks()] == [("1.", "甲"), ("2.", "乙")]


def test_spans_beyond_the_limit_are_refused() -> None:
    page = "<table border=1><tr><td rowspan=60000 colspan=1000>甲<td>乙" + "<tr><td>丙" * 600
    with pytest.raises(UnreadableError) as caught:
        read(File(page.encode()))
    assert caught.value.values == {"limit": "cells", "value": Limits().cells}
