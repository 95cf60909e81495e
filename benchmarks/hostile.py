"""What hostile files cost: seconds of the processor and megabytes of ``duplan text``, a process each.

    hostile.py [--seconds 1] [--megabytes 100]

Exits with 1 where a file goes beyond a bound, ends in anything but a result or one line with exit
code 2, or leaves a file behind.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "<w:p><w:r><w:t>督导</w:t></w:r></w:p>"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A package of these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def document(body: str, head: str = "") -> str:
    """A main part."""
    names = f'xmlns:w="{W}" xmlns:r="{R}"'
    return f'<?xml version="1.0"?>{head}<w:document {names}><w:body>{body}</w:body></w:document>'


def docx(
    body: str, head: str = "", parts: Mapping[str, str | bytes] = MappingProxyType({})
) -> bytes:
    """A package with this body; other parts by their names under ``word/``."""
    return zipped(
        {"word/document.xml": document(body, head), **{f"word/{k}": v for k, v in parts.items()}}
    )


def headers(count: int, size: int) -> bytes:
    """Many headers, each of them large when unzipped."""
    references = "".join(f'<w:headerReference r:id="h{i}"/>' for i in range(count))
    relations = "".join(
        f'<Relationship Id="h{i}" Type="{R}/header" Target="h{i}.xml"/>' for i in range(count)
    )
    header = f'<w:hdr xmlns:w="{W}"><w:p><w:r><w:t>{"督" * size}</w:t></w:r></w:p></w:hdr>'
    parts: dict[str, str | bytes] = {f"h{i}.xml": header for i in range(count)}
    parts["_rels/document.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    return docx(f"{P}<w:sectPr>{references}</w:sectPr>", parts=parts)


def entities(depth: int) -> str:
    """A document type whose entities unfold into a milliard characters."""
    lines = "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(depth))
    return f'<!DOCTYPE d [<!ENTITY e0 "督导">{lines}]>'


def nested(before: str, after: str, depth: int) -> bytes:
    """A paragraph that deep inside elements."""
    return docx(before * depth + P + after * depth)


LINK = (
    f'<Relationships><Relationship Id="a" Type="{R}/hyperlink" Target="http://198.51.100.1/"'
    ' TargetMode="External"/></Relationships>'
)
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
OFD = "http://www.ofdspec.org/2016"


def workbook(rows: str) -> bytes:
    """A workbook of one sheet."""
    names = f'xmlns="{SHEET}" xmlns:r="{R}"'
    book = f'<workbook {names}><sheets><sheet name="a" r:id="a"/></sheets></workbook>'
    link = f'<Relationship Id="a" Type="{R}/worksheet" Target="sheet.xml"/>'
    return zipped(
        {
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": f"<Relationships>{link}</Relationships>",
            "xl/sheet.xml": f"<worksheet {names}><sheetData>{rows}</sheetData></worksheet>",
        }
    )


def open_document(body: str) -> bytes:
    """An OpenDocument text."""
    spaces = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "text", "table"))
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {spaces}>{inside}</office:document-content>",
        }
    )


def layout_document(text: str, steps: str) -> bytes:
    """An OFD page with one line of text."""
    names = f'xmlns="{OFD}"'
    code = f'<TextCode X="1" Y="9" DeltaX="{steps}">{text}</TextCode>'
    layer = f'<Layer><TextObject ID="2" Boundary="0 0 99 99" Font="1" Size="5">{code}</TextObject></Layer>'
    return zipped(
        {
            "OFD.xml": f"<OFD {names}><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>",
            "D.xml": f'<Document {names}><Pages><Page ID="1" BaseLoc="P.xml"/></Pages></Document>',
            "P.xml": f"<Page {names}><Content>{layer}</Content></Page>",
        }
    )


def pdf(stream: bytes, count: int = 1) -> bytes:
    """A PDF of pages that share one deflated content."""
    packed = zlib.compress(stream, 9)
    kids = " ".join(["3 0 R"] * count)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{kids}]>>".encode(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    )
    out = b"%PDF-1.4\n"
    for number, content in enumerate(objects, 1):
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    return out + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF"


FILES: dict[str, Callable[[], bytes]] = {
    "one part of 400 MB": lambda: docx("督" * 130_000_000),
    "headers of 1.2 GB together": lambda: headers(60, 7_000_000),
    "ten million paragraphs": lambda: docx("<w:p/>" * 10_000_000),
    "ten million plain paragraphs": lambda: docx("<w:p></w:p>" * 10_000_000),
    "two hundred thousand paragraphs": lambda: docx(P * 200_000),
    "a million attributes": lambda: docx("<w:p " + " ".join(f'a{i}="1"' for i in range(1_000_000)) + "/>"),
    "an unused part of 400 MB": lambda: docx(P, parts={"media/a.bmp": bytes(400_000_000)}),
    "entities that unfold": lambda: docx("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>", entities(9)),
    "an external entity": lambda: docx(
        "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    ),
    "content controls 3,000 deep": lambda: nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 1_500),
    "elements 60,000 deep": lambda: nested("<w:sdt>", "</w:sdt>", 60_000),
    "tables 400 deep": lambda: nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 400),
    "a gridSpan of a milliard": lambda: docx(
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>{P}</w:tc></w:tr></w:tbl>'
    ),
    "cut off": lambda: docx(P * 1_000)[:-300],
    "a path in a part name": lambda: zipped({"word/document.xml": document(P), "../../../tmp/evil.xml": "x"}),
    "links to the network": lambda: docx(
        f'<w:hyperlink r:id="a">{P}</w:hyperlink>', parts={"_rels/document.xml.rels": LINK}
    ),
    "macros": lambda: docx(P, parts={"vbaProject.bin": b"\xd0\xcf\x11\xe0" * 4_096}),
    "xlsx: a cell in the last place of all": lambda: workbook(
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "xlsx: two million cells": lambda: workbook("<row>" + "<c><v>1</v></c>" * 2_000_000 + "</row>"),
    "odt: a cell repeated a milliard times": lambda: open_document(
        '<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell '
        'table:number-columns-repeated="1000000000"><text:p>督导</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    ),
    "odt: a milliard spaces": lambda: open_document('<text:p>督<text:s text:c="1000000000"/>导</text:p>'),
    "ofd: a milliard steps": lambda: layout_document("督导" * 9, "g 1000000000 1"),
    "html: elements 200,000 deep": lambda: b"<html><body>" + b"<div>" * 200_000 + "督导".encode(),
    "html: ten million cells' span": lambda: b"<html><table>" + (b"<tr><td rowspan=9999 colspan=999>a" * 300),
    "html: 300,000 paragraphs": lambda: b"<html><body>" + b"<p>a" * 300_000,
    "rtf: groups 500,000 deep": lambda: b"{\\rtf1" + b"{" * 500_000 + b"a" + b"}" * 500_001,
    "rtf: a binary of four milliards": lambda: b"{\\rtf1 a\\bin4000000000 b}",
    "doc: an OLE file of nothing": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500_000),
    "pdf: a content of 400 MB": lambda: pdf(b"0 0 m " * 66_000_000),
    "pdf: 1,900 pages of one content": lambda: pdf(b"0 0 m 9 9 l S " * 9_000, 1_900),
}  # fmt: skip


def make(name: str, file: Path) -> None:
    """Writes a hostile file in a process of its own: what that takes would count for its children."""
    subprocess.run([sys.executable, __file__, "--make", name, str(file)], check=True)


def measured(file: Path) -> tuple[float, float, int, str]:
    """Seconds of the processor, megabytes at the peak, exit code and what was complained of."""
    duplan = Path(sysconfig.get_path("scripts")) / "duplan"
    environment = os.environ | {"DUPLAN_LANG": "en", "TMPDIR": str(file.parent)}
    with subprocess.Popen(
        [str(duplan), "text", "-q", str(file)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stderr is not None
        told = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode, told


def main() -> int:
    """Prints a table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=1)
    arguments.add_argument("--megabytes", type=float, default=100)
    arguments.add_argument("--make", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    asked = arguments.parse_args()
    if asked.make:
        Path(asked.make[1]).write_bytes(FILES[asked.make[0]]())
        return 0
    failed = 0
    print(f"{'':40}{'KB':>8}{'s':>7}{'MB':>7}  exit  told")
    for name in FILES:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "a.docx")
            make(name, file)
            size = file.stat().st_size >> 10
            seconds, megabytes, code, told = measured(file)
            left = len(list(Path(folder).iterdir())) - 1
        good = code in (0, 2) and told.count("\n") == (code == 2) and not left
        bounded = seconds <= asked.seconds and megabytes <= asked.megabytes
        failed += not (good and bounded)
        mark = "" if good and bounded else "  <<<"
        line = told.strip().partition(": ")[2].partition(": ")[2][:60]
        print(f"{name:40}{size:>8}{seconds:>7.2f}{megabytes:>7.0f}{code:>6}  {line}{mark}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
