"""Tables of Markdown whose texts stay texts.

Every mark that CommonMark or GitHub would act on is escaped. Only an e-mail address may still become
a link, to itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from duplan.writers.visible import visible

_MARKS = re.compile(r"[\\`*_\[\]<>|~#&!$]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_BREAK = re.compile(r"[ \t]*\n[ \t]*")


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The table, without a newline at the end; all texts are Markdown already."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def escaped(text: str) -> str:
    """The text without a mark that means something, on one line of Markdown."""
    shown = _MARKS.sub(r"\\\g<0>", visible(text))
    return _BREAK.sub("<br>", shown)


def heading(text: str) -> str:
    """The same for a heading, which takes one line."""
    return escaped(text).replace("<br>", " ")
