"""Text that is not 仿宋 of 16 points."""

from __future__ import annotations

from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.official.looks import (
    BODY_SIZE,
    UNSTATED,
    body,
    is_fang_song,
    is_hei,
    is_kai,
    judged,
    shown_font,
    shown_size,
    together,
)
from duplan.rules.official.parts import mark, printed
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Passage, Subject


def check(subject: Subject) -> Iterator[Hit]:
    """Paragraphs of the text, the headings that they begin with left out."""
    return judged(subject, body(subject), _deviation)


def _deviation(passage: Passage) -> Words | None:
    layout = passage.layout
    fonts = layout.fonts
    begins = mark(printed(passage))
    if begins is not None and fonts and (len(fonts) > 1 or _of_heading(fonts[0], begins.level)):
        fonts = fonts[1:]
    parts = [shown_font(font) for font in fonts if not is_fang_song(font)][:1]
    if not layout.fonts and not passage.text.text.isascii():
        parts.append(shown_font(UNSTATED))
    if layout.size != BODY_SIZE:
        parts.append(shown_size(layout.size))
    return together(parts)


def _of_heading(font: str, level: int) -> bool:
    return (level == 1 and is_hei(font)) or (level == 2 and is_kai(font))


RULE = Rule(
    Kind(
        "DP514",
        "body-font",
        "info",
        "the text is in 仿宋 of 16pt; here: {actual}{times}",
        "正文应为三号（16 磅）仿宋，此处为{actual_zh}{times}",
    ),
    since="0.1.0",
    finds=Words(
        "Paragraphs of the text in another font than 仿宋 (of any maker) or another size than 16 points"
        " (GB/T 9704-2012, 5.2.2 and 7.3.3). Text in tables is left alone.",
        "正文不是仿宋体（不限厂家），或者不是 3 号字（GB/T 9704-2012 第 5.2.2、7.3.3 条）。"
        "表格中的文字不查。",
    ),
    why=Words(
        "A paragraph in another font or size shows where something was pasted in, and sets the pages of"
        " the print apart from what was approved.",
        "字体字号不同的段落，一眼就能看出是从别处粘贴来的，也会使分页与审定稿不一致。",
    ),
    mend=Words(
        "Set the text in 仿宋, 3号 (16 points).",
        "将正文设为 3 号仿宋体。",
    ),
    check=check,
    standard=False,
)
