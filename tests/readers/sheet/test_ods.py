"""OpenDocument spreadsheets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbooks import named, ods_file, outline, package, places, read_ods, table_of

from duplan.diagnostics import UnreadableError
from duplan.readers.file import File, Limits
from duplan.readers.sheet.ods import read
from duplan.source import Layout


def p(text: str) -> str:
    """A cell of one paragraph."""
    return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, look: str = "") -> str:
    """A row of cells."""
    return f"<table:table-row{look}>{''.join(cells)}</table:table-row>"


def table(*rows: str, name: str = "Sheet1", before: str = "") -> str:
    """A sheet."""
    return f'<table:table table:name="{name}">{before}{"".join(rows)}</table:table>'


def test_text_as_it_was_shown() -> None:
    cell = (
        '<table:table-cell office:value-type="date" office:date-value="2020-09-01">'
        "<text:p>2020年<text:span>9月</text:span>1日</text:p></table:table-cell>"
    )
    spaced = p('甲<text:s text:c="2"/>乙<text:tab/>丙<text:line-break/>丁')
    ruby = p(
        "<text:ruby><text:ruby-base>督</text:ruby-base><text:ruby-text>du</text:ruby-text></text:ruby>导"
    )
    bare = '<table:table-cell office:value-type="float" office:value="3.0"/>'
    source, _ = read_ods(table(row(cell, spaced), row(ruby, bare)))
    assert outline(source) == [[["2020年9月1日", "甲  乙\t丙\n丁"], ["督导", "3"]]]


def test_repeated_rows_and_cells() -> None:
    empty = '<table:table-cell table:number-columns-repeated="16382"/>'
    twice = (
        '<table:table-cell table:number-columns-repeated="2"><text:p>同</text:p></table:table-cell>'
    )
    last = row(empty, look=' table:number-rows-repeated="1048570"')
    many = row(twice, look=' table:number-rows-repeated="3"')
    source, _ = read_ods(table(row(p("月份"), p("工作"), empty), many, last))
    assert outline(source) == [[["月份", "工作"], *[["同", "同"]] * 3]]
    assert source.blocks[-1].path == "Sheet1!B4"


def test_merges() -> None:
    tall = '<table:table-cell table:number-rows-spanned="2"><text:p>9月</text:p></table:table-cell>'
    covered = "<table:covered-table-cell><text:p>藏</text:p></table:covered-table-cell>"
    source, found = read_ods(
        table(row(p("月份"), p("工作")), row(tall, p("甲")), row(covered, p("乙")))
    )
    assert places(table_of(source))[1:] == [[(0, 2, 1), (1, 1, 1)], [(1, 1, 1)]]
    assert [each["text"] for each in named(found, "DP118")] == ["藏"]


def test_hidden_rows_columns_and_sheets() -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    lines = row(p("见"), p("列")), row(p("行"), look=' table:visibility="filter"')
    unseen = (
        '<style:style style:name="t"><style:table-properties table:display="false"/></style:style>'
    )
    hidden = table(row(p("稿")), name="草稿").replace(
        "<table:table ", '<table:table table:style-name="t" '
    )
    source, found = read_ods(table(*lines, before=columns) + hidden, styles=unseen)
    assert outline(source) == ["见"]
    assert [(each["where"], each["text"]) for each in named(found, "DP118")] == [
        ("Sheet1!2:2", "行"), ("Sheet1!B:B", "列"), ("草稿", "稿"),
    ]  # fmt: skip


def test_looks_comments_boxes_and_margins() -> None:
    styles = (
        '<style:style style:name="c" style:family="table-cell"><style:paragraph-properties'
        ' fo:text-align="center"/><style:text-properties fo:font-weight="bold" fo:font-size="18pt"/>'
        '</style:style><style:style style:name="t" style:family="table" style:master-page-name="P"/>'
    )
    cell = (
        '<table:table-cell table:style-name="c"><office:annotation><text:p>待定</text:p>'
        "</office:annotation><text:p>行事历</text:p><draw:custom-shape><text:p>框</text:p>"
        "</draw:custom-shape></table:table-cell>"
    )
    pages = (
        '<office:master-styles><style:master-page style:name="P"><style:header><text:p>内部&amp;资料'
        "</text:p></style:header><style:footer><text:p>第 <text:page-number>1</text:page-number> 页"
        "</text:p></style:footer></style:master-page></office:master-styles>"
    )
    sheet = table(row(cell)).replace("<table:table ", '<table:table table:style-name="t" ')
    source, _ = read_ods(sheet, styles=styles, pages=pages)
    assert outline(source) == ["行事历", "框"]
    assert source.blocks[0].layout == Layout(align="center", bold=True, size=18.0)
    assert [(a.story, a.blocks[0].text) for a in source.asides] == [
        ("comment", "待定"), ("header", "内部&资料"),
    ]  # fmt: skip


def test_a_formula_without_a_result_is_named() -> None:
    cell = '<table:table-cell table:formula="of:=1+1"/>'
    _, found = read_ods(table(row(p("甲"), cell)))
    assert named(found, "DP119") == [{"count": 1, "where": "Sheet1!B1"}]


BUSY = row(p("同"), look=' table:number-rows-repeated="1048576"')
LONG = p("长" * 9_000).replace("cell>", 'cell table:number-columns-repeated="16384">', 1)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (package({}), "damaged"),
        (package({"content.xml": "<a>"}), "damaged"),
        (
            package({"content.xml": "?", "META-INF/manifest.xml": "<m:encryption-data/>"}),
            "encrypted",
        ),
        (ods_file(table(BUSY)), "cells"),
        (ods_file(table(row(LONG))), "too-complex"),
    ],
)
def test_refusals(content: bytes, kind: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(File(content, "a.ods", Limits()))
    assert caught.value.values.get("limit", caught.value.kind) == kind


NAMES = ("table-row", "table-cell", "covered-table-cell", "table-column", "table", "shapes")


@settings(max_examples=200)
@given(
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(["-1", "0", "2", "99999999", "x"])))
)
def test_any_markup(elements: list[tuple[str, str]]) -> None:
    opened = "".join(
        f'<table:{name} table:number-rows-repeated="{n}" table:number-columns-repeated="{n}"'
        f' table:number-rows-spanned="{n}" table:number-columns-spanned="{n}"><text:p>文</text:p>'
        for name, n in elements[:8]
    )
    closed = "".join(f"</table:{name}>" for name, _ in reversed(elements[:8]))
    try:
        source, _ = read(File(ods_file(table(opened + closed))))
    except UnreadableError as error:
        assert error.message("en")
    else:
        assert [block.index for block in source.blocks] == list(range(len(source.blocks)))
