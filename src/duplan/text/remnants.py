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
_ESCAPE = re.compile(r"\\(?=[#>+\-|*_`~<])")
_STARS = re.compile(r"(?<!\*)\*\*(?!\*)")
_BEFORE = re.compile(r"[\s，。；：！？、.（(）)《“,;:]")
_AFTER = re.compile(r"[\s，。；：！？、（(）)》”,;:]")
_FINAL = ("。", "；", "：", "！", "？", ":", ";")


def has_remnants(text: str) -> bool:
    """Whether there may be anything for the others to do."""
    return "**" in text or "\\" in text or _MARKUP.search(text) is not None


def remnants(text: str) -> Iterator[Edit]:
    """Decode entities, drop tags and bookmarks; what appears thereby needs another turn."""
    row = text.lstrip()[:1] == "|"
    for found in _MARKUP.finditer(text):
        new = " " if found["block"] else ""
        if row and found["block"] in ("br", "BR"):
            new = "\n"  # parts the lines of a cell
        if name := found["entity"]:
            from html import unescape  # here, because few texts need its table

            new = unescape(f"&{name};")
            if len(new) != 1:  # not an entity, or one that is no character
                continue
        yield found.start(), found.end(), new


def emphasis(text: str) -> Iterator[Edit]:
    """Drop pairs of Markdown's ``**`` where they can be nothing else.

    In 20**年**月 and **县教育局 they are blanks to fill in: a pair opens a line or follows a mark,
    and its text ends with a final mark or comes before one.
    """
    stars = [found.start() for found in _STARS.finditer(text)] if "**" in text else []
    for start, end in zip(stars[::2], stars[1::2], strict=False):
        inside = text[start + 2 : end].strip()
        opens = start == 0 or _BEFORE.match(text, start - 1)
        closes = end + 2 == len(text) or _AFTER.match(text, end + 2) or inside.endswith(_FINAL)
        if opens and closes and len(inside) > 1:
            yield start, start + 2, ""
            yield end, end + 2, ""


def escapes(text: str) -> Iterator[Edit]:
    r"""Drop the backslash of Markdown's ``\*``; one that opens a line, or
    stands in a row before a bar, is still needed to read it."""
    if "\\" not in text:
        return
    first = len(text) - len(text.lstrip())
    row = text[first] == "|"
    for found in _ESCAPE.finditer(text, first + 1):
        if not (row and text[found.end()] == "|"):
            yield found.start(), found.end(), ""
