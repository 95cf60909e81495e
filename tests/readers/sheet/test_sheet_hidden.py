"""What a sheet doesn't show, and what it shows outside its cells."""

from __future__ import annotations

from workbooks import XDR, A, R, c, data, grid, merged, named, outline, places, read_xlsx, table_of

from duplan.readers.sheet.visible import Hidden
from duplan.source import Span

HEAD = ["月份", "工作内容", "责任单位"]
SHEET = grid([HEAD, ["9月", "开学督导", "督导室"]])
COLUMNS = '<cols><col min="2" max="2" hidden="1"/><col min="3" max="9" width="0"/></cols>'


def drawing(*shapes: tuple[int, str]) -> str:
    """A drawing of shapes: the row that each is anchored at, and its paragraphs as XML."""
    anchors = "".join(
        f"<xdr:twoCellAnchor><xdr:from><xdr:row>{row}</xdr:row></xdr:from><xdr:sp><xdr:txBody>"
        f"{inside}</xdr:txBody></xdr:sp></xdr:twoCellAnchor>"
        for row, inside in shapes
    )
    return f'<xdr:wsDr xmlns:xdr="{XDR}" xmlns:a="{A}">{anchors}</xdr:wsDr>'


def test_hidden_rows_and_columns() -> None:
    hidden = '<row r="2" hidden="1">' + c("A2", "8月") + "</row>"
    empty = '<row r="3" ht="0">' + c("A3", "密") + "</row>"
    last = '<row r="4">' + c("A4", "9月") + c("B4", "甲") + c("C4", "乙") + "</row>"
    source, found = read_xlsx(("安排", data(before=COLUMNS, rows=hidden + empty + last)))
    assert outline(source) == ["9月"]
    assert named(found, "DP118") == [
        {"where": "安排!2:3", "count": 2, "text": "8月 密"},
        {"where": "安排!B:C", "count": 2, "text": "甲 乙"},
    ]


def test_a_merge_is_seen_as_long_as_a_part_of_it_is() -> None:
    rows = (
        f'<row r="1">{c("A1", "月份")}{c("B1", "工作")}</row>'
        f'<row r="2" hidden="1">{c("A2", "9月")}{c("B2", "密")}</row>'
        f'<row r="3">{c("B3", "督导")}</row><row r="4">{c("B4", "会议")}</row>'
    )
    source, found = read_xlsx(("Sheet1", data(rows=rows, after=merged("A2:A4"))))
    assert outline(source) == [[["月份", "工作"], ["9月", "督导"], ["会议"]]]
    assert places(table_of(source))[1] == [(0, 2, 1), (1, 1, 1)]
    assert [each["text"] for each in named(found, "DP118")] == ["密"]


def test_hidden_sheets() -> None:
    for state in ("hidden", "veryHidden"):
        source, found = read_xlsx(("Sheet1", SHEET), ("草稿", data(c("A1", "旧稿"))), state=state)
        assert outline(source) == [[HEAD, ["9月", "开学督导", "督导室"]]]
        assert named(found, "DP118") == [{"where": "草稿", "count": 1, "text": "旧稿"}]


def test_hidden_ranges_may_overlap() -> None:
    hidden = Hidden([(2, 4), (3, 3), (4, 6), (9, 9)])
    assert [hidden.seen_before(at) for at in range(12)] == [0, 1, 2, 2, 2, 2, 2, 2, 3, 4, 4, 5]


def test_comments() -> None:
    notes = (
        '<comments><commentList><comment ref="B2"><text><r><t>张三:</t></r><r><t>\n待定</t></r>'
        '<rPh><t>daiding</t></rPh></text></comment><comment ref="?"><text><t>无</t></text></comment>'
        "</commentList></comments>"
    )
    source, found = read_xlsx(("安排", SHEET), comments=notes)
    (aside,) = source.asides
    assert aside.story == "comment"
    assert [(block.text, block.path) for block in aside.blocks] == [
        ("张三:", "安排!B2/comment"),
        ("待定", "安排!B2/comment/p[2]"),
    ]
    finding = next(each for each in found if each.code == "DP106")
    assert finding.values == {"story": "comment", "text": "张三: 待定"}
    assert finding.span == Span(aside.blocks[0].index, 0, 3)


def test_threads_of_comments_stand_for_their_notes() -> None:
    source, _ = read_xlsx(
        ("Sheet1", SHEET),
        comments='<comments><commentList><comment ref="A1"><text><t>[线程批注]</t></text></comment>'
        "</commentList></comments>",
        threadedComment='<ThreadedComments><threadedComment ref="A1"><text>请核对</text>'
        "</threadedComment></ThreadedComments>",
    )
    assert [[block.text for block in aside.blocks] for aside in source.asides] == [["请核对"]]


def test_headers_and_footers() -> None:
    margins = (
        '<headerFooter><oddHeader>&amp;L&amp;"宋体,常规"&amp;9内部资料&amp;R甲&amp;&amp;乙</oddHeader>'
        "<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>"
    )
    source, _ = read_xlsx(("Sheet1", SHEET + margins))
    assert [(a.story, [b.text for b in a.blocks]) for a in source.asides] == [
        ("header", ["内部资料", "甲&乙"])
    ]


def test_text_boxes_stand_above_or_below_the_cells() -> None:
    shapes = drawing(
        (9, "<a:p><a:r><a:t>注：</a:t></a:r><a:r><a:t>待定</a:t></a:r></a:p>"),
        (0, "<a:p><a:r><a:t>行事历</a:t></a:r></a:p><a:p/>"),
        (0, "<a:p/>"),
    )
    table = data(c("A3", "月份") + c("B3", "工作"), c("A4", "9月") + c("B4", "督导"))
    source, found = read_xlsx(("九月", table), drawing=shapes)
    assert outline(source) == ["行事历", [["月份", "工作"], ["9月", "督导"]], "注：待定"]
    assert source.blocks[0].path == "九月!1:1/box"
    assert named(found, "DP120") == [{"name": "九月"}]


def test_a_shape_is_read_once() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    twice = "<a:p><a:r><a:t>框</a:t></a:r></a:p>"
    shapes = (
        f'<xdr:wsDr xmlns:xdr="{XDR}" xmlns:a="{A}" xmlns:mc="{mc}" xmlns:r="{R}">'
        f"<xdr:oneCellAnchor><mc:AlternateContent><mc:Choice>{twice}</mc:Choice><mc:Fallback>{twice}"
        "</mc:Fallback></mc:AlternateContent></xdr:oneCellAnchor></xdr:wsDr>"
    )
    assert outline(read_xlsx(("Sheet1", ""), drawing=shapes)[0]) == ["框"]


def test_damaged_parts_are_named() -> None:
    source, found = read_xlsx(("Sheet1", SHEET), drawing="<", comments="", styles="<")
    assert len(source.blocks) == 6
    assert {each["part"] for each in named(found, "DP107")} == {
        "xl/styles.xml", "xl/drawing.xml", "xl/comments.xml",
    }  # fmt: skip
