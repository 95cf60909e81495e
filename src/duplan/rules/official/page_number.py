"""Page numbers that are not — 1 — of 14 points, or that there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Kind
from duplan.rules.official.looks import shown_size, together
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.source import Block, Span

_SIZE = 14.0  # points: 4号
_NUMBER = re.compile(r"[\s\-‐–—―－·•|/第页共]*\d{0,4}[\s\-‐–—―－·•|/第页共\d]*")
_PROPER = re.compile(r"\s*[—―–－]\s*\d*\s*[—―–－]\s*")
_ONE_PAGE = 22 * 28  # characters that fill a page


def check(subject: Subject) -> Iterator[Hit]:
    """The first page number of another form; else that a text of several pages has none."""
    source = subject.source
    if not source.pages:
        return
    numbers = [
        block
        for aside in source.asides
        if aside.story in ("footer", "header")
        for block in aside.blocks
        if block.text.strip() and _NUMBER.fullmatch(block.text)
    ]
    for block in numbers:
        actual = _deviation(block)
        if actual is not None:
            yield Hit(
                Span(block.index, 0, len(block.text)), {"actual": actual.en, "actual_zh": actual.zh}
            )
            return
    if not numbers and len(subject.text) > _ONE_PAGE:
        yield Hit(None, {"actual": "no page number", "actual_zh": "没有页码"})


def _deviation(block: Block) -> Words | None:
    text = " ".join(block.text.split())
    parts = [] if _PROPER.fullmatch(block.text) else [Words(f"“{text}”", f"“{text}”")]
    if block.layout.size != _SIZE:
        parts.append(shown_size(block.layout.size))
    return together(parts)


RULE = Rule(
    Kind(
        "DP516",
        "page-number",
        "info",
        "page numbers are of the form — 1 — in 14pt; here: {actual}",
        "页码应为四号（14 磅）、左右各一条一字线的“— 1 —”，此处为{actual_zh}",
    ),
    since="0.1.0",
    finds=Words(
        "A page number without a dash at each side or in another size than 14 points, or a text of more"
        " than one page without page numbers (0) (GB/T 9704-2012, 7.5).",
        "页码左右没有一字线、不是 4 号字，或者超过一页的文件没有页码（显示为 0）"
        "（GB/T 9704-2012 第 7.5 条）。",
    ),
    why=Words(
        "Without page numbers nobody sees that a page is missing from a print or a scan.",
        "没有页码，打印或扫描时少了一页也发现不了。",
    ),
    mend=Words(
        "Put page numbers into the footer: — 1 —, 宋体, 4号 (14 points).",
        "在页脚插入“— 1 —”格式的页码，4 号半角宋体。",
    ),
    check=check,
    standard=False,
)
