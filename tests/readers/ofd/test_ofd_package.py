"""Packages as they come: several documents, what stands beside the text, damaged, hostile."""

from __future__ import annotations

import pytest
from ofds import document, found, lines, ofd, package, page, part, path, read_ofd, text, texts

from duplan.diagnostics import UnreadableError
from duplan.readers.file import File, Limits
from duplan.readers.ofd import read

LINE = lines("  一、总体要求")
BODY = "<ofd:DocBody><ofd:DocRoot>{}/Document.xml</ofd:DocRoot></ofd:DocBody>"
ENTRY = part("OFD", BODY.format("Doc_0"))


def refusal(data: bytes, limits: Limits | None = None) -> str:
    """The kind of refusal; its message must be complete in both languages."""
    with pytest.raises(UnreadableError) as caught:
        read(File(data, limits=limits or Limits()))
    assert caught.value.message("en")
    assert caught.value.message("zh")
    return caught.value.kind


def texts_of(parts: dict[str, str | bytes]) -> list[str]:
    """The text of every paragraph of a package."""
    return [block.text for block in read(File(package(parts)))[0].blocks]


PICTURE = '<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="4"/>'


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04", "damaged"),
        (package({"a.xml": "<a/>"}), "damaged"),
        (package({"OFD.xml": "<OFD"}), "damaged"),
        (package({"OFD.xml": ENTRY}), "damaged"),
        (package({"OFD.xml": part("OFD", "")}), "empty"),
        (package({"OFD.xml": ENTRY, "Doc_0/Document.xml": "<x"}), "damaged"),
        (ofd(), "empty"),
        (ofd(""), "empty"),
        (ofd(PICTURE), "pictured"),
        (package({"OFD.xml": ENTRY, "Encryptions.xml": "<a/>"}), "encrypted"),
    ],
)
def test_refusals(data: bytes, kind: str) -> None:
    assert refusal(data) == kind


def test_several_documents_are_read_in_order() -> None:
    parts = (
        {"OFD.xml": part("OFD", BODY.format("Doc_0") + BODY.format("Doc_1"))}
        | document([page(LINE)])
        | document([page(lines("  二、重点工作"))], folder="Doc_1")
    )
    assert texts_of(parts) == ["一、总体要求", "二、重点工作"]


def test_the_current_version_is_read() -> None:
    versions = (
        '<ofd:Versions><ofd:Version ID="1" BaseLoc="Doc_0/V1.xml"/>'
        '<ofd:Version ID="2" Current="true" BaseLoc="Doc_0/V2.xml"/></ofd:Versions>'
    )
    entry = f"<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>{versions}</ofd:DocBody>"
    version = part("DocVersion", "<ofd:DocRoot>../New/Document.xml</ofd:DocRoot>")
    parts = (
        {"OFD.xml": part("OFD", entry), "Doc_0/V2.xml": version}
        | document([page(LINE)])
        | document([page(lines("  新版"))], folder="New")
    )
    assert texts_of(parts) == ["新版"]


@pytest.mark.parametrize(
    "place", ["P0.xml", "/Doc_0/P0.xml", "./P0.xml", "Doc_0/P0.xml", "x/../P0.xml"]
)
def test_places_of_parts(place: str) -> None:
    root = part("Document", f'<ofd:Pages><ofd:Page ID="1" BaseLoc="{place}"/></ofd:Pages>')
    assert texts_of({"OFD.xml": ENTRY, "Doc_0/Document.xml": root, "Doc_0/P0.xml": page(LINE)}) == [
        "一、总体要求"
    ]


def test_parts_without_namespace_or_in_gb18030() -> None:
    bare = {
        name: str(inside).replace("ofd:", "").replace(' xmlns="http://www.ofdspec.org/2016"', "")
        for name, inside in {"OFD.xml": ENTRY, **document([page(LINE)])}.items()
    }
    assert texts_of(dict(bare)) == ["一、总体要求"]
    coded = {name: each.replace("UTF-8", "GBK").encode("gb18030") for name, each in bare.items()}
    assert texts_of(dict(coded)) == ["一、总体要求"]
    coded["Doc_0/Pages/P0.xml"] = coded["Doc_0/Pages/P0.xml"][:-30] + b"\xff\xff</Page>"
    assert refusal(package(dict(coded))) == "damaged"


def test_a_damaged_page_is_named() -> None:
    parts = {"OFD.xml": ENTRY, **document([page(LINE), "<ofd:Page", page(lines("  二、重点工作"))])}
    source, diagnostics = read(File(package(parts)))
    assert [block.path for block in source.blocks] == ["page[1]/p[1]", "page[3]/p[1]"]
    assert [(each.code, each.values["part"]) for each in diagnostics] == [
        ("DP107", "Doc_0/Pages/P1.xml")
    ]


