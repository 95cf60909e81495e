"""Where the values of a document stand in its plan file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from duplan import plan as form
from duplan.plan import Document, Node, Origin, Reading
from duplan.planfiles.escapes import escaped
from duplan.planfiles.lines import Lines
from duplan.planfiles.tree import Listing, Mapping, Value

# The fields whose words are read as text, and what they are taken for; of a section, its role. Left
# out is what only repeats words of these: points and times of a task, who is responsible.
_READ: dict[type[Node], dict[str, str]] = {
    form.Plan: {
        "title": "title",
        "issuer": "signature",
        "document_number": "document-number",
        "recipients": "recipients",
    },
    form.Section: dict.fromkeys(("label", "title", "text"), ""),
    form.Goal: dict.fromkeys(("label", "title", "text"), "goal"),
    form.Task: {"label": "task", "title": "task", "text": "body"},
    form.ScheduleEntry: dict.fromkeys(("label", "remark", "details"), "schedule"),
    form.ScheduleItem: dict.fromkeys(("label", "text"), "schedule"),
    form.Attachment: dict.fromkeys(("label", "title"), "attachment"),
    form.Notice: dict.fromkeys(("title", "document_number", "recipients", "text"), "notice"),
}


@dataclass(slots=True)
class Places:
    """Gives every node of a document its provenance, and takes the readings on the way.

    What provenance the file itself tells, of the document that it was made from, goes: a place in
    it is none in the plan file.
    """

    name: str
    lines: Lines
    readings: list[Reading] = field(default_factory=list)
    escapes: dict[tuple[int, int], str] = field(default_factory=dict)
    _plan: int | None = None
    _shown_below: frozenset[tuple[str, str | None]] = frozenset()

    def fill(self, document: Document, root: Mapping) -> None:
        """Fill a document that was made of a tree."""
        entries = root.named()
        if document.notice is not None:
            self._node(document.notice, entries["notice"][1], "notice")
        if "plans" in entries:
            plans = entries["plans"][1]
            assert isinstance(plans, Listing)
            for at, (number, value) in enumerate(plans.numbered()):
                self._plan = at
                plan = document.plans[at]
                # A heading that is a task too stands twice in the file.
                self._shown_below = frozenset((task.id, task.title) for task in plan.key_tasks)
                self._node(plan, value, f"plans[{number}]")
        self.readings.sort(key=lambda reading: (reading.origin.line, reading.origin.start))

    def _node(self, node: Node, value: Value, path: str) -> None:
        assert isinstance(value, Mapping)
        node.provenance = {}
        read = _READ.get(type(node), {})
        for name, (_, each) in value.named().items():
            if name == "provenance":
                continue
            below = getattr(node, name)
            if isinstance(below, list) and below and isinstance(below[0], Node):
                assert isinstance(each, Listing)
                for (number, item), child in zip(each.numbered(), below, strict=True):
                    self._node(child, item, f"{path}.{name}[{number}]")
                continue
            origins = tuple(self._origins(each, f"{path}.{name}"))
            if origins:
                node.provenance[name] = origins
                if name in read:
                    self._read(node, name, read[name], origins)

    def _origins(self, value: Value, path: str) -> Iterator[Origin]:
        if isinstance(value, Listing):
            for number, item in value.numbered():
                yield from self._origins(item, f"{path}[{number}]")
        elif isinstance(value, Mapping):
            for name, (_, each) in value.named().items():
                yield from self._origins(each, f"{path}.{name}")
        elif value.value is not None:
            for start, end in self.lines.words(value):
                block, first, last = self.lines.span(start, end)
                raw = self.lines.text[start:end]
                if escaped(raw, value.style):
                    self.escapes[block, first] = value.style
                yield Origin(self.name, path, block + 1, first, last, raw)

    def _read(self, node: Any, name: str, role: str, origins: tuple[Origin, ...]) -> None:
        if isinstance(node, form.Section):
            if name == "title" and (node.id, node.title) in self._shown_below:
                return
            role = node.role
        part = getattr(node, "id", name)
        self.readings += [Reading(each, role, self._plan, part) for each in origins]
