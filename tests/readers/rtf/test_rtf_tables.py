"""Tables of RTF: cells, edges and merges."""

from __future__ import annotations

from richtext import read_rtf, texts

from duplan.source import Source, Table


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
    source, _ = read_rtf(
        r"前\par\trowd\cellx1000\cellx3000\pard\intbl 九月\cell 开学督导\par 备课\cell\row"
        r"\intbl 十月\cell\cell\row\pard 后\par"
    )
    assert grid(source) == [
        [("九月", 0, 1, 1), ("开学督导|备课", 1, 1, 1)],
        [("十月", 0, 1, 1), ("", 1, 1, 1)],
    ]
    assert [type(each).__name__ for each in source.content] == ["Block", "Table", "Block"]
    assert [block.index for block in source.blocks] == list(range(7))
    assert source.blocks[2].path == "body/tbl[1]/tr[1]/tc[2]/p[1]"


def test_edges_make_the_columns() -> None:
    source, _ = read_rtf(
        r"\pard\intbl\trowd\cellx3010 题\cell\row\trowd\trleft5\cellx1000\cellx3000 甲\cell 乙\cell"
        r"\row\trowd\trleft1010\cellx3000 丙\cell\row"
    )
    assert grid(source) == [
        [("题", 0, 1, 2)],
        [("甲", 0, 1, 1), ("乙", 1, 1, 1)],
        [("丙", 1, 1, 1)],
    ]


def test_merges() -> None:
    source, found = read_rtf(
        r"\pard\intbl\trowd\clvmgf\cellx1000\cellx2000\cellx3000 一季度\cell 一月\cell 督导\cell\row"
        r"\trowd\clvmrg\cellx1000\clmgf\cellx2000\clmrg\cellx3000 藏\cell 二月\cell\cell\row"
        r"\trowd\clvmgf\cellx1000\cellx2000\cellx3000 二季度\cell 四月\cell 备课\cell\row"
    )
    assert grid(source) == [
        [("一季度", 0, 2, 1), ("一月", 1, 1, 1), ("督导", 2, 1, 1)],
        [("二月", 1, 1, 2)],
        [("二季度", 0, 1, 1), ("四月", 1, 1, 1), ("备课", 2, 1, 1)],
    ]
    assert [(each.code, each.values) for each in found] == [("DP104", {"text": "藏"})]


def test_a_table_in_a_cell() -> None:
    source, _ = read_rtf(
        r"\trowd\cellx5000\pard\intbl 外\par\pard\intbl\itap2 内一\nestcell{\nonesttables\par}"
        r"内二续\par 内二\nestcell{\*\nesttableprops\trowd\cellx100\cellx900\nestrow}"
        r"{\nonesttables\par}\pard\intbl\itap1 外续\cell\row\pard 后\par"
    )
    assert grid(source) == [[("外|内一|内二续|内二|外续", 0, 1, 1)]]
    outer = source.content[0]
    assert isinstance(outer, Table)
    inner = outer.rows[0][0].content[1]
    assert isinstance(inner, Table)
    assert [cell.column for cell in inner.rows[0]] == [0, 1]
    assert tuple(outer.blocks()) == source.blocks[:-1]


def test_cells_without_a_row_keep_their_text() -> None:
    assert texts(r"\pard\intbl 九月\cell 督导\cell\pard 后\par") == ["九月", "督导", "后"]
    assert texts(r"\pard\intbl 九月\row\pard 后\par") == ["九月", "后"]
