"""What is wrong with YAML that is none, in words that say what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duplan.planfiles.tree import PlanFileError

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

_UNKNOWN = ("this is no YAML ({problem})", "不合 YAML 语法（{problem}）")
_WORDS = (  # what PyYAML and libyaml say, and what it means
    (
        r"mapping values are not allowed",
        "no colon can stand here: a text with a colon and a space in it needs quotation marks,"
        " and keys of one mapping begin in one column",
        "此处不能有冒号：文字中有冒号加空格时，整段要加引号；同一层的键要对齐",
    ),
    (
        r"sequence entries are not allowed",
        "no list can begin here: put the hyphen on a line of its own",
        "列表不能从这里开始：短横“- ”要另起一行",
    ),
    (
        r"cannot start any token",
        "no text can begin with this character: indent with spaces, not tabs,"
        " and put a text that begins with % @ or ` in quotation marks",
        "文字不能以此字符开头：缩进用空格而不用制表符；以 % @ ` 开头的文字要加引号",
    ),
    (
        r"unexpected end of stream",
        "the quotation mark that opens here is never closed",
        "此处的引号没有闭合",
    ),
    (r"document separator", "the quotation mark that opens here is never closed", "此处的引号没有闭合"),
    (r"expected ',' or '\]'", "the bracket [ is not closed", "方括号 [ 没有闭合"),
    (r"expected ',' or '\}'", "the bracket { is not closed", "花括号 { 没有闭合"),
    (
        r"node content",
        "a value is missing here, or a bracket above it is not closed",
        "此处缺少值，或上文的括号没有闭合",
    ),
    (
        r"expected key|<document start>|expected '-'|<block end>",
        "this doesn't continue what stands above: check the indentation, and whether a text"
        " needs quotation marks",
        "与上文接不上：请检查缩进是否对齐、文字是否需要加引号",
    ),
    (r"expected ':'", "a key without a colon and a space after it", "键后面缺少冒号和空格"),
    (
        r"unknown escape|expected hexadecimal|Unicode character escape",
        "a backslash in double quotation marks begins no known character; write \\\\ for a backslash",
        "双引号内的反斜杠写法不对；反斜杠本身要写成 \\\\",
    ),
    (
        r"comment or line break|indentation indicator",
        "after | or > the text begins on the next line",
        "| 或 > 之后，文字要从下一行开始",
    ),
)  # fmt: skip
_WIDE_COLON = re.compile(r"^[ \t]*(?:- +)*[a-z_]+(：)", re.MULTILINE)


def in_words(error: MarkedYAMLError, text: str) -> PlanFileError:
    """The problem that a YAML parser has with a text, in both languages and with its place."""
    mark = error.problem_mark or error.context_mark
    at = mark.index if mark else 0
    wide = wide_colon(text, at)
    if wide is not None:
        return PlanFileError(
            wide, "a key ends in a colon and a space, not ：", "键后面要用半角冒号加空格", ": "
        )
    problem = str(error.problem or error.context or "")
    for pattern, en, zh in _WORDS:
        if re.search(pattern, problem):
            if "quotation mark that opens" in en and error.context_mark:
                at = error.context_mark.index
            return PlanFileError(at, en, zh)
    en, zh = (each.format(problem=problem) for each in _UNKNOWN)
    return PlanFileError(at, en, zh)


def wide_colon(text: str, at: int) -> int | None:
    """Where on the line of a place or the one before it a key is followed by a full-width colon."""
    start = text.rfind("\n", 0, max(text.rfind("\n", 0, at), 0)) + 1
    end = text.find("\n", at)
    found = _WIDE_COLON.search(text, start, len(text) if end < 0 else end)
    return found.start(1) if found else None
