"""Script, punctuation and typing."""

from __future__ import annotations

from duplan.rules.rule import Rule
from duplan.rules.wording import (
    doubled_mark,
    doubled_word,
    fullwidth_digit,
    halfwidth_mark,
    inner_space,
    mixed_script,
    odd_end,
    pinyin_note,
    unpaired_mark,
    wrong_zero,
)

RULES: tuple[Rule, ...] = (
    mixed_script.RULE,
    pinyin_note.RULE,
    halfwidth_mark.RULE,
    unpaired_mark.RULE,
    doubled_mark.RULE,
    inner_space.RULE,
    wrong_zero.RULE,
    doubled_word.RULE,
    odd_end.RULE,
    fullwidth_digit.RULE,
)
