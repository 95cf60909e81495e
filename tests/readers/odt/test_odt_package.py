"""Packages as they come: zipped and flat, damaged, foreign, hostile."""

from __future__ import annotations

import zipfile

import pytest
from odts import (
    MANIFEST,
    content,
    fodt,
    h,
    item,
    level,
    list_style,
    listed,
    odt,
    p,
    package,
    styles,
    tbl,
    tc,
    tr,
)

from duplan import readers
from duplan.diagnostics import UnreadableError
from duplan.readers.file import File, Limits
from duplan.readers.odt import read

SHEET = content("").replace("office:text", "office:spreadsheet")
ENCRYPTED = (
    f'<manifest:manifest xmlns:manifest="{MANIFEST}"><manifest:file-entry>'
    "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
)


def refusal(data: bytes, limits: Limits | None = None) -> str:
    """The kind of refusal; its message must be complete in both languages."""
    with pytest.raises(UnreadableError) as caught:
        read(File(data, limits=limits or Limits()))
    assert caught.value.message("en")
    assert caught.value.message("zh")
    return caught.value.kind


def texts_of(data: bytes) -> list[str]:
    """The text of every paragraph of a file."""
    return [block.text for block in read(File(data))[0].blocks]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "damaged"),
        (b"\x89PNG\r\n", "damaged"),
        ("工作计划".encode(), "damaged"),
        (b"<office:document", "damaged"),
        (b"<html/>", "unknown-format"),
        (package({}), "damaged"),
        (package({"content.xml": SHEET}), "unknown-format"),
        (package({"content.xml": content(p("正文"))[:-20]}), "damaged"),
        (odt(p("正文"))[:200], "damaged"),
        (package({"content.xml": b"\x93\x01", "META-INF/manifest.xml": ENCRYPTED}), "encrypted"),
        (package({"content.xml": b"\x93\x01", "META-INF/manifest.xml": "<x"}), "damaged"),
        (package({"encrypted-package": b"\x93\x01"}), "encrypted"),
    ],
)
def test_refusals(data: bytes, kind: str) -> None:
    assert refusal(data) == kind


def test_a_spreadsheet_is_called_one() -> None:
    with pytest.raises(UnreadableError, match="spreadsheet"):
        read(File(package({"content.xml": SHEET})))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (odt(p("正文")), "a.odt"),
        (odt(p("正文")), "a.OTT"),
        (fodt(p("正文")), "a.fodt"),
        (b"\xef\xbb\xbf" + fodt(p("正文")), "a.fodt"),
        (fodt(p("正文")).decode().encode("utf-16"), "a.fodt"),
    ],
)
def test_the_format_is_told_by_the_content(data: bytes, name: str) -> None:
    source, diagnostics = readers.read(File(data, name))
    assert source.format == "odt"
    assert [block.text for block in source.blocks] == ["正文"]
    assert diagnostics == []


def test_a_package_without_its_mark() -> None:
    data = odt(p("正文")).replace(b"mimetype", b"mimetypo")
    assert readers.read(File(data))[0].format == "odt"


def test_flat_files_hold_the_same() -> None:
    parts = {
        "body": h("标题") + listed("A", item(p("条"))),
        "automatic": list_style("A", level(1, "一, 二, 三, ...", "、")),
        "masters": f'<style:master-page style:name="Standard"><style:header>{p("头")}'
        "</style:header></style:master-page>",
    }
    zipped, flat = read(File(odt(**parts)))[0], read(File(fodt(**parts)))[0]
    assert zipped.blocks == flat.blocks
    assert zipped.asides == flat.asides
    assert [block.label for block in flat.blocks] == ["", "一、", ""]


def test_damaged_styles_are_named() -> None:
    data = package({"content.xml": content(p("正文")), "styles.xml": styles()[:-9]})
    source, diagnostics = read(File(data))
    assert [block.text for block in source.blocks] == ["正文"]
    assert [(each.code, each.values["part"]) for each in diagnostics] == [("DP107", "styles.xml")]


@pytest.mark.parametrize("zipped", [True, False])
def test_entities_are_refused(zipped: bool) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "' + "文" * 1000 + '">]>'
    main = bomb + content(p("&a;" * 100))
    assert refusal(package({"content.xml": main}) if zipped else main.encode()) == "damaged"


def test_a_bomb_of_paragraphs() -> None:
    assert refusal(odt("<text:p/>" * 700_000)) == "too-complex"
    assert refusal(fodt("<x/>" * 1_300_000)) == "too-complex"
    assert refusal(odt(p("甲") * 20), Limits(paragraphs=19)) == "too-large"
    assert refusal(fodt(p("甲")), Limits(unzipped=500)) == "too-large"


def test_a_bomb_of_text() -> None:
    body = p("文" * 10_000_000)
    assert refusal(package({"content.xml": content(body)}, zipfile.ZIP_DEFLATED)) == "too-large"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("<text:span>", "</text:span>"),
        ("<text:section>", "</text:section>"),
        ("<text:list><text:list-item>", "</text:list-item></text:list>"),
        ("<text:p>", "</text:p>"),
        ("<text:p><draw:frame><draw:text-box>", "</draw:text-box></draw:frame></text:p>"),
        ("<draw:g>", "</draw:g>"),
        (
            "<table:table><table:table-row><table:table-cell>",
            "</table:table-cell></table:table-row></table:table>",
        ),
    ],
)
def test_deep_nesting(start: str, end: str) -> None:
    times = 1_900 // start.count("<")
    bottom = "<text:span>底</text:span>" if start == "<text:span>" else p("底")
    body = start * times + bottom + end * times
    shown = texts_of(odt(p(body) if start == "<text:span>" else body))
    assert "".join(shown) == "底"
    deeper = start * 3_000 + bottom + end * 3_000
    assert refusal(odt(deeper)) == "too-complex"


def test_deep_tables_read_as_one_table() -> None:
    body = p("底")
    for _ in range(300):
        body = tbl(tr(tc(p("层") + body)))
    source, _ = read(File(odt(body)))
    assert len(source.blocks) == 301
    assert len(list(source.content[0].blocks())) == 301  # type: ignore[union-attr]


def test_many_spaces_are_few() -> None:
    source, _ = read(File(odt(p('<text:s text:c="99999999"/>' * 1_000 + "甲"))))
    assert len(source.blocks[0].text) < 200_000


def test_wild_attributes() -> None:
    odd = ' text:level="x" text:start-value="-5" text:outline-level="99999" text:c="-1"'
    body = (
        f"<text:list{odd}><text:list-item{odd}><text:h{odd}>甲<text:s{odd}/></text:h>"
        f"</text:list-item></text:list><text:numbered-paragraph{odd}>{p('乙')}</text:numbered-paragraph>"
    )
    assert texts_of(odt(body)) == ["甲", "乙"]


def test_a_plain_document_type_is_passed_over() -> None:
    data = fodt(p("正文&lt;!DOCTYPE 甲&gt;")).replace(
        b"<office:document ", b"<!DOCTYPE office:document>\n<office:document ", 1
    )
    source, found = readers.read(File(data, "a.fodt"))
    assert (source.format, [block.text for block in source.blocks], found) == (
        "odt",
        ["正文<!DOCTYPE 甲>"],
        [],
    )


def test_a_document_type_with_entities_is_refused() -> None:
    data = fodt(p("正文")).replace(
        b"<office:document ", b"<!DOCTYPE a [<!ENTITY b 'c'>]>\n<office:document ", 1
    )
    with pytest.raises(UnreadableError) as caught:
        readers.read(File(data, "a.fodt"))
    assert caught.value.kind == "damaged"
