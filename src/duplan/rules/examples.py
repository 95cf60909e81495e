"""The examples of the rules: documents in which a rule finds something, mended ones, and good ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from duplan.config import Office
from duplan.rules import FAMILIES
from duplan.rules.rule import Rule

FORMS = ("text", "plan", "paragraphs")
"""What the body of an example may be: the text of a file; a plan in YAML; a Word file described in YAML.

Of a Word file, ``paragraphs`` are texts or mappings: ``text``; ``font`` (of East Asian characters),
``size`` and ``line`` (the pitch) in points; ``align``; ``indent`` (of the first line) and ``right`` in
characters; ``runs``, mappings of the same keys, for text that looks different; ``highlight`` and
``inserted`` (a tracked change), words of the text; ``comment``, the words of one ``on`` words of the
text. ``usual`` is what all paragraphs have that say nothing else, ``footer`` a paragraph, ``page`` has
``paper`` (width, height) and ``margins`` (top, right, bottom, left) in millimetres; without it the paper
is the standard's.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A document and what a rule finds in it: the words at each place, "" where there is no place.

    ``form`` is what ``body`` is: the ``text`` of a text file, a ``plan`` in YAML, or ``paragraphs``,
    the description of a Word file (in YAML). ``fixed`` is the body after the rule's own fixes, None
    where it has none. ``name`` is the name of the file where it matters, ``office`` the settings,
    ``asked`` the further codes that are looked for.
    """

    form: str
    body: str
    found: tuple[str, ...] = ()
    fixed: str | None = None
    name: str = ""
    office: Office = field(default_factory=Office)
    asked: tuple[str, ...] = ()


def examples(rule: Rule) -> list[Example]:
    """Those of a rule, from the file beside its module: ``fail`` first, then ``pass``.

    The first one is what the documentation shows. Raises ``LookupError`` where there is no such file.
    """
    import yaml

    data = yaml.safe_load(_file(rule).read_text(encoding="utf-8"))
    return [_example(each) for each in (*data["fail"], *data["pass"])]


def _file(rule: Rule) -> Traversable:
    name = f"{rule.name.replace('-', '_')}.yaml"
    for family in FAMILIES:
        file = files(family).joinpath(name)
        if file.is_file():
            return file
    raise LookupError(name)


def _example(data: dict[str, Any]) -> Example:
    [form] = [form for form in FORMS if form in data]
    office = data.get("office", {})
    return Example(
        form,
        data[form],
        tuple(data.get("found", ())),
        data.get("fixed"),
        data.get("name", ""),
        Office(
            names=tuple(office.get("names", ())),
            school_terms=tuple(map(_term, office.get("school_terms", ()))),
            required_sections=tuple(office.get("required_sections", ())),
        ),
        tuple(data.get("asked", ())),
    )


def _term(term: list[date | str]) -> tuple[date, date]:
    first, last = (each if isinstance(each, date) else date.fromisoformat(each) for each in term)
    return first, last
