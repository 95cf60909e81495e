"""Tables of Word's binary files: cells, edges and merges."""

from __future__ import annotations

from wordfiles import (
    BOLD,
    DELETED,
    INNER,
    INNER_CELL,
    INNER_ROW_END,
    cell,
    definition,
    p,
    read_word,
    row_end,
)

from duplan.source import Source, Table

FIRST, NEXT, DOWN, DOWN_FIRST = 1, 2, 0x20, 0x60


def grid(source: Source) -> list[list[tuple[str, int, int, int]]]:
    """(text, column, rows, columns) of every cell of the first table."""
    table = next(each for each in source.content if isinstance(each, Table))
    return [
        [
            (
                "|".join(block.text for block in cell.blocks()),
                cell.column,
                cell.row_span,
                cell.col_span,
            )
            for cell in row
        ]
        for row in table.rows
    ]


def test_rows_and_cells() -> None:
    source, _ = read_word(
        p("前"),
        *(cell("九月"), p("开学督导", b"\x16\x24\x01"), cell("备课"), row_end([0, 1000, 3000])),
        *(cell("十月"), cell(""), row_end([0, 1000, 3000])),
        p("后"),
    )
    assert grid(source) == [
        [("九月", 0, 1, 1), ("开学督导|备课", 1, 1, 1)],
        [("十月", 0, 1, 1), ("", 1, 1, 1)],
    ]
    assert [type(each).__name__ for each in source.content] == ["Block", "Table", "Block"]
    assert source.blocks[2].path == "body/tbl[1]/tr[1]/tc[2]/p[1]"


def test_edges_make_the_columns() -> None:
    source, _ = read_word(
        *(cell("题"), row_end([0, 3010])),
        *(cell("甲"), cell("乙"), row_end([5, 1000, 3000])),
        *(cell("丙"), row_end([1010, 3000])),
    )
    assert grid(source) == [
        [("题", 0, 1, 2)],
        [("甲", 0, 1, 1), ("乙", 1, 1, 1)],
        [("丙", 1, 1, 1)],
    ]


def test_cells_merged_downwards() -> None:
    source, found = read_word(
        *(cell("一季度"), cell("一月"), row_end([0, 10_00, 2000], [DOWN_FIRST])),
        *(cell("藏"), cell("二月"), row_end([0, 1000, 2000], [DOWN])),
        *(cell("二季度"), cell("四月"), row_end([0, 1000, 2000], [DOWN_FIRST])),
    )
    assert grid(source) == [
        [("一季度", 0, 2, 1), ("一月", 1, 1, 1)],
        [("二月", 1, 1, 1)],
        [("二季度", 0, 1, 1), ("四月", 1, 1, 1)],
    ]
    assert [each.values for each in found if each.code == "DP104"] == [{"text": "藏"}]


def test_cells_merged_sideways() -> None:
    edges = [0, 1000, 2000, 3000, 4000]
    source, _ = read_word(
        *(cell("甲"), cell(), cell("乙"), cell(), row_end(edges, [FIRST, NEXT, FIRST, NEXT])),
        *(cell("1"), cell("2"), cell("3"), cell("4"), row_end(edges)),
    )
    assert grid(source)[0] == [("甲", 0, 1, 2), ("乙", 2, 1, 2)]


def test_a_table_in_a_cell() -> None:
    source, _ = read_word(
        p("外", b"\x16\x24\x01"),
        p("内一", INNER_CELL),
        p("内二续", INNER),
        p("内二", INNER_CELL),
        p(changes=INNER_ROW_END + definition([0, 500, 900])),
        cell("外续"),
        row_end([0, 1000]),
    )
    assert grid(source) == [[("外|内一|内二续|内二|外续", 0, 1, 1)]]
    outer = next(each for each in source.content if isinstance(each, Table))
    inner = outer.rows[0][0].content[1]
    assert isinstance(inner, Table)
    assert [[block.text for block in cell.blocks()] for cell in inner.rows[0]] == [
        ["内一"],
        ["内二续", "内二"],
    ]


def test_deleted_rows_are_gone_if_their_text_is() -> None:
    gone = p([("九月", DELETED)], b"\x16\x24\x01", end="\x07")
    source, found = read_word(
        *(gone, row_end([0, 1000], mark=DELETED)),
        *(cell("十月"), row_end([0, 1000], mark=DELETED)),
    )
    assert grid(source) == [[("十月", 0, 1, 1)]]
    assert [each.code for each in found] == ["DP105"]


def test_rows_without_an_end_keep_their_text() -> None:
    source, _ = read_word(cell("九月", BOLD), cell("督导"), p("后"))
    assert [block.text for block in source.blocks] == ["九月", "督导", "后"]
