"""Draws small PDF files for the tests."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from duplan.diagnostics import Diagnostic
from duplan.readers.file import File, Limits
from duplan.readers.pdf import read
from duplan.source import Block, Source, Table

SONG = "STSong-Light"  # its characters are as wide as high, and need not be in the file
WIDE, HIGH = A4
LEFT, RIGHT = 75.0, 523.0  # 28 characters of 16 points
pdfmetrics.registerFont(UnicodeCIDFont(SONG))


class Paper:
    """A canvas on which y counts from the top, and lines follow each other."""

    def __init__(self, **options: object) -> None:
        self._buffer = BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=A4, invariant=True, **options)
        self.y = 100.0

    def put(self, text: str, x: float, y: float, size: float = 16, font: str = SONG) -> None:
        """A line of text that stands on y."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HIGH - y, text)

    def line(
        self, text: str, x: float = LEFT, size: float = 16, font: str = SONG, step: float = 28
    ) -> None:
        """The next line."""
        self.put(text, x, self.y, size, font)
        self.y += step

    def centred(self, text: str, size: float = 22, step: float = 36) -> None:
        """The next line, in the middle."""
        self.line(text, (WIDE - len(text) * size) / 2, size, step=step)

    def paragraph(
        self, text: str, size: float = 16, left: float = LEFT, right: float = RIGHT
    ) -> None:
        """Chinese text, its first line two characters further in, broken at the margin."""
        room, x = int((right - left) / size) - 2, left + 2 * size
        while text:
            self.line(text[:room], x, size)
            text, room, x = text[room:], int((right - left) / size), left

    def words(self, text: str, size: float = 14, font: str = "Times-Roman") -> None:
        """English text; a hyphen may end a line, and is left out elsewhere."""
        line = ""
        for word in text.split():
            start, hyphen, rest = word.partition("-")
            whole = f"{line} {start}{rest}".strip()
            if pdfmetrics.stringWidth(whole, font, size) <= RIGHT - LEFT:
                line = whole
                continue
            if hyphen:
                line, word = f"{line} {start}-", rest
            self.line(line, size=size, font=font, step=18)
            line = word
        self.line(line, size=size, font=font, step=18)

    def page(self) -> None:
        """Ends a page."""
        self.canvas.showPage()
        self.y = 100.0

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A straight stroke."""
        self.canvas.line(x0, HIGH - y0, x1, HIGH - y1)

    def grid(self, xs: list[float], ys: list[float]) -> None:
        """All the lines of a table."""
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)

    def data(self) -> bytes:
        """The file, which nothing can be added to from then on."""
        if not self._buffer.tell():
            self.canvas.save()
        return self._buffer.getvalue()


def source_of(
    paper: Paper | bytes, limits: Limits | None = None
) -> tuple[Source, list[Diagnostic]]:
    """What the reader makes of it."""
    data = paper.data() if isinstance(paper, Paper) else paper
    return read(File(data, "纸.pdf", limits or Limits()))


def texts(paper: Paper | bytes) -> list[str]:
    """The texts of the paragraphs outside tables."""
    return [part.text for part in source_of(paper)[0].content if isinstance(part, Block)]


def cells(table: Table) -> list[list[str]]:
    """The texts of the cells that begin in each row; paragraphs parted by |."""
    return [["|".join(block.text for block in cell.blocks()) for cell in row] for row in table.rows]


def tables(paper: Paper) -> list[Table]:
    """The tables of the running text."""
    return [part for part in source_of(paper)[0].content if isinstance(part, Table)]


def hand_made(content: bytes, font: bytes = b"", more: tuple[bytes, ...] = ()) -> bytes:
    """A file of one page, written byte by byte; ``more`` are its objects from number 6."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/XObject<</A 6 0 R>>>>>>",
        stream(b"", content),
        font or b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    ]
    out, starts = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    entries = b"".join(b"%010d 00000 n \n" % start for start in starts)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, entries)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n" % (len(objects) + 1, len(out))
    return out + table + trailer + b"%%EOF"


def stream(entries: bytes, data: bytes) -> bytes:
    """A stream object."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)
