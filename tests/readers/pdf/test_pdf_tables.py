"""Ruled lines become tables again."""

from __future__ import annotations

from papers import Paper, cells, source_of, tables, texts

XS = [80.0, 160.0, 360.0, 520.0]


def fill(paper: Paper, xs: list[float], ys: list[float], rows: list[list[str]]) -> None:
    """Writes a line, or several parted by |, into every cell that has one."""
    for top, row in zip(ys, rows, strict=False):
        for left, text in zip(xs, row, strict=False):
            for at, line in enumerate(text.split("|") if text else ()):
                paper.put(line, left + 5, top + 18 + 18 * at, 12)


def test_rows_and_cells() -> None:
    paper = Paper()
    ys = [100.0, 130.0, 160.0]
    paper.grid(XS, ys)
    fill(paper, XS, ys, [["时间", "工作内容", "备注"], ["三月", "开学督导", ""]])
    (table,) = tables(paper)
    assert cells(table) == [["时间", "工作内容", "备注"], ["三月", "开学督导", ""]]
    assert table.path == "page[1]/tbl[1]"
    assert [block.path for block in table.blocks()][3] == "page[1]/tbl[1]/tr[2]/tc[1]/p[1]"


def test_wrapped_cells_are_joined_and_items_are_not() -> None:
    paper = Paper()
    ys = [100.0, 130.0, 250.0]
    paper.grid(XS, ys)
    items = "1.完成中小学校发展性评估工作并向|社会公布结果；|2.开展专项督导。"
    fill(paper, XS, ys, [["时间", "工作内容", "备注"], ["三月", items, ""]])
    (table,) = tables(paper)
    assert cells(table)[1][1] == "1.完成中小学校发展性评估工作并向社会公布结果；|2.开展专项督导。"


def test_merged_cells_have_spans() -> None:
    paper = Paper()
    for x in (XS[0], XS[3]):
        paper.rule(x, 100, x, 190)
    for y in (100.0, 130.0, 190.0):
        paper.rule(XS[0], y, XS[3], y)
    paper.rule(XS[1], 160, XS[3], 160)
    paper.rule(XS[1], 130, XS[1], 190)
    paper.rule(XS[2], 130, XS[2], 190)
    fill(paper, XS, [100, 130, 160], [["工作安排"], ["三月", "甲", "乙"], ["", "丙", "丁"]])
    (table,) = tables(paper)
    assert cells(table) == [["工作安排"], ["三月", "甲", "乙"], ["丙", "丁"]]
    assert table.rows[0][0].col_span == 3
    assert table.rows[1][0].row_span == 2
    assert [cell.column for cell in table.rows[2]] == [1, 2]


def test_rows_that_are_drawn_without_upright_rules() -> None:
    paper = Paper()
    ys = [100.0, 130.0, 160.0, 190.0, 220.0]
    paper.grid([XS[0], XS[-1]], ys)
    for at in (0, 2):
        for x in XS[1:-1]:
            paper.rule(x, ys[at], x, ys[at + 1])
    rows = [["时间", "工作内容", "备注"], ["三月", "开学督导", "甲"], ["四月", "评估", "乙"]]
    fill(paper, XS, ys, rows)
    paper.put("附：全年安排", XS[0] + 5, 208, 12)
    assert cells(tables(paper)[0]) == [*rows, ["附：全年安排"]]


def test_sides_may_be_open() -> None:
    paper = Paper()
    for y in (100.0, 130.0, 160.0):
        paper.rule(XS[0], y, XS[3], y)
    paper.rule(XS[1], 100, XS[1], 160)
    fill(paper, XS, [100, 130], [["时间", "工作"], ["三月", "督导"]])
    assert cells(tables(paper)[0]) == [["时间", "工作"], ["三月", "督导"]]


def test_a_frame_and_an_underline_are_no_table() -> None:
    paper = Paper()
    paper.grid([60.0, 535.0], [80.0, 300.0])
    paper.put("槐安区工作计划", 100, 120)
    paper.rule(100, 124, 212, 124)
    assert not tables(paper)
    assert texts(paper) == ["槐安区工作计划"]


def test_text_around_a_table_stays_in_order() -> None:
    paper = Paper()
    paper.put("安排如下：", 80, 90)
    paper.grid(XS, [100.0, 130.0])
    fill(paper, XS, [100.0], [["三月", "督导", "甲"]])
    paper.put("以上安排。", 80, 160)
    source, _ = source_of(paper)
    assert [block.text for block in source.blocks] == [
        "安排如下：",
        "三月",
        "督导",
        "甲",
        "以上安排。",
    ]
    assert [block.index for block in source.blocks] == [0, 1, 2, 3, 4]


