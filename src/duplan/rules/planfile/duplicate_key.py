"""A key that stands twice in one mapping."""

from __future__ import annotations

from duplan.planfiles.kinds import DUPLICATE_KEY
from duplan.rules.rule import Rule, Words

RULE = Rule(
    DUPLICATE_KEY,
    since="0.1.0",
    finds=Words(
        "A key that stands twice in the same place; programs keep only the last value.",
        "同一处出现两次的键；程序只保留最后一个值。",
    ),
    why=Words(
        "It comes from copying a paragraph and changing half of it. The first value is lost"
        " without a word, and it may be the right one.",
        "多半是复制一段后只改了一半。前一个值会无声丢失，而它也许才是对的。",
    ),
    mend=Words(
        "Keep the right one of the two, or give the second an item of its own.",
        "保留正确的一个，或将第二个另立一项。",
    ),
)
