"""The format is told by the content; a name that promises another gives a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from duplan.diagnostics import UnreadableError
from duplan.readers import READERS, read
from duplan.readers.file import File
from duplan.readers.formats import sniff
from duplan.suffixes import SUFFIXES

DOCX = (Path(__file__).parents[2] / "samples" / "2020计划.docx").read_bytes()
SHEETS = Path(__file__).parent / "sheet"
XLSX, XLS, ODS = ((SHEETS / f"schedule.{form}").read_bytes() for form in ("xlsx", "xls", "ods"))
HTML = "<html><body><p>槐安区2020年工作计划".encode()
MHT = b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n" + HTML
TEXT = "槐安区2020年工作计划\n".encode()


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (DOCX, "a.docx", None),
        (DOCX, "a.DOCM", None),
        (DOCX, "a", None),
        (DOCX, "a.doc", {"extension": ".doc", "format": "docx"}),
        (DOCX, "a.WPS", {"extension": ".wps", "format": "docx"}),
        (DOCX, "a.txt", {"extension": ".txt", "format": "docx"}),
        (XLSX, "a.xlsm", None),
        (XLSX, "a.xls", {"extension": ".xls", "format": "xlsx"}),
        (XLS, "a.et", None),
        (XLS, "a.xlsx", {"extension": ".xlsx", "format": "xls"}),
        (ODS, "a.ods", None),
        (ODS, "a.csv", {"extension": ".csv", "format": "ods"}),
        (TEXT, "a.md", None),
        (TEXT, "a.csv", None),
        (b"a,b\nc,d\n", "a.csv", None),
        (b"a,b\nc,d\n", "a.xlsx", {"extension": ".xlsx", "format": "text"}),
        (HTML, "a.htm", None),
        (HTML, "a.xls", {"extension": ".xls", "format": "html"}),
        (MHT, "a.mhtml", None),
        (MHT, "a.doc", {"extension": ".doc", "format": "mht"}),
        (TEXT, "a.docx", {"extension": ".docx", "format": "text"}),
        (TEXT, "a.doc", {"extension": ".doc", "format": "text"}),
    ],
)
def test_wrong_extensions(data: bytes, name: str, found: dict[str, str] | None) -> None:
    _, diagnostics = read(File(data, name))
    values = [each.values for each in diagnostics if each.code == "DP110"]
    assert values == ([found] if found else [])


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == set(SUFFIXES)


def test_noise_is_no_document() -> None:
    with pytest.raises(UnreadableError) as caught:
        read(File(bytes(range(256)) * 8, "a.docx"))
    assert caught.value.kind == "binary"


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ("<!DOCTYPE html><html>", "html"),
        ("\ufeff\n<!-- a --><!-- b -->\n<HTML lang=zh>", "html"),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">', "html"),
        ("<meta charset=utf-8><p>甲</p>", "html"),
        ("<div><p>甲</p><p>乙</p></div>\n", "html"),
        ("<p>甲</p>\n<p>乙</p>", "html"),
        ("<p>2020年工作计划\n一、甲\n二、乙\n三、丙</p>", "text"),
        ("<p>2020年工作计划</p>\n一、甲", "text"),
        ("2020年工作计划<br>一、甲</p>", "text"),
        ("<headline>", "text"),
        ("\n{\\rtf1 甲}", "rtf"),
        ("\ufeff{\\rtf1 甲}", "rtf"),
        ('<?xml version="1.0"?><!DOCTYPE office:document>\n<office:document x="">', "odt"),
        ('<!DOCTYPE office:document [<!ENTITY a "甲">]><office:document x="">', "odt"),
        ('\ufeff<?xml version="1.0"?>\n<!-- a --><office:document x="">', "odt"),
        (
            '<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package x="">',
            "docx",
        ),
        ('<?mso-application progid="Word.Document"?><w:wordDocument x="">', "docx"),
        ("<office:documents >", "text"),
        ("From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=b", "mht"),
        ("Content-Type: text/html\nMIME-Version: 1.0\n", "mht"),
        ("MIME-Version: 1.0\nContent-Type: text/plain\n", "text"),
        ("计划\nMIME-Version: 1.0\n", "text"),
    ],
)
def test_pages_and_archives_are_told_by_their_beginning(content: str, form: str) -> None:
    assert sniff(content.encode()) == form


def test_pages_in_utf_16() -> None:
    assert sniff("<!DOCTYPE html><html><body>甲".encode("utf-16")) == "html"
    assert sniff('<?xml version="1.0"?><pkg:package x="">甲'.encode("utf-16")) == "docx"


@pytest.mark.parametrize(
    "piece", [b"<!---->", b"a:\r\n", b"<!--", b"mime-version: 1\r\n", b"<?a?>", b"<!DOCTYPE["]
)
def test_repetition_takes_no_time(piece: bytes) -> None:
    assert sniff(piece * 500 + b"MIME-Version: 1\r\n\r\n") == "text"
