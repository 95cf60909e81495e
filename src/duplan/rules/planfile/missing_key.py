"""A task without an id."""

from __future__ import annotations

from duplan.planfiles.kinds import MISSING_KEY
from duplan.rules.rule import Rule, Words

RULE = Rule(
    MISSING_KEY,
    since="0.1.0",
    finds=Words(
        "A key that has to be there and is not.",
        "缺少必须有的键。",
    ),
    why=Words(
        "A task without an id can't be followed from one year to the next; an entry without a"
        " label shows no time in the calendar.",
        "没有编号的任务无法逐年跟踪，没有时间标签的安排在行事历上显示不出时间。",
    ),
    mend=Words(
        "Add the key; an empty text or list says that there is nothing.",
        "补上这个键；没有内容时写空文字或空列表。",
    ),
)
