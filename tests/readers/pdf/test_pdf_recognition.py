"""Scans are read where the extra ``ocr`` is installed."""

from __future__ import annotations

from io import BytesIO

import pytest
from papers import HIGH, WIDE, Paper, cells, source_of
from reportlab.lib.utils import ImageReader

from duplan.readers.file import File
from duplan.readers.pdf import recognition
from duplan.readers.pdf.pages import Picture, draw_pages
from duplan.readers.pdf.strokes import rules_of
from duplan.source import Table


def scanned(paper: Paper) -> bytes:
    """The pages of a paper as pictures."""
    image = pytest.importorskip("PIL.Image")
    out = Paper()
    for picture in draw_pages(File(paper.data()), [0]):
        buffer = BytesIO()
        image.frombytes("L", (picture.width, picture.height), picture.grey).save(buffer, "PNG")
        buffer.seek(0)
        out.canvas.drawImage(ImageReader(buffer), 0, 0, WIDE, HIGH)
        out.page()
    return out.data()


def test_pages_are_drawn_in_grey_and_bounded() -> None:
    paper = Paper()
    paper.canvas.rect(0, 0, WIDE, HIGH / 2, stroke=0, fill=1)
    (picture,) = draw_pages(File(paper.data()), [0])
    assert 5_000_000 < picture.width * picture.height <= 6_000_000 or picture.width < 1_500
    assert picture.grey[picture.width // 2] == 255
    assert picture.grey[-picture.width // 2] == 0


def test_strokes_are_found_in_a_picture() -> None:
    pytest.importorskip("numpy")
    wide, high = 300, 200
    grey = bytearray(b"\xff" * (wide * high))
    for x in range(20, 280):
        for y in (50, 51, 150):
            grey[y * wide + x] = 0
    for y in range(50, 150):
        grey[y * wide + 20] = 0
    rules = rules_of(Picture(wide, high, bytes(grey)))
    assert sorted(rules) == [(20, 50, 20, 151), (20, 50, 280, 51), (20, 150, 280, 150)]


def test_words_and_tables_in_scans() -> None:
    pytest.importorskip("rapidocr")
    pytest.importorskip("onnxruntime")
    paper = Paper()
    paper.centred("PLAN OF 2020", 20)
    paper.grid([80, 200, 500], [200, 240, 280])
    for x, y, text in (
        (90, 225, "March"),
        (210, 225, "Review"),
        (90, 265, "April"),
        (210, 265, "Report"),
    ):
        paper.put(text, x, y, 16, "Helvetica")
    source, found = source_of(scanned(paper))
    (table,) = [part for part in source.content if isinstance(part, Table)]
    assert cells(table) == [["March", "Review"], ["April", "Report"]]
    assert [each.values for each in found if each.code == "DP113"] == [{"pages": "1"}]


def test_no_models_no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "find_spec", lambda _: None)
    assert not recognition.recognise(File(b""), [])


def test_pages_of_no_shape_have_no_words() -> None:
    pytest.importorskip("numpy")
    assert not list(recognition._read(None, Picture(2, 2_000, b"\xff" * 4_000)))
