"""Attachments: the lines that announce them and the lines that open them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duplan.interpret.vocabulary import ATTACHMENT
from duplan.numerals import read_number
from duplan.outline.grids import Grid
from duplan.outline.markers import Marker
from duplan.outline.paragraphs import Paragraph
from duplan.outline.tree import is_time_heading
from duplan.text.normal import Text, join

LONGEST_TITLE = 50
_NUMBER = re.compile(r"(?<!\d)(\d{1,2})[.、．]\s*(?!\d(?!\d{3}年))")
_AROUND = "：:。；; 《》"


def is_attachment_line(item: Paragraph) -> bool:
    """Whether a paragraph is but the words 附件2."""
    match = ATTACHMENT.match(item.whole.text)
    return match is not None and match.end() == len(item.whole)


def announced(item: Paragraph) -> list[tuple[Text, Text]]:
    """The numbers and titles that an 附件：1.… 2.… line announces."""
    match = ATTACHMENT.match(item.whole.text)
    rest = item.whole.cut(match.end()) if match else item.whole
    numbers = list(_NUMBER.finditer(rest.text))
    starts = [(number.start(), number.end()) for number in numbers]
    if not starts or starts[0][0] > 0:
        starts.insert(0, (0, 0))
    ends = [*(start for start, _ in starts[1:]), len(rest)]
    found = [
        (rest.cut(start, begin), rest.cut(begin, end).strip(_AROUND))
        for (start, begin), end in zip(starts, ends, strict=True)
    ]
    return [(label, title) for label, title in found if title]


def goes_on(item: Paragraph, known: int) -> bool:
    """Whether a line has the number after the ``known`` attachments that stand above it: 2.…"""
    number = _NUMBER.match(item.whole.text)
    ordinal = int(number.group(1)) if number else item.marker and item.marker.ordinal
    return ordinal == known + 1 and len(item.whole) <= LONGEST_TITLE


def announcement(items: Sequence[Paragraph | Grid], end: int) -> int:
    """Where the lines 附件：1.…, 2.…, 3.… begin that stand before ``end``; ``end`` for none."""
    expected = 0
    for at in range(end - 1, -1, -1):
        item = items[at]
        if not isinstance(item, Paragraph):
            break
        text = item.whole.text
        match = ATTACHMENT.match(text)
        number = _NUMBER.match(text, match.end() if match else 0)
        if match:
            first = int(number.group(1)) if number else expected or 1
            bare = match.end() == len(text)
            return at if first == 1 and expected == (1 if bare else 2) else end
        ordinal = int(number.group(1)) if number else item.marker and item.marker.ordinal
        if not ordinal or len(text) > LONGEST_TITLE or (expected and ordinal + 1 != expected):
            break
        expected = ordinal
    return end


def label_attachments(items: Sequence[Paragraph | Grid]) -> list[Paragraph | Grid]:
    """The items with each attachment's title marked by its 附件2, so that it opens a section."""
    out: list[Paragraph | Grid] = []
    at = 0
    while at < len(items):
        item = items[at]
        after = items[at + 1] if at + 1 < len(items) else None
        match = ATTACHMENT.match(item.whole.text) if isinstance(item, Paragraph) else None
        if not isinstance(item, Paragraph) or match is None or after is None:
            out.append(item)
        elif match.end() < len(item.whole) and _holds(after):
            out.append(_labelled(item, match.group(1), item.whole.cut(match.end()), item.whole))
        elif is_attachment_line(item) and isinstance(after, Paragraph) and _titles(after):
            whole = join([item.whole, after.whole])
            out.append(_labelled(item, match.group(1), after.whole, whole))
            at += 1
        else:
            out.append(item)
        at += 1
    return out


def _titles(item: Paragraph) -> bool:
    return (
        item.marker is None
        and len(item.whole) <= LONGEST_TITLE
        and item.whole.text[-1] not in "。；，"
    )


def _holds(after: Paragraph | Grid) -> bool:
    """Whether what follows an attachment's title is its content: a table, a list, a schedule."""
    return isinstance(after, Grid) or is_time_heading(after) or after.marker is not None


def _labelled(item: Paragraph, label: str, title: Text, whole: Text) -> Paragraph:
    number = read_number(re.sub(r"[^\d一二三四五六七八九十]", "", label))
    marker = Marker("attachment", (number,) if number else (), label.strip())
    return item._replace(text=title, whole=whole, marker=marker)
