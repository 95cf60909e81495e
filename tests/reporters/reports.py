"""Reports of made-up checks: what reporters are given."""

from __future__ import annotations

from duplan.checking.report import Change, FileReport, Place, Result
from duplan.diagnostics import Kind
from duplan.rules.rule import Rule, Words

_TEXT = "一、九月：9月1日（星期三）开学督查，9月7日（星期二）补报材料。"
_WEEKDAY = Kind(
    "DP911",
    "wrong-weekday",
    "warning",
    "{date} is {actual}, not {named}",
    "{date} 是{actual}，不是{named}",
)
_BRACKETS = Kind(
    "DP912",
    "open-bracket",
    "error",
    "{mark} is not closed",
    "{mark} 没有配对",
)
_LENGTH = Kind("DP913", "long-plan", "info", "the plan has {count} lines", "计划有 {count} 行")
_UNREAD = Kind("DP914", "unread", "error", "the file can't be read", "文件无法读取")
_LIKE = Kind("DP915", "never-found", "warning", "100 %, at {place}", "100 %，在 {place}")


def _rule(kind: Kind, words: Words, standard: bool = True) -> Rule:
    return Rule(kind, "0.2.0", words, words, words, standard=standard)


RULES = (
    _rule(_WEEKDAY, Words("A weekday that isn't the day's.", "星期与日期不符。")),
    _rule(_BRACKETS, Words("A bracket such as [ or {.", "没有配对的括号，如 [ 或 {。")),
    _rule(_LENGTH, Words("A long plan.", "篇幅过长。")),
    _rule(_UNREAD, Words("A file that can't be read.", "无法读取的文件。")),
    _rule(_LIKE, Words("Is *never* found.", "从不出现。"), standard=False),
)


def _weekday(place: Place, fingerprint: str, **more: object) -> Result:
    values: dict[str, str | int] = {
        "date": "2020-09-01",
        "actual": "星期二",
        "named": "星期三",
    }
    return Result(_WEEKDAY, "warning", values, place, fingerprint, **more)  # type: ignore[arg-type]


def bracket(mark: str, text: str = "（试行", path: str = "计划/附件,1:2.txt") -> FileReport:
    """A text file with one finding that says ``mark``."""
    place = Place(1, 1, 2, "line", text, 0)
    changes = (Change(place._replace(column=2), "（"),)
    result = Result(_BRACKETS, "error", {"mark": mark}, place, "a1", changes=changes, safe=True)
    return FileReport(path, "text", True, (result,))


TEXT = FileReport(
    "计划/2020 工作计划.txt",
    "text",
    True,
    (
        Result(_LENGTH, "info", {"count": 3}, None, "77"),
        _weekday(
            Place(2, 6, 15, "line", _TEXT, 5),
            "5d",
            related=(Place(1, 1, 6, "line", "2020年工作计划", 0),),
            changes=(Change(Place(2, 13, 14, "line", _TEXT, 12), "二"),),
        ),
        _weekday(Place(2, 21, 30, "line", _TEXT, 20), "5e"),
    ),
)
WORD = FileReport(
    "./2021.docx",
    "docx",
    False,
    (
        _weekday(
            Place(12, 6, 15, "body/tbl[1]/tr[2]/tc[3]/p[1]", _TEXT, 5),
            "5d",
            related=(Place(1, 1, 6, "body/p[1]", "2020年工作计划", 0),),
            changes=(Change(Place(12, 13, 14, "body/tbl[1]/tr[2]/tc[3]/p[1]", _TEXT, 12), "二"),),
        ),
    ),
)
MARKED = bracket("[见](https://example.invalid) 100% {0}")
UNREAD = FileReport(
    "坏.docx", "", False, (Result(_UNREAD, "error", {}, Place(1, 1, 1, "line", "", 0), "0"),)
)
CLEAN = FileReport("2019.yaml", "yaml", True)
FILES = (TEXT, WORD, MARKED, UNREAD, CLEAN)
