"""issuerr: a key that plans don't have."""

from __future__ import annotations

from duplan.planfiles.kinds import UNKNOWN_KEY
from duplan.rules.rule import Rule, Words

RULE = Rule(
    UNKNOWN_KEY,
    since="0.1.0",
    finds=Words(
        "A key that the published form doesn't know.",
        "计划格式中没有的键。",
    ),
    why=Words(
        "What stands behind a misspelt key is read by no program: the issuer or the months are"
        " simply missing from the calendar, and nobody is told.",
        "键名写错，后面的内容就没有程序会读：发文单位、月份等会无声地丢失。",
    ),
    mend=Words(
        "Correct the key, or take it out.",
        "改正键名，或删去这一项。",
    ),
)
