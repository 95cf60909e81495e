"""Documents as text: one module a format, and the table of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from duplan.writers import json, markdown, yaml

if TYPE_CHECKING:
    from duplan.plan import Document


class Writer(NamedTuple):
    """``dump(document, provenance)`` gives text that ends with a newline."""

    dump: Callable[[Document, bool], str]
    suffix: str
    separator: str | None  # what stands between documents in one file; None: one document a file


WRITERS: dict[str, Writer] = {
    "yaml": Writer(yaml.dump, ".yaml", "---\n"),
    "json": Writer(json.dump, ".json", None),
    "jsonl": Writer(json.dump_line, ".jsonl", ""),
    "markdown": Writer(lambda document, _: markdown.dump(document), ".md", "\n"),
}
