"""The encoding is told by the content; what the page declares is checked."""

from __future__ import annotations

import pytest

from duplan.diagnostics import UnreadableError
from duplan.readers.file import File
from duplan.readers.html import read

PLAN = "槐安区教育局2024年工作计划：加强督导，提高质量。"
SCHOOL = "汀洲國民小學一百一十三學年度學校行事曆與工作計畫"


def page(text: str, declared: str = "", script: str = "") -> str:
    """A page with a text that declares an encoding."""
    meta = (
        f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
        if declared
        else ""
    )
    return f"<html><head>{meta}<script>{script}</script></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("text", "declared", "codec", "encoding", "codes"),
    [
        (PLAN, "utf-8", "utf-8", "utf-8", []),
        (PLAN, "", "utf-8", "utf-8", []),
        (PLAN, "gb2312", "gb18030", "gb18030", []),
        (PLAN, "GBK", "gb18030", "gb18030", []),
        (PLAN + "囧㐂", "gb2312", "gb18030", "gb18030", []),
        (PLAN, "gb2312", "utf-8", "utf-8", ["DP116"]),
        (PLAN, "utf-8", "gb18030", "gb18030", ["DP116"]),
        (PLAN, "iso-8859-1", "gb18030", "gb18030", ["DP116"]),
        (PLAN, "nonsense", "gb18030", "gb18030", ["DP116"]),
        (PLAN, "", "gb18030", "gb18030", ["DP101"]),
        (SCHOOL, "big5", "big5", "big5", []),
        (SCHOOL, "gb2312", "big5", "big5", ["DP116"]),
        (SCHOOL, "utf-8", "big5", "big5", ["DP116"]),
        (SCHOOL, "", "big5", "big5", ["DP101"]),
        (PLAN, "utf-16", "utf-8", "utf-8", []),
        (PLAN, "", "utf-8-sig", "utf-8-sig", []),
        (PLAN, "gb2312", "utf-8-sig", "utf-8-sig", ["DP116"]),
        (PLAN, "", "utf-16", "utf-16-le", []),
        ("plan", "gb2312", "ascii", "utf-8", []),
    ],
)
def test_encodings(text: str, declared: str, codec: str, encoding: str, codes: list[str]) -> None:
    source, found = read(File(page(text, declared).encode(codec)))
    assert [block.text for block in source.blocks] == [text]
    assert source.encoding == encoding
    assert [each.code for each in found] == codes


def test_scripts_before_the_text_do_not_hide_it() -> None:
    source, _ = read(File(page(PLAN, script="var a = 1;\n" * 4000).encode("gb18030")))
    assert source.encoding == "gb18030"


def test_the_declaration_of_xhtml() -> None:
    markup = f'<?xml version="1.0" encoding="gb2312"?><html><body><p>{PLAN}</p></body></html>'
    source, found = read(File(markup.encode("gb18030")))
    assert source.encoding == "gb18030"
    assert not found


def test_damage_is_counted() -> None:
    data = page(PLAN, "gb2312").encode("gb18030").replace("督导".encode("gb18030"), b"\xff\xff")
    source, found = read(File(data + "<p>\x01乙</p>".encode("gb18030")))
    assert [each.code for each in found] == ["DP102", "DP103"]
    assert source.blocks[1].text == "乙"


def test_binary_content_is_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        read(File(b"<html>" + bytes(range(256)) * 40))
    assert caught.value.kind == "binary"
