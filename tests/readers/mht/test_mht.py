"""Web archives: the page, its frames, and what else is in them."""

from __future__ import annotations

import quopri
from base64 import encodebytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplan.diagnostics import Diagnostic, UnreadableError
from duplan.readers import read as read_any
from duplan.readers.file import File, Limits
from duplan.readers.mht import read
from duplan.source import Block, Source

PLAN = "<html><head><meta charset=gb2312></head><body><p>槐安区2024年工作计划</p>{}</body></html>"


def part(body: bytes, kind: str = "text/html", *, encoding: str = "8bit", **head: str) -> bytes:
    """A part; underscores in the names of headers stand for hyphens."""
    lines = [f"Content-Type: {kind}", f"Content-Transfer-Encoding: {encoding}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in head.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def archive(*parts: bytes, kind: str = "multipart/related", more: str = "") -> bytes:
    """A message of parts."""
    head = f'MIME-Version: 1.0\r\nContent-Type: {kind}; boundary="=_b"{more}\r\n\r\n这是存档\r\n'.encode()
    return head + b"".join(b"\r\n--=_b\r\n" + each for each in parts) + b"\r\n--=_b--\r\n"


def texts(source: Source) -> list[str]:
    """The running text, paragraph by paragraph."""
    return [part.text for part in source.content if isinstance(part, Block)]


def codes(found: list[Diagnostic]) -> list[str]:
    """The codes of findings."""
    return [each.code for each in found]


@pytest.mark.parametrize("encoding", ["8bit", "quoted-printable", "base64"])
def test_the_page_is_read(encoding: str) -> None:
    body = PLAN.format("").encode("gb18030")
    if encoding == "quoted-printable":
        body = quopri.encodestring(body).replace(b"\n", b"\r\n")
    elif encoding == "base64":
        body = encodebytes(body)
    image = part(b"R0lGODlhAQABAAAAACw=", "image/gif", encoding="base64", Content_Location="a.gif")
    data = archive(part(body, 'text/html; charset="gb2312"', encoding=encoding), image)
    source, found = read_any(File(data, "计划.mht"))
    assert texts(source) == ["槐安区2024年工作计划"]
    assert (source.format, source.encoding, source.name) == ("mht", "gb18030", "计划.mht")
    assert source.sha256 == File(data).sha256
    assert not found


def test_a_message_that_is_one_page() -> None:
    source, _ = read_any(File(b"MIME-Version: 1.0\r\n" + part("<p>甲</p>".encode()), "a.mhtml"))
    assert texts(source) == ["甲"]


def test_the_start_is_the_page() -> None:
    parts = (
        part("<p>甲</p>".encode(), Content_ID="<a@x>"),
        part("<p>乙</p>".encode(), Content_ID="<b@x>"),
    )
    source, found = read(File(archive(*parts, more='; start="<b@x>"')))
    assert texts(source) == ["乙"]
    assert [each.values for each in found] == [{"part": "cid:a@x", "reason": "not shown"}]


def test_frames_are_read_in_their_place() -> None:
    page = "<p>甲</p><iframe src=cid:f1></iframe><p>丁</p>".encode()
    inner = '<p>乙</p><iframe src="http://a.cn/c.html#x"></iframe>'.encode()
    parts = (
        part(page, Content_Location="http://a.cn/a.html"),
        part(inner, Content_ID="<f1>", Content_Location="http://a.cn/b.html"),
        part("<p>丙</p>".encode(), Content_Location="http://a.cn/c.html"),
    )
    source, found = read(File(archive(*parts)))
    assert texts(source) == ["甲", "乙", "丙", "丁"]
    assert not found


def test_framesets_sheets_and_headers() -> None:
    page = b"<html><frameset><frame src='x.files/sheet001.htm'></frameset></html>"
    header = "<div style='mso-element:header'><p>页眉</p></div>".encode()
    parts = (
        part(page, Content_Location="file:///C:/x.htm"),
        part("<p>甲</p>".encode(), Content_Location="file:///C:/x.files/sheet001.htm"),
        part("<p>乙</p>".encode(), Content_Location="file:///C:/x.files/sheet002.htm"),
        part(header, Content_Location="file:///C:/x.files/header.htm"),
    )
    source, found = read(File(archive(*parts)))
    assert texts(source) == ["甲", "乙"]
    assert [aside.story for aside in source.asides] == ["header"]
    assert codes(found) == ["DP106"]


def test_frames_that_hold_each_other_are_read_once() -> None:
    page = "<p>甲</p><iframe src=b.html></iframe><iframe src=a.html></iframe>".encode()
    other = "<p>乙</p><iframe src=b.html></iframe><iframe src=a.html></iframe>".encode()
    parts = part(page, Content_Location="a.html"), part(other, Content_Location="b.html")
    source, _ = read(File(archive(*parts)))
    assert texts(source) == ["甲", "乙"]


def test_parts_within_parts() -> None:
    inner = archive(part(b"plain", "text/plain"), part("<p>甲</p>".encode())).split(b"\r\n\r\n", 1)[
        1
    ]
    inner = inner.replace(b"=_b", b"=_c")
    outer = archive(part(inner, 'multipart/alternative; boundary="=_c"'), kind="multipart/mixed")
    assert texts(read(File(outer))[0]) == ["甲"]


def test_plain_text_where_there_is_no_page() -> None:
    source, _ = read(File(archive(part("甲\n乙\n".encode(), "text/plain"))))
    assert texts(source) == ["甲", "乙"]
    assert source.format == "mht"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (archive(part(b"x", "image/gif")), "empty"),
        (archive(part(b"<html></html>")), "empty"),
        (b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n", "empty"),
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n"
            + b"".join(
                b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (at, at + 1)
                for at in range(3000)
            ),
            "too-complex",
        ),
        (archive(*[part(b"<p>x")] * 60), "too-large"),
    ],
)
def test_refusals(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(File(data, limits=Limits(members=50)))
    assert caught.value.kind == kind


SAMPLE = archive(
    part(PLAN.format("<iframe src=b.html></iframe>").encode("gb18030")),
    part(b"<p>x", Content_Location="b.html"),
)


def check(data: bytes) -> None:
    """Reads bytes that may be anything."""
    try:
        source, _ = read(File(data))
    except UnreadableError as error:
        assert error.message("en")
        return
    assert [block.index for block in source.blocks] == list(range(len(source.blocks)))


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    check(data)
    check(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n" + data)
    check(b"MIME-Version: 1.0\r\n\r\n--b\r\n" + data + b"\r\n--b--")


@given(st.integers(0, len(SAMPLE) - 1), st.binary(max_size=3))
def test_damaged_archives(at: int, content: bytes) -> None:
    check(SAMPLE[:at] + content + SAMPLE[at + 1 :])
    check(SAMPLE[:at])
