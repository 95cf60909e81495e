"""Where tables are in a sheet, and what is text around them."""

from __future__ import annotations

from collections.abc import Sequence

from workbooks import Value, c, data, grid, merged, named, outline, places, read_xlsx, table_of

TITLE = "槐安区2020年督导工作行事历"
HEAD: list[Value] = ["月份", "工作内容", "责任单位"]
SEPTEMBER: list[Value] = ["9月", "开学督导", "督导室"]
OCTOBER: list[Value] = ["10月", "专项督导", "基教科"]
SHEET = grid([HEAD, SEPTEMBER])


def read(*lines: Sequence[Value], merges: str = "") -> list[object]:
    """The outline of a sheet of these rows."""
    return outline(read_xlsx(("Sheet1", grid(lines, *merges.split())))[0])


def test_a_title_and_a_remark_are_paragraphs() -> None:
    remark: list[Value] = ["备注：以通知为准，时间另行安排。"]
    for merges in ("", "A1:C1 A5:C5"):
        found = read([TITLE], HEAD, SEPTEMBER, OCTOBER, remark, merges=merges)
        assert found == [TITLE, [HEAD, SEPTEMBER, OCTOBER], remark[0]]


def test_a_title_of_several_rows_in_the_middle() -> None:
    found = read([None, "督导室"], [None, "行事历"], [None], HEAD, SEPTEMBER)
    assert found == ["督导室", "行事历", [HEAD, SEPTEMBER]]


def test_who_filled_in_the_table_is_text() -> None:
    found = read(
        [TITLE], ["填报单位：督导室", None, "2020年8月"], HEAD, SEPTEMBER, OCTOBER,
        ["制表：方杏", "审核：石澜"],
    )  # fmt: skip
    assert found == [
        TITLE, "填报单位：督导室", "2020年8月", [HEAD, SEPTEMBER, OCTOBER], "制表：方杏", "审核：石澜",
    ]  # fmt: skip


def test_the_last_rows_of_a_table_stay_in_it() -> None:
    rows: list[list[Value]] = [["11月"], [None, "总结"]]
    found = read(HEAD, SEPTEMBER, *rows)
    assert found == [[HEAD, SEPTEMBER, ["11月"], ["总结"]]]


def test_a_month_merged_down() -> None:
    lines: list[list[Value]] = [HEAD, SEPTEMBER, [None, "中秋检查", "督导室"], OCTOBER]
    source, _ = read_xlsx(("Sheet1", grid(lines, "A2:A3")))
    assert places(table_of(source)) == [
        [(0, 1, 1), (1, 1, 1), (2, 1, 1)],
        [(0, 2, 1), (1, 1, 1), (2, 1, 1)],
        [(1, 1, 1), (2, 1, 1)],
        [(0, 1, 1), (1, 1, 1), (2, 1, 1)],
    ]


def test_merges_reach_no_further_than_the_text() -> None:
    lines: list[list[Value]] = [HEAD, ["第一学期"], SEPTEMBER, OCTOBER]
    source, _ = read_xlsx(("Sheet1", grid(lines, "A2:H2", "A4:A9", "C4:XFD4", "E1:E9")))
    assert places(table_of(source))[1] == [(0, 1, 3)]
    assert places(table_of(source))[3] == [(0, 1, 1), (1, 1, 1), (2, 1, 1)]


def test_a_merge_bridges_empty_rows() -> None:
    lines: list[list[Value]] = [HEAD, SEPTEMBER, [None], [None, "补充", "督导室"]]
    source, _ = read_xlsx(("Sheet1", grid(lines, "A2:A4")))
    assert places(table_of(source))[1][0] == (0, 2, 1)


def test_empty_rows_in_one_table() -> None:
    assert read(HEAD, SEPTEMBER, [None], OCTOBER) == [[HEAD, SEPTEMBER, OCTOBER]]


def test_empty_rows_between_tables() -> None:
    tasks: list[Value] = ["序号", "任务", "责任科室", "时限"]
    task: list[Value] = ["1", "迎检", "督导室", "9月底"]
    assert read(HEAD, SEPTEMBER, [None], tasks, task) == [[HEAD, SEPTEMBER], [tasks, task]]
    assert read(HEAD, SEPTEMBER, [None], HEAD, OCTOBER) == [[HEAD, SEPTEMBER], [HEAD, OCTOBER]]
    found = read(HEAD, SEPTEMBER, [None], ["第二学期"], HEAD, OCTOBER)
    assert found == [[HEAD, SEPTEMBER], "第二学期", [HEAD, OCTOBER]]


