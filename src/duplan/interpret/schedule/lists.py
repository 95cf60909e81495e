"""Schedules in running text: month headings, inline lists, date lists; tables come from timetable."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from duplan.dates import Period, TimeLabel, match_time_label
from duplan.interpret.brackets import cut_ending, is_duty_line
from duplan.interpret.schedule.entries import RawEntry, RawItem, split_items
from duplan.interpret.schedule.timetable import fill, read_grid
from duplan.interpret.sentences import TRAILING, first_stop
from duplan.interpret.vocabulary import CLOSING_REMARK, ITEM_LEADS
from duplan.outline.grids import Grid
from duplan.outline.inline import inline_items
from duplan.outline.markers import RANK, read_marker
from duplan.outline.paragraphs import Paragraph
from duplan.text.normal import Text, join

_DIGITS = "一二三四五六七八九十"
_THEME = re.compile(
    r"(?:本?月?(?:教育|活动|工作|党日|主题党日|德育)?主题|主题活动|主题党日)\s*[：:]"
)
_COLON = re.compile(r"：|:(?!\d)")
_LINKS = re.compile(
    r"(?:的)?(?:主要|重点|中心|具体)*(?:工作|任务|活动|安排|内容)*(?:重点|要点|内容|安排)?(?:是|有|为|如下)?"
)


@dataclass(slots=True)
class RawSchedule:
    """The entries of a section and the paragraphs of it that belong to none."""

    entries: list[RawEntry] = field(default_factory=list)
    rest: list[Paragraph | Grid] = field(default_factory=list)
    strength: float = 0.0  # share of the content that stands under a time


def read_schedule(parts: Sequence[Paragraph | Grid], month: str = "") -> RawSchedule:
    """The schedule that paragraphs and grids make; ``month`` is the one that 上旬 and 2—6日 are of."""
    if not parts:
        return RawSchedule()
    parts = [piece for part in parts for piece in _split_times(part)]
    schedule = RawSchedule()
    keys = _time_headings(parts, bool(month))
    entry: RawEntry | None = None
    outer: RawEntry | None = None
    inside = total = rank = 0
    for at, part in enumerate(parts):
        size = _size(part)
        total += size
        if isinstance(part, Grid):
            entries = read_grid(part)
            if entries:
                schedule.entries += entries
                inside += size
                entry = None
            elif entry is not None:
                fill(entry, part)
                inside += size
            else:
                schedule.rest.append(part)
            continue
        if at in keys:
            entry = _open_entry(part, keys[at], outer, month)
            rank = RANK[part.marker.family] if part.marker is not None else 0
            if entry.time.period.precision == "month":
                outer = entry
            schedule.entries.append(entry)
            inside += size
        elif entry is None or (part.marker is not None and RANK[part.marker.family] < rank):
            entry = None
            schedule.rest.append(part)
        elif CLOSING_REMARK.match(part.whole.text) and at + 2 >= len(parts) and part.marker is None:
            schedule.rest.append(part)
        else:
            _fill(entry, part)
            inside += size
    schedule.strength = inside / total if total else 0.0
    return schedule


_TIME_START = re.compile(r"(?:^|(?<=[。；;：:]))(?=[\d一二三四五六七八九十第全常每Q元寒暑上中下])")
_THIRD_ITEMS = re.compile(r"[上中下]旬\s*(?:[：:]|\d{1,2}[、.．](?!\d))")  # 中旬 3、…


def _split_times(part: Paragraph | Grid) -> list[Paragraph | Grid]:
    """The times of an inline list each as a paragraph: 2月：…。3月：…。"""
    if (
        isinstance(part, Grid)
        or part.marker is not None
        or "：" not in part.text.text.replace(":", "：")
    ):
        return [part]
    text = part.text
    starts = []
    for match in _TIME_START.finditer(text.text):
        if _THIRD_ITEMS.match(text.text, match.start()):
            starts.append(match.start())
            continue
        found = match_time_label(text.text[match.start() : match.start() + 40])
        if found is not None and text.text[match.start() + found[0] :][:1] in ("：", ":"):
            starts.append(match.start())
    if len(starts) < 2:
        return [part]
    edges = [*starts, len(text)]
    pieces = [text.cut(0, starts[0])] if starts[0] else []
    pieces += [text.cut(a, b) for a, b in pairwise(edges)]
    return [part._replace(text=piece, whole=piece) for piece in pieces]


def _size(part: Paragraph | Grid) -> int:
    if isinstance(part, Grid):
        return sum(len(line.text) for line in part.lines()) + 1
    return len(part.whole) + 1


# --- headings and inline lists ------------------------------------------------------------------


_DAYS = re.compile(r"\d{1,2}[日号]?(?:[—–\-~～至]+\d{1,2})?[日号](?:前|起)?(?:[（(].{1,4}[）)])?")
_THIRD = re.compile(r"[上中下]旬(?:[（(][\d日号—–\-~～至\s]{1,16}[）)])?")
_DAY_BRACKET = re.compile(r"[（(][\d.．/月日—–\-~～至\s]{1,16}[）)]")


def _match(text: str, of_a_month: bool) -> tuple[int, TimeLabel] | None:
    """A time label at the start, a bracket with its days included; in a plan of one month also bare
    days."""
    days = _DAYS.match(text) if of_a_month else None
    if days:
        return days.end(), TimeLabel(Period(days.group(), "day"))
    third = _THIRD.match(text)
    if third:
        return third.end(), TimeLabel(Period(third.group(), "part"))
    found = match_time_label(text)
    if found is None:
        return None
    bracket = _DAY_BRACKET.match(text, found[0])
    return (bracket.end() if bracket else found[0]), found[1]


class _Head(NamedTuple):
    """A time that opens a paragraph: where its label ends, where what it opens begins."""

    end: int
    begin: int
    time: TimeLabel


def _time_headings(parts: Sequence[Paragraph | Grid], of_a_month: bool) -> dict[int, _Head]:
    """The paragraphs that open with a time standing for itself, by their index."""
    found: dict[int, _Head] = {}
    doubtful: dict[int, _Head] = {}
    marked: Counter[str] = Counter()
    for at, part in enumerate(parts):
        if isinstance(part, Grid):
            continue
        if part.marker is not None:
            marked[part.marker.family] += 1
        match = _match(part.text.text, of_a_month)
        if match is None:
            continue
        end, time = match
        text = part.text
        recurring = time.period.precision == "recurring"
        after = text.text[end : end + 1]
        alone = end == len(text) or after in "：:|—" or (end in text.gaps and part.marker is None)
        itemised = read_marker(text.text[end:]) is not None and after not in _DIGITS
        if alone or (itemised and after not in "，,"):
            found[at] = _Head(end, end, time)
        elif not recurring:
            doubtful[at] = _Head(end, end, time)
    tails = {at: _tail(parts[at], head.end) for at, head in doubtful.items()}
    counts = Counter(tails.values())
    for at, tail in tails.items():
        head = doubtful[at]
        if _THEME.match(tail + "："):
            found[at] = head
        elif tail and counts[tail] >= 2 and len(tail) <= 12:
            found[at] = head._replace(begin=head.end + len(tail))
        elif tail and found and _LINKS.fullmatch(tail):
            found[at] = head
    found = _all_siblings(parts, doubtful, found, marked) | found
    return dict(sorted(found.items()))


def _tail(part: Paragraph | Grid, end: int) -> str:
    """The words after a time up to a colon, bracket or the end: what such headings may repeat."""
    text = part.text.text if isinstance(part, Paragraph) else ""
    tail = re.split(r"[：:（(]", text[end:], maxsplit=1)[0]
    return "" if re.search(r"[，,。；;]", tail) else tail


def _all_siblings(
    parts: Sequence[Paragraph | Grid],
    doubtful: dict[int, _Head],
    found: dict[int, _Head],
    marked: Counter[str],
) -> dict[int, _Head]:
    """A list all of whose siblings begin with a time label."""
    families: dict[str, list[int]] = {}
    for at in doubtful:
        part = parts[at]
        assert isinstance(part, Paragraph)
        families.setdefault(part.marker.family if part.marker else "", []).append(at)
    out: dict[int, _Head] = {}
    for family, places in families.items():
        others = [
            at
            for at in found
            if isinstance(part := parts[at], Paragraph)
            and (part.marker.family if part.marker else "") == family
        ]
        if family:
            complete = len(places) + len(others) == marked[family]
        else:
            plain = [
                at
                for at, part in enumerate(parts)
                if isinstance(part, Paragraph)
                and part.marker is None
                and not CLOSING_REMARK.match(part.whole.text)
            ]
            first = min(places + others)
            complete = len(places) + len(others) >= len([at for at in plain if at >= first]) * 0.99
        if complete and len(places) + len(others) >= 3:
            out |= {at: doubtful[at] for at in places}
    return out


def _open_entry(part: Paragraph, head: _Head, outer: RawEntry | None, month: str) -> RawEntry:
    label = part.text.cut(0, head.end).rstrip("：:")
    rest = part.text.cut(head.begin)
    repeated = part.text.cut(head.end, head.begin).strip("：:")
    time = head.time
    if not time.period.months and (outer is not None or month):
        above = month or (outer.time.period.raw if outer else "")
        inner = match_time_label(above + label.text)
        if inner is not None and inner[0] > len(above) and inner[1].period.months:
            time = inner[1]
            label = join([outer.label, label], " ") if outer and not month else label
    entry = RawEntry(label, time, held=[part])
    if repeated:
        entry.details.append(("", repeated))
    linked = _LINKS.match(rest.text)
    if linked and linked.end() and rest.text[linked.end() : linked.end() + 1] in ("：", ":", ""):
        rest = rest.cut(linked.end())
    elif _COLON.search(rest.text, 0, 14) and rest.text[:1] not in "：:，,":
        colon = first_stop(rest.text, "：:")
        if (
            colon > 0
            and not re.search(r"[，。；、,;]|\d$", rest.text[:colon])
            and not read_marker(rest.text)
        ):
            theme = rest.cut(0, colon)
            if not _THEME.match(rest.text):
                entry.remarks.append(theme.strip(TRAILING + "（）()"))
                rest = rest.cut(colon + 1)
    rest = rest.strip("：:，,—|")
    if rest:
        _fill_text(entry, rest)
    return entry


def _fill(entry: RawEntry, part: Paragraph) -> None:
    entry.held.append(part)
    if part.marker is None and is_duty_line(part.whole.text):
        entry.remarks.append(re_value(part.whole))
        return
    if part.marker is not None and part.marker.ordinal is None:
        pieces = split_items([part.text])
        entry.items += [replace(piece, label=part.label) for piece in pieces]
        return
    if part.marker is not None:
        for k, (marker, text, _) in enumerate(
            inline_items(part.whole if not part.line.label else part.text)
        ):
            label = part.label if k == 0 else (marker.label if marker else "")
            _add(entry, text, label)
        return
    _fill_text(entry, part.text)


def re_value(text: Text) -> Text:
    """What follows the colon of a keyed line."""
    colon = re.search(r"[：:]", text.text)
    return text.cut(colon.end() if colon else 0).strip(TRAILING + "（）()")


def _fill_text(entry: RawEntry, text: Text) -> None:
    theme = _THEME.match(text.text)
    if theme:
        body = text.cut(theme.end())
        stop = re.search(r"[。；;]", body.text)
        entry.remarks.append(body.cut(0, stop.start() if stop else len(body)).strip(TRAILING))
        if stop and stop.end() < len(body):
            _fill_text(entry, body.cut(stop.end()))
        return
    lead = ITEM_LEADS.match(text.text)
    if lead and lead.end() < len(text):
        text = text.cut(lead.end())
    entry.items += split_items([text])


def _add(entry: RawEntry, text: Text, label: str) -> None:
    ending = cut_ending(text)
    body = ending.text.strip(TRAILING)
    if body:
        entry.items.append(RawItem(body, label, ending.bracket))
