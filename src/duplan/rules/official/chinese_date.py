"""二〇二〇年九月一日 as the date of a document, where the standard wants 2020年9月1日."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.numerals import read_digits, read_number
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_DATE = re.compile(
    r"(?m)^[ \t\u3000]*([一二][〇○零一二三四五六七八九]{3})年"
    r"([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日[ \t\u3000]*$"
)
_ZEROS = str.maketrans("○零", "〇〇")


def check(subject: Subject) -> Iterator[Hit]:
    """Dates in Chinese numerals on a line of their own."""
    for found in subject.find(_DATE):
        year = read_digits(found.match[1].translate(_ZEROS))
        month, day = read_number(found.match[2]), read_number(found.match[3])
        if year is None or month is None or day is None or found.passage.table:
            continue
        proper = f"{year}年{month}月{day}日"
        span = subject.span(found.match.start(1), found.match.end(3) + 1)
        yield Hit(span, {"proper": proper}, Fix((Edit(span, proper),)))


RULE = Rule(
    Kind(
        "DP509",
        "chinese-date",
        "info",
        "the date of a document is written in Arabic digits: {proper}",
        "成文日期应当用阿拉伯数字：{proper}",
    ),
    since="0.1.0",
    finds=Words(
        "A date in Chinese numerals on a line of its own, as below a signature (GB/T 9704-2012, 7.3.5.4).",
        "落款处的成文日期使用汉字数字（GB/T 9704-2012 第 7.3.5.4 条）。",
    ),
    why=Words(
        "The standard changed this in 2012. A date in the old form shows that an old file was the model,"
        " and that its other parts may be old too.",
        "2012 年起成文日期改用阿拉伯数字。仍用旧写法，往往说明套用了旧文件，其他内容也可能没有更新。",
    ),
    mend=Words(
        "Write year, month and day in Arabic digits.",
        "将年、月、日改用阿拉伯数字标全。",
    ),
    check=check,
    standard=False,
)
