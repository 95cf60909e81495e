"""JSON → values with places.

The scanner is our own because Python's keeps no places and a YAML parser doesn't take all JSON
(``\\ud83d\\ude00``). Strings are decoded by Python's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from json import decoder
from json.decoder import JSONDecodeError

from duplan.planfiles.tree import Growing, Listing, Mapping, PlanFileError, Scalar, Value
from duplan.readers.surrogates import SURROGATE

_scan: Callable[[str, int, bool], tuple[str, int]] = decoder.scanstring  # type: ignore[attr-defined]
_SPACE = re.compile(r"[ \t\n\r]*")
_ATOM = re.compile(
    r"(?P<number>-?(?:0|[1-9][0-9]*)(?P<part>\.[0-9]+)?(?P<power>[eE][-+]?[0-9]+)?)"
    r"|(?P<word>true|false|null)"
)
_WORDS = {"true": True, "false": False, "null": None}
_LONGEST = 4000  # digits of an integer that Python reads
_STRINGS = (
    ("Unterminated", "the quotation mark that opens here is never closed", "此处的引号没有闭合"),
    (
        "control character",
        "a line break, tab or control character in a text; write \\n or \\t",
        "文字中有换行、制表符或控制字符；应写成 \\n、\\t",
    ),
    (
        "",
        "a backslash begins no known character; write \\\\ for a backslash",
        "反斜杠写法不对；反斜杠本身要写成 \\\\",
    ),
)


def read(text: str) -> tuple[Value | None, PlanFileError | None]:
    """The value of a JSON text, and what stands after it: in JSON lines, the second document.

    Raises PlanFileError where it is no JSON, or is nested without end.
    """
    tree = Growing()
    closers: list[str] = []  # of the open brackets
    at = _skip(text, 0)
    while True:
        at = _value(text, at, tree, closers)
        while closers:  # what stands after a value
            at = _skip(text, at)
            sign = text[at : at + 1]
            if sign == closers[-1]:
                closers.pop()
                at += 1
                tree.close(at)
            elif sign == ",":
                at = _skip(text, at + 1)
                if text[at : at + 1] in ("}", "]"):
                    raise PlanFileError(
                        at, "a comma before the closing bracket", "右括号前多了一个逗号"
                    )
                break
            else:
                raise _expected(at, ", " + closers[-1])
        if not closers:
            at = _skip(text, at)
            return tree.root, None if at == len(text) else _second(at)
        if closers[-1] == "}":
            at = _key(text, at, tree)


def _value(text: str, at: int, tree: Growing, closers: list[str]) -> int:
    """Take a value without its end, where it is a list or mapping: its first value instead."""
    while True:
        sign = text[at : at + 1]
        if sign == '"':
            return _string(text, at, tree)
        if sign not in ("{", "["):
            return _atom(text, at, tree)
        closer = "}" if sign == "{" else "]"
        tree.begin(Mapping(at, 0, []) if sign == "{" else Listing(at, 0, []))
        at = _skip(text, at + 1)
        if text[at : at + 1] == closer:
            tree.close(at + 1)
            return at + 1
        closers.append(closer)
        if closer == "}":
            at = _key(text, at, tree)


def _key(text: str, at: int, tree: Growing) -> int:
    if text[at : at + 1] != '"':
        raise PlanFileError(
            at, "a key in double quotation marks is expected", "此处应为加双引号的键"
        )
    at = _skip(text, _string(text, at, tree))
    if text[at : at + 1] != ":":
        raise _expected(at, ":")
    return _skip(text, at + 1)


def _string(text: str, at: int, tree: Growing) -> int:
    try:
        value, end = _scan(text, at + 1, True)
    except JSONDecodeError as error:
        en, zh = next((en, zh) for sign, en, zh in _STRINGS if sign in error.msg)
        raise PlanFileError(error.pos, en, zh) from error
    tree.scalar(Scalar(at, end, SURROGATE.sub("\ufffd", value), '"'))
    return end


def _atom(text: str, at: int, tree: Growing) -> int:
    found = _ATOM.match(text, at)
    if found is None:
        raise PlanFileError(
            at,
            "a value is expected: a text in double quotation marks, a number, [, {, true, false or null",
            "此处应为值：加双引号的文字、数字、[、{、true、false 或 null",
        )
    tree.scalar(Scalar(at, found.end(), _number(found)))
    return found.end()


def _number(found: re.Match[str]) -> int | float | bool | None:
    if found["word"]:
        return _WORDS[found["word"]]
    whole = not (found["part"] or found["power"])
    return int(found[0]) if whole and len(found[0]) < _LONGEST else float(found[0])


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _expected(at: int, signs: str) -> PlanFileError:
    return PlanFileError(at, f"expected here: {signs}", f"此处应有：{signs}")


def _second(at: int) -> PlanFileError:
    return PlanFileError(
        at,
        "more stands after the end of the document; only the first is read: keep one document in a"
        " file (of JSON lines, each line is one)",
        "文档结束后还有内容；只读第一个：请一个文件放一个文档（JSON lines 每行是一个文档）",
    )
