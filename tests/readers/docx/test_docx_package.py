"""Packages as they come: odd, damaged, foreign, hostile."""

from __future__ import annotations

import zipfile
from base64 import b64encode
from io import BytesIO
from types import ModuleType

import pytest
from packages import R, W, docx, p, package, part, r, read_docx, relations, style

from duplan.diagnostics import UnreadableError
from duplan.readers import read as read_any
from duplan.readers import xml as xml_module
from duplan.readers.docx import body as body_module
from duplan.readers.docx import read
from duplan.readers.file import File, Limits

MAIN = part("document", f"<w:body>{p('正文')}</w:body>")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def refusal(data: bytes) -> str:
    """The kind of refusal; its message must be complete in both languages."""
    with pytest.raises(UnreadableError) as caught:
        read(File(data))
    assert caught.value.message("en")
    assert caught.value.message("zh")
    return caught.value.kind


def texts_of(data: bytes) -> list[str]:
    """The text of every paragraph of a package."""
    return [block.text for block in read(File(data))[0].blocks]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "damaged"),
        (b"\x89PNG\r\n", "damaged"),
        ("工作计划".encode(), "damaged"),
        (OLE + "EncryptedPackage".encode("utf-16-le") + bytes(40), "encrypted"),
        (package({}), "not-docx"),
        (package({"xl/workbook.xml": "<workbook/>"}), "not-docx"),
        (package({"word/document.xml": "<other/>"}), "not-docx"),
        (package({"word/document.xml": MAIN[:-20]}), "damaged"),
        (package({"word/document.xml": ""}), "damaged"),
        (docx(p("正文"))[:300], "damaged"),
        (docx(p("正文"))[:-10], "damaged"),
        (package({"word/document.xml": MAIN}, zipfile.ZIP_BZIP2), "damaged"),
    ],
)
def test_refusals(data: bytes, kind: str) -> None:
    assert refusal(data) == kind


def test_an_encrypted_member() -> None:
    data = bytearray(package({"word/document.xml": MAIN}))
    for at, offset in ((data.find(b"PK\x03\x04"), 6), (data.find(b"PK\x01\x02"), 8)):
        data[at + offset] |= 1
    assert refusal(bytes(data)) == "encrypted"


def test_a_wrong_checksum() -> None:
    data = package({"word/document.xml": MAIN}, zipfile.ZIP_STORED)
    assert refusal(data.replace("正文".encode(), "正丈".encode())) == "damaged"


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": MAIN},
        {"Word/Document.xml": MAIN},
        {"word\\document.xml": MAIN},
        {"word/document2.xml": MAIN},
        {"_rels/.rels": "damaged", "word/document.xml": MAIN},
        {"_rels/.rels": relations(("a", "officeDocument", "/doc/main.xml")), "doc/main.xml": MAIN},
        {"_rels/.rels": relations(("a", "officeDocument", "doc/%6dain.xml")), "doc/main.xml": MAIN},
        {"_rels/.rels": relations(("a", "officeDocument", "gone.xml")), "word/document.xml": MAIN},
        {
            "[Content_Types].xml": '<Types xmlns="x"><Override PartName="/doc/main.xml" ContentType'
            '="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
            "</Types>",
            "doc/main.xml": MAIN,
        },
    ],
)
def test_the_main_part_is_found(parts: dict[str, str | bytes]) -> None:
    assert texts_of(package(parts)) == ["正文"]


def test_parts_are_found_without_relationships_and_beside_the_main_part() -> None:
    styles = part("styles", style("a", "", default=True))
    for folder in ("word", "doc"):
        data = package(
            {
                "_rels/.rels": relations(("a", "officeDocument", f"{folder}/document.xml")),
                f"{folder}/document.xml": MAIN,
                f"{folder}/styles.xml": styles,
            }
        )
        assert read(File(data))[0].blocks[0].layout.style == "a/name"


def test_damaged_side_parts_are_named() -> None:
    data = package(
        {
            "word/document.xml": MAIN,
            "word/styles.xml": "<styles>",
            "word/footnotes.xml": b"\xff\xfe\x00",
        }
    )
    source, diagnostics = read(File(data))
    assert [b.text for b in source.blocks] == ["正文"]
    assert [(d.code, d.values["part"]) for d in diagnostics] == [
        ("DP107", "word/styles.xml"),
        ("DP107", "word/footnotes.xml"),
    ]


