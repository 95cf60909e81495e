"""What a top-level section is for: by the words of its heading, its content and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from duplan.dates import match_time_label
from duplan.interpret.brackets import names_duty
from duplan.interpret.schedule.lists import RawSchedule, read_schedule
from duplan.interpret.schedule.timetable import read_grid
from duplan.interpret.sections.columns import read_columns
from duplan.interpret.sentences import TRAILING, first_sentence, is_one_heading, split_title
from duplan.interpret.vocabulary import HEADING_LEAD, ROLE_PATTERNS, TITLE_END
from duplan.outline.grids import Grid
from duplan.outline.paragraphs import Paragraph
from duplan.outline.tree import Node
from duplan.plan import Role
from duplan.text.normal import EMPTY, Text

LONGEST_NAME = 80  # characters of a heading that may name a role
TIMED = 0.6  # a section is a schedule where this share of its text stands under times


@dataclass(slots=True)
class RawSection:
    """A top-level part: ``node`` holds what stands in it; a flat list is one section of many nodes."""

    role: Role
    node: Node
    title: Text = EMPTY
    body: Text = EMPTY  # what follows a run-in title in the heading's own paragraph
    substantive: bool = False  # its heading is a task too
    schedule: RawSchedule = field(default_factory=RawSchedule)
    why: str = ""


def role_of_words(title: str) -> Role | None:
    """The role that a heading names, None for a substantive one."""
    if len(title) > LONGEST_NAME:
        return None
    plain = title.strip(TRAILING + "（）()【】《》“” ")
    plain = re.sub(r"[（(][^）)]*[）)]$", "", plain)
    lead = HEADING_LEAD.match(plain)
    words = plain[lead.end() :] if lead and lead.end() < len(plain) else plain
    return next((role for role, pattern in ROLE_PATTERNS if pattern.fullmatch(words)), None)


def is_flat(nodes: Sequence[Node]) -> bool:
    """A flat list: nothing stands below any item's first sentence, and no item names a role."""
    if len(nodes) < 2:
        return False
    for node in nodes:
        if node.children or node.paragraph is None or node.marker is None:
            return False
        if not all(isinstance(part, Paragraph) and _is_bracket(part.whole) for part in node.body):
            return False
        title, rest = first_sentence(node.paragraph.text)
        if (rest and not _is_bracket(rest)) or role_of_words(title.text) is not None:
            return False
        run_in, body = split_title(node.paragraph.text)
        if body and role_of_words(run_in.text) is not None:
            return False
    return True


def _is_bracket(text: Text) -> bool:
    """Whether a text is but a bracket that names a duty."""
    plain = text.text.rstrip("。；;")
    return plain[:1] in "（(" and plain[-1:] in "）)" and names_duty(plain[1:-1])


def assign(
    root: Node, reviewing: bool, titled_schedule: bool, month: str = "", reviewed: str = ""
) -> list[RawSection]:
    """The sections of a plan's tree.

    ``reviewing``: it is a review and nothing else; ``titled_schedule``: its title says that it is a
    schedule; ``month``: the one month that it plans for, "" where it is more; ``reviewed``: the year
    that it looks back on before it plans, "" where it doesn't.
    """
    lead = _lead(root)
    children = root.children
    sections: list[RawSection] = []
    if lead is not None:
        sections += _lead_sections(lead, reviewing, bool(children), titled_schedule, month)
    if is_flat(children):
        sections.append(_flat(children, reviewing))
        return sections
    for child in _by_months(children):
        past = reviewing or bool(reviewed and _names(child, reviewed))
        sections.append(_section(child, past, month))
    _background(sections)
    _measures_for_tasks(sections)
    _neighbours(sections)
    return [part for section in sections for part in (section, *_timetables(section))]


def _lead(root: Node) -> Node | None:
    parts: list[Paragraph | Grid | Node] = []
    for part in root.parts:
        if isinstance(part, Node):
            break
        parts.append(part)
    return Node(parts=parts) if parts else None


