"""Reads web archives (mht, mhtml): a page with its frames and pictures in one MIME message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.errors import MessageError
from email.message import Message
from email.parser import BytesHeaderParser
from pathlib import PurePosixPath
from urllib.parse import unquote, urldefrag, urljoin

from lxml import etree

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.readers import text
from duplan.readers.file import File
from duplan.readers.findings import unread
from duplan.readers.html import read_page
from duplan.readers.html.page import Page, open_page
from duplan.readers.html.zones import cut
from duplan.source import Source

MAX_HEAD = 1 << 16  # bytes of the head of a message or of a part
MAX_DEPTH = 8  # messages within each other
MAX_PAGES = 200  # pages of one archive that are put together

_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_FRAMES = ("frame", "iframe")
_APPENDED = re.compile(r"header\.html?|sheet\d{1,4}\.html?", re.IGNORECASE)  # of Word and of Excel


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A part that holds no others: its head, and its body as it stands in the file."""

    head: Message
    body: bytes

    @property
    def kind(self) -> str:
        """The media type: "text/html"."""
        return self.head.get_content_type()

    @property
    def address(self) -> str:
        """Where the part comes from; its name where that isn't said."""
        return str(self.head.get("Content-Location", "")).strip() or self.name

    @property
    def name(self) -> str:
        """What the part is called within the archive, "" where it has no name."""
        name = str(self.head.get("Content-ID", "")).strip(" <>")
        return f"cid:{name}" if name else ""

    def file(self, whole: File) -> File:
        """The decoded body."""
        message = Message()
        message["Content-Transfer-Encoding"] = str(self.head.get("Content-Transfer-Encoding", ""))
        message.set_payload(self.body.decode("ascii", "surrogateescape"))
        content = message.get_payload(decode=True)
        return File(content if isinstance(content, bytes) else b"", whole.name, whole.limits)


def read(file: File) -> tuple[Source, list[Diagnostic]]:
    """The document in a web archive, with what was noticed on the way; see ``html.read``.

    Pages in frames are read in their place, Excel's sheets and Word's headers after the page; other
    pages of the archive are named (DP107). Without a page, a part of plain text is read.

    Raises UnreadableError: "empty", "binary", "too-large", "too-complex".
    """
    parts = list(_parts(file))
    pages = [part for part in parts if part.kind in ("text/html", "application/xhtml+xml")]
    if not pages:
        plain = next((part for part in parts if part.kind == "text/plain"), None)
        if plain is None:
            raise UnreadableError("empty")
        source, found = text.read(plain.file(file))
        return replace(source, format="mht", sha256=file.sha256), found
    start = _start(file)
    first = next((part for part in pages if start and start in part.address), pages[0])
    page = _open(first, file)
    others = {
        _normal(name): part
        for part in pages[:MAX_PAGES]
        if part is not first
        for name in (part.address, part.name)
        if name
    }
    _fill_frames(page, first.address, others, file)
    return read_page(page, file, "mht")


def _open(part: Part, file: File) -> Page:
    return open_page(part.file(file), part.head.get_content_charset() or "")


def _fill_frames(page: Page, address: str, others: dict[str, Part], file: File) -> None:
    """Puts the archive's other pages where the page shows them, or at its end; names the rest."""
    frames = [(element, address) for element in page.root.iter(*_FRAMES)]
    left = dict.fromkeys(others.values())
    for frame, base in frames:  # grows: the pages in frames may have frames
        source = (frame.get("src") or "").strip()
        part = others.get(_normal(source)) or others.get(_normal(_joined(base, source)))
        if part is not None and part in left:
            del left[part]
            frame.tag = "div"
            frames += _graft(part, frame, page, file)
    body = next(page.root.iter("body", "frameset"), page.root)
    for part in left:
        if _APPENDED.fullmatch(PurePosixPath(part.address.replace("\\", "/")).name):
            _graft(part, etree.SubElement(body, "div"), page, file)
        else:
            page.diagnostics.append(unread(cut(part.address), "not shown"))


def _graft(
    part: Part, holder: etree._Element, page: Page, file: File
) -> list[tuple[etree._Element, str]]:
    """Moves the body of another page into an element; answers the frames in it."""
    try:
        other = _open(part, file)
    except UnreadableError as error:
        if error.kind != "empty":
            raise
        return []
    page.diagnostics.extend(other.diagnostics)
    body = next(other.root.iter("body", "frameset"), other.root)
    holder.attrib.clear()
    holder.text = body.text
    holder.extend([*other.root.iter("style"), *body])
    return [(element, part.address) for element in holder.iter(*_FRAMES)]


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _normal(address: str) -> str:
    return unquote(urldefrag(address.replace("\\", "/"))[0]).lower()


# MIME


def _head(data: bytes) -> tuple[Message, bytes]:
    """The head of a message or part, and its body."""
    end = _END_OF_HEAD.search(data, 0, MAX_HEAD)
    if end is None:
        return Message(), data
    try:
        return BytesHeaderParser().parsebytes(data[: end.start()]), data[end.end() :]
    except (MessageError, ValueError, IndexError, LookupError):
        return Message(), data[end.end() :]


def _start(file: File) -> str:
    """The Content-ID of the page that the archive opens with, "" where it doesn't say."""
    start = _head(file.data[:MAX_HEAD])[0].get_param("start")
    return start.strip(" <>") if isinstance(start, str) else ""


def _parts(file: File) -> Iterator[Part]:
    """The parts that hold no others, in order. Raises UnreadableError ("too-large", …)."""
    count = 0
    waiting = [(file.data.lstrip(b"\r\n"), 0)]
    while waiting:
        data, depth = waiting.pop()
        head, body = _head(data)
        boundary = head.get_boundary()
        count += 1
        if count > file.limits.members:
            raise file.limits.exceeded("members")
        if head.get_content_maintype() != "multipart" or not boundary:
            yield Part(head, body)
        elif depth == MAX_DEPTH:
            raise UnreadableError("too-complex")
        else:
            inside = [(each, depth + 1) for each in _split(body, boundary)]
            waiting += reversed(inside)


def _split(body: bytes, boundary: str) -> Iterator[bytes]:
    """What stands between the lines with a boundary."""
    mark = re.escape(b"--" + boundary.encode("utf-8", "surrogateescape"))
    at: int | None = None
    for found in re.finditer(rb"(?:\A|\r?\n)" + mark + rb"(--)?[ \t]*(?=\r?\n|\Z)", body):
        if at is not None:
            yield body[at : found.start()].removeprefix(b"\r").removeprefix(b"\n")
        at = None if found[1] else found.end()
        if found[1]:
            return
    if at is not None:
        yield body[at:].removeprefix(b"\r").removeprefix(b"\n")
