"""Files that can't be read, are locked, damaged, hostile or too large."""

from __future__ import annotations

import sys
import zlib
from io import BytesIO

import pytest
from papers import HIGH, WIDE, Paper, hand_made, source_of, stream
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from duplan import readers
from duplan.diagnostics import UnreadableError
from duplan.readers.file import File, Limits
from duplan.readers.pdf import pages, recognition


def refusal(data: bytes, limits: Limits | None = None) -> UnreadableError:
    """Why the bytes are refused."""
    with pytest.raises(UnreadableError) as caught:
        source_of(data, limits)
    assert caught.value.message("en")
    assert caught.value.message("zh")
    return caught.value


def written(text: str = "Plan", **options: object) -> bytes:
    """A page with a word."""
    paper = Paper(**options)
    paper.line(text, font="Helvetica")
    return paper.data()


def test_it_is_found_by_its_content() -> None:
    source, found = readers.read(File(written(), "a.txt"))
    assert source.format == "pdf"
    assert [each.code for each in found] == ["DP110"]
    assert readers.read(File(b"junk\n" + written(), "a.pdf"))[0].format == "pdf"


def test_a_password_is_needed() -> None:
    assert refusal(written(encrypt=StandardEncryption("secret"))).kind == "encrypted"


def test_files_that_only_forbid_printing_are_read() -> None:
    source, _ = source_of(written(encrypt=StandardEncryption("", ownerPassword="x", canPrint=0)))
    assert source.blocks[0].text == "Plan"


def test_a_lost_table_of_contents_is_found_again() -> None:
    data = written()
    assert source_of(data[: data.rindex(b"xref")])[0].blocks[0].text == "Plan"


@pytest.mark.parametrize("data", [b"%PDF-", b"%PDF-1.7\n" + bytes(range(256)) * 50])
def test_damaged_files(data: bytes) -> None:
    assert refusal(data).kind == "damaged"


def test_an_empty_page() -> None:
    assert refusal(hand_made(b"")).kind == "empty"


def scan(words: str = "") -> bytes:
    """A page that is a picture, and perhaps a page of text."""
    paper = Paper()
    picture = BytesIO()
    write_picture(picture)
    paper.canvas.drawImage(ImageReader(picture), 0, 0, WIDE, HIGH)
    paper.page()
    if words:
        paper.line(words, font="Helvetica")
        paper.page()
    return paper.data()


def write_picture(out: BytesIO) -> None:
    """A grey picture in the simplest form that there is."""
    image = pytest.importorskip("PIL.Image")
    image.new("L", (60, 80), 200).save(out, "PNG")
    out.seek(0)


def test_scans_are_refused_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "_models", dict)
    error = refusal(scan())
    assert error.kind == "scanned"
    assert "duplan[ocr]" in error.message("zh")


def test_single_scanned_pages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "_models", dict)
    source, found = source_of(scan("Plan"))
    assert [block.text for block in source.blocks] == ["Plan"]
    assert [each.values for each in found if each.code == "DP112"] == [{"pages": "1"}]


def test_the_text_layer_of_a_scan_is_read() -> None:
    paper = Paper()
    picture = BytesIO()
    write_picture(picture)
    paper.canvas.drawImage(ImageReader(picture), 0, 0, WIDE, HIGH)
    layer = paper.canvas.beginText(100, 600)
    layer.setFont("STSong-Light", 16)
    layer.setTextRenderMode(3)
    layer.textLine("工作计划")
    paper.canvas.drawText(layer)
    source, found = source_of(paper)
    assert [block.text for block in source.blocks] == ["工作计划"]
    assert [each.values for each in found if each.code == "DP113"] == [{"pages": "1"}]


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "find_spec", lambda _: None)
    error = refusal(written())
    assert error.kind == "needs-extra"
    assert "duplan[pdf]" in error.message()


def test_more_pages_than_allowed() -> None:
    paper = Paper()
    for _ in range(3):
        paper.line("Plan", font="Helvetica")
        paper.page()
    error = refusal(paper.data(), Limits(pages=2))
    assert (error.kind, error.values["limit"]) == ("too-large", "pages")


def test_more_paragraphs_than_allowed() -> None:
    paper = Paper()
    for word in ("Plan.", "Review."):
        paper.line(word, font="Helvetica")
    assert refusal(paper.data(), Limits(paragraphs=1)).kind == "too-large"


BOMB = zlib.compress(b"q " * 20_000_000, 9)
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
LAUGHS = tuple(
    stream(FORM + b"/Resources<</XObject<</A %d 0 R>>>>" % number, b"/A Do " * 10)
    for number in range(7, 19)
)


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of processes there")
@pytest.mark.parametrize(
    "data",
    [
        hand_made(b"").replace(stream(b"", b""), stream(b"/Filter/FlateDecode", BOMB)),
        hand_made(b"").replace(
            stream(b"", b""), stream(b"/Filter[/FlateDecode/FlateDecode]", zlib.compress(BOMB))
        ),
        hand_made(b"/A Do " * 10, more=(*LAUGHS, stream(FORM, b"0 0 m 1 1 l S"))),
        hand_made(b"BT /F 1 Tf " + b"(xxxxxxxxxxxxxxxxxxxx) Tj " * 60_000 + b"ET"),
    ],
    ids=["inflated", "inflated twice", "forms in forms", "one page of a million characters"],
)
def test_hostile_files_are_stopped(data: bytes) -> None:
    assert refusal(data).kind in ("too-complex", "empty", "damaged")


def test_pages_that_hold_themselves() -> None:
    data = hand_made(b"").replace(b"/Kids[3 0 R]/Count 1", b"/Kids[2 0 R]/Count 9")
    assert refusal(data).kind in ("empty", "damaged")


def test_deep_nesting() -> None:
    deep = b"[" * 100_000 + b"]" * 100_000
    source_or_refusal(
        hand_made(b"BT /F 9 Tf (x) Tj ET").replace(b"/Catalog", b"/Catalog/X " + deep)
    )


def source_or_refusal(data: bytes) -> None:
    """Reads bytes that may be anything."""
    try:
        source, _ = source_of(data)
    except UnreadableError:
        return
    assert source.format == "pdf"


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F 1e38 Tf 1e38 0 0 1e38 0 0 Tm (x) Tj ET",
        b"1e38 0 0 1e38 1e38 1e38 cm BT /F 9 Tf (x) Tj ET 0 0 m 1e38 0 l S",
        b"BT /F 9 Tf 0 0 0 0 50 50 Tm (x) Tj ET BT /F 9 Tf 50 700 Td (y) Tj ET",
        b"BT /F -9 Tf 50 700 Td (y) Tj ET BT /F 9 Tf -1 0 0 1 300 300 Tm (abc) Tj ET",
        b"q " * 5_000 + b"BT /F 9 Tf 50 700 Td (y) Tj ET",
    ],
)
def test_numbers_without_sense(content: bytes) -> None:
    source_or_refusal(hand_made(content))


@pytest.mark.parametrize("box", [b"0 0 1e39 1e39", b"0 0 0 0", b"9 9 -9 -9", b"0 0 1e-9 842"])
def test_pages_without_a_size(box: bytes) -> None:
    data = hand_made(b"BT /F 9 Tf 50 700 Td (y) Tj ET 0 0 m 90 0 l 90 90 l S")
    source_or_refusal(data.replace(b"0 0 595 842", box))
