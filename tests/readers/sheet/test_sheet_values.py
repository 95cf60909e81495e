"""What cells of an xlsx show."""

from __future__ import annotations

import pytest
from workbooks import c, data, formats, named, outline, read_xlsx, table_of

from duplan.source import Layout

ROW = "".join


def texts(cells: str, **more: str) -> list[str]:
    """The text of every paragraph of a sheet of one row."""
    source, _ = read_xlsx(("Sheet1", data(rows=f'<row r="1">{cells}</row>')), **more)
    return [block.text for block in source.blocks]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<c r="A1"><v>3</v></c>', "3"),
        ('<c r="A1"><v>3.0</v></c>', "3"),
        ('<c r="A1" s="1"><v>44075</v></c>', "2020年9月1日"),
        ('<c r="A1" s="2"><v>0.95</v></c>', "95.00%"),
        ('<c r="A1" s="99"><v>0.95</v></c>', "0.95"),
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A1" t="b"><v>0</v></c>', "FALSE"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', "#REF!"),
        ('<c r="A1" t="str"><f>A2</f><v>九月</v></c>', "九月"),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', "2"),
        ('<c r="A1" s="1" t="d"><v>2020-09-01T00:00:00</v></c>', "2020年9月1日"),
        ('<c r="A1" t="d"><v>2020-09-01</v></c>', "2020-09-01"),
        ('<c r="A1" t="d"><v>?</v></c>', "?"),
        ('<c r="A1"><v>word</v></c>', "word"),
        ('<c r="A1" s="3" t="inlineStr"><is><t>三</t></is></c>', "第三周"),
        ('<c r="A1" t="inlineStr"><is><t>a_x0041_b</t></is></c>', "aAb"),
        ('<c r="A1" t="inlineStr"><is><t><![CDATA[<c r="B1"/>]]></t></is></c>', '<c r="B1"/>'),
    ],
)
def test_values(cell: str, shown: str) -> None:
    styles = formats('yyyy"年"m"月"d"日"', "0.00%", '"第"@"周"')
    assert texts(cell, styles=styles) == [shown]


def test_pictures_in_cells_are_no_text() -> None:
    picture = '<c r="A1" t="str"><f>DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'
    assert texts(picture) == []


def test_dates_since_1904() -> None:
    cell = '<c r="A1" s="1"><v>42613</v></c>'
    assert texts(cell, styles=formats("yyyy-m-d"), more='<workbookPr date1904="1"/>') == [
        "2020-9-1"
    ]


def test_shared_strings_without_their_readings() -> None:
    strings = (
        '<si><t>行事历</t><rPh sb="0" eb="3"><t>xingshili</t></rPh><phoneticPr fontId="1"/></si>'
        '<si><r><t>甲</t></r><r><rPr><b/><sz val="14"/></rPr><t xml:space="preserve"> 乙</t></r></si>'
    )
    cells = '<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c>'
    assert texts(cells, sharedStrings=strings) == ["甲 乙", "行事历"]


def test_a_shared_string_that_is_not_there_is_named() -> None:
    cells = '<row r="1"><c r="A1" t="s"><v>7</v></c><c r="B1" t="s"><v>-1</v></c></row>'
    source, found = read_xlsx(("九月", data(rows=cells)))
    assert source.blocks == ()
    assert named(found, "DP107") == [{"part": "九月!A1", "reason": "no shared string 7"}]


def test_lines_of_a_cell_are_paragraphs() -> None:
    source, _ = read_xlsx(("Sheet1", data(c("A1", "一&#10;二_x000D_&#10;三"))))
    assert [(b.text, b.path) for b in source.blocks] == [
        ("一", "Sheet1!A1"),
        ("二", "Sheet1!A1/p[2]"),
        ("三", "Sheet1!A1/p[3]"),
    ]


def test_paths_name_sheet_and_cell() -> None:
    source, _ = read_xlsx(
        ("月度安排", data(c("B3", "月份") + c("AB3", "工作"), c("B4", "9月") + c("AB4", "督导")))
    )
    assert [block.path for block in source.blocks] == [
        "月度安排", "月度安排!B3", "月度安排!AB3", "月度安排!B4", "月度安排!AB4",
    ]  # fmt: skip
    assert table_of(source).path == "月度安排!B3:AB4"


def test_places_may_be_left_out() -> None:
    cells = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>"
    source, _ = read_xlsx(("Sheet1", data(rows=cells)))
    assert outline(source) == [[["1", "2"], ["3", "4"]]]
    assert source.blocks[3].path == "Sheet1!B2"


def test_looks() -> None:
    styles = (
        '<fonts><font><sz val="11"/></font><font><b/><sz val="18"/></font></fonts><cellXfs><xf/>'
        '<xf fontId="1"><alignment horizontal="center"/></xf>'
        '<xf fontId="0"><alignment horizontal="centerContinuous"/></xf></cellXfs>'
    )
    bold = '<c r="A3" t="inlineStr"><is><r><rPr><b/><sz val="9"/></rPr><t>细</t></r></is></c>'
    source, _ = read_xlsx(
        ("Sheet1", data(c("A1", "标题", 1), c("A2", "副题", 2), bold)), styles=styles
    )
    assert [block.layout for block in source.blocks] == [
        Layout(align="center", bold=True, size=18.0),
        Layout(align="center", size=11.0),
        Layout(bold=True, size=9.0),
    ]


def test_formulas_without_a_stored_result_are_named() -> None:
    cells = (
        '<row r="2"><c r="B2"><f>1+1</f></c><c r="C2"><f>1</f><v/></c>'
        '<c r="D2" t="str"><f>""</f><v></v></c></row>'
    )
    _, found = read_xlsx(("九月", data(rows=cells)))
    assert named(found, "DP119") == [{"count": 2, "where": "九月!B2"}]


def test_values_that_a_format_hides_are_named() -> None:
    source, found = read_xlsx(
        ("九月", data(c("A1", 5, 1), c("A2", "密", 1))), styles=formats(";;;")
    )
    assert source.blocks == ()
    assert named(found, "DP118") == [{"where": "九月!A1", "count": 2, "text": "5 密"}]
