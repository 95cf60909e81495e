"""Rules that are drawn dash by dash, or dot by dot, as one stroke each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duplan.readers.pdf.pages import Box

SHORT = 12.0  # points of a dash at most
THIN = 3.0  # points across
SQUARE = 1.5  # times as long as thick: a dot, which may belong to a level or an upright rule
AWRY = 0.75  # points by which dashes of one rule may lie beside each other
GAP = 3.0  # points between dashes that any may have
LOOSE = 1.6  # times its own length that a dash may stand from the next
LEAST = 4  # dashes of a rule


def chained(rules: Iterable[Box]) -> list[Box]:
    """The same with dashes that follow on each other as one rule. Dots that are part of no rule
    are left out."""
    out: list[Box] = []
    level: list[Box] = []
    upright: list[Box] = []
    for rule in rules:
        wide, high = rule[2] - rule[0], rule[3] - rule[1]
        if max(wide, high) > SHORT or min(wide, high) > THIN:
            out.append(rule)
            continue
        if wide * SQUARE >= high:
            level.append(rule)
        if high * SQUARE >= wide:
            upright.append(_turned(rule))
    return [*out, *_chains(level), *map(_turned, _chains(upright))]


def _turned(rule: Box) -> Box:
    left, top, right, bottom = rule
    return top, left, bottom, right


def _chains(dashes: list[Box]) -> Iterator[Box]:
    """Level rules made of dashes; a single dash stays itself, where it is longer than thick."""
    for row in _rows(dashes):
        chain: list[Box] = []
        end = reach = 0.0
        for dash in sorted(row):
            if chain and dash[0] > end + reach:
                yield from _whole(chain)
                chain = []
            end = max(end, dash[2]) if chain else dash[2]
            reach = max(GAP, LOOSE * (dash[2] - dash[0]))
            chain.append(dash)
        yield from _whole(chain)


def _whole(chain: list[Box]) -> Iterator[Box]:
    if len(chain) >= LEAST:
        yield (
            chain[0][0],
            min(dash[1] for dash in chain),
            max(dash[2] for dash in chain),
            max(dash[3] for dash in chain),
        )
    else:
        yield from (dash for dash in chain if dash[2] - dash[0] > SQUARE * (dash[3] - dash[1]))


def _rows(dashes: list[Box]) -> Iterator[list[Box]]:
    """The dashes that lie at one height."""
    row: list[Box] = []
    for dash in sorted(dashes, key=lambda dash: dash[1] + dash[3]):
        if row and (dash[1] + dash[3] - row[0][1] - row[0][3]) / 2 > AWRY:
            yield row
            row = []
        row.append(dash)
    if row:
        yield row
