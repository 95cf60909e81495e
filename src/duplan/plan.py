"""The published form of plans, version 1.0: what ``duplan parse`` writes and ``schemas/`` describes.

Texts are normalised: simplified script unless asked otherwise, pinyin notes and layout white space
taken out, number labels moved to ``label``. Wording is never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, Protocol

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    model_serializer,
)

from duplan.dates.precision import Precision
from duplan.diagnostics import Diagnostic
from duplan.source import Source, Span

if TYPE_CHECKING:
    from duplan.text.normal import Text

SCHEMA_VERSION: Literal["1.0"] = "1.0"

Kind = Literal["计划", "要点", "总结", "行事历", "方案", "分解表", "思路", "安排"]
Role = Literal["overview", "goals", "tasks", "schedule", "measures", "review", "other"]
ScriptName = Literal["hans", "hant"]
YearMonth = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Date = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Month = Annotated[int, Field(ge=1, le=12)]


class Model(BaseModel):
    """Unknown keys are refused, so that a typing mistake in a hand-edited plan is found."""

    model_config = ConfigDict(extra="forbid", defer_build=True)


@dataclass(slots=True)
class Origin:
    """Where words stand in the source: ``[start, end)`` in code points of the block's source text.

    ``block`` is the path of the paragraph inside the file, ``line`` the 1-based line of a text file
    or the ordinal of the paragraph elsewhere, ``raw`` the source text there, as it is.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    file: str
    block: str
    line: int
    start: int
    end: int
    raw: str


class Node(Model):
    """Something read from the document.

    ``provenance`` maps the name of a field to where its value stands, one origin for each paragraph
    that it comes from (for a list of texts: one for each). It is written only on request.
    """

    provenance: dict[str, tuple[Origin, ...]] = Field(default_factory=dict, repr=False)

    @model_serializer(mode="wrap")
    def _serialize(self, handler: SerializerFunctionWrapHandler, info: SerializationInfo) -> Any:
        data = handler(self)
        provenance = data.pop("provenance", None)
        if info.context and info.context.get("provenance"):
            data["provenance"] = provenance  # after the fields that it tells of
        return data


class Timing(Node):
    """A time named in a sentence or a label. A deadline's months are the month that it is due in."""

    raw: str
    precision: Precision
    months: list[Month] = Field(default_factory=list)
    start: Date | None = None
    end: Date | None = None


class Responsible(Node):
    """A unit or person made responsible. ``duty`` is 牵头 lead, 配合 support, or plain 责任."""

    name: str
    duty: Literal["lead", "support", "responsible"] = "responsible"


class Reference(Node):
    """A document named in the text: 《…》 or a document number."""

    text: str
    kind: Literal["title", "number"] = "title"


class Point(Node):
    """一是…: ``title`` is the first clause, ``text`` the rest of the point."""

    label: str
    title: str
    text: str = ""


class Goal(Node):
    """A goal: ``title`` is its first sentence, ``text`` what follows."""

    id: str
    label: str = ""
    title: str
    text: str = ""


class Task(Node):
    """A task: ``text`` is its body after the title, points included, subtasks not.

    ``path`` holds the printed ordinals from the top-level section down.
    """

    id: str
    path: list[int]
    label: str = ""
    title: str
    text: str = ""
    points: list[Point] = Field(default_factory=list)
    timing: list[Timing] = Field(default_factory=list)
    responsible: list[Responsible] = Field(default_factory=list)
    references: list[Reference] = Field(default_factory=list)
    subtasks: list[Task] = Field(default_factory=list)


class ScheduleItem(Node):
    """One piece of work of an entry."""

    id: str
    label: str = ""
    text: str
    responsible: list[Responsible] = Field(default_factory=list)
    timing: list[Timing] = Field(default_factory=list)


class ScheduleEntry(Node):
    """What is due in one printed time. ``year`` is the year of the first month, None if unknown."""

    id: str
    label: str
    precision: Precision = "month"
    months: list[Month] = Field(default_factory=list)
    year: int | None = None
    start: Date | None = None
    end: Date | None = None
    items: list[ScheduleItem] = Field(default_factory=list)
    remark: str | None = None
    details: list[str] = Field(
        default_factory=list, description="what further columns of its row say: 要求：…"
    )


