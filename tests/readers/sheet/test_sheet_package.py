"""Workbooks as they come: odd, damaged, foreign, hostile; and the laws that hold for all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbooks import (
    MAIN,
    R,
    c,
    data,
    formats,
    grid,
    merged,
    named,
    outline,
    package,
    read_xlsx,
    relations,
    workbook,
)

from duplan.diagnostics import UnreadableError
from duplan.readers.file import File, Limits
from duplan.readers.sheet import visible
from duplan.readers.sheet.xlsx import read
from duplan.source import Block

SHEET = grid([["月份", "工作"], ["9月", "督导"]])
SAMPLE = workbook(("Sheet1", SHEET), styles=formats("0.00%"), sharedStrings="<si><t>甲</t></si>")


def refusal(content: bytes, limits: Limits | None = None) -> str:
    """The kind of refusal; its message must be complete in both languages."""
    with pytest.raises(UnreadableError) as caught:
        read(File(content, "a.xlsx", limits or Limits()))
    assert caught.value.message("en")
    assert caught.value.message("zh")
    return str(caught.value.values.get("limit", caught.value.kind))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\x03\x04", "damaged"),
        (package({}), "damaged"),
        (package({"xl/workbook.xml": "<workbook>"}), "damaged"),
        (
            package({
                "_rels/.rels": relations(("r", "officeDocument", "xl/workbook.bin")),
                "xl/workbook.bin": b"\x83\x01",
            }),
            "unknown-format",
        ),
        (SAMPLE[:-30], "damaged"),
    ],
)  # fmt: skip
def test_refusals(content: bytes, kind: str) -> None:
    assert refusal(content) == kind


def test_strict_names_and_prefixes() -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    rooms = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    content = package({
        "xl/workbook.xml": f'<x:workbook xmlns:x="{strict}" xmlns:q="{rooms}"><x:sheets>'
        '<x:sheet name="Sheet1" q:id="a"/></x:sheets></x:workbook>',
        "xl/_rels/workbook.xml.rels": relations(("a", "worksheet", "s.xml")).replace(R, rooms),
        "xl/s.xml": f'<x:worksheet xmlns:x="{strict}"><x:sheetData><x:row r="1"><x:c r="A1" s="1"/>'
        '<x:c r="B1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    })  # fmt: skip
    source, _ = read(File(content))
    assert [(block.text, block.path) for block in source.blocks] == [("5", "Sheet1!B1")]


def test_sheets_that_are_not_there_are_named() -> None:
    content = package({
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{R}"><sheets><sheet name="甲" r:id="a"/>'
        '<sheet name="乙" r:id="b"/><sheet name="丙" r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(("b", "worksheet", "gone.xml")),
    })  # fmt: skip
    source, found = read(File(content))
    assert source.blocks == ()
    assert [each["part"] for each in named(found, "DP107")] == ["甲", "xl/gone.xml", "丙"]


@pytest.mark.parametrize(
    ("limits", "name"),
    [
        (Limits(members=1), "members"),
        (Limits(unzipped=100), "unzipped"),
        (Limits(paragraphs=3), "paragraphs"),
        (Limits(cells=3), "cells"),
    ],
)
def test_limits(limits: Limits, name: str) -> None:
    assert refusal(workbook(("Sheet1", SHEET)), limits) == name


def test_formatted_cells_without_text_cost_nothing() -> None:
    empty = "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{chr(65 + k)}{row}" s="1"/>' for k in range(12))
        + "</row>"
        for row in range(3, 8_000)
    )
    source, _ = read_xlsx(("Sheet1", data(c("A1", "标题"), rows=empty)))
    assert outline(source) == ["标题"]


LONG = "长" * 2_000_000
HOSTILE = {
    "one text in many cells": workbook(
        ("Sheet1", data(rows="<row>" + '<c t="s"><v>0</v></c>' * 9_000 + "</row>")),
        sharedStrings=f"<si><t>{LONG}</t></si>",
    ),
    "cells": workbook(("Sheet1", data(rows="<row>" + "<c><v>1</v></c>" * 300_000 + "</row>"))),
    "elements": workbook(("Sheet1", data(rows="<row/>" * 700_000))),
    "depth": workbook(("Sheet1", "<a>" * 5_000 + "</a>" * 5_000)),
    "zipped zeros": workbook(("Sheet1", data(c("A1", "0" * 40_000_000)))),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_bombs_are_refused(name: str) -> None:
    assert refusal(HOSTILE[name]) in ("too-complex", "ratio")


def test_merges_over_everything_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visible, "MAX_COVERED", 1_000)
    lines = grid([["x"] for _ in range(200)], *["A1:XFD1048576"] * 20)
    assert refusal(workbook(("Sheet1", lines))) == "too-complex"


def check(content: bytes) -> None:
    """Reads bytes that may be anything."""
    try:
        source, diagnostics = read(File(content))
    except UnreadableError as error:
        assert error.message("en")
        assert error.message("zh")
        return
    assert [block.index for block in source.blocks] == list(range(len(source.blocks)))
    for diagnostic in diagnostics:
        assert diagnostic.message("en")
        assert diagnostic.message("zh")


@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    check(content)
    check(b"PK\x03\x04" + content)


@given(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255))
def test_flipped_and_cut_bytes(at: int, value: int) -> None:
    check(SAMPLE[:at] + bytes((value,)) + SAMPLE[at + 1 :])
    check(SAMPLE[:at])


NAMES = (
    "row", "c", "v", "f", "is", "t", "r", "rPr", "b", "sz", "cols", "col", "sheetData", "mergeCells",
    "mergeCell", "headerFooter", "oddHeader", "cellXfs", "xf", "fonts", "font", "numFmts", "numFmt",
    "alignment", "si", "rPh",
)  # fmt: skip
VALUES = st.sampled_from(
    [
        "0",
        "1",
        "-5",
        "99999999999",
        "s",
        "inlineStr",
        "A1",
        "XFD1048576",
        "A1:B2",
        "yyyy",
        "",
        "1e9",
    ]
)


@st.composite
def elements(draw: st.DrawFn) -> str:
    """Any nesting of the vocabulary, well-formed and otherwise wild."""
    opened: list[str] = []
    written: list[str] = []
    for _ in range(draw(st.integers(0, 25))):
        if bool(opened) and draw(st.booleans()):
            written.append(f"</{opened.pop()}>")
        else:
            name = draw(st.sampled_from(NAMES))
            keys = ("r", "s", "t", "ref", "min", "max", "hidden", "ht", "numFmtId", "formatCode")
            attributes = " ".join(f'{key}="{draw(VALUES)}"' for key in keys)
            written.append(f"<{name} {attributes}>{'文1' * (name in ('t', 'v'))}")
            opened.append(name)
    return "".join(written) + "".join(f"</{name}>" for name in reversed(opened))


@settings(max_examples=200)
@given(elements(), elements(), elements())
def test_any_markup(cells: str, styles: str, strings: str) -> None:
    inside = f"{cells}<sheetData>{cells}</sheetData>{cells}"
    check(workbook(("Sheet1", inside), styles=styles, sharedStrings=strings))


PLACES = st.tuples(st.integers(0, 12), st.integers(0, 9))
AREAS = st.tuples(st.integers(0, 12), st.integers(0, 9), st.integers(0, 4), st.integers(0, 4))


def area(given: tuple[int, int, int, int]) -> str:
    """A merge as the file names it."""
    row, column, down, right = given
    return f"{chr(65 + column)}{row + 1}:{chr(65 + column + right)}{row + 1 + down}"


@settings(max_examples=300)
@given(
    st.dictionaries(PLACES, st.text("甲乙丙1：、", min_size=1, max_size=5), max_size=30),
    st.lists(AREAS, max_size=4),
    st.sets(st.integers(0, 12), max_size=3),
    st.sets(st.integers(0, 9), max_size=3),
)
def test_no_cell_is_lost(
    cells: dict[tuple[int, int], str],
    merges: list[tuple[int, int, int, int]],
    rows: set[int],
    columns: set[int],
) -> None:
    lines = "".join(
        f'<row r="{row + 1}"' + (' hidden="1">' if row in rows else ">")
        + "".join(c(f"{chr(65 + k)}{row + 1}", text) for (at, k), text in sorted(cells.items()) if at == row)
        + "</row>"
        for row in range(13)
    )  # fmt: skip
    hidden = "".join(f'<col min="{k + 1}" max="{k + 1}" hidden="1"/>' for k in sorted(columns))
    inside = data(before=f"<cols>{hidden}</cols>", rows=lines, after=merged(*map(area, merges)))
    source, found = read_xlsx(("Sheet1", inside))
    left_out = sum(int(each["count"]) for each in named(found, "DP118"))
    shown = {block.path.removeprefix("Sheet1!"): block.text for block in source.blocks}
    assert len(shown) == len(source.blocks) == len(cells) - left_out
    for (row, column), text in cells.items():
        assert shown.get(f"{chr(65 + column)}{row + 1}", text) == text
    inner = [
        b for part in source.content for b in ([part] if isinstance(part, Block) else part.blocks())
    ]
    assert tuple(inner) == source.blocks


def test_the_same_bytes_give_the_same_source() -> None:
    first: tuple[object, object] = read(File(SAMPLE))
    assert read(File(SAMPLE)) == first