def test_tables_side_by_side() -> None:
    lines: list[list[Value]] = [[TITLE], [*HEAD, None, *HEAD], [*SEPTEMBER, None, *OCTOBER]]
    for merges in ((), ("A1:G1",)):
        source, _ = read_xlsx(("Sheet1", grid(lines, *merges)))
        assert outline(source) == [TITLE, [HEAD, SEPTEMBER], [HEAD, OCTOBER]]


def test_tables_side_by_side_with_titles_of_their_own() -> None:
    lines: list[list[Value]] = [
        ["上半年", None, None, None, "下半年"],
        [*HEAD, None, *HEAD],
        [*SEPTEMBER, None, *OCTOBER],
    ]
    source, _ = read_xlsx(("Sheet1", grid(lines, "A1:C1", "E1:G1")))
    assert outline(source) == ["上半年", [HEAD, SEPTEMBER], "下半年", [HEAD, OCTOBER]]


def test_a_remark_beside_a_table() -> None:
    lines: list[list[Value]] = [HEAD, [*SEPTEMBER, None, "此行待定"], OCTOBER]
    source, _ = read_xlsx(("Sheet1", grid(lines)))
    assert outline(source) == [[HEAD, SEPTEMBER, OCTOBER], "此行待定"]


def test_an_empty_column_inside_a_table() -> None:
    lines: list[list[Value]] = [
        [*HEAD[:2], None, "责任单位", "时限"],
        ["1", "迎检", None, "督导室", "9月底"],
    ]
    source, _ = read_xlsx(("Sheet1", grid(lines)))
    assert outline(source) == [[[*HEAD[:2], "责任单位", "时限"], ["1", "迎检", "督导室", "9月底"]]]
    assert [cell[0] for cell in places(table_of(source))[0]] == [0, 1, 2, 3]


def test_a_plan_typed_line_by_line() -> None:
    lines: list[list[Value]] = [["2020年工作计划"], ["一、总体思路"], [None], ["二、重点工作"]]
    assert outline(read_xlsx(("Sheet1", grid(lines)))[0]) == [
        "2020年工作计划", "一、总体思路", "二、重点工作",
    ]  # fmt: skip


def test_the_name_of_a_sheet_heads_what_has_no_title() -> None:
    source, found = read_xlsx(
        ("计划", grid([[TITLE], HEAD, SEPTEMBER])),
        ("月度安排", grid([["单位：督导室"], HEAD, OCTOBER])),
        ("Sheet3", grid([HEAD, OCTOBER])),
        ("空", ""),
    )
    assert outline(source) == [
        TITLE, [HEAD, SEPTEMBER], "月度安排", "单位：督导室", [HEAD, OCTOBER], [HEAD, OCTOBER],
    ]  # fmt: skip
    assert named(found, "DP120") == [{"name": "计划"}, {"name": "Sheet3"}, {"name": "空"}]
    name = source.content[2]
    assert name in source.blocks
    first = [block for block in source.blocks if block.layout.page_break_before]
    assert [(block.path, block.layout.style) for block in first] == [
        ("月度安排", "sheet"), ("Sheet3!A1", ""),
    ]  # fmt: skip


def test_a_series_of_sheets() -> None:
    months = ("9月", "10月", "11月")
    sheets = [
        (name, grid([["督导室工作表"], ["单位：督导室"], HEAD, SEPTEMBER])) for name in months
    ]
    source, found = read_xlsx(*sheets)
    table = [HEAD, SEPTEMBER]
    assert outline(source) == [
        "督导室工作表", "单位：督导室", "9月", table, "10月", table, "11月", table,
    ]  # fmt: skip
    assert [(a.story, [b.text for b in a.blocks]) for a in source.asides] == [
        ("header", ["督导室工作表", "单位：督导室"])
    ] * 2
    assert named(found, "DP120") == []


def test_a_series_whose_titles_say_which() -> None:
    sheets = [(name, grid([[f"督导室{name}工作表"], HEAD, SEPTEMBER])) for name in ("9月", "10月")]
    source, found = read_xlsx(*sheets, ("第1版", SHEET))
    assert [part for part in outline(source) if isinstance(part, str)] == [
        "督导室9月工作表", "督导室10月工作表", "第1版",
    ]  # fmt: skip
    assert named(found, "DP120") == [{"name": "9月"}, {"name": "10月"}]


def test_far_cells_cost_nothing() -> None:
    inside = data(c("A1", "标题"), c("XFD1048576", "末"), before='<dimension ref="A1:XFD1048576"/>')
    assert outline(read_xlsx(("Sheet1", inside))[0]) == ["标题", "末"]


def test_text_under_a_merge_is_named() -> None:
    inside = data(c("A1", "见") + c("B1", "藏"), after=merged("A1:B1", "?", "A0:B1"))
    source, found = read_xlsx(("九月", inside))
    assert outline(source) == ["见"]
    assert named(found, "DP118") == [{"where": "九月!B1", "count": 1, "text": "藏"}]
