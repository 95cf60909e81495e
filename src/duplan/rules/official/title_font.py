"""Titles that are not 小标宋 of 22 points in the middle."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.official.looks import (
    TITLE_SIZE,
    first_font,
    is_title_font,
    shown_font,
    shown_size,
    together,
)
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.source import Layout

_ALIGNED = {
    "left": Words("left", "左对齐"),
    "right": Words("right", "右对齐"),
    "both": Words("justified", "两端对齐"),
}


def check(subject: Subject) -> Iterator[Hit]:
    """The title of the notice and of each plan, outside tables."""
    if not subject.source.pages:
        return
    celled = {passage.text.place(0)[0] for passage in subject.passages if passage.table}
    notice = subject.document.notice
    for node in (*((notice,) if notice else ()), *subject.plans):
        place = subject.place(node) if node.title else None
        if place is None or place.block in celled:
            continue
        actual = _deviation(subject.source.blocks[place.block].layout)
        if actual is not None:
            yield Hit(place, {"actual": actual.en, "actual_zh": actual.zh})


def _deviation(layout: Layout) -> Words | None:
    parts = []
    if not is_title_font(first_font(layout)):
        parts.append(shown_font(first_font(layout)))
    if layout.size != TITLE_SIZE:
        parts.append(shown_size(layout.size))
    if layout.align != "center":
        parts.append(_ALIGNED.get(layout.align, _ALIGNED["left"]))
    return together(parts)


RULE = Rule(
    Kind(
        "DP513",
        "title-font",
        "info",
        "a title stands in the middle, in 小标宋 of 22pt; here: {actual}",
        "标题应为二号（22 磅）小标宋并居中，此处为{actual_zh}",
    ),
    since="0.1.0",
    finds=Words(
        "A title in another font than 小标宋 (of any maker), in another size than 22 points or not in the"
        " middle (GB/T 9704-2012, 7.3.1).",
        "标题不是小标宋体（不限厂家）、不是 2 号字，或者没有居中（GB/T 9704-2012 第 7.3.1 条）。",
    ),
    why=Words(
        "The title is what an office is known by at first sight; a file that was put together from others"
        " shows it here first.",
        "标题是文件的门面，拼凑起来的文件，最先从标题的字体字号看出来。",
    ),
    mend=Words(
        "Set the title in 小标宋, 2号 (22 points), in the middle.",
        "将标题设为 2 号小标宋体，居中。",
    ),
    check=check,
    standard=False,
)
