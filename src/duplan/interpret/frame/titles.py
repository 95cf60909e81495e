"""Titles: where each titled unit of a document begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duplan.dates import read_date, read_time_label
from duplan.interpret.frame.attachments import is_attachment_line
from duplan.interpret.frame.units import Item
from duplan.interpret.vocabulary import (
    ATTACHMENT,
    COPY_LINE,
    DOCUMENT_NUMBER,
    NOTICE_HEADING,
    ORG_LINE,
    PLACEHOLDER,
    PUBLICITY,
    TITLE_END,
    UNIT_MARK,
)
from duplan.outline.grids import Grid
from duplan.outline.paragraphs import Paragraph
from duplan.source import Layout
from duplan.text.normal import Text, join

_YEAR = re.compile(
    r"[12]\d{3}|[〇○零一二三四五六七八九]{4}年|\d{2,3}学年|20[xX×_*＊]{1,2}|学年|学期"
)
_TODAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日.{0,2}星期[一-龥]|星期[一-龥].{0,2}\d{4}年\d{1,2}月")
_RUBRIC = 6  # characters of a site's own line that ends like a title: 规划计划
_HEADINGS = (0, 1)  # outline levels of a document's title
_ABOVE = 12  # lines of a site above it


def title_at(items: Sequence[Item], at: int) -> tuple[int, Text] | None:
    """The title whose first line is item ``at``: the index after it and its text."""
    lines: list[Text] = []
    looks: list[Layout] = []
    for end in range(at, min(at + 4, len(items))):
        item = items[end]
        if not isinstance(item, Paragraph) or (lines and item.line.blank_before):
            return None
        text = item.whole
        if end == at:
            mark = UNIT_MARK.match(text.text) or ATTACHMENT.match(text.text)
            if mark and mark.end() < len(text):
                text = text.cut(mark.end())
            elif mark or (item.marker is not None and item.marker.family != "bullet"):
                return None
        elif item.marker is not None or _opens_unit(text.text):
            return None
        if item.heading is not None and text.text.startswith("#"):
            text = item.text
        if not _may_be_title(text.text):
            return None
        lines.append(text)
        tail = re.search(r"\s*篇[一二三四五六七八九十\d]+$", text.text)
        if tail:
            lines[-1] = text.cut(0, tail.start())
        looks.append(item.line.layout)
        total = sum(len(line) for line in lines)
        if total > 60:
            return None
        if TITLE_END.search(lines[-1].text):
            after = items[end + 1] if end + 1 < len(items) else None
            if isinstance(after, Paragraph) and _continues_title(after):
                continue
            if any(_differs(look, looks[-1], lines[-1].text) for look in looks[:-1]):
                return None
            return (end + 1, join(lines)) if total >= 4 else None
    return None


def _differs(above: Layout, last: Layout, text: str) -> bool:
    """Whether a line above one that ends like a title is none of the title's: the last has a heading
    level of its own, or names a year and is set in another size or alignment."""
    if last.outline_level in _HEADINGS and above.outline_level != last.outline_level:
        return True
    sized = above.size is not None and last.size is not None and above.size < last.size
    return (sized or above.align != last.align) and _YEAR.search(text) is not None


def _headed(items: Sequence[Item], start: int) -> int:
    """Where the title is that has a heading level of its own, below short lines that have none;
    ``start`` where there is none. A site's line above it may end like a title too."""
    for at in range(start, min(start + _ABOVE, len(items))):
        item = items[at]
        if not isinstance(item, Paragraph) or item.marker is not None or len(item.whole) > 60:
            break
        title = title_at(items, at)
        if title is None:
            continue
        names_year = _YEAR.search(title[1].text) is not None
        if _level(item) in _HEADINGS:
            alone = all(_level(other) != _level(item) for other in items[title[0] :])
            return at if names_year or alone else start
        if names_year:
            break
    return start


def _level(item: Item) -> int | None:
    return item.line.layout.outline_level if isinstance(item, Paragraph) else None


def _continues_title(after: Paragraph) -> bool:
    """暨2022年工作安排 below …工作总结: the title goes on."""
    text = after.whole.text
    return (
        text[:1] in "暨和及与"
        and after.line.blank_before == 0
        and len(text) <= 30
        and TITLE_END.search(text) is not None
    )


def _opens_unit(text: str) -> bool:
    return UNIT_MARK.match(text) is not None or ATTACHMENT.match(text) is not None


