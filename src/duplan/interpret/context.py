"""What the readers of tasks and goals know of the plan around them, and the ids that they hand out."""

from __future__ import annotations

from dataclasses import dataclass, field

from duplan.interpret.account import Account
from duplan.plan import Goal, Origin
from duplan.text.normal import Text

LETTERS = {
    "attachment": "x",
    "part": "s",
    "chapter": "s",
    "formal": "s",
    "stem": "s",
    "han": "s",
    "point": "k",
    "han-paren": "i",
    "dec": "n",
    "dec-half": "n",
    "dec-paren": "p",
    "circle": "c",
    "alpha": "a",
    "alpha-paren": "a",
    "bullet": "b",
    "named": "k",
    "": "u",
}


@dataclass(slots=True)
class Ids:
    """Hands out structural ids, each once."""

    seen: set[str]
    counts: dict[str, int] = field(default_factory=dict)

    def new(self, wanted: str) -> str:
        """``wanted``, or with a counter where the document repeats a number."""
        name, count = wanted, self.counts.get(wanted, 1)
        while name in self.seen:
            count += 1
            name = f"{wanted}-{count}"
        self.counts[wanted] = count
        self.seen.add(name)
        return name


@dataclass(slots=True)
class Context:
    """The plan being read: its account, ids, year, and the goals found so far."""

    account: Account
    year: int | None
    ids: Ids = field(default_factory=lambda: Ids(set()))
    goals: list[Goal] = field(default_factory=list)

    def places(self, title: Text, *text: Text) -> dict[str, tuple[Origin, ...]]:
        """The provenance of a title and its text."""
        found = {"title": self.account.origins(title)}
        body = self.account.origins(*text)
        if body:
            found["text"] = body
        return found