def over_pages(*, again: bool) -> Paper:
    """A table on two pages, with or without its header row on the second."""
    paper = Paper()
    head = ["时间", "工作内容", "备注"]
    paper.grid(XS, [700.0, 730.0, 760.0])
    fill(paper, XS, [700.0, 730.0], [head, ["三月", "开学督导", ""]])
    paper.page()
    rows = [head, ["四月", "评估", ""]] if again else [["四月", "评估", ""]]
    ys = [90.0, 120.0, 150.0][: len(rows) + 1]
    paper.grid(XS, ys)
    fill(paper, XS, ys, rows)
    return paper


def test_a_table_goes_on_over_the_page() -> None:
    (table,) = tables(over_pages(again=False))
    assert cells(table) == [
        ["时间", "工作内容", "备注"],
        ["三月", "开学督导", ""],
        ["四月", "评估", ""],
    ]


def test_a_repeated_header_row_is_left_out_and_named() -> None:
    paper = over_pages(again=True)
    source, found = source_of(paper)
    (table,) = source.content
    assert not hasattr(table, "text")
    assert [each.values["text"] for each in found if each.code == "DP108"] == ["时间 工作内容 备注"]
    assert [block.text for block in source.blocks if block.text] == [
        *("时间", "工作内容", "备注", "三月", "开学督导", "四月", "评估")
    ]


def test_a_row_cut_by_the_page_is_one() -> None:
    paper = Paper()
    paper.grid(XS, [700.0, 730.0, 760.0])
    fill(
        paper,
        XS,
        [700.0, 730.0],
        [["时间", "工作内容"], ["三月", "完成全部中小学校的发展性评估并向"]],
    )
    paper.page()
    paper.grid(XS, [90.0, 120.0, 150.0])
    fill(paper, XS, [90.0, 120.0], [["", "社会公布。"], ["四月", "督导"]])
    (table,) = tables(paper)
    assert cells(table)[1][:2] == ["三月", "完成全部中小学校的发展性评估并向社会公布。"]
    assert cells(table)[2][:2] == ["四月", "督导"]


def test_another_table_on_the_next_page_stays_one() -> None:
    paper = Paper()
    paper.grid(XS, [700.0, 730.0])
    fill(paper, XS, [700.0], [["甲", "乙", "丙"]])
    paper.page()
    paper.grid([80.0, 200.0, 400.0], [90.0, 120.0])
    fill(paper, [80.0, 200.0], [90.0], [["丁", "戊"]])
    assert len(tables(paper)) == 2


def test_cells_that_each_draw_their_own_frame() -> None:
    paper = Paper()
    for x, text in ((80.0, "甲"), (180.6, "乙")):
        paper.grid([x, x + 100], [100.0, 130.0])
        paper.put(text, x + 5, 120, 12)
    assert cells(tables(paper)[0]) == [["甲", "乙"]]


def test_text_turned_upright_in_a_cell() -> None:
    paper = Paper()
    paper.grid([80.0, 120.0, 500.0], [100.0, 200.0])
    paper.put("开学督导", 130, 150, 12)
    paper.canvas.saveState()
    paper.canvas.translate(105, 842 - 190)
    paper.canvas.rotate(90)
    paper.canvas.setFont("STSong-Light", 12)
    paper.canvas.drawString(0, 0, "三月")
    paper.canvas.restoreState()
    assert cells(tables(paper)[0]) == [["三月", "开学督导"]]


def aligned(rows: list[list[str]]) -> Paper:
    """Words in columns without rules, between two paragraphs."""
    paper = Paper()
    paper.put("安排如下，请各校遵照执行：", 75, 90)
    for at, row in enumerate(rows):
        for x, text in zip((75, 150, 400), row, strict=True):
            paper.put(text, x, 120 + 20 * at, 12)
    paper.put(
        "以上安排由督导室解释，未尽事宜另行通知，请各校及时上报有关材料。", 75, 150 + 20 * len(rows)
    )
    return paper


def test_columns_without_rules() -> None:
    rows = [
        ["时间", "工作内容", "备注"],
        ["三月", "开学督导", "各校"],
        ["四月", "完成中小学校发展性评估并向社", "责任区"],
        ["", "会公布", ""],
        ["五月", "研修", "督学"],
    ]
    paper = aligned(rows)
    (table,) = tables(paper)
    joined = ["四月", "完成中小学校发展性评估并向社会公布", "责任区"]
    assert cells(table) == [rows[0], rows[1], joined, rows[4]]
    assert len(texts(paper)) == 2


def test_two_columns_or_two_rows_without_rules_are_text() -> None:
    assert not tables(
        aligned([["时间", "工作内容", ""], ["三月", "督导", ""], ["四月", "评估", ""]])
    )
    assert not tables(aligned([["时间", "工作内容", "备注"], ["三月", "督导", "各校"]]))