def test_strict_namespaces() -> None:
    strict = MAIN.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
        R, "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )
    main_relation = relations(("a", "officeDocument", "word/document.xml")).replace(
        R, "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )
    data = package({"_rels/.rels": main_relation, "word/document.xml": strict})
    assert texts_of(data) == ["正文"]


def test_text_that_names_the_strict_namespace_is_kept() -> None:
    address = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert texts_of(docx(p(address))) == [address]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_encodings(encoding: str) -> None:
    declared = MAIN.replace("UTF-8", "UTF-16" if "16" in encoding else "UTF-8")
    assert texts_of(package({"word/document.xml": declared.encode(encoding)})) == ["正文"]


def test_a_document_without_a_body() -> None:
    source, diagnostics = read(File(package({"word/document.xml": part("document", "")})))
    assert (source.content, source.blocks, diagnostics) == ((), (), [])


ENTITIES = (
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM '
    '"file:///etc/passwd">]>'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused(encoding: str) -> None:
    hostile = (ENTITIES + MAIN.partition("?>")[2].replace("正文", "&b;&x;")).encode(encoding)
    assert refusal(package({"word/document.xml": hostile})) == "damaged"


def test_a_declared_encoding_hides_no_document_type() -> None:
    hidden = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE d+AD4-' + MAIN[38:].encode()
    assert refusal(package({"word/document.xml": hidden})) == "damaged"


@pytest.mark.parametrize(
    ("limits", "name"),
    [
        (Limits(members=1), "members"),
        (Limits(unzipped=100), "unzipped"),
        (Limits(ratio=-100_000), "ratio"),
        (Limits(paragraphs=1), "paragraphs"),
    ],
)
def test_limits(limits: Limits, name: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(File(docx(p("正文") + p("正文")), "a.docx", limits))
    assert caught.value.kind == "too-large"
    assert caught.value.values["limit"] == name


@pytest.mark.parametrize(
    ("module", "name"), [(xml_module, "FREE_MARKUP"), (body_module, "MAX_DEPTH")]
)
def test_limits_of_the_markup(
    monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str
) -> None:
    monkeypatch.setattr(module, name, -9_000 if name == "FREE_MARKUP" else 0)
    assert refusal(docx(p("正文&amp;"))) == "too-complex"


def test_parts_that_are_not_read_do_not_count() -> None:
    data = package({"word/document.xml": MAIN, "word/media/image1.bmp": bytes(80_000_000)})
    assert texts_of(data) == ["正文"]


def test_bombs_are_refused() -> None:
    bomb = MAIN.replace("正文", "x" * 40_000_000)
    assert refusal(package({"word/document.xml": bomb})) == "too-large"
    tags = MAIN.replace("<w:body>", "<w:body>" + "<a/>" * 1_000_000)
    assert refusal(package({"word/document.xml": tags})) == "too-complex"


def test_a_declared_size_is_not_believed() -> None:
    data = bytearray(package({"word/document.xml": MAIN.replace("正文", "x" * 20_000_000)}))
    directory = data.find(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (100).to_bytes(4, "little")
    assert refusal(bytes(data)) in ("too-large", "damaged")


def test_depth_is_refused_or_read_but_never_crashes() -> None:
    for depth in (200, 900, 3_000, 60_000):
        nested = "<w:sdt>" * depth + p("底") + "</w:sdt>" * depth
        try:
            assert texts_of(docx(nested)) == ["底"]
        except UnreadableError as error:
            assert error.kind == "too-complex"
            assert depth > 900


def test_a_deep_text_box_chain_is_read() -> None:
    depth = 300
    opened = "<w:p><w:r><w:pict><w:txbxContent>" * depth
    closed = "</w:txbxContent></w:pict></w:r></w:p>" * depth
    source, _ = read_docx(opened + p(r("底")) + closed)
    assert [b.text for b in source.blocks if b.text] == ["底"]
    assert max(len(b.path) for b in source.blocks) < 500


def test_the_zip_module_is_not_asked_to_guess() -> None:
    assert refusal(b"PK\x05\x06" + bytes(18)) == "not-docx"
    assert refusal(b"PK\x03\x04") == "damaged"
    assert zipfile.is_zipfile(BytesIO(docx(p("正文"))))


FLAT = "http://schemas.microsoft.com/office/2006/xmlPackage"


def flat(data: bytes, more: str = "") -> bytes:
    """The parts of a package in one XML file, and further parts."""
    inside = ""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            xml = archive.read(name).decode().partition("?>")[2] or archive.read(name).decode()
            inside += f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{xml}</pkg:xmlData></pkg:part>'
    return (
        '<?xml version="1.0" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
        f'<pkg:package xmlns:pkg="{FLAT}">{inside}{more}</pkg:package>'
    ).encode()


def test_a_flat_package() -> None:
    data = docx(p("正文"), styles=style("a", ""))
    source, found = read_any(File(flat(data), "a.xml"))
    assert (source.format, [block.text for block in source.blocks]) == ("docx", ["正文"])
    assert [each.code for each in found] == []
    assert source.sha256 == File(flat(data)).sha256


def test_binary_parts_of_a_flat_package() -> None:
    chunk = b64encode("<html><body><p>附件".encode()).decode()
    parts = "".join(
        f'<pkg:part pkg:name="{name}"><pkg:binaryData>{data}</pkg:binaryData></pkg:part>'
        for name, data in (("/word/a.html", chunk), ("/word/b.png", "a"), ("x" * 70_000, chunk))
    )
    data = docx(p("正文") + '<w:altChunk r:id="word/a.html"/>')
    assert texts_of(flat(data, parts)) == ["正文", "附件"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (flat(package({})), "not-docx"),
        (flat(docx(p("正文")))[:-5], "damaged"),
        (
            b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + f'<pkg:package xmlns:pkg="{FLAT}"/>'.encode(),
            "damaged",
        ),
        (
            b'<?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="w"/>',
            "unknown-format",
        ),
    ],
)
def test_refusals_of_flat_files(data: bytes, kind: str) -> None:
    assert refusal(data) == kind


def test_limits_of_a_flat_package() -> None:
    data = flat(docx(p("正文")))
    with pytest.raises(UnreadableError, match="unzipped"):
        read(File(data, limits=Limits(unzipped=len(data) - 1)))