def test_pages_of_pictures_are_named() -> None:
    assert found(LINE, PICTURE) == [("DP125", {"pages": "2"})]


def test_text_below_a_picture_of_the_page_counts_as_recognised() -> None:
    unseen = "".join(
        text(f"第{at}条工作要求如下所述", y=40 + 10 * at, more='Visible="false"') for at in range(9)
    )
    source, diagnostics = read_ofd(PICTURE + unseen)
    assert len("".join(block.text for block in source.blocks)) == 11 * 9
    assert diagnostics == []


def test_seals_and_attached_files_are_named() -> None:
    signatures = part(
        "Signatures", '<ofd:Signature ID="1" Type="Seal"/><ofd:Signature Type="Sign"/>'
    )
    attachments = part("Attachments", '<ofd:Attachment ID="1" Name="分工表.xlsx"/>')
    assert found(
        LINE,
        body="<ofd:Signatures>/Doc_0/Signs.xml</ofd:Signatures>",
        after="<ofd:Attachments>Attach.xml</ofd:Attachments>",
        Signs=signatures,
        Attach=attachments,
    ) == [("DP123", {"count": 1}), ("DP124", {"name": "分工表.xlsx"})]


def annotated(annotation: str) -> tuple[list[tuple[str, list[str]]], list[str]]:
    """Asides and codes of a page with an annotation."""
    index = part(
        "Annotations", '<ofd:Page PageID="0"><ofd:FileLoc>Annots/A.xml</ofd:FileLoc></ofd:Page>'
    )
    source, diagnostics = read_ofd(
        LINE,
        after="<ofd:Annotations>Annotations.xml</ofd:Annotations>",
        Annotations=index,
        **{"Annots/A": part("PageAnnot", annotation)},
    )
    asides = [(each.story, [block.text for block in each.blocks]) for each in source.asides]
    return asides, [each.code for each in diagnostics]


def test_annotations() -> None:
    shown = f"<ofd:Appearance Boundary='0 0 9 9'>{text('请核对')}</ofd:Appearance>"
    kind = '<ofd:Annot ID="1" Type="{}" {}>{}</ofd:Annot>'
    assert annotated(kind.format("Highlight", "", shown)) == ([("comment", ["请核对"])], ["DP106"])
    remark = "<ofd:Remark>已阅</ofd:Remark>"
    assert annotated(kind.format("Path", "", remark)) == ([("comment", ["已阅"])], ["DP106"])
    assert annotated(kind.format("Watermark", "", shown)) == ([], ["DP108"])
    assert annotated(kind.format("Path", 'Visible="false"', shown)) == ([], ["DP104"])
    assert annotated(kind.format("Link", "", "")) == ([], [])


def test_limits() -> None:
    assert refusal(ofd(LINE, LINE), Limits(pages=1)) == "too-large"
    assert refusal(ofd(LINE), Limits(members=2)) == "too-large"
    assert refusal(ofd(lines("  一。", "  二。")), Limits(paragraphs=1)) == "too-large"


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "文文文">]><ofd:OFD xmlns:ofd="a">&a;</ofd:OFD>'
    assert refusal(package({"OFD.xml": bomb})) == "damaged"


@pytest.mark.parametrize(
    "content",
    [
        text("一二", deltas="g 1000000000 1"),
        text("一二", deltas="g 99999999999999999999999 g g g -1e999 nan"),
        text("一二", size=1e300),
        text("一二", x=1e300),
        text("一二", more='CTM="1e300 nan inf 0 0 0"'),
        path("M 0 0 L 1e999 nan L", more='CTM="a b"'),
        path("L C C B M"),
        '<ofd:TextObject><ofd:TextCode X="x">一</ofd:TextCode></ofd:TextObject>',
        '<ofd:TextObject Boundary="1" Size="-5"><ofd:TextCode/></ofd:TextObject>',
    ],
)
def test_wild_numbers(content: str) -> None:
    assert any("一、总体要求" in each for each in texts(LINE + content))


def test_ink_is_bounded() -> None:
    assert refusal(ofd(text("文" * 200_000, deltas="g 200000 1"))) == "too-complex"
    assert refusal(ofd(path("M 0 0 " + "L 5 0 L 0 0 " * 1_000) * 20)) == "too-complex"


def test_deep_nesting() -> None:
    deep = "<ofd:PageBlock>" * 1_900 + LINE + "</ofd:PageBlock>" * 1_900
    assert texts(deep) == ["一、总体要求"]
    assert refusal(ofd("<ofd:PageBlock>" * 3_000 + "</ofd:PageBlock>" * 3_000)) == "too-complex"
