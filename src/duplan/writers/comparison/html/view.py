"""A comparison as the page shows it: each plan's items in its own order, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from duplan.comparison.changed_words import changed_words
from duplan.comparison.model import PARTS, Change, Part, PlanDiff, PlanName, Side, Verdict
from duplan.comparison.sentences import VERDICT_WORDS, Language, sentence
from duplan.writers.comparison.manner import ORDER, Manner
from duplan.writers.comparison.marking import Own, Run, runs
from duplan.writers.comparison.sections import gathered
from duplan.writers.comparison.words import months, side_names

_DEEPEST = 3  # steps that items are indented by


@dataclass(frozen=True, slots=True)
class Item:
    """A goal, task or piece of work on the page.

    ``change`` is the number that it shares with its partners, ``partner`` the id of the first of them,
    its own where it has none. ``reasons`` stand by the last of both.
    """

    id: str
    change: int
    verdict: Verdict
    word: str
    depth: int
    label: str
    title: tuple[Run, ...]
    months: str
    text: tuple[Run, ...]
    reasons: tuple[str, ...]
    partner: str


_Placed = tuple[int, Item]


@dataclass(frozen=True, slots=True)
class Opposite:
    """A part of both plans."""

    part: Part
    old: tuple[Item, ...]
    new: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All that the page says, but for its fixed words. ``counts`` has what each verdict is called."""

    plans: tuple[tuple[str, PlanName], ...]
    counts: tuple[tuple[Verdict, str, int], ...]
    metadata: tuple[str, ...]
    parts: tuple[Opposite, ...]
    changes: int
    same: bool


def view(diff: PlanDiff, manner: Manner) -> View:
    """The view of a comparison."""
    language = manner.language
    changes = manner.changes(diff)
    items: dict[Part, tuple[list[_Placed], list[_Placed]]] = {part: ([], []) for part in PARTS}
    for number, change in enumerate(changes, 1):
        for place, own, item in _items(change, number, language):
            items[change.part][own == "come"].append((place, item))
    summary = diff.summary
    return View(
        plans=tuple(zip(side_names(diff, language), (diff.old, diff.new), strict=True)),
        counts=tuple(
            (verdict, VERDICT_WORDS[language][verdict], summary[verdict]) for verdict in ORDER
        ),
        metadata=tuple(sentence(reason, language) for reason in gathered(diff.metadata, language)),
        parts=tuple(
            Opposite(part, _in_order(old), _in_order(new))
            for part, (old, new) in items.items()
            if old or new
        ),
        changes=len(changes),
        same=diff.same,
    )


def _in_order(placed: Sequence[_Placed]) -> tuple[Item, ...]:
    return tuple(item for _, item in sorted(placed, key=lambda one: one[0]))


def _items(change: Change, number: int, language: Language) -> Iterator[tuple[int, Own, Item]]:
    """The sides of a change, each with its place in its plan."""
    said = tuple(sentence(reason, language) for reason in change.reasons)
    old = [f"o{number}-{at}" for at in range(1, len(change.old) + 1)]
    new = [f"n{number}-{at}" for at in range(1, len(change.new) + 1)]
    texts = _texts(change)
    sides: list[tuple[Own, str, Side, list[str]]] = [
        *(("gone", name, side, new) for name, side in zip(old, change.old, strict=True)),
        *(("come", name, side, old) for name, side in zip(new, change.new, strict=True)),
    ]
    for (own, name, side, partners), text in zip(sides, texts, strict=True):
        item = Item(
            id=name,
            change=number,
            verdict=change.verdict,
            word=VERDICT_WORDS[language][change.verdict],
            depth=min(len(side.above), _DEEPEST),
            label=side.label + " " * (side.label[-1:].isascii() and bool(side.label)),
            title=tuple(runs(side, own)),
            months="" if change.part == "monthly_schedule" else months(side.months, language),
            text=tuple(runs(text, own)),
            reasons=said if side is sides[-1][2] else (),
            partner=partners[0] if partners else name,
        )
        yield side.place, own, item


def _texts(change: Change) -> list[Side]:
    """What follows the titles, as sides, with the words that changed between two of them."""
    texts = [replace(side, title=side.text, words=()) for side in (*change.old, *change.new)]
    if len(change.old) != 1 or len(change.new) != 1:
        return texts
    words = changed_words(texts[0].title, texts[1].title)
    return [replace(text, words=own) for text, own in zip(texts, words, strict=True)]
