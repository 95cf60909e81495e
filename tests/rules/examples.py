"""The examples of the rules, read from the files beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from duplan import check, parse
from duplan.config import Office
from duplan.diagnostics import Diagnostic
from duplan.plan import Document
from duplan.rules import RULES
from duplan.rules.examples import example_file


@dataclass(frozen=True, slots=True)
class Example:
    """A document, and what a rule must find in it: nothing where it passes."""

    code: str
    number: int
    data: dict[str, Any] = field(repr=False)

    @property
    def passes(self) -> bool:
        return "found" not in self.data

    def read(self, text: str | None = None) -> Document:
        """The document, or the same with another text."""
        return parse(self.data["text"] if text is None else text, name=self.data.get("name", ""))

    def check(self, text: str | None = None) -> list[Diagnostic]:
        """What the rule finds in it."""
        office = Office(**self.data.get("office", {}))
        return check(self.read(text), codes={self.code}, office=office)


def examples(code: str) -> list[Example]:
    """Those that a rule's file holds, failing ones first."""
    data = yaml.safe_load(example_file(RULES[code]).read_text(encoding="utf-8"))
    every = [*data["fail"], *data["pass"]]
    return [Example(code, number, each) for number, each in enumerate(every)]
