"""``duplan rule``: what a rule of ``check`` finds, why, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

from duplan.cli.console import Console, Refusal, clean
from duplan.cli.layout import cells, pad, wrap
from duplan.cli.options import Argument, Option

if TYPE_CHECKING:
    from duplan.rules.rule import Rule

_HEADING = re.compile(r"^#+ .+$", re.MULTILINE)
_GAP = "  "
_LEAST = 30  # columns for what a rule finds


def rule(
    console: Console,
    codes: Annotated[list[str] | None, Argument("codes", "rule.codes")] = None,
    every: Annotated[bool, Option("--all", help="rule.all")] = False,
) -> int:
    """Print the pages of rules in Markdown, or without any named a list of all rules."""
    from duplan.rules import RULES

    if not codes and not every:
        for line in _list([*RULES.values()], console):
            console.write(line, styled=True)
        return 0
    chosen = [*RULES.values()] if every else [_named(code) for code in codes or ()]

    from duplan.checking.explanation import page

    pages = [page(each, console.language) for each in chosen]
    bold = console.brush("bold")
    for number, text in enumerate(pages):
        shown = _HEADING.sub(lambda heading: bold(heading[0]), clean(text, lines=True))
        console.write("\n" * bool(number) + shown, styled=True)
    return 0


def _named(name: str) -> Rule:
    """The rule of a code or name, in whatever case. Raises Refusal where there is none."""
    from duplan.rules import RULES

    names = {known.lower(): each for each in RULES.values() for known in (each.code, each.name)}
    found = names.get(name.lower())
    if found is not None:
        return found
    near = get_close_matches(name.lower(), names, n=1)
    if near:
        meant = names[near[0]]
        raise Refusal("usage.rule-guess", name=name, guess=f"{meant.code} {meant.name}")
    raise Refusal("usage.rule", name=name or "''")


def _list(rules: list[Rule], console: Console) -> Iterator[str]:
    """A line a rule: its code, its severity, its name, and what it finds, wrapped."""
    names = max(cells(rule.name) for rule in rules)
    for rule in rules:
        severity = console.say(f"severity.{rule.kind.severity}")
        left = _GAP.join([rule.code, pad(severity, 7), pad(rule.name, names), ""])
        room = max(console.width - cells(left), _LEAST)
        for line in wrap(rule.finds.of(console.language), room):
            yield f"{left}{line}\n"
            left = " " * cells(left)
