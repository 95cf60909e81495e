"""Tables stay tables: spans, merges, nesting, controls, changes."""

from __future__ import annotations

from packages import codes, p, r, read_docx, tbl, tc, tr

from duplan.readers.assembly import MAX_COLUMNS, MAX_NESTING
from duplan.source import Block, Table


def table_of(body: str) -> Table:
    """The first table of a body."""
    return next(part for part in read_docx(body)[0].content if isinstance(part, Table))


def grid(table: Table) -> list[list[tuple[str, int, int, int]]]:
    """(text, column, row span, column span) of every cell."""
    return [
        [
            ("/".join(b.text for b in cell.blocks()), cell.column, cell.row_span, cell.col_span)
            for cell in row
        ]
        for row in table.rows
    ]


def test_cells_hold_paragraphs_with_paths() -> None:
    source, _ = read_docx(p("前") + tbl(tr(tc(p("月份")), tc(p("1.甲") + p("2.乙")))) + p("后"))
    assert [(b.text, b.path) for b in source.blocks] == [
        ("前", "body/p[1]"),
        ("月份", "body/tbl[1]/tr[1]/tc[1]/p[1]"),
        ("1.甲", "body/tbl[1]/tr[1]/tc[2]/p[1]"),
        ("2.乙", "body/tbl[1]/tr[1]/tc[2]/p[2]"),
        ("后", "body/p[2]"),
    ]
    assert [type(part) for part in source.content] == [Block, Table, Block]


def test_column_spans_and_free_columns() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    before = '<w:gridBefore w:val="1"/>'
    table = table_of(
        tbl(tr(tc(p("甲"), wide), tc(p("乙"))), tr(tc(p("丙")), tc(p("丁")), properties=before))
    )
    assert grid(table) == [
        [("甲", 0, 1, 2), ("乙", 2, 1, 1)],
        [("丙", 1, 1, 1), ("丁", 2, 1, 1)],
    ]


START, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_vertical_merges_grow_the_first_cell() -> None:
    table = table_of(
        tbl(
            tr(tc(p("九月"), START), tc(p("甲"))),
            tr(tc(p(), GO_ON), tc(p("乙"))),
            tr(tc(p(), '<w:vMerge w:val="continue"/>'), tc(p("丙"))),
            tr(tc(p("十月"), START), tc(p("丁"))),
            tr(tc(p(), GO_ON), tc(p("戊"))),
        )
    )
    assert grid(table) == [
        [("九月", 0, 3, 1), ("甲", 1, 1, 1)],
        [("乙", 1, 1, 1)],
        [("丙", 1, 1, 1)],
        [("十月", 0, 2, 1), ("丁", 1, 1, 1)],
        [("戊", 1, 1, 1)],
    ]


def test_a_merge_that_nothing_began_is_a_cell() -> None:
    assert grid(table_of(tbl(tr(tc(p("甲"), GO_ON))))) == [[("甲", 0, 1, 1)]]


def test_a_merge_ends_where_a_row_leaves_it_out() -> None:
    rows = (tr(tc(p("甲"), START)), tr(tc(p("乙"))), tr(tc(p("丙"), GO_ON)))
    assert grid(table_of(tbl(*rows))) == [
        [("甲", 0, 1, 1)],
        [("乙", 0, 1, 1)],
        [("丙", 0, 1, 1)],
    ]


def test_horizontal_merges_of_old_files() -> None:
    row = tr(tc(p("甲"), '<w:hMerge w:val="restart"/>'), tc(p(), "<w:hMerge/>"), tc(p("乙")))
    assert grid(table_of(tbl(row))) == [[("甲", 0, 1, 2), ("乙", 2, 1, 1)]]


def test_text_under_a_merge_is_named() -> None:
    _, diagnostics = read_docx(tbl(tr(tc(p("甲"), START)), tr(tc(p("被盖住"), GO_ON))))
    assert [(d.code, d.values) for d in diagnostics] == [("DP104", {"text": "被盖住"})]


def test_content_controls_around_rows_and_cells() -> None:
    row = f"<w:sdt><w:sdtContent>{tr(tc(p('甲')), tc(p('乙')))}</w:sdtContent></w:sdt>"
    cell = tr(f"<w:sdt><w:sdtContent>{tc(p('丙'))}</w:sdtContent></w:sdt>", tc(p("丁")))
    assert grid(table_of(tbl(row, cell))) == [
        [("甲", 0, 1, 1), ("乙", 1, 1, 1)],
        [("丙", 0, 1, 1), ("丁", 1, 1, 1)],
    ]


def test_deleted_rows_and_cells_are_gone_and_inserted_rows_stay() -> None:
    deleted, inserted = "<w:del/>", "<w:ins/>"
    body = tbl(
        tr(tc(p("甲"))),
        tr(tc(p("旧")), properties=deleted),
        tr(tc(p("新")), properties=inserted),
        tr(tc(p("删"), "<w:cellDel/>"), tc(p("留"))),
    )
    assert grid(table_of(body)) == [[("甲", 0, 1, 1)], [("新", 0, 1, 1)], [("留", 0, 1, 1)]]
    assert [d.values for d in read_docx(body)[1]] == [{"insertions": 1, "deletions": 2}]


def test_nested_tables() -> None:
    inner = tbl(tr(tc(p("内"))))
    table = table_of(tbl(tr(tc(p("外") + inner + p("末")))))
    content = table.rows[0][0].content
    assert [type(part) for part in content] == [Block, Table, Block]
    nested = content[1]
    assert isinstance(nested, Table)
    assert nested.path == "body/tbl[1]/tr[1]/tc[1]/tbl[1]"
    assert [b.text for b in table.blocks()] == ["外", "内", "末"]


def test_a_table_in_a_paragraph_follows_it() -> None:
    source, _ = read_docx(p(r("外") + tbl(tr(tc(p("内"))))) + p("后"))
    assert [b.text for b in source.blocks] == ["外", "内", "后"]


def test_rows_and_cells_astray_lose_nothing() -> None:
    source, _ = read_docx(tr(tc(p("甲"))) + tc(p("乙")) + tbl(tc(p("丙")) + p("丁")))
    assert [b.text for b in source.blocks] == ["甲", "乙", "丙", "丁"]


def test_absurd_spans_are_capped() -> None:
    absurd = '<w:gridSpan w:val="1000000000"/>'
    table = table_of(tbl(tr(tc(p("甲"), absurd), tc(p("乙"), absurd))))
    assert grid(table) == [[("甲", 0, 1, MAX_COLUMNS), ("乙", MAX_COLUMNS, 1, MAX_COLUMNS)]]
    assert codes(tbl(tr(tc(p("甲"), '<w:gridSpan w:val="-3"/>')))) == []


def test_very_deep_tables_become_plain_text() -> None:
    depth = 400
    body = "<w:tbl><w:tr><w:tc>" * depth + p("底") + "</w:tc></w:tr></w:tbl>" * depth
    source, _ = read_docx(body)
    assert [b.text for b in source.blocks] == ["底"]
    assert source.blocks[0].path.count("tbl") <= MAX_NESTING


def test_a_hidden_row_is_left_out_and_named() -> None:
    source, diagnostics = read_docx(
        tbl(tr(tc(p("甲"))), tr(tc(p("乙")), properties="<w:hidden/>"), tr(tc(p("丙"))))
    )
    assert [block.text for block in source.blocks] == ["甲", "丙"]
    assert [(each.code, each.values["text"]) for each in diagnostics] == [("DP104", "乙")]