def _lead_sections(
    lead: Node, reviewing: bool, followed: bool, titled_schedule: bool, month: str
) -> list[RawSection]:
    """What stands before the first heading: an introduction, or a bare table."""
    parts = lead.body
    split = next((at for at, part in enumerate(parts) if isinstance(part, Grid)), len(parts))
    out: list[RawSection] = []
    if not followed or split < len(parts) or titled_schedule:
        schedule = read_schedule(parts, month)
        if len(schedule.entries) >= 2 and schedule.strength >= TIMED:
            if schedule.rest:
                rest = [part for part in parts if any(part is other for other in schedule.rest)]
                front = [part for part in rest if _position(parts, part) < split]
                if front and not all(_is_note(part) for part in front):
                    out.append(_section_of(front, reviewing))
                    parts = [part for part in parts if not any(part is f for f in front)]
                    schedule = read_schedule(parts, month)
            node = Node(parts=list(parts))
            out.append(RawSection("schedule", node, schedule=schedule, why="keyed-by-times"))
            return out
    if split < len(parts):
        if split:
            out.append(_section_of(parts[:split], reviewing))
        node = Node(parts=list(parts[split:]))
        out.append(RawSection(_grid_role(parts[split]), node, why="bare-table"))
        return out
    return [_section_of(parts, reviewing)]


def _position(parts: Sequence[Paragraph | Grid], part: Paragraph | Grid) -> int:
    return next(at for at, other in enumerate(parts) if other is part)


def _is_note(part: Paragraph | Grid) -> bool:
    return isinstance(part, Paragraph) and len(part.whole) <= 30


def _section_of(parts: Sequence[Paragraph | Grid], reviewing: bool) -> RawSection:
    role: Role = "review" if reviewing else "overview"
    return RawSection(role, Node(parts=list(parts)), why="before-the-first-heading")


def _grid_role(part: Paragraph | Grid) -> Role:
    return "tasks" if isinstance(part, Grid) and is_task_grid(part) else "other"


def is_task_grid(grid: Grid) -> bool:
    """Whether a table lists tasks: work with deadlines or responsible units, not keyed by times."""
    columns = read_columns(grid)
    if "work" not in columns.uses or columns.header == 0:
        return False
    return bool(columns.having("deadline", "lead", "support", "responsible", "number", "category"))


def _flat(children: Sequence[Node], reviewing: bool) -> RawSection:
    node = Node(parts=list(children))
    schedule = read_schedule([c.paragraph for c in children if c.paragraph is not None])
    if len(schedule.entries) >= 3 and schedule.strength >= 0.99:
        return RawSection("schedule", node, schedule=schedule, why="keyed-by-times")
    return RawSection("review" if reviewing else "tasks", node, why="flat-list")


def _names(node: Node, year: str) -> bool:
    """Whether a heading begins with the year: 2024年主要工作."""
    return node.paragraph is not None and node.paragraph.text.text.startswith(f"{year}年")


def _by_months(children: Sequence[Node]) -> list[Node]:
    """The nodes, with those that months head ((一)一月份, (二)二月份, …) as one without a heading."""
    timed = [child for child in children if _is_time(child)]
    if len(timed) < 3:
        return list(children)
    months = {id(child) for child in timed}
    whole = Node(parts=list(timed))
    out: list[Node] = []
    for child in children:
        if id(child) not in months:
            out.append(child)
        elif child is timed[0]:
            out.append(whole)
    return out


def _is_time(node: Node) -> bool:
    if node.paragraph is None:
        return False
    text = node.paragraph.text.rstrip(TRAILING).text
    found = match_time_label(text)
    return found is not None and found[0] == len(text) and bool(found[1].period.months)


def _section(node: Node, reviewing: bool, month: str) -> RawSection:
    if node.paragraph is None:
        schedule = read_schedule(list(node.flat()), month)
        return RawSection("schedule", node, schedule=schedule, why="keyed-by-times")
    title, body = split_title(node.paragraph.text)
    if body and node.parts and is_one_heading(node.paragraph.text):
        title, body = node.paragraph.text, EMPTY
    role = role_of_words(title.text)
    if role is None and body and not node.parts:
        whole = first_sentence(node.paragraph.text)[0]
        role = role_of_words(whole.text)
    if reviewing:
        return RawSection("review", node, title, body, why="review-of-the-past")
    parts: list[Paragraph | Grid] = [
        *([node.paragraph._replace(text=body, whole=body, marker=None)] if body else []),
        *node.flat(),
    ]
    schedule = read_schedule(parts, month)
    timed = bool(schedule.entries) and schedule.strength >= TIMED
    several = len(schedule.entries) >= 2 or role == "schedule"
    if timed and several and role not in ("review", "measures", "goals", "overview"):
        return RawSection("schedule", node, title, schedule=schedule, why="keyed-by-times")
    if node.marker is not None and node.marker.family == "attachment":
        grids = [part for part in node.body if isinstance(part, Grid)]
        listed = role == "tasks" or any(is_task_grid(grid) for grid in grids)
        return RawSection("tasks" if listed else "other", node, title, body, why="attachment")
    if role == "schedule":
        role = "tasks"
    if role is not None:
        return RawSection(role, node, title, body, why="words-of-the-heading")
    if not any(True for _ in node.flat()) and not body and title.text in ("其他", "其它"):
        return RawSection("other", node, title, body, why="words-of-the-heading")
    return RawSection("tasks", node, title, body, substantive=True, why="substantive-heading")


