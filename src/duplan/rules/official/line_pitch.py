"""Lines that are not 28 to 30 points apart."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.official.looks import body, judged, pitch
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Passage, Subject

_LEAST, _MOST = 28.0, 30.0  # points; 225 mm for 22 lines are 28.99


def check(subject: Subject) -> Iterator[Hit]:
    """Paragraphs of the text with another distance of lines, or with one that the font decides."""

    def deviation(passage: Passage) -> Words | None:
        points = pitch(subject, passage)
        if points is None:
            lines = f"{passage.layout.measure().lines:.3g}"
            return Words(f"{lines} lines of the font", f"{lines} 倍行距")
        fits = _LEAST <= points <= _MOST
        return None if fits else Words(f"{points:g}pt", f"{points:g} 磅")

    return judged(subject, body(subject), deviation)


RULE = Rule(
    Kind(
        "DP512",
        "line-pitch",
        "info",
        "the lines are {actual} apart, not 28 to 30pt{times}",
        "行距为 {actual_zh}，应为固定值 28～30 磅{times}",
    ),
    since="0.1.0",
    finds=Words(
        "Paragraphs of the text whose lines are not 28 to 30 points apart, by an exact distance or a"
        " line grid (GB/T 9704-2012, 5.2.3: 22 lines on 225 mm).",
        "正文各行的间距不在 28～30 磅之间，按固定值或文档网格计算"
        "（GB/T 9704-2012 第 5.2.3 条：每面 22 行）。",
    ),
    why=Words(
        "A distance that the font decides changes with the computer: a line too many moves the signature"
        " to a page of its own.",
        "行距随字体变化，换一台电脑就可能多出一行，把落款挤到单独一页。",
    ),
    mend=Words(
        "Set an exact line spacing of 28 to 30 points for the text.",
        "将正文行距设为固定值 28～30 磅。",
    ),
    check=check,
    standard=False,
)
