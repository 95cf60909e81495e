"""One piece of work that stands in several months, and in one of them is written otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import chain, pairwise
from operator import add
from typing import NamedTuple

from duplan.diagnostics import Kind
from duplan.plan import Plan, ScheduleItem
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject, every_task

_SHORTEST = 6  # characters of a wording that tells its work
_MARKS = " 。；;，,、.！!"
_EDGE = 3  # characters at one end that two wordings of one work share
_LOOKED_AT = 12  # wordings with the same edge that one is compared with
# What stands for another of its kind and makes other work: 上/下, 小/中, 春/秋, 一/二, 初/末, 校/班.
_CONTRAST = frozenset(
    "零〇一二三四五六七八九十百千两兩0123456789０１２３４５６７８９上中下前后後大小高低初末始终終"
    "春夏秋冬早午晚老新旧舊男女东東南西北内內外首第甲乙丙丁年月日周週旬季"
)

_Place = tuple[int, int, int]  # where two wordings differ: start, end in one, end in the other


class _Wording(NamedTuple):
    text: str
    items: list[ScheduleItem]


def check(subject: Subject) -> Iterator[Hit]:
    """Wordings that differ in a character or two from one that another month has."""
    for plan in subject.plans:
        wordings: dict[str, list[ScheduleItem]] = defaultdict(list)
        for entry in plan.monthly_schedule:
            for item in entry.items:
                wordings[item.text.strip(_MARKS)].append(item)
        pieces = cache(partial(_pieces, plan))
        for one, other, differ in _near([_Wording(*each) for each in wordings.items()]):
            yield from _judged(subject, one, other, differ, pieces)


def _pieces(plan: Plan) -> Counter[str]:
    """How often each pair of characters stands in what the plan says."""
    tasks = every_task(plan.key_tasks)
    items = (item for entry in plan.monthly_schedule for item in entry.items)
    said = [
        *(section.text for section in plan.sections),
        *(f"{task.title}\n{task.text}" for task in tasks),
        *(item.text for item in items),
    ]
    return Counter(chain.from_iterable(map(add, text, text[1:]) for text in said))


def _near(wordings: list[_Wording]) -> Iterator[tuple[_Wording, _Wording, _Place]]:
    """Pairs that differ in one place by one character or two; linear in the number of wordings."""
    begin: dict[str, list[_Wording]] = defaultdict(list)
    end: dict[str, list[_Wording]] = defaultdict(list)
    for wording in wordings:
        text = wording.text
        if len(text) < _SHORTEST or text.isascii():
            continue
        begun, ended = begin[text[:_EDGE]], end[text[-_EDGE:]]
        for other in begun[-_LOOKED_AT:]:
            if differ := _differ(other.text, text):
                yield other, wording, differ
        for other in ended[-_LOOKED_AT:]:
            if other.text[:_EDGE] != text[:_EDGE] and (differ := _differ(other.text, text)):
                yield other, wording, differ
        begun.append(wording)
        ended.append(wording)


def _differ(one: str, other: str) -> _Place | None:
    """Where two wordings differ; None where it is more than a place of two characters."""
    start, least = 0, min(len(one), len(other))
    half = (least - 2) // 2
    if one[:half] != other[:half] and one[-half:] != other[-half:]:
        return None
    while start < least and one[start] == other[start]:
        start += 1
    tail = 0
    while tail < least - start and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    end, other_end = len(one) - tail, len(other) - tail
    if max(end, other_end) - start > 2:
        return None
    return start, end, other_end


def _judged(
    subject: Subject,
    one: _Wording,
    other: _Wording,
    differ: _Place,
    pieces: Callable[[], Counter[str]],
) -> Iterator[Hit]:
    """The wording that is the odd one: which has a pair of characters that nothing else in the plan has."""
    start, end, other_end = differ
    here, there = one.text[start:end], other.text[start:other_end]
    if _contrasts(here, there):
        return
    if sorted(here) == sorted(there):
        yield _hit(subject, other, one)
    elif max(len(here), len(there)) > 1:
        if not here or not there:
            yield from _outvoted(subject, one, other)
    else:
        odd = _odd(one.text, start, end, pieces()), _odd(other.text, start, other_end, pieces())
        if odd == (True, True):
            odd = not _known(one.text, start, end), not _known(other.text, start, other_end)
        if odd == (True, False):
            yield _hit(subject, one, other)
        elif odd != (False, False):
            yield _hit(subject, other, one)
        else:
            yield from _outvoted(subject, one, other)


def _contrasts(here: str, there: str) -> bool:
    """Whether what stands for each other, or is added, makes other work of it."""
    return all(char in _CONTRAST for char in here + there)


def _odd(text: str, start: int, end: int, pieces: Counter[str]) -> bool:
    """Whether every pair of characters around ``[start, end)`` stands nowhere else in the file."""
    around = text[max(start - 1, 0) : end + 1]
    return all(pieces["".join(pair)] <= 1 for pair in pairwise(around))


def _known(text: str, start: int, end: int) -> bool:
    """Whether plans have a word of two characters there."""
    from duplan.comparison.weights import rarity

    around = text[max(start - 1, 0) : end + 1]
    return any(rarity("".join(pair)) < 1 for pair in pairwise(around))


def _outvoted(subject: Subject, one: _Wording, other: _Wording) -> Iterator[Hit]:
    """A wording that stands once beside one that stands in several months."""
    if len(one.items) > 1 and len(other.items) == 1:
        yield _hit(subject, other, one)
    elif len(other.items) > 1 and len(one.items) == 1:
        yield _hit(subject, one, other)


def _hit(subject: Subject, wrong: _Wording, right: _Wording) -> Hit:
    there = subject.place(right.items[0], "text")
    return Hit(
        subject.place(wrong.items[0], "text"),
        {"text": wrong.items[0].text[:40], "other": right.items[0].text[:40]},
        related=(there,) if there else (),
    )


RULE = Rule(
    Kind(
        "DP327",
        "wording-differs",
        "warning",
        "{text}: another month writes {other}",
        "“{text}”与其他月份的写法“{other}”不一致",
    ),
    since="0.1.0",
    finds=Words(
        "Work that stands in several months and is written otherwise in one of them, by a character or"
        " two that look like a slip. 春季 and 秋季, 3次 and 5次 and the like are other work.",
        "同一项工作在几个月里都有，其中一处差一两个字，像是笔误。春季与秋季、3次与5次这样的差别不算。",
    ),
    why=Words(
        "Readers take it for two pieces of work, or copy the slip into their own plans.",
        "看的人会当成两项工作，下级照抄时也会把错字抄进去。",
    ),
    mend=Words(
        "Write the work in the same words in every month.",
        "各月统一写法。",
    ),
    check=check,
)
