"""A document's flow → its published form: envelope, then plan by plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from duplan.dates import read_date
from duplan.interpret.account import Account
from duplan.interpret.context import Context
from duplan.interpret.frame import metadata
from duplan.interpret.frame.attachments import label_attachments
from duplan.interpret.frame.envelope import open_envelope
from duplan.interpret.frame.names import split_names
from duplan.interpret.frame.units import Envelope, NoticeParts, Signature, Unit
from duplan.interpret.schedule.entries import RawEntry
from duplan.interpret.schedule.monthly import Monthly
from duplan.interpret.sections import roles
from duplan.interpret.sections.headings import find_headings, loosen_remarks
from duplan.interpret.sections.roles import RawSection
from duplan.interpret.sentences import opens_with_title
from duplan.interpret.tasks.goals import read_goals, takes_goal
from duplan.interpret.tasks.items import read_task, section_task
from duplan.interpret.tasks.table import read_rows
from duplan.outline.grids import Grid
from duplan.outline.paragraphs import Flow, Paragraph
from duplan.outline.tree import Node, grow, numbering
from duplan.plan import (
    Attachment,
    Document,
    Input,
    Notice,
    Origin,
    Plan,
    ScriptName,
    Section,
)
from duplan.source import Source
from duplan.text.normal import Text


def interpret(flow: Flow, source: Source, script: ScriptName, account: Account) -> Document:
    """The plans of a document with everything in its account."""
    for text in flow.dropped:
        account.drop(text, "page-number")
    envelope = open_envelope(flow.items, account)
    plans = []
    signatures = _signatures(envelope.units)
    for at, (unit, last) in enumerate(zip(envelope.units, signatures, strict=True)):
        account.plan = at
        plans.append(_Plan(unit, envelope, last, script, account).read())
    account.plan = None
    if not plans:
        account.report("DP301")
    notice = _notice(envelope.notice, account) if envelope.notice else None
    return publish(plans, notice, source, script, account)


def _signatures(units: Sequence[Unit]) -> list[Signature]:
    """For each unit the last signature from it on: the one at the end signs those before it too."""
    last = Signature()
    out: list[Signature] = []
    for unit in reversed(units):
        own = unit.signature
        if not (last.issuer or last.issued) and (own.issuer or own.issued):
            last = own
        out.append(last)
    return out[::-1]


def _titled(parts: Sequence[Paragraph | Grid | Node]) -> list[Paragraph | Grid | Node]:
    """The parts of a tasks section; where it is but paragraphs that each open with a short sentence
    (推进履职评价。…), these as tasks."""
    opening = [isinstance(part, Paragraph) and opens_with_title(part.text) for part in parts]
    if sum(opening) < 3 or not all(opening[1:]):  # a lead-in may stand first
        return list(parts)
    return [
        Node(part) if isinstance(part, Paragraph) and opens else part
        for part, opens in zip(parts, opening, strict=True)
    ]


def publish(
    plans: list[Plan], notice: Notice | None, source: Source, script: ScriptName, account: Account
) -> Document:
    """The document of the plans, with all that was booked and reported on the way."""
    account.close()
    return Document.model_construct(
        schema_version="1.0",
        source=Input.model_construct(
            name=source.name,
            format=source.format,
            sha256=source.sha256,
            encoding=source.encoding,
            script=script,
        ),
        notice=notice,
        plans=plans,
        diagnostics=[account.finding(found) for found in account.diagnostics],
    ).proven_by(account)


def _date(text: Text | None) -> str | None:
    date = read_date(text.text) if text else None
    return date.isoformat() if date else None


def _attachments(listed: Sequence[tuple[Text, Text]], account: Account) -> list[Attachment]:
    return [
        Attachment(
            label=label.shown, title=title.shown, provenance={"title": account.origins(title)}
        )
        for label, title in listed
    ]


def _notice(parts: NoticeParts, account: Account) -> Notice:
    recipients = split_names(parts.recipients) if parts.recipients else []
    places = {
        "title": account.origins(parts.heading),
        "issuer": account.origins(parts.signature.issuer or parts.issuer),
        "document_number": account.origins(parts.number),
        "issued": account.origins(parts.signature.issued),
        "recipients": account.origins(*recipients),
        "text": account.origins(*parts.text),
    }
    signer = parts.signature.issuer or parts.issuer
    return Notice.model_construct(
        title=parts.heading.shown if parts.heading else None,
        issuer=signer.shown if signer else None,
        document_number=parts.number.shown if parts.number else None,
        issued=_date(parts.signature.issued),
        recipients=[name.shown for name in recipients],
        attachments=_attachments(parts.attachments, account),
        text="\n".join(text.shown for text in parts.text),
        provenance={name: place for name, place in places.items() if place},
    )


@dataclass(slots=True)
class _Plan:
    unit: Unit
    envelope: Envelope
    last: Signature
    script: ScriptName
    account: Account

    def read(self) -> Plan:
        """The unit as a published plan."""
        unit, account = self.unit, self.account
        title = unit.title.text if unit.title else ""
        if unit.title is None:
            account.report("DP303")
        unit.items = loosen_remarks(label_attachments(unit.items))
        root = grow(unit.items, find_headings(unit.items))
        account.diagnostics += numbering(root)
        reviewing = metadata.is_review(title)
        kind = metadata.kind_of(title)
        month = metadata.month_of(title)
        sections = roles.assign(
            root, reviewing, kind == "行事历", month, metadata.reviewed_year(title)
        )
        if (
            metadata.has_review(title)
            and sections
            and sections[0].why == "before-the-first-heading"
        ):
            sections[0].role = "review"
        lead = "".join(part.whole.text for part in root.body if isinstance(part, Paragraph))
        signed = metadata.issued(unit, self.envelope, self.last)
        year = metadata.year_of(unit, self.envelope, lead, signed[0] if signed else None)
        entries = [entry for section in sections for entry in section.schedule.entries]
        office = metadata.issuer(unit, self.envelope, self.last)
        number, recipients = self._number(), self._recipients()
        plan = Plan.model_construct(
            title=unit.title.shown if unit.title else None,
            kind=kind,
            issuer=office.shown if office else None,
            document_number=number.shown if number else None,
            year=year,
            period=metadata.period_of(unit, year, entries),
            issued=signed[0] if signed else None,
            recipients=[name.shown for name in recipients],
            script=self.script,
            sections=[],
            goals=[],
            key_tasks=[],
            monthly_schedule=[],
            attachments=_attachments(unit.attachments, account),
            provenance=_filled(
                title=account.origins(unit.title),
                issuer=account.origins(office),
                document_number=account.origins(number),
                issued=account.origins(signed[1] if signed else None),
                recipients=account.origins(*recipients),
            ),
        )
        self._sections(plan, sections)
        return plan

    def _number(self) -> Text | None:
        notice = self.envelope.notice
        boxed = self.unit.box.get("document_number")
        number = self.unit.number or (notice.number if notice else None)
        if number is None and boxed and any(ch.isdigit() for ch in boxed.text):
            number = boxed
        return number

    def _recipients(self) -> list[Text]:
        notice = self.envelope.notice
        text = self.unit.recipients or (notice.recipients if notice else None)
        text = text or self.unit.box.get("recipients")
        return split_names(text) if text else []

    def _sections(self, plan: Plan, sections: Sequence[RawSection]) -> None:
        context = Context(self.account, plan.year, goals=plan.goals)
        every = [entry for section in sections for entry in section.schedule.entries]
        position = 0
        for at, section in enumerate(sections):
            paragraph = section.node.paragraph
            number = paragraph.marker.ordinal if paragraph and paragraph.marker else None
            id_ = context.ids.new(_section_id(section, at, number))
            position += paragraph is not None
            path = [number if number is not None else position] if paragraph else []
            published = self._open_section(section, id_, paragraph)
            plan.sections.append(published)
            if section.role == "tasks":
                self._tasks(plan, section, published, context, path)
            elif section.role == "goals":
                texts = self._goals(section, published, context)
                published.text = "\n".join(texts)
            elif section.role == "schedule":
                self._schedule(plan, section, published, every)
            else:
                self._plain(section, published)

    def _open_section(self, section: RawSection, id_: str, paragraph: Paragraph | None) -> Section:
        title = section.title
        if paragraph is not None:
            self.account.hold(paragraph, section.role, id_, section.why)
        return Section.model_construct(
            id=id_,
            role=section.role,
            label=paragraph.label if paragraph else "",
            title=title.shown if title else None,
            text="",
            provenance=_filled(title=self.account.origins(title)),
        )

    def _tasks(
        self,
        plan: Plan,
        section: RawSection,
        published: Section,
        context: Context,
        path: list[int],
    ) -> None:
        node = section.node
        if section.substantive:
            plan.key_tasks.append(
                section_task(node, published.id, section.title, section.body, path, context)
            )
            return
        texts = [section.body] if section.body else []
        position = 0
        for part in _titled(node.parts):
            if isinstance(part, Node):
                if takes_goal(part.paragraph, context):
                    continue
                position += 1
                plan.key_tasks.append(read_task(part, published.id, path, position, context))
            elif isinstance(part, Grid):
                rows = read_rows(part, published.id, path, context)
                position += len(rows)
                plan.key_tasks += rows
                if not rows:
                    texts += self._grid_text(part, published)
            elif not takes_goal(part, context):
                self.account.hold(part, "tasks", published.id, "lead-in-of-the-section")
                texts.append(part.printed)
        self._text(published, texts)

    def _goals(self, section: RawSection, published: Section, context: Context) -> list[str]:
        node = section.node
        before = len(context.goals)
        read_goals(node, published.id, section.body, context)
        if not node.children and len(context.goals) == before + 1:
            return []
        texts = [section.body] if section.body else []
        for part in node.flat():
            if isinstance(part, Paragraph) and part.marker is None:
                self.account.hold(part, "goals", published.id, "lead-in-of-the-section")
                texts.append(part.printed)
            elif isinstance(part, Grid):
                texts += self._grid_text(part, published)
        return [text.shown for text in texts]

    def _schedule(
        self,
        plan: Plan,
        section: RawSection,
        published: Section,
        every: Sequence[RawEntry],
    ) -> None:
        texts = [section.body] if section.body else []
        for part in section.node.flat():
            if isinstance(part, Grid):
                self.account.hold(part, "schedule", published.id, "table-keyed-by-times")
        monthly = Monthly(self.account, plan, published.id, every)
        for raw, after in pairwise([*section.schedule.entries, None]):
            if raw is None or monthly.add(raw):
                continue
            if after is not None and after.label.text.startswith(raw.label.text):
                after.held[:0] = raw.held  # a month above its thirds, which name it
                continue
            for held in raw.held:
                self.account.hold(held, "schedule", published.id, "nothing-under-the-time")
            texts += [raw.label, *(text for _, text in raw.details)]
        for part in section.schedule.rest:
            self.account.hold(part, "schedule", published.id, "no-time-above")
            if isinstance(part, Paragraph):
                texts.append(part.printed)
            else:
                texts += self._grid_text(part, published)
        self._text(published, texts)

    def _plain(self, section: RawSection, published: Section) -> None:
        texts = [section.body] if section.body else []
        for part in section.node.flat():
            if isinstance(part, Grid):
                texts += self._grid_text(part, published)
            else:
                self.account.hold(part, section.role, published.id, "below-the-heading")
                texts.append(part.printed)
        self._text(published, texts)

    def _grid_text(self, grid: Grid, published: Section) -> list[Text]:
        self.account.hold(grid, published.role, published.id, "table-below-the-heading")
        return grid.row_texts()

    def _text(self, published: Section, texts: Sequence[Text]) -> None:
        published.text = "\n".join(text.shown for text in texts)
        places = self.account.origins(*texts)
        if places:
            published.provenance["text"] = places


def _filled(**places: tuple[Origin, ...]) -> dict[str, tuple[Origin, ...]]:
    return {name: place for name, place in places.items() if place}


def _section_id(section: RawSection, at: int, number: int | None) -> str:
    if section.node.paragraph is None:
        return "lead" if at == 0 and section.role in ("overview", "review") else f"u{at + 1}"
    return f"s{number}" if number is not None else f"h{at + 1}"
