"""Attachments: the lines that announce them and the lines that open them."""

from __future__ import annotations

import re

from duplan.interpret.vocabulary import ATTACHMENT
from duplan.outline.paragraphs import Paragraph
from duplan.text.normal import Text


def is_attachment_line(item: Paragraph) -> bool:
    """Whether a paragraph is but the words 附件2."""
    match = ATTACHMENT.match(item.whole.text)
    return match is not None and match.end() == len(item.whole)


def announced(item: Paragraph) -> list[Text]:
    """The titles that an 附件：1.… 2.… line announces."""
    match = ATTACHMENT.match(item.whole.text)
    rest = item.whole.cut(match.end()) if match else item.whole
    cuts = [m.start() for m in re.finditer(r"(?<!\d)\d{1,2}[.、．](?!\d)", rest.text)]
    if not cuts:
        return [rest.strip("：:。《》")] if rest else []
    ends = [*cuts[1:], len(rest)]
    return [
        rest.cut(a, b).strip("0123456789.、．：:。；; 《》")
        for a, b in zip(cuts, ends, strict=True)
    ]
