"""What markup and programs leave in copied text: HTML tags and entities, bookmarks, ``**``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.text.width import Edit

# Ends of blocks count as white space, other tags as nothing.
_BLOCKS = (
    "br|p|div|hr|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|section|center|blockquote"
)
_INLINES = "a|abbr|b|em|font|i|img|ins|del|label|o:p|s|small|span|strong|strike|sub|sup|u"
_MARKUP = re.compile(
    rf"</?(?:(?P<block>{_BLOCKS})|{_INLINES})(?:[\s/][^<>]{{0,500}})?>"
    r"|<!--[^<>]{0,500}-->"
    r"|\[bookmark:[^\[\]]{0,100}\]"
    r"|&(?:amp;)*(?P<entity>\#[0-9]{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,9});",
    re.IGNORECASE,
)
# Emphasis only where it can be nothing else: 20**年**月 and **县教育局 hold blanks to fill in.
_EMPHASIS = re.compile(
    r"(?<![^\s，。；：！？、.（(）)《“])(\*\*)\s*[^*\s][^*]*[^*\s]"
    r"(?:(?<=[。；：！？:])\s*(\*\*)(?!\*)|\s*(\*\*)(?=$|[\s，。；：！？、（(）)》”]))"
)


def has_remnants(text: str) -> bool:
    """Whether there may be anything for the others to do."""
    return "**" in text or _MARKUP.search(text) is not None


def remnants(text: str) -> Iterator[Edit]:
    """Decode entities, drop tags and bookmarks; what appears thereby needs another turn."""
    for found in _MARKUP.finditer(text):
        new = " " if found["block"] else ""
        if name := found["entity"]:
            from html import unescape  # here, because few texts need its table

            new = unescape(f"&{name};")
            if len(new) != 1:  # not an entity, or one that is no character
                continue
        yield found.start(), found.end(), new


def emphasis(text: str) -> Iterator[Edit]:
    """Drop the ``**`` of Markdown."""
    for found in _EMPHASIS.finditer(text) if "**" in text else ():
        for group in (1, 2, 3):
            if found.start(group) >= 0:
                yield *found.span(group), ""
