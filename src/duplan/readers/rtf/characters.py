"""Bytes of RTF text by the code pages of its fonts."""

from __future__ import annotations

import codecs

from duplan.readers.symbols import symbol

SYMBOL_SET = 2

_CODECS = {"cp950": "big5hkscs", "cp936": "gb18030", "cp932": "cp932", "cp949": "cp949"}
_BY_CHARSET = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5hkscs",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
BY_WORD = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


def code_page(number: int | None, default: str) -> str:
    """The codec of a Windows code page, or ``default`` where Python has none."""
    name = "utf-8" if number == 65001 else f"cp{number}"
    name = _CODECS.get(name, name)
    try:
        codecs.lookup(name)
    except LookupError:
        return default
    return name


def decoded(data: bytes, charset: int, font: str, default: str) -> tuple[str, int]:
    """Bytes in a font as text, and how many of its characters stand for what is not valid."""
    if charset == SYMBOL_SET:
        return "".join(symbol(chr(byte), font) for byte in data), 0
    if data.isascii():
        return data.decode("ascii"), 0
    text = data.decode(_BY_CHARSET.get(charset, default), "replace")
    return text, text.count("\ufffd")
