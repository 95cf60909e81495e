"""The name of the place or office that a plan is of: in another office's plan another one stands there."""

from __future__ import annotations

import re

from duplan.comparison.folding import GAP, fold, plain
from duplan.comparison.weights import rarity
from duplan.comparison.wording import OFFICES, PLACES
from duplan.plan import Plan

Names = tuple[str, ...]

_DEEPEST = 6  # province, city, county, town, village, school

# No name holds what ends a place or an office, or what stands for the writer's own: 全县, 本校.
_STEM = r"(?P<stem>(?:(?![省市区县局委厅部室科处府会全各本我该关于的])[\u4e00-\u9fff]){2,5}?)"
_PLACE = re.compile(rf"{_STEM}(?:{'|'.join(PLACES)})")
_OFFICE = re.compile(rf"{_STEM}(?:{'|'.join((*PLACES, *OFFICES))})")


def own_names(old: Plan, new: Plan) -> tuple[Names, Names]:
    """What either plan calls its own places and office, without what both have in common.

    Read off the issuer, place within place, else off the title: 云岭, 青禾 of 云岭市青禾区教育局.
    """
    here, there = _names(old), _names(new)
    return (
        tuple(name for name in here if name not in there),
        tuple(name for name in there if name not in here),
    )


def _names(given: Plan) -> Names:
    if given.issuer:
        return _chain(_OFFICE, plain(given.issuer))
    return _chain(_PLACE, fold(given.title or "").text.lstrip(GAP + " "))


def _chain(pattern: re.Pattern[str], text: str) -> Names:
    """The stems of places that stand one after the other at the beginning. A word that other plans have
    (中心幼儿园) is nobody's name."""
    names: list[str] = []
    at = 0
    while len(names) < _DEEPEST and (found := pattern.match(text, at)):
        names.append(found["stem"])
        at = found.end()
    return tuple(name for name in dict.fromkeys(names) if rarity(name) == 1)
