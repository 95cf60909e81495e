"""The Markdown that we write ourselves → Document: every part says what it is, little is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import get_args

from duplan.dates import read_date
from duplan.interpret.account import Account
from duplan.interpret.context import Context
from duplan.interpret.document import publish
from duplan.interpret.frame import metadata
from duplan.interpret.frame.names import split_names
from duplan.interpret.schedule.monthly import Monthly
from duplan.interpret.written.parts import (
    GOAL,
    TASK,
    Entry,
    Node,
    add_entries,
    add_goal,
    columns_of,
    entries_of,
    guess_section,
    header_of,
    make_tree,
    ordinal,
    read_task,
    row_texts,
)
from duplan.outline.markdown import (
    BULLET,
    PLAN,
    SECTION,
    Cell,
    Mark,
    Printed,
    Rows,
    Words,
    label_of,
    parts,
)
from duplan.plan import Attachment, Document, Kind, Period, Plan, Role, ScriptName, Section
from duplan.source import Source
from duplan.text.normal import EMPTY, NormalText, Text, join

BOX = {
    "文种": "kind",
    "发文机关": "issuer",
    "发文字号": "document_number",
    "成文日期": "issued",
    "主送机关": "recipients",
    "年度": "year",
    "计划期间": "period",
    "附件": "attachments",
}
_ROLES: tuple[Role, ...] = get_args(Role)
_KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
_PERIOD = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?!\d)")


def interpret_written(source: Source, normal: NormalText, account: Account) -> Document:
    """The plans of a document that ``is_written``."""
    plans = []
    for at, node in enumerate(_tree(source, normal, account)):
        account.plan = at
        plans.append(_Reader(node, normal.script, account).plan())
    account.plan = None
    if not plans:
        account.report("DP301")
    return publish(plans, None, source, normal.script, account)


def _tree(source: Source, normal: NormalText, account: Account) -> list[Node]:
    """The plans. What has no heading above it stands in a plan and a section without titles."""
    root = Node(Mark(0, EMPTY, None, (), EMPTY))
    stack = [root]

    def close(level: int) -> Node:
        while stack[-1].mark.level >= level:
            stack.pop()
        return stack[-1]

    def open_(mark: Mark) -> None:
        for level in (PLAN, SECTION):
            if level < mark.level and stack[-1].mark.level < level:
                open_(Mark(level, EMPTY, None, (), EMPTY))
        node = Node(mark)
        close(mark.level).below.append(node)
        stack.append(node)

    for part in parts(source, normal):
        if isinstance(part, Mark):
            if part.words[:1] == ("duplan",):
                account.hold(part.whole, "index-box", "", "keys-of-an-index-box")
            else:
                open_(part)
            continue
        top = close(part.level + 1 if isinstance(part, Words) else BULLET)
        boxed = isinstance(part, Rows) and top.mark.level == PLAN and not top.below
        if top.mark.level < SECTION and not boxed:
            open_(Mark(SECTION, EMPTY, None, (), EMPTY))
            top = stack[-1]
        if isinstance(part, Words):
            top.lines.append(part.text)
        elif boxed:
            top.tables.append(part)
        elif columns_of(part) is not None:
            close(SECTION + 1).tables.append(part)
        else:
            top.lines += row_texts(part)
            top.drawn += part.whole
    return root.below


# --- the parts of a plan --------------------------------------------------------------------------


@dataclass(slots=True)
class _Reader:
    node: Node
    script: ScriptName
    account: Account
    box: dict[str, Cell] = field(default_factory=dict)

    def plan(self) -> Plan:
        title = self.node.mark.text
        self.account.hold(self.node.mark.whole, "title", "title", "title-ends-in-kind-word")
        self._read_box()
        issuer, number = self._value("issuer"), self._value("document_number")
        issued, recipients = self._value("issued"), split_names(self._value("recipients"))
        date = read_date(issued.text) if issued else None
        year = self._value("year").text
        attachments = self.box.get("attachments", [])
        places = {
            "title": self.account.origins(title),
            "issuer": self.account.origins(issuer),
            "document_number": self.account.origins(number),
            "issued": self.account.origins(issued if date else None),
            "recipients": self.account.origins(*recipients),
        }
        plan = Plan.model_construct(
            title=title.shown or None,
            kind=self._kind(title.text),
            issuer=issuer.shown or None,
            document_number=number.shown or None,
            year=int(year) if re.fullmatch(r"[12]\d{3}", year) else None,
            period=self._period(),
            issued=date.isoformat() if date else None,
            recipients=[name.shown for name in recipients],
            script=self.script,
            sections=[],
            goals=[],
            key_tasks=[],
            monthly_schedule=[],
            attachments=[_attachment(line, self.account) for line in attachments],
            provenance={name: place for name, place in places.items() if place},
        )
        self._sections(plan, metadata.is_review(title.text))
        return plan

    def _read_box(self) -> None:
        for table in self.node.tables:
            for whole in table.whole:
                self.account.hold(whole, "index-box", "", "keys-of-an-index-box")
            for key, *values in table.cells:
                name = BOX.get("".join(line.text.text for line in key))
                if name and values:
                    self.box.setdefault(name, values[0])

    def _value(self, name: str) -> Text:
        return join([line.text for line in self.box.get(name, [])])

    def _kind(self, title: str) -> Kind | None:
        if said := self._value("kind").text:
            return _KINDS.get(said)
        return metadata.kind_of(title)

    def _period(self) -> Period | None:
        months = _PERIOD.findall(self._value("period").text)
        return Period(start=months[0], end=months[-1]) if months else None

    def _sections(self, plan: Plan, reviewing: bool) -> None:
        context = Context(self.account, plan.year, goals=plan.goals)
        position = 0
        schedules: list[tuple[str, list[Entry]]] = []
        for at, node in enumerate(self.node.below):
            words = node.mark.words
            role, is_task = guess_section(node.title.text, reviewing)
            if said := next((word for word in _ROLES if word in words), None):
                role, is_task = said, TASK in words
            section = self._section(node, role, at, context)
            plan.sections.append(section)
            titled = section.title is not None or section.label != ""
            position += titled
            number = ordinal(section.label)
            path = [number if number is not None else position] if titled else []
            children = [
                child
                for k, child in enumerate(node.below, 1)
                if not _takes_goal(child, section, k, context)
            ]
            if is_task:
                node.below = children
                plan.key_tasks.append(make_tree(node, section.id, path, context))
            else:
                self._text(node, section)
                for below, child in enumerate(children, 1):
                    plan.key_tasks.append(read_task(child, section.id, path, below, context))
            if node.tables:
                entries = [entry for table in node.tables for entry in entries_of(table)]
                for text in (text for table in node.tables for text in header_of(table)):
                    self.account.hold(text, "schedule", section.id, "table-keyed-by-times")
                schedules.append((section.id, entries))
        every = [raw for _, entries in schedules for raw, _ in entries]
        for id_, entries in schedules:
            add_entries(entries, Monthly(self.account, plan, id_, every))

    def _text(self, node: Node, section: Section) -> None:
        section.text = "\n".join(text.shown for text in node.lines)
        for text in (*node.drawn, *node.lines):
            self.account.hold(text, section.role, section.id, "below-the-heading")
        if place := self.account.origins(*node.lines):
            section.provenance["text"] = place

    def _section(self, node: Node, role: Role, at: int, context: Context) -> Section:
        label, title = node.label, node.title
        number = ordinal(label)
        if not label and not title:
            wanted = "lead" if at == 0 and role in ("overview", "review") else f"u{at + 1}"
        else:
            wanted = f"s{number}" if number is not None else f"h{at + 1}"
        id_ = context.ids.new(wanted)
        self.account.hold(node.mark.whole, role, id_, "words-of-the-heading")
        place = self.account.origins(title)
        return Section.model_construct(
            id=id_,
            role=role,
            label=label,
            title=title.shown or None,
            text="",
            provenance={"title": place} if place else {},
        )


def _takes_goal(node: Node, section: Section, position: int, context: Context) -> bool:
    """Adds the goal that an item of a goals section is, or one that says so."""
    if node.mark.level < BULLET or not (section.role == "goals" or GOAL in node.mark.words):
        return False
    add_goal(node, section.id, section.role, position, context)
    return True


def _attachment(line: Printed, account: Account) -> Attachment:
    label, title = label_of(line)
    return Attachment(label=label, title=title.shown, provenance={"title": account.origins(title)})