class Section(Node):
    """A top-level part of a plan, in order. ``text`` is what no goal, task or entry of it holds."""

    id: str
    role: Role
    label: str = ""
    title: str | None = None
    text: str = ""


class Period(Model):
    """The months planned for, both included."""

    start: YearMonth
    end: YearMonth


class Attachment(Node):
    """An attachment that the document announces."""

    label: str = ""
    title: str


class Notice(Node):
    """The covering notice (关于印发…的通知): metadata only, its text is no part of the plan."""

    title: str | None = None
    issuer: str | None = None
    document_number: str | None = None
    issued: Date | None = None
    recipients: list[str] = Field(default_factory=list)
    attachments: list[Attachment] = Field(default_factory=list)
    text: str = ""


class Plan(Node):
    """One titled unit: a review and a plan in one file are two."""

    title: str | None
    kind: Kind | None = None
    issuer: str | None = None
    document_number: str | None = None
    year: int | None = None
    period: Period | None = None
    issued: Date | None = None
    recipients: list[str] = Field(default_factory=list)
    script: ScriptName = "hans"
    sections: list[Section] = Field(default_factory=list)
    goals: list[Goal] = Field(default_factory=list)
    key_tasks: list[Task] = Field(default_factory=list)
    monthly_schedule: list[ScheduleEntry] = Field(default_factory=list)
    attachments: list[Attachment] = Field(default_factory=list)


class Input(Model):
    """The file that a document was read from; ``script`` is what it is written in."""

    name: str
    format: str
    sha256: str
    encoding: str | None = None
    script: ScriptName


class Finding(Model):
    """A diagnostic in its published form; the message is English, whatever the locale."""

    code: str
    name: str
    severity: Literal["error", "warning", "info"]
    message: str
    location: Origin | None = None


@dataclass(slots=True)
class Reading:
    """What a stretch of the source was taken for, and why: what ``duplan explain`` shows.

    The readings of a document cover every visible character of it exactly once. ``plan`` is the index
    in ``Document.plans``, ``part`` the id of the goal, task, section, entry or item that holds it, or
    a field's name; "" where it was left out.
    """

    origin: Origin
    role: str
    plan: int | None = None
    part: str = ""
    why: str = ""


class Stretch(NamedTuple):
    """What a stretch of the source was taken for, and why: a ``Reading`` without its words."""

    span: Span
    role: str
    plan: int | None
    why: str


class Evidence(Protocol):
    """What a document was made of, for those who want to see the words themselves."""

    @property
    def source(self) -> Source:
        """The file as it was read."""

    @property
    def diagnostics(self) -> Sequence[Diagnostic]:
        """What was noticed on the way, with places in ``source``."""

    def readings(self) -> list[Reading]:
        """Which part of the document holds each stretch of the source, and why; [] if unknown."""

    def stretches(self) -> Iterable[Stretch]:
        """The same, told shortly."""

    def span(self, origin: Origin) -> Span | None:
        """Where an origin of this document stands in ``source``."""

    def words(self, span: Span) -> Text:
        """What a stretch of ``source`` says, each character with its place: the same, but for the
        escapes of a plan file."""


class Document(Model):
    """One parsed file. ``readings`` account for every line of it and are not written out."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    source: Input
    notice: Notice | None = None
    plans: list[Plan] = Field(default_factory=list)
    diagnostics: list[Finding] = Field(default_factory=list)
    _evidence: Evidence | None = PrivateAttr(default=None)

    @cached_property
    def readings(self) -> list[Reading]:
        """The account of the source: which part holds each stretch of it, and why.

        Empty for a document that was not parsed but loaded from YAML or JSON.
        """
        return self._evidence.readings() if self._evidence else []

    @property
    def evidence(self) -> Evidence | None:
        """What the document was made of; None where it was put together or loaded without places."""
        return self._evidence

    def __eq__(self, other: object) -> bool:
        """Whether both say the same; how it was found in the source doesn't count."""
        if not isinstance(other, Document):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in Document.model_fields)

    def proven_by(self, evidence: Evidence) -> Document:
        """This document with what it was made of."""
        self._evidence = evidence
        return self
