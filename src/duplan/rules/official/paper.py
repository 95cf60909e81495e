"""Paper other than A4."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject

_A4 = (210.0, 297.0)  # millimetres
_TOLERANCE = 1.05


def check(subject: Subject) -> Iterator[Hit]:
    """The first section on other paper, upright or turned."""
    for page in subject.source.pages:
        sides = sorted((page.width, page.height))
        if any(abs(side - a4) > _TOLERANCE for side, a4 in zip(sides, _A4, strict=True)):
            yield Hit(None, {"actual": f"{page.width:g} × {page.height:g} mm"})
            return


RULE = Rule(
    Kind(
        "DP510",
        "paper",
        "warning",
        "the paper is {actual}, not A4 (210 × 297 mm)",
        "纸张为 {actual}，应为 A4（210 × 297 mm）",
    ),
    since="0.1.0",
    finds=Words(
        "A section of a Word file on paper other than A4, upright or turned (GB/T 9704-2012, 5.1;"
        " tolerance 1 mm).",
        "Word 文件中有一节不是 A4 纸，横排、竖排均可（GB/T 9704-2012 第 5.1 条，允许相差 1 mm）。",
    ),
    why=Words(
        "Templates of other countries bring Letter paper with them: on A4 the lines break elsewhere and"
        " the pages of the print differ from those on the screen.",
        "国外模板默认信纸大小，用 A4 打印时分行、分页都会变，与屏幕上看到的不一致。",
    ),
    mend=Words(
        "Choose A4 in the page setup, for all sections.",
        "在页面设置中将各节的纸张改为 A4。",
    ),
    check=check,
    standard=False,
)
