"""Lines that belong to the page and not to the document: page numbers, navigation, counters."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from duplan.interpret.account import Account
from duplan.interpret.frame.box import is_box_line
from duplan.interpret.vocabulary import (
    CONTENTS_LINE,
    CONTENTS_STYLES,
    NOTICE_HEADING,
    PAGE_NUMBER,
    TITLE_END,
    WEB_ANYWHERE,
    WEB_EDGE,
    WEB_END,
)
from duplan.outline.markers import read_marker
from duplan.text.normal import Line, NormalText

EDGE = 14  # lines after the first title and before the end where a page's own lines stand


def clear(normal: NormalText, account: Account) -> NormalText:
    """The document without page furniture; what is dropped is booked and named."""
    lines = [item for item in normal.items if isinstance(item, Line)]
    why = _furniture(lines)
    if not why:
        return normal
    kept = []
    turned = False
    for item in normal.items:
        if isinstance(item, Line) and id(item) in why:
            account.drop(item.text, why[id(item)])
            turned = turned or why[id(item)] == "page-number"
            continue
        if turned and isinstance(item, Line):
            item = item._replace(blank_before=0)  # a page's end parts no paragraphs
        turned = False
        kept.append(item)
    return replace(normal, items=tuple(kept))


def _furniture(lines: list[Line]) -> dict[int, str]:
    """Why a line is furniture, by the line's identity."""
    why: dict[int, str] = {}
    texts = [line.text.text for line in lines]
    first = next((i for i, text in enumerate(texts) if _is_title(text)), 0)
    numbers = {at for at, line in enumerate(lines) if _is_page_number(line)}
    at_pages = Counter(
        texts[near] for at in numbers for near in (at - 1, at + 1) if 0 <= near < len(texts)
    )
    half = len(texts) // 2
    web_end = next((i for i in range(half, len(texts)) if WEB_END.fullmatch(texts[i])), len(texts))
    for at, (line, text) in enumerate(zip(lines, texts, strict=True)):
        if line.layout.style.lower().startswith(CONTENTS_STYLES) or CONTENTS_LINE.fullmatch(text):
            why[id(line)] = "contents"
        if line.label or not text or id(line) in why:
            continue
        running_head = at_pages[text] >= 2 and len(text) <= 40 and text[-1] not in "。；，"
        if at in numbers or running_head:
            why[id(line)] = "page-number"
        elif (
            at > web_end
            or WEB_ANYWHERE.fullmatch(text)
            or (
                (at < first + 6 or at >= len(texts) - EDGE)
                and _is_of_the_page(text)
                and not _boxed(texts, at)
            )
        ):
            why[id(line)] = "web-page"
    return why


def _is_page_number(line: Line) -> bool:
    """— 2 —, 第 2 页, or a bare number set apart from the margin."""
    text = line.text.text
    if PAGE_NUMBER.fullmatch(text) is None:
        return False
    return not text.isdigit() or line.indent >= 12


def _is_of_the_page(text: str) -> bool:
    """Whether a line at a page's edge tells of the page: source, date of publishing, navigation."""
    if len(text) > 120 or _is_title(text) or read_marker(text) is not None:
        return False
    return WEB_EDGE.fullmatch(text) is not None


def _boxed(texts: list[str], at: int) -> bool:
    """Whether a line is a key and its value in an index box: one of several such lines in a row."""
    near = (*texts[max(0, at - 1) : at], *texts[at + 1 : at + 2])
    return is_box_line(texts[at]) and any(map(is_box_line, near))


def _is_title(text: str) -> bool:
    if not 6 <= len(text) <= 50 or ">" in text or "：" in text[-12:]:
        return False
    return TITLE_END.search(text) is not None or NOTICE_HEADING.search(text) is not None
