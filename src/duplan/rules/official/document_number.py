"""（2020）5号, [2020]05号, 〔2020〕第5号 where the standard wants 〔2020〕5号."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

# An office's short name, the year in brackets of any kind, a number.
_NUMBER = re.compile(
    r"(?<=[\u4e00-\u9fff])([〔\[［【（(])((?:19|20)\d{2})([〕\]］】）)])(第?0*)([1-9]\d{0,3})(?=号)"
)


def check(subject: Subject) -> Iterator[Hit]:
    """Every document number that is not of the standard's form."""
    for found in subject.find(_NUMBER):
        opening, year, closing, before, number = found.match.groups()
        proper = f"〔{year}〕{number}"
        if (opening, closing, before) != ("〔", "〕", ""):
            span = subject.span(*found.match.span())
            values: dict[str, str | int] = {"actual": found.match.group(), "proper": proper}
            yield Hit(span, values, Fix((Edit(span, proper),), safe=True))


RULE = Rule(
    Kind(
        "DP501",
        "document-number",
        "warning",
        "the document number {actual}号 should be {proper}号",
        "发文字号“{actual}号”应写作“{proper}号”",
    ),
    since="0.1.0",
    finds=Words(
        "A document number whose year is not in hexagonal brackets, or whose number has 第 or zeros"
        " before it (GB/T 9704-2012, 7.2.5).",
        "发文字号的年份未用六角括号“〔〕”，或者序号前加“第”、编虚位（GB/T 9704-2012 第 7.2.5 条）。",
    ),
    why=Words(
        "Registries file and search documents by this number. Written in another way it is not found.",
        "收发登记、归档和检索都靠发文字号，写法不一就查不到。",
    ),
    mend=Words(
        "Write the year in full between 〔 and 〕 and the plain number after it.",
        "年份写全称并用“〔〕”括入，序号不加“第”、不编虚位。",
    ),
    check=check,
    standard=False,
)
