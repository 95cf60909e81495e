"""YAML as plans use it → values with places.

Plain scalars are read as YAML 1.2 does: null, truth values and whole numbers, no dates, no ``on`` and
``off``. Aliases, tags other than ``!!str``, and a second document are refused: a few aliases of
aliases can stand for millions of values, and plans have no use for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from duplan.planfiles.problems import in_words
from duplan.planfiles.tree import Growing, Listing, Mapping, PlanFileError, Scalar, Value

UNPRINTABLE = re.compile(
    "[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)  # YAML 5.1

_SPECIAL = frozenset("~nNtTfF-+0123456789")
_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]{1,4000}\Z")  # more digits than that Python doesn't read
_STR = "tag:yaml.org,2002:str"
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")


def read(text: str) -> tuple[Value | None, PlanFileError | None]:
    """The first document of a YAML text, None where it holds nothing, and what ends it too early:
    the beginning of a second document, which isn't read.

    Raises PlanFileError where it is no YAML, or YAML that plans have no use for.
    """
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    bad = UNPRINTABLE.search(text)
    if bad:
        code = f"U+{ord(bad[0]):04X}"
        raise PlanFileError(
            bad.start(),
            f"the control character {code} can't stand in YAML",
            f"YAML 中不能有控制字符 {code}",
        )
    tree = Growing()
    seen = False
    try:
        events: Iterator[Any] = yaml.parse(text, Loader=loader)
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    return tree.root, _refused(event, _SECOND)
                seen = True
            _take(event, tree, text)
    except yaml.MarkedYAMLError as error:
        raise in_words(error, text) from error
    return tree.root, None


def _take(event: Any, tree: Growing, text: str) -> None:
    kind = type(event)
    if kind is yaml.ScalarEvent:
        tree.scalar(_scalar(event, text))
    elif kind is yaml.MappingStartEvent:
        tree.begin(Mapping(_untagged(event).start_mark.index, 0, []))
    elif kind is yaml.SequenceStartEvent:
        tree.begin(Listing(_untagged(event).start_mark.index, 0, []))
    elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
        tree.close(event.end_mark.index)
    elif kind is yaml.AliasEvent:
        raise _refused(event, _ALIAS)


_SECOND = (
    "a second document begins; only the first is read: keep one document in a file"
    " (duplan parse -o FOLDER/ writes them so)",
    "从这里开始是第二个文档，只读第一个；请一个文件放一个文档（duplan parse -o 目录/ 即如此）",
)
_ALIAS = (
    "aliases (*name) are not used in plans; a text that begins with * needs quotation marks",
    "计划文件不使用别名（*名称）；以 * 开头的文字要加引号",
)
_TAG = (
    "tags (!name) are not used in plans; a text that begins with ! needs quotation marks",
    "计划文件不使用标签（!名称）；以 ! 开头的文字要加引号",
)


def _refused(event: Any, words: tuple[str, str]) -> PlanFileError:
    return PlanFileError(event.start_mark.index, *words)


def _scalar(event: Any, text: str) -> Scalar:
    start, end = event.start_mark.index, event.end_mark.index
    value, style = event.value, event.style or ""
    if event.tag is not None or event.anchor is not None:
        _untagged(event)
        marked = _PROPERTIES.match(text, start, end)
        start = marked.end() if marked else start
    if style or event.tag is not None:
        return Scalar(start, end, value, style)
    if not value or value[0] in _SPECIAL:
        if value in _CONSTANTS:
            return Scalar(start, end, _CONSTANTS[value])
        if _INTEGER.match(value):
            return Scalar(start, end, int(value))
    return Scalar(start, end, value)


def _untagged(event: Any) -> Any:
    """The event, where it has no tag that means more than text."""
    if event.tag not in (None, "!", _STR):
        raise _refused(event, _TAG)
    return event
