"""Which findings are asked for: rules by code, prefix, name or family, the narrower name winning.

A name is a code (``DP411``), the beginning of codes (``DP41``), a rule's own name
(``weekday-mismatch``), a family (``dates``; ``official`` is the profile of GB/T 9704), ``standard`` for
what a check looks for that asks for nothing, or ``ALL``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import NamedTuple, TypeVar

from duplan.rules import FAMILIES, RULES, STANDARD
from duplan.rules.reading.unreadable_file import RULE as UNREADABLE

EVERY, ORDINARY = "ALL", "standard"

_PREFIX = re.compile(r"DP\d{0,2}")
_EXACT, _FAMILY, _WHOLE = 9, 3, 0  # how narrow a name is; a beginning with n digits is 2 n

Value = TypeVar("Value")


class Named(NamedTuple):
    """What a name stands for, and how narrow it is."""

    codes: frozenset[str]
    rank: int


class UnknownNameError(ValueError):
    """There is no rule, and no group of rules, of a name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    @cached_property
    def near(self) -> str:
        """A name that there is, like the one that there isn't; "" for none. Takes half a ms."""
        from difflib import get_close_matches

        known = {each.lower(): each for each in _names()}
        near = get_close_matches(self.name.lower(), known, n=1)
        return known[near[0]] if near else ""


class Choice(NamedTuple):
    """What someone asks for: the names to look for (None: nothing is said), and those to leave out."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()

    def then(self, later: Choice) -> Choice:
        """This, as a later word changes it: a selection starts anew, else more is left out."""
        if later.select is not None:
            return later
        return Choice(self.select, self.ignore + later.ignore)

    def codes(self) -> frozenset[str]:
        """The codes that are asked for; of two names the narrower decides, of equal ones ``ignore``.

        That a file can't be read is asked for unless it is left out: else it would seem to be right.
        Raises UnknownNameError.
        """
        wanted = (ORDINARY,) if self.select is None else self.select
        selected = {UNREADABLE.code: (True, _WHOLE)} | ranks((name, True) for name in wanted)
        ignored = ranks((name, True) for name in self.ignore)
        return frozenset(
            code
            for code, (_, rank) in selected.items()
            if code not in ignored or ignored[code][1] < rank
        )


def ranks(given: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, int]]:
    """The value of the narrowest name for each code, and how narrow that is; the later of equal ones.

    Raises UnknownNameError.
    """
    found: dict[str, tuple[Value, int]] = {}
    for name, value in given:
        codes, rank = named(name)
        for code in codes:
            if code not in found or found[code][1] <= rank:
                found[code] = (value, rank)
    return found


def by_code(given: Mapping[str, Value]) -> dict[str, Value]:
    """The value for each code of a table by names. Raises UnknownNameError."""
    return {code: value for code, (value, _) in ranks(given.items()).items()}


@cache
def named(name: str) -> Named:
    """What a name stands for, small or capital letters alike. Raises UnknownNameError."""
    upper, lower = name.upper(), name.lower()
    if upper == EVERY:
        return Named(frozenset(RULES), _WHOLE)
    if lower == ORDINARY:
        return Named(STANDARD, _WHOLE)
    if upper in RULES:
        return Named(frozenset({upper}), _EXACT)
    if lower in _families():
        return Named(_families()[lower], _FAMILY)
    codes = {code for code, rule in RULES.items() if rule.name == lower}
    if codes:
        return Named(frozenset(codes), _EXACT)
    if _PREFIX.fullmatch(upper):
        codes = {code for code in RULES if code.startswith(upper)}
        if codes:
            return Named(frozenset(codes), 2 * (len(upper) - len("DP")))
    raise UnknownNameError(name)


@cache
def _families() -> dict[str, frozenset[str]]:
    """The codes of each family, by its name."""
    return {
        family.__name__.rpartition(".")[2]: frozenset(rule.code for rule in family.RULES)
        for family in FAMILIES
    }


def _names() -> list[str]:
    """Every name but beginnings."""
    names = [each for code, rule in RULES.items() for each in (code, rule.name)]
    return [*names, *_families(), ORDINARY, EVERY]
