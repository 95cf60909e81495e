"""Bytes of RTF text by the code pages of its fonts."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from typing import NamedTuple

from duplan.readers.symbols import symbol

ANSI_SET, SYMBOL_SET = 0, 2

_CODECS = {"cp950": "big5hkscs", "cp936": "gb18030", "cp932": "cp932", "cp949": "cp949"}
_BY_CHARSET = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5hkscs",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_WESTERN_RUN = 4  # bytes: more Western characters beyond ASCII don't follow each other
_DOUBLE_BYTE = frozenset(_CODECS.values())
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


class Stretch(NamedTuple):
    """Bytes that are all ``coded``, which is written in hexadecimal, or none of them."""

    data: bytearray
    coded: bool


def decoded(
    stretches: Sequence[Stretch], charset: int, own: str, font: str, default: str
) -> tuple[str, int]:
    """Text in a font, and how many of its characters stand for what is not valid.

    ``own`` is the codec that the font names itself, or "". Chinese programs write their characters in
    fonts of Western text too; what is coded there and is none of them is Western.
    """
    data = b"".join(each.data for each in stretches)
    if charset == SYMBOL_SET:
        return "".join(symbol(chr(byte), font) for byte in data), 0
    if data.isascii():
        return data.decode("ascii"), 0
    codec = own or _BY_CHARSET.get(charset, default)
    if charset == ANSI_SET and codec in _DOUBLE_BYTE:
        text = "".join(_mixed(bytes(each.data), each.coded, codec) for each in stretches)
    else:
        text = data.decode(codec, "replace")
    return text, text.count("\ufffd")


def _mixed(data: bytes, coded: bool, codec: str) -> str:
    if not coded:
        return data.decode(codec, "replace")
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        short = len(data) <= _WESTERN_RUN
        return data.decode("cp1252", "replace") if short else data.decode(codec, _WESTERN)


def _western(error: UnicodeError) -> tuple[str, int]:
    """The first of the bytes that are not valid, in the code page of Western text."""
    assert isinstance(error, UnicodeDecodeError)
    after = error.start + 1
    return error.object[error.start : after].decode("cp1252", "replace"), after


_WESTERN = "duplan.western"
codecs.register_error(_WESTERN, _western)
