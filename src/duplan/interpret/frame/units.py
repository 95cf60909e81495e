"""What a document is parted into: the covering notice and the titled units, with what signs them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from duplan.outline.grids import Grid
from duplan.outline.paragraphs import Paragraph
from duplan.text.normal import Text

Item: TypeAlias = Paragraph | Grid


@dataclass(slots=True)
class Signature:
    """The line that signs and its date; either may be missing."""

    issuer: Text | None = None
    issued: Text | None = None


@dataclass(slots=True)
class NoticeParts:
    """The covering notice, taken apart."""

    heading: Text | None = None
    issuer: Text | None = None
    number: Text | None = None
    recipients: Text | None = None
    signature: Signature = field(default_factory=Signature)
    attachments: list[tuple[Text, Text]] = field(default_factory=list)
    text: list[Text] = field(default_factory=list)


@dataclass(slots=True)
class Unit:
    """A titled unit: what will be one plan."""

    title: Text | None
    items: list[Item] = field(default_factory=list)
    signature: Signature = field(default_factory=Signature)
    number: Text | None = None
    recipients: Text | None = None
    attachments: list[tuple[Text, Text]] = field(default_factory=list)
    box: dict[str, Text] = field(default_factory=dict)


@dataclass(slots=True)
class Envelope:
    """A document's units and what comes before them."""

    units: list[Unit]
    notice: NoticeParts | None = None
    box: dict[str, Text] = field(default_factory=dict)


def typed(item: Item) -> str:
    """All that a paragraph types, "" for a grid."""
    return item.whole.text if isinstance(item, Paragraph) else ""
