"""Text files: the encoding, what is no text, lines and their numbers."""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Callable
from hashlib import sha256

import pytest

from duplan.diagnostics import UnreadableError
from duplan.readers.file import File, Limits
from duplan.readers.text import from_string, read

HANS = "青禾区2021年教育督导工作计划\n一、总体要求\n围绕立德树人，抓好督政、督学和评估监测。\n"
HANT = "青禾縣112學年度第一學期行事曆\n一、總體要求\n落實視導工作，辦好親職教育講座。\n"


def noise(seed: int, length: int) -> bytes:
    return b"".join(sha256(b"%d %d" % (seed, i)).digest() for i in range(length // 32 + 1))[:length]


def text_of(data: bytes) -> tuple[str, str | None, list[str]]:
    source, found = read(File(data))
    return (
        "\n".join(block.text for block in source.blocks),
        source.encoding,
        [f.code for f in found],
    )


@pytest.mark.parametrize("text", [HANS, HANT], ids=["hans", "hant"])
@pytest.mark.parametrize(
    ("data", "encoding", "codes"),
    [
        (lambda t: t.encode(), "utf-8", []),
        (lambda t: t.encode("utf-8-sig"), "utf-8-sig", []),
        (lambda t: t.encode("utf-16"), "utf-16-le", []),
        (lambda t: codecs.BOM_UTF16_BE + t.encode("utf-16-be"), "utf-16-be", []),
        (lambda t: t.encode("utf-32"), "utf-32-le", []),
        (lambda t: codecs.BOM_UTF32_BE + t.encode("utf-32-be"), "utf-32-be", []),
        (lambda t: t.encode("utf-16-le"), "utf-16-le", ["DP101"]),
        (lambda t: t.encode("utf-16-be"), "utf-16-be", ["DP101"]),
        (lambda t: t.encode("gb18030"), "gb18030", ["DP101"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_encodings(
    text: str, data: Callable[[str], bytes], encoding: str, codes: list[str]
) -> None:
    assert text_of(data(text)) == (text.rstrip("\n"), encoding, codes)


@pytest.mark.parametrize("codec", ["big5", "cp950", "big5hkscs"])
def test_big5(codec: str) -> None:
    assert text_of(HANT.encode(codec)) == (HANT.rstrip("\n"), "big5", ["DP101"])


@pytest.mark.parametrize("text", ["教育督导工作计划要点", "三月份召开督学工作会议"])
def test_ten_characters_of_gbk(text: str) -> None:
    assert text_of(text.encode("gbk")) == (text, "gb18030", ["DP101"])


@pytest.mark.parametrize("text", ["教育視導工作計畫要點", "三月份召開校務工作會議"])
def test_ten_characters_of_big5(text: str) -> None:
    assert text_of(text.encode("big5")) == (text, "big5", ["DP101"])


def test_gbk_that_is_also_valid_utf8() -> None:
    data = "学校学习".encode("gbk")
    assert data.decode() == "ѧУѧϰ"
    assert text_of(data) == ("学校学习", "gb18030", ["DP101"])


def test_a_damaged_byte_leaves_the_rest_standing() -> None:
    data = bytearray(HANS.encode())
    data[20] = 0xFF
    text, encoding, codes = text_of(bytes(data))
    assert (encoding, codes) == ("utf-8", ["DP102"])
    assert text.endswith("抓好督政、督学和评估监测。")


def test_a_file_cut_off_in_a_character() -> None:
    text, encoding, codes = text_of(HANS.rstrip("\n").encode()[:-1])
    assert (encoding, codes) == ("utf-8", ["DP102"])
    assert text.startswith(HANS[:-4])


def test_plain_ascii_is_utf8() -> None:
    assert text_of(b"plan\nwork\n") == ("plan\nwork", "utf-8", [])


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0\\r\xa8f",
        b"\x7fELF\x02\x01\x01" + bytes(60),
        bytes(1000),
        noise(7, 4000),
        zlib.compress(HANS.encode() * 50, 9) * 4,
        codecs.BOM_UTF16_LE + noise(8, 4001) + bytes(3000),
    ],
    ids=["png", "elf", "zeros", "random", "compressed", "after-bom"],
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(File(data))
    assert caught.value.kind == "binary"


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t\n", "\u3000\ufeff\u200b\n".encode(), b"\xef\xbb\xbf"]
)
def test_empty_files(data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(File(data))
    assert caught.value.kind == "empty"


def test_too_large() -> None:
    limits = Limits(text=10)
    with pytest.raises(UnreadableError) as caught:
        read(File(b"0123456789a", limits=limits))
    assert caught.value.kind == "too-large"
    with pytest.raises(UnreadableError):
        from_string("0123456789a", limits=limits)


def test_too_many_lines() -> None:
    limits = Limits(lines=2)
    assert len(from_string("a\r\nb\r\nc", limits=limits).blocks) == 3
    with pytest.raises(UnreadableError) as caught:
        from_string("a\nb\n\n", limits=limits)
    assert caught.value.kind == "too-large"


def test_blocks() -> None:
    source, _ = read(File("　一、总体要求 \n\n二、\t任务".encode(), "计划.txt"))
    assert (source.name, source.format) == ("计划.txt", "text")
    assert source.content == source.blocks
    assert [(b.index, b.text, b.line, b.path) for b in source.blocks] == [
        (0, "　一、总体要求 ", 1, "line"),
        (1, "", 2, "line"),
        (2, "二、\t任务", 3, "line"),
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\r\nb\rc\n\nd", [("a", 1), ("b", 2), ("c", 3), ("", 4), ("d", 5)]),
        ("a\u2028b\u2029c\x85d\ne", [("a", 1), ("b", 1), ("c", 1), ("d", 1), ("e", 2)]),
        ("a\x0bb\nc", [("a", 1), ("b", 1), ("c", 2)]),
        ("a\n\nb\n\n", [("a", 1), ("", 2), ("b", 3), ("", 4)]),
        ("", []),
    ],
)
def test_lines_are_numbered_as_editors_do(text: str, lines: list[tuple[str, int]]) -> None:
    assert [(block.text, block.line) for block in from_string(text).blocks] == lines


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("a\x0cb", [("a", False), ("b", True)]),
        ("a\n\x0cb", [("a", False), ("b", True)]),
        ("a\x0c\nb", [("a", False), ("", True), ("b", False)]),
        ("\x0c\x0ca\nb", [("a", True), ("b", False)]),
    ],
)
def test_form_feeds_turn_the_page(text: str, blocks: list[tuple[str, bool]]) -> None:
    found = [(block.text, block.layout.page_break_before) for block in from_string(text).blocks]
    assert found == blocks


def test_control_characters_are_left_out_and_counted() -> None:
    source, (finding,) = read(File("一、总\0体\x07要\x1b求\x7f，抓好\x9f落实工作".encode(), "x"))
    assert source.blocks[0].text == "一、总体要求，抓好落实工作"
    assert (finding.code, finding.values) == ("DP103", {"count": 5})


def test_every_string_can_be_read() -> None:
    assert from_string("a\ud800b").blocks[0].text == "a\ufffdb"
    assert from_string("").content == ()
    assert from_string("计划", "x").encoding is None
