"""The times that running text names, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from duplan.dates import Period, find_periods, read_period

SENTENCE = re.compile(r"[^。！？；;!?\n]+[。！？；;!?]?")
_START = re.compile(r"[（(]?[^，。、：:]{0,4}(?:开始|启动|起始|开工)(?:时间|日期|月份)[：:] *")
_FINISH = re.compile(r"[^，。、：:]{0,4}(?:完成|结束|办结|完工)(?:时间|日期|月份|时限|期限)[：:] *")
_BEFORE = re.compile("(?:之|以)?前$")


class Said(NamedTuple):
    """A time, the sentence that it stands in, and the words that name it: two where its start and its
    finish are named apart."""

    sentence: str
    period: Period
    raws: tuple[str, ...]


def times(text: str) -> Iterator[Said]:
    """Every time that the text names. 开始时间：4月 right before 完成时间：6月底 is one: 4月至6月底."""
    begun: Said | None = None
    for match in SENTENCE.finditer(text):
        sentence = match[0].strip()
        found = [
            Said(sentence, period, (period.raw,))
            for _, _, period in find_periods(match[0])
            if period.months
        ]
        whole = _whole(begun, found[0]) if begun and _is_value(_FINISH, found) else None
        if whole is not None:
            yield whole
        elif begun is not None:
            yield begun
        begun = found[0] if _is_value(_START, found) else None
        if whole is None and begun is None:
            yield from found
    if begun is not None:
        yield begun


def _is_value(label: re.Pattern[str], found: list[Said]) -> bool:
    """Whether a sentence is a label and its one time."""
    if len(found) != 1:
        return False
    sentence, period, _ = found[0]
    named = label.match(sentence)
    return named is not None and sentence.startswith(period.raw, named.end())


def _whole(begun: Said, finished: Said) -> Said | None:
    """The time from a start to a finish; None where they are no such pair."""
    start, finish = begun.period, finished.period
    printed = f"{start.raw}至{_BEFORE.sub('', finish.raw)}"
    whole = read_period(printed)
    if whole is None or whole.raw != printed or whole.each:
        return None
    ends = whole.month_numbers[0], whole.month_numbers[-1]
    if ends != (start.month_numbers[0], finish.month_numbers[-1]):
        return None
    sentence = begun.sentence.replace(start.raw, printed)
    return Said(sentence, whole, (*begun.raws, *finished.raws))
