"""Where a title ends and its body begins; sentences, clauses and points of running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from duplan.interpret.brackets import cut_ending
from duplan.outline.inline import NUMBERED
from duplan.outline.markers import Marker, read_point
from duplan.text.normal import EMPTY, Text

TRAILING = "。；：，！;:,!."
RUN_IN_COLON = 20  # a colon that ends a run-in title stands within so many characters
_OPEN = "“《（(「『【〔["
_CLOSE = "”》）)」』】〕]"
_POINT_START = re.compile(
    r"(?:(?<=[。；;：:，,！？、”）])|^)(?=第?[一二三四五六七八九十]{1,2}(?:是|要)|首先|其次|再次|最后|第[一二三四五六七八九十][，,、])"
)


LONGEST_OPENING = 24  # characters of a sentence or heading that titles what follows


def first_stop(text: str, stops: str, start: int = 0) -> int:
    """The index of the first of ``stops`` outside quotes and brackets, -1 where there is none."""
    depth = 0
    for at in range(start, len(text)):
        ch = text[at]
        if ch in _OPEN:
            depth += 1
        elif ch in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and ch in stops:
            return at
    # An unclosed bracket hides the rest: look again without minding brackets.
    if depth and start == 0:
        return next((i for i, ch in enumerate(text) if ch in stops), -1)
    return -1


def split_title(text: Text) -> tuple[Text, Text]:
    """A task's or section's title and the body that follows it in the same paragraph."""
    plain = text.text
    end = first_stop(plain, "。！？!?")
    title_end = len(plain) if end < 0 else end
    body_start = title_end + 1 if end >= 0 else title_end
    colon = _run_in_colon(plain, title_end)
    if colon is not None:
        title_end, body_start = colon, colon + 1
    listed = _listed_semicolon(plain, title_end)
    if listed is not None:
        title_end = body_start = listed
    title = text.cut(0, title_end)
    body = text.cut(min(body_start, len(plain))) if body_start < len(plain) else EMPTY
    return title.rstrip(TRAILING), body


def is_one_heading(text: Text) -> bool:
    """Whether 队伍：从“要我学”到“我要学” is a heading as a whole: short, and no sentence."""
    return len(text) <= LONGEST_OPENING and not re.search(r"[。；，、;,]|[：:]$", text.text)


def opens_with_title(text: Text) -> bool:
    """Whether a short sentence without a comma stands at the start, and more after it."""
    stop = first_stop(text.text, "。，,；;：:")
    return 4 <= stop <= LONGEST_OPENING and text.text[stop] == "。" and stop + 1 < len(text)


def _run_in_colon(plain: str, limit: int) -> int | None:
    at = first_stop(plain[:limit], "：:，,；;")
    while 0 < at < len(plain) - 1 and plain[at] in "：:" and at <= RUN_IN_COLON:
        if not (plain[at - 1].isdigit() and plain[at + 1].isdigit()):
            return at
        at = first_stop(plain[:limit], "：:，,；;", at + 1)
    return None


def _listed_semicolon(plain: str, limit: int) -> int | None:
    """Where a list (1)…；(2)… begins inside the title."""
    marks = [m.start() for m in NUMBERED.finditer(plain)]
    if len(marks) >= 2 and "；" in plain[: max(limit, marks[1])].replace(";", "；"):
        first = marks[0]
        if 0 < first <= limit:
            return first
    return None


def first_sentence(text: Text) -> tuple[Text, Text]:
    """The first sentence without its end mark, and the rest."""
    end = first_stop(text.text, "。！？!?")
    if end < 0:
        return text.rstrip(TRAILING), EMPTY
    return text.cut(0, end).rstrip(TRAILING), text.cut(end + 1)


def first_clause(text: Text) -> tuple[Text, Text]:
    """Up to the first ，。；： and the rest after it."""
    match = re.search(r"[，。；：,;:！]", text.text)
    if match is None:
        return text.rstrip(TRAILING), EMPTY
    return text.cut(0, match.start()), text.cut(match.end())


def title_and_bracket(text: Text) -> tuple[Text, Text | None]:
    """A title without the bracket at its end that names a duty or deadline, and the bracket."""
    ending = cut_ending(text)
    return ending.text.rstrip(TRAILING), ending.bracket


def points(texts: Sequence[Text]) -> list[tuple[Marker, Text]]:
    """The points 一是… 二是… of a body's paragraphs, each with its text up to the next."""
    starts: list[_Start] = []
    for text in texts:
        for match in _POINT_START.finditer(text.text):
            read = read_point(text.text[match.start() : match.start() + 12])
            if read is not None:
                starts.append(_Start(read[0], text, match.start(), match.start() + read[1]))
    kept = _sequence(starts)
    out = []
    for at, start in enumerate(kept):
        after = kept[at + 1] if at + 1 < len(kept) else None
        until = after.begin if after is not None and after.text is start.text else len(start.text)
        out.append((start.marker, start.text.cut(start.end, until).strip("，,：:")))
    return out


class _Start(NamedTuple):
    marker: Marker
    text: Text
    begin: int
    end: int


def _form(marker: Marker) -> str:
    return (
        marker.label[-1]
        if marker.label[-1] in "是要"
        else ("第" if marker.label[0] == "第" else "次")
    )


def _sequence(starts: list[_Start]) -> list[_Start]:
    """Those that count from one in one form (一是 二是, 首先 其次 最后), two of them at least."""
    kept: list[_Start] = []
    for start in starts:
        number, form = start.marker.ordinal or 0, _form(start.marker)
        if number == 1 and not any(_form(k.marker) == form for k in kept):
            kept.append(start)
        elif kept and _form(kept[-1].marker) == form:
            last = kept[-1].marker.ordinal or 0
            if number == last + 1 or (number == 99 and last < 99):
                kept.append(start)
    forms = [_form(k.marker) for k in kept]
    return [k for k in kept if forms.count(_form(k.marker)) >= 2]
