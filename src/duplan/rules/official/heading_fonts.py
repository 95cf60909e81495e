"""一、 that is not in 黑体, （一） that is not in 楷体."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from duplan.diagnostics import Kind
from duplan.rules.official.looks import (
    BODY_SIZE,
    first_font,
    is_hei,
    is_kai,
    judged,
    shown_font,
    shown_size,
    together,
)
from duplan.rules.official.parts import is_heading, mark, printed, running
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Passage, Subject

_FONTS: dict[int, Callable[[str], bool]] = {1: is_hei, 2: is_kai}
_MARKS = {1: "一、", 2: "（一）"}
_NAMES = {1: "黑体", 2: "楷体"}


def check(subject: Subject) -> Iterator[Hit]:
    """Headings on a line of their own, each of the two levels by itself."""
    for level, fits in _FONTS.items():

        def deviation(passage: Passage, fits: Callable[[str], bool] = fits) -> Words | None:
            font, size = first_font(passage.layout), passage.layout.size
            parts = [] if fits(font) else [shown_font(font)]
            if size != BODY_SIZE:
                parts.append(shown_size(size))
            return together(parts)

        proper: dict[str, str | int] = {"mark": _MARKS[level], "font": _NAMES[level]}
        for hit in judged(subject, _headings(subject, level), deviation):
            yield Hit(hit.span, {**hit.values, **proper})


def _headings(subject: Subject, level: int) -> Iterator[Passage]:
    for passage in running(subject):
        text = printed(passage)
        begins = mark(text)
        if begins is not None and begins.level == level and is_heading(text):
            yield passage


RULE = Rule(
    Kind(
        "DP515",
        "heading-fonts",
        "info",
        "headings {mark} are in {font} of 16pt; here: {actual}{times}",
        "“{mark}”标题应为三号（16 磅）{font}，此处为{actual_zh}{times}",
    ),
    since="0.1.0",
    finds=Words(
        "Headings on a line of their own: 一、 in another font than 黑体, （一） in another than 楷体, or"
        " in another size than 16 points (GB/T 9704-2012, 7.3.3).",
        "单独成行的标题：“一、”不是黑体，“（一）”不是楷体，或者不是 3 号字（GB/T 9704-2012 第 7.3.3 条）。",
    ),
    why=Words(
        "Readers find their way by these fonts: a heading in the font of the text is passed over.",
        "读者靠字体分清层次，标题用了正文的字体就容易被漏看。",
    ),
    mend=Words(
        "Set 一、 in 黑体 and （一） in 楷体, 3号 (16 points).",
        "一级标题改用 3 号黑体，二级标题改用 3 号楷体。",
    ),
    check=check,
    standard=False,
)
