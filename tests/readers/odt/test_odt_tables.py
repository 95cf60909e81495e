"""Rows, cells, merges and repetitions."""

from __future__ import annotations

import pytest
from odts import found, odt, p, read_odt, tbl, tc, texts, tr

from duplan.diagnostics import UnreadableError
from duplan.readers.assembly import MAX_COLUMNS
from duplan.readers.file import File, Limits
from duplan.readers.odt import read
from duplan.source import Block, Table

COVERED = "<table:covered-table-cell/>"


def table_of(body: str) -> Table:
    """The only table of a body."""
    (table,) = read_odt(body)[0].content
    assert isinstance(table, Table)
    return table


def grid(table: Table) -> list[list[tuple[str, int, int, int]]]:
    """(text, column, row span, column span) of every cell, row by row."""
    return [
        [
            (
                "/".join(block.text for block in cell.blocks()),
                cell.column,
                cell.row_span,
                cell.col_span,
            )
            for cell in row
        ]
        for row in table.rows
    ]


def test_rows_and_header_rows() -> None:
    head = f"<table:table-header-rows>{tr(tc(p('月份')), tc(p('工作')))}</table:table-header-rows>"
    rows = f"<table:table-rows>{tr(tc(p('九月')), tc(p('甲') + p('乙')))}</table:table-rows>"
    table = table_of(tbl(head, rows))
    assert grid(table) == [
        [("月份", 0, 1, 1), ("工作", 1, 1, 1)],
        [("九月", 0, 1, 1), ("甲/乙", 1, 1, 1)],
    ]
    paths = [block.path for block in table.blocks()]
    assert paths[0] == "body/tbl[1]/tr[1]/tc[1]/p[1]"
    assert paths[-1] == "body/tbl[1]/tr[2]/tc[2]/p[2]"


def test_merges() -> None:
    down = tc(p("上"), 'table:number-rows-spanned="2"')
    across = tc(p("左"), 'table:number-columns-spanned="2"')
    body = tbl(tr(down, across, COVERED), tr(COVERED, tc(p("乙")), tc(p("丙"))))
    assert grid(table_of(body)) == [
        [("上", 0, 2, 1), ("左", 1, 1, 2)],
        [("乙", 1, 1, 1), ("丙", 2, 1, 1)],
    ]


def test_what_a_merge_covers_is_named() -> None:
    covered = f"<table:covered-table-cell>{p('旧')}</table:covered-table-cell>"
    body = tbl(tr(tc(p("甲"), 'table:number-columns-spanned="2"'), covered))
    assert texts(body) == ["甲"]
    assert found(body) == [("DP104", {"text": "旧"})]


def test_repetitions_span() -> None:
    twice = 'table:number-columns-repeated="2"'
    body = tbl(
        tr(tc(p("甲"), twice), tc(p("乙"))),
        tr(tc(more='table:number-columns-repeated="3"'), more='table:number-rows-repeated="5"'),
        tr(tc(p("丙")), more='table:number-rows-repeated="3"'),
        tr(tc(p("丁"))),
    )
    assert grid(table_of(body)) == [
        [("甲", 0, 1, 2), ("乙", 2, 1, 1)],
        [("", 0, 1, 3)],
        [("丙", 0, 3, 1)], [], [],
        [("丁", 0, 1, 1)],
    ]  # fmt: skip


def test_nested_tables() -> None:
    table = table_of(tbl(tr(tc(p("外") + tbl(tr(tc(p("内")))) + p("后")))))
    kinds = [type(part) for part in table.rows[0][0].content]
    assert kinds == [Block, Table, Block]
    assert [block.text for block in table.blocks()] == ["外", "内", "后"]


def test_a_table_in_a_text_box() -> None:
    box = f"<draw:frame><draw:text-box>{tbl(tr(tc(p('格'))))}</draw:text-box></draw:frame>"
    source, _ = read_odt(p("前" + box) + p("后"))
    assert [block.text for block in source.blocks] == ["前", "格", "后"]
    assert [type(part) for part in source.content] == [Block, Table, Block]


def test_repetitions_are_bounded() -> None:
    milliard = "1000000000"
    wide = tc(p("甲"), f'table:number-columns-repeated="{milliard}"')
    tall = tr(wide, more=f'table:number-rows-repeated="{milliard}"')
    table = table_of(tbl(tall, tr(tc(more=f'table:number-columns-spanned="{milliard * 9}"'))))
    assert table.rows[0][0].col_span == MAX_COLUMNS
    assert len(table.rows) < 20_000


def test_rows_are_bounded() -> None:
    body = tbl(*(tr(tc(p("甲")), more='table:number-rows-repeated="900"') for _ in range(30)))
    with pytest.raises(UnreadableError) as caught:
        read(File(odt(body), limits=Limits(cells=10_000)))
    assert caught.value.kind == "too-large"


def test_covered_places_are_bounded() -> None:
    spanning = tc(more='table:number-rows-spanned="9999" table:number-columns-spanned="999"')
    body = tbl(tr(spanning), *(tr() for _ in range(5_000)))
    with pytest.raises(UnreadableError) as caught:
        read(File(odt(body)))
    assert caught.value.kind == "too-complex"
