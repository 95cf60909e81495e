"""The examples of the rules, read from the files beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from duplan import check, parse
from duplan.checking.suppression import apply
from duplan.config import Office
from duplan.diagnostics import Diagnostic
from duplan.plan import Document
from duplan.planfiles.document import read as read_plan
from duplan.readers.file import File
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

    @property
    def text(self) -> str:
        """The text of the document, be it a plan file."""
        return str(self.data["plan" if "plan" in self.data else "text"])

    def read(self, text: str | None = None) -> Document:
        """The document, or the same with another text."""
        text = self.text if text is None else text
        name = self.data.get("name", "")
        return (
            read_plan(File(text.encode(), name)) if "plan" in self.data else parse(text, name=name)
        )

    def check(self, text: str | None = None) -> list[Diagnostic]:
        """What the rule finds in it."""
        office = Office(**self.data.get("office", {}))
        document = self.read(text)
        asked = {self.code, *self.data.get("asked", ())}
        found = apply(check(document, codes=asked, office=office), document, asked)
        return [each for each in found if each.code == self.code]


def examples(code: str) -> list[Example]:
    """Those that a rule's file holds, failing ones first."""
    data = yaml.safe_load(example_file(RULES[code]).read_text(encoding="utf-8"))
    every = [*data["fail"], *data["pass"]]
    return [Example(code, number, each) for number, each in enumerate(every)]