def _timetables(section: RawSection) -> list[RawSection]:
    """The timetables that stand inside a section of another role, taken out of it: each is a
    section of its own, with the heading that names it (第二部分 2023年工作计划 above 二、月度安排), the
    unmarked one above its table, or none."""
    if section.role in ("schedule", "review"):
        return []
    out: list[RawSection] = []
    stack = [section.node]
    while stack:
        node = stack.pop()
        for at in range(len(node.parts) - 1, -1, -1):
            part = node.parts[at]
            if isinstance(part, Node):
                named = _named_schedule(part)
                if named is None:
                    stack.append(part)
                else:
                    del node.parts[at]
                    out.append(named)
            elif isinstance(part, Grid) and _is_timetable(part):
                heading = node.parts[at - 1] if at else None
                titled = isinstance(heading, Paragraph) and _heads_table(heading)
                del node.parts[at - titled : at + 1]
                own = heading if titled and isinstance(heading, Paragraph) else None
                title = own.text.rstrip(TRAILING) if own is not None else EMPTY
                schedule = read_schedule([part])
                made = Node(own, [part])
                out.append(RawSection("schedule", made, title, schedule=schedule, why="bare-table"))
    return out[::-1]


def _named_schedule(node: Node) -> RawSection | None:
    """The section that a node below another heading is, where its own heading names a schedule and
    times organise what stands under it."""
    if node.paragraph is None or not node.parts:
        return None
    made = _section(node, reviewing=False, month="")
    names = role_of_words(made.title.text) == "schedule"
    return made if names and made.role == "schedule" else None


def _is_timetable(grid: Grid) -> bool:
    return sum(bool(entry.time.period.months) for entry in read_grid(grid)) >= 3


def _heads_table(paragraph: Paragraph) -> bool:
    text = paragraph.text.text.rstrip(TRAILING)
    named = role_of_words(text) == "schedule" or TITLE_END.search(text) is not None
    return paragraph.marker is None and len(text) <= 40 and named


_MEASURES = re.compile(r"(?:具体|工作|主要|实施|推进|落实)*(?:措施|举措|要求)")


def _background(sections: list[RawSection]) -> None:
    """Prose under a name of its own before the goals or principles is what the plan starts from."""
    last = max(
        (at for at, each in enumerate(sections) if each.role in ("overview", "goals")), default=0
    )
    for at, section in enumerate(sections):
        if section.role == "overview" and not section.title:
            continue
        if not section.substantive or section.node.children:
            return
        if at < last:
            section.role, section.substantive, section.why = "other", False, "before-the-goals"


def _measures_for_tasks(sections: list[RawSection]) -> None:
    """具体措施 with labelled items stands for the tasks where there are no others."""
    if any(section.role == "tasks" and section.node.children for section in sections):
        return
    for section in sections:
        named = _MEASURES.fullmatch(section.title.text.strip(TRAILING))
        if section.role == "measures" and named and section.node.children:
            section.role, section.why = "tasks", "measures-are-the-only-tasks"
            return


def _neighbours(sections: list[RawSection]) -> None:
    """A heading whose items count on from a substantive neighbour's is substantive itself."""
    for before, section in pairwise(sections):
        if section.role not in ("measures", "other") or not before.substantive:
            continue
        last = _numbers(before.node)
        first = _numbers(section.node)
        if last and first and first[0] == last[-1] + 1 and first[0] > 1:
            section.role, section.substantive = "tasks", True
            section.why = "counts-on-from-a-task-section"


def _numbers(node: Node) -> list[int]:
    return [c.marker.ordinal for c in node.children if c.marker and c.marker.ordinal]
