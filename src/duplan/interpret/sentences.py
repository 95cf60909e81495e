"""Where a title ends and its body begins; sentences, clauses and points of running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.interpret.brackets import cut_ending
from duplan.outline.markers import Marker, read_marker, read_point
from duplan.text.normal import EMPTY, Text

TRAILING = "。；：，！;:,!."
RUN_IN_COLON = 20  # a colon that ends a run-in title stands within so many characters
_OPEN = "“《（(「『【〔["
_CLOSE = "”》）)」』】〕]"
_NUMBERED = re.compile(
    r"[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)]|[①-⑳]|\d{1,2}[.、．)）](?!\d)"
)
_POINT_START = re.compile(
    r"(?:(?<=[。；;：:，,！？、”）])|^)(?=第?[一二三四五六七八九十]{1,2}(?:是|要)|首先|其次|再次|最后|第[一二三四五六七八九十][，,、])"
)


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


def _run_in_colon(plain: str, limit: int) -> int | None:
    at = first_stop(plain[:limit], "：:，,；;")
    while 0 < at < len(plain) - 1 and plain[at] in "：:" and at <= RUN_IN_COLON:
        if not (plain[at - 1].isdigit() and plain[at + 1].isdigit()):
            return at
        at = first_stop(plain[:limit], "：:，,；;", at + 1)
    return None


def _listed_semicolon(plain: str, limit: int) -> int | None:
    """Where a list (1)…；(2)… begins inside the title."""
    marks = [m.start() for m in _NUMBERED.finditer(plain)]
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


def points(text: Text) -> list[tuple[Marker, Text]]:
    """The points 一是… 二是… of a paragraph, each with its text up to the next."""
    starts: list[tuple[Marker, int, int]] = []
    for match in _POINT_START.finditer(text.text):
        read = read_point(text.text[match.start() : match.start() + 12])
        if read is None:
            continue
        marker, end = read
        starts.append((marker, match.start(), match.start() + end))
    kept = _sequence(starts)
    out = []
    for at, (marker, _, end) in enumerate(kept):
        until = kept[at + 1][1] if at + 1 < len(kept) else len(text)
        out.append((marker, text.cut(end, until).strip("，,：:")))
    return out


def _form(marker: Marker) -> str:
    return (
        marker.label[-1]
        if marker.label[-1] in "是要"
        else ("第" if marker.label[0] == "第" else "次")
    )


def _sequence(starts: list[tuple[Marker, int, int]]) -> list[tuple[Marker, int, int]]:
    kept: list[tuple[Marker, int, int]] = []
    for start in starts:
        number = start[0].ordinal or 0
        if number == 1 and not any(_form(k[0]) == _form(start[0]) for k in kept):
            kept.append(start)
        elif kept and _form(kept[-1][0]) == _form(start[0]):
            last = kept[-1][0].ordinal or 0
            if number == last + 1 or (number == 99 and last < 99):
                kept.append(start)
    forms = [_form(k[0]) for k in kept]
    return [k for k in kept if forms.count(_form(k[0])) >= 2]


def inline_items(text: Text) -> Iterator[tuple[Marker | None, Text]]:
    """A run of numbered items on one line: 1.…；2.…。 Unnumbered text in front comes first."""
    cuts = _inline_cuts(text)
    if not cuts:
        yield None, text
        return
    if cuts[0][0] > 0:
        head = text.cut(0, cuts[0][0])
        if head:
            yield None, head
    for at, (_, end, marker) in enumerate(cuts):
        until = cuts[at + 1][0] if at + 1 < len(cuts) else len(text)
        yield marker, text.cut(end, until)


def _inline_cuts(text: Text) -> list[tuple[int, int, Marker]]:
    plain = text.text
    opening = _single(plain)
    if opening is None or opening[0].ordinal is None:
        first = next(
            (m for m in _NUMBERED.finditer(plain) if _ordinal(plain, m.start()) == 1), None
        )
        if first is None:
            return []
        opening_at = first.start()
        opening = _single(plain[opening_at:])
        if opening is None:
            return []
    else:
        opening_at = 0
    marker, length = opening
    cuts = [(opening_at, opening_at + length, marker)]
    number = marker.ordinal or 0
    for match in _NUMBERED_LOOSE.finditer(plain, opening_at + length):
        read = _single(plain[match.start() :])
        if read is None or read[0].family != marker.family:
            continue
        if read[0].ordinal not in (number + 1, number + 2) or not _may_cut(
            text, match.start(), read
        ):
            continue
        cuts.append((match.start(), match.start() + read[1], read[0]))
        number = read[0].ordinal or 0
    if opening_at > 0 and len(cuts) < 2:
        return []
    return cuts


_NUMBERED_LOOSE = re.compile(
    r"(?<![\d.．第（(/～~\-—])(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)]|[①-⑳]|\d{1,2}[.、．)）]|[一二三四五六七八九十]{1,2}、)"
)


def _single(plain: str) -> tuple[Marker, int] | None:
    """The mark at the start, read as one number: in an item list 1.50 is item 1 and a 50."""
    read = read_marker(plain)
    if read is None or len(read[0].ordinals) < 2:
        return read
    end = re.match(r"\d+[.．]", plain)
    if end is None:
        return None
    return Marker("dec", read[0].ordinals[:1], end.group(), "."), end.end()


def _ordinal(plain: str, at: int) -> int | None:
    read = read_marker(plain[at:])
    return read[0].ordinal if read else None


def _may_cut(text: Text, at: int, read: tuple[Marker, int]) -> bool:
    """A number inside a line opens an item after a stop or a gap; elsewhere it is part of the words."""
    before = text.text[at - 1]
    if before in "。；;，,）)！？”》：: " or at in text.gaps:
        return True
    after = text.text[at + read[1] : at + read[1] + 1]
    return (
        read[0].close in ".．、"
        and not after.isdigit()
        and before > "\u2e7f"
        and before not in "、（《“"
    )