def _may_be_title(text: str) -> bool:
    if not text or len(text) > 55 or re.search(r"[。；;！？|]", text) or text[0] in "（(【[":
        return False
    if PUBLICITY.fullmatch(text) or COPY_LINE.match(text):
        return False
    if text[-1] in "：:，,、" or NOTICE_HEADING.search(text) or "关于印发" in text:
        return False
    if _TODAY.search(text):
        return False
    named = re.sub(r"^[^：:]{2,6}[：:]", "", text)  # 文号：甲教〔2020〕3号
    return read_date(text) is None and DOCUMENT_NUMBER.fullmatch(named) is None


def find_titles(
    items: Sequence[Item], start: int, after_notice: bool
) -> list[tuple[int, int, Text | None]]:
    """For each unit: where it starts, where its body starts, its title."""
    found: list[tuple[int, int, Text | None]] = []
    at = start
    if after_notice and at < len(items):
        first = items[at]
        if isinstance(first, Paragraph) and is_attachment_line(first):
            at += 1
        title = title_at(items, at)
        if title is not None:
            found.append((start, title[0], title[1]))
            at = title[0]
        elif at < len(items) and isinstance(items[at], Paragraph):
            line = items[at]
            assert isinstance(line, Paragraph)
            if line.marker is None and len(line.whole) <= 50:
                found.append((start, at + 1, line.whole))
                at += 1
            else:
                found.append((start, at, None))
    if not found:
        at = _headed(items, at)
    while at < len(items):
        unit = _unit_at(items, at, found)
        if unit is None:
            at += 1
            continue
        if not (found and unit[2] and found[-1][2] and _repeats(found[-1], unit, at)):
            found.append(unit)
        at = max(unit[1], at + 1)
    if not found and items:
        found.append(_untitled(items))
    return found


def _repeats(
    last: tuple[int, int, Text | None], unit: tuple[int, int, Text | None], at: int
) -> bool:
    assert last[2] is not None and unit[2] is not None
    return last[2].text == unit[2].text and at - last[1] <= 2


def _unit_at(
    items: Sequence[Item], at: int, found: Sequence[tuple[int, int, Text | None]]
) -> tuple[int, int, Text | None] | None:
    item = items[at]
    if not isinstance(item, Paragraph):
        return None
    mark = UNIT_MARK.match(item.whole.text)
    if mark is not None and (mark.end() < len(item.whole) or len(items) > at + 1):
        inner = title_at(items, at if mark.end() < len(item.whole) else at + 1)
        if inner is not None:
            return at, inner[0], inner[1]
        if mark.end() < len(item.whole) and len(item.whole) <= 50:
            return at, at + 1, item.whole.cut(mark.end())
    title = title_at(items, at)
    if title is None:
        return None
    if not found:
        if len(title[1]) <= _RUBRIC and not _YEAR.search(title[1].text):
            below = title_at(items, title[0])
            if below is not None and _YEAR.search(below[1].text):
                return None
        return at, title[0], title[1]
    if ATTACHMENT.match(item.whole.text) or (
        at and isinstance(items[at - 1], Paragraph) and is_attachment_line(items[at - 1])  # type: ignore[arg-type]
    ):
        return None
    if _is_short(items[found[-1][1] : at]) or not _stands_alone(items, at, title):
        return None
    return at, title[0], title[1]


def _is_short(body: Sequence[Item]) -> bool:
    """Whether what stands below a title is too little for a plan: neither two lines nor a table."""
    return len(body) < 2 and not any(isinstance(item, Grid) for item in body)


def _stands_alone(items: Sequence[Item], at: int, title: tuple[int, Text]) -> bool:
    """Whether a later title opens a new unit: it names a year or office, and counting begins anew."""
    text = title[1].text
    names = _YEAR.search(text) or PLACEHOLDER.search(text) or ORG_LINE.match(text)
    if len(text) < 8 or not names or "《" in text:
        return False
    before = items[at - 1]
    if isinstance(before, Paragraph):
        last = before.whole.text[-1:]
        dated = read_date(before.whole.text) is not None
        if last not in "。；！？）”》" and not dated and not _stands_apart(items[at]):
            return False
    nested = next(
        (
            item.marker.ordinal
            for item in items[title[0] : title[0] + 30]
            if isinstance(item, Paragraph)
            and item.marker is not None
            and item.marker.ordinal is not None
            and not item.marker.weak
        ),
        1,
    )
    return nested == 1


def _stands_apart(item: Item) -> bool:
    """Whether an empty line or a page break stands before the item."""
    return isinstance(item, Paragraph) and (
        item.line.blank_before > 0 or item.line.layout.page_break_before
    )


def _untitled(items: Sequence[Item]) -> tuple[int, int, Text | None]:
    first = items[0]
    if (
        isinstance(first, Paragraph)
        and first.marker is None
        and len(first.whole) <= 40
        and first.whole.text[-1:] not in "。；：:，"
        and read_time_label(first.whole.text) is None
    ):
        return 0, 1, first.whole
    return 0, 0, None
