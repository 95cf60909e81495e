"""The examples of the rules: documents in which a rule finds something, mended ones, and good ones."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

from duplan.rules import FAMILIES
from duplan.rules.rule import Rule


def example_file(rule: Rule) -> Traversable:
    """The file with the examples of a rule, beside its module and of the same name.

    ``fail`` is a list of documents, each with what is ``found`` in it (the words at the place of each
    finding) and, where the rule can mend it, the document ``fixed``; ``pass`` is a list of documents
    without findings. A document is a ``text``, or a
    ``plan`` in YAML; ``name`` is its file name and ``office`` the settings,
    where these matter; ``asked`` are
    further codes that are checked with it. The first of ``fail`` is the one that the documentation shows.

    Raises ``LookupError`` where there is none.
    """
    name = f"{rule.name.replace('-', '_')}.yaml"
    for family in FAMILIES:
        file = files(family).joinpath(name)
        if file.is_file():
            return file
    raise LookupError(name)
