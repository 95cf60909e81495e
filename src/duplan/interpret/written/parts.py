"""The parts of the Markdown that we write ourselves; the writer asks it what the reader will guess."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from duplan.dates import Period as Time
from duplan.dates import TimeLabel, read_date, read_time_label
from duplan.dates.period import index, month_of
from duplan.dates.reading import LONGEST
from duplan.interpret.brackets import names_duty, responsible
from duplan.interpret.context import LETTERS, Context
from duplan.interpret.schedule.entries import RawEntry, RawItem
from duplan.interpret.schedule.monthly import Monthly
from duplan.interpret.sections.roles import role_of_words
from duplan.interpret.sentences import title_and_bracket
from duplan.interpret.tasks.items import make_task, read_points
from duplan.outline.markdown import SECTION, Cell, Mark, Rows, label_of, split_label
from duplan.outline.markers import from_label, read_point
from duplan.plan import Goal, Role, Task
from duplan.text.normal import Text, join
from duplan.text.width import half_width

COLUMNS = ("时间", "起止", "工作", "责任", "备注", "其他")
UNITS = "责任与备注"  # a remark that names the units responsible, and nothing else
TO = " 至 "
NONE = "无"  # stands for no value where there would else be a guess
GOAL, TASK, POINTS = "goal", "task", "points="  # words of comments
DUTIES = (("lead", "牵头单位"), ("support", "配合单位"), ("responsible", "责任单位"))

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"(?:(\d{4})-)?(0[1-9]|1[0-2])(?!\d)")
_UNITS = re.compile(rf"（(?:{'|'.join(key for _, key in DUTIES)})：")
_PATH = re.compile(r"\d{1,9}(?:\.\d{1,9})*")


@dataclass(slots=True)
class Node:
    """A plan, a section, a task or a goal, with what stands below it; ``drawn`` are the lines of tables
    that are but text."""

    mark: Mark
    lines: list[Text] = field(default_factory=list)
    below: list[Node] = field(default_factory=list)
    tables: list[Rows] = field(default_factory=list)
    drawn: list[Text] = field(default_factory=list)

    @property
    def label(self) -> str:
        """Its label, set off or told by its form."""
        mark = self.mark
        return split_label(mark.text)[0] if mark.label is None else mark.label.shown

    @property
    def title(self) -> Text:
        """What follows its label."""
        return split_label(self.mark.text)[1] if self.mark.label is None else self.mark.text


def guess_section(title: str, reviewing: bool) -> tuple[Role, bool]:
    """The role of a section that says none, and whether it is a task too."""
    if not title:
        return ("review" if reviewing else "overview"), False
    role = "review" if reviewing else role_of_words(title)
    return (role, False) if role is not None else ("tasks", True)


def ordinal(label: str) -> int | None:
    """The number that a label prints."""
    marker = from_label(half_width(label)) if label else None
    if marker is not None and marker.ordinal is not None:
        return marker.ordinal
    point = read_point(label)
    return point[0].ordinal if point else None


def cut_bracket(lines: Sequence[Text]) -> tuple[Text | None, list[Text]]:
    """The bracket that names duties, where it is a task's first line, and the other lines."""
    first = lines[0].text if lines else ""
    if first[:1] == "（" and first[-1:] == "）" and names_duty(first[1:-1]):
        return lines[0].cut(1, len(first) - 1), list(lines[1:])
    return None, list(lines)


def points_of(lines: Sequence[str]) -> list[str]:
    """The labels of the points that a task's lines are read into."""
    _, texts = cut_bracket([Text(line) for line in lines])
    return [marker.label for marker, _ in read_points(texts, texts)]


def entry_of(label: Text, times: str | None = None) -> RawEntry:
    """An entry without items; ``times`` says what the label doesn't: 2020-09、2020-11 or 2020-09 至
    2020-11 for months, 2020-09-01 至 2020-09-05 for days."""
    read = read_time_label(label.text)
    time = read.period if read else Time(label.text, "none")
    if times is not None:
        days = [day for text in _DAY.findall(times) if (day := read_date(text)) is not None]
        months = _months(times)
        time = Time(label.text, time.precision, months)
        if days:
            months = list(dict.fromkeys((day.year, day.month) for day in days))
            time = Time(label.text, "day", months, days[0], days[-1])
    return RawEntry(label, TimeLabel(time))


def _months(times: str) -> list[tuple[int | None, int]]:
    found = [(int(a) if a else None, int(b)) for a, b in _MONTH.findall(times)]
    if TO.strip() not in times or len(found) != 2:
        return found
    first, last = (index(a or 0, b) for a, b in found)
    if not 0 <= last - first < LONGEST:
        return found
    return [(at // 12, month_of(at)) for at in range(first, last + 1)]


# --- goals and tasks ------------------------------------------------------------------------------


def add_goal(node: Node, above: str, role: Role, position: int, context: Context) -> None:
    """Adds the goal that an item of a section is."""
    label = node.label
    if role == "goals":
        marker = from_label(label) if label else None
        number = marker.ordinal if marker and marker.ordinal is not None else None
        letter = LETTERS[marker.family] if marker else "u"
        wanted = f"{above}.{letter}{position if number is None else number}"
    else:
        wanted = f"g{len(context.goals) + 1}"
    id_ = context.ids.new(wanted)
    for text in (node.mark.whole, *node.drawn, *node.lines):
        context.account.hold(text, "goal", id_, "item-of-a-goals-section")
    context.goals.append(
        Goal.model_construct(
            id=id_,
            label=label,
            title=node.title.shown,
            text="\n".join(text.shown for text in node.lines),
            provenance=context.places(node.title, *node.lines),
        )
    )


def read_task(node: Node, above: str, path: list[int], position: int, context: Context) -> Task:
    """The task that a heading or item below ``path`` is, with its subtasks."""
    marker = from_label(node.label) if node.label else None
    number = ordinal(node.label)
    here = [*path, number if number is not None else position]
    for word in filter(_PATH.fullmatch, node.mark.words):
        here = [int(part) for part in word.split(".")]
    letter = LETTERS[marker.family if marker else ""]
    return make_tree(node, context.ids.new(f"{above}.{letter}{here[-1]}"), here, context)


def make_tree(node: Node, id_: str, path: list[int], context: Context) -> Task:
    """The task with its subtasks; that of a section shares its id."""
    hold = context.account.hold
    hold(node.mark.whole, "task", id_, "labelled-item" if node.label else "unlabelled-heading")
    for text in (*node.drawn, *node.lines):
        hold(text, "body", id_, "below-its-heading")
    title, own = node.title, node.title
    bracket, lines = cut_bracket(node.lines)
    if bracket is not None:
        own = join([own, node.lines[0]])
    elif node.mark.level == SECTION:
        title, bracket = title_and_bracket(title)
    task = make_task(id_, path, node.label, title, bracket, [], lines, own, context)
    for word in node.mark.words:
        count = word.removeprefix(POINTS)
        if count != word and count.isdecimal():
            task.points = task.points[: int(count)]
    for child in node.below:
        task.subtasks.append(read_task(child, id_, path, len(task.subtasks) + 1, context))
    return task


# --- the schedule ---------------------------------------------------------------------------------

Entry = tuple[RawEntry, list[Text | None]]  # with the bracket of units of each item


def columns_of(table: Rows) -> list[str] | None:
    """The columns of a schedule's table, None for another table."""
    names = ["".join(line.text.text for line in cell) for cell in table.cells[0]]
    known = names[:1] == [COLUMNS[0]] and "工作" in names and set(names) <= {*COLUMNS, UNITS}
    return names if known else None


def header_of(table: Rows) -> Iterator[Text]:
    """The lines of a table and the cells of its first row: what no entry holds."""
    yield from table.whole
    yield from (line.text for cell in table.cells[0] for line in cell)


def row_texts(table: Rows) -> Iterator[Text]:
    """Each row of another table as one text."""
    for row in table.cells:
        cells = [join([line.text for line in cell]) for cell in row if cell]
        if cells:
            yield join(cells, "\t")


def entries_of(table: Rows) -> list[Entry]:
    """The entries of a schedule's table, one a row."""
    names = columns_of(table) or []
    return [_entry(dict(zip(names, row, strict=False)), names) for row in table.cells[1:]]


def _entry(row: dict[str, Cell], names: list[str]) -> Entry:
    def texts(name: str) -> list[Text]:
        return [line.text for line in row.get(name, [])]

    times = join(texts("起止")).text if "起止" in names else None
    raw = entry_of(join(texts("时间"), " "), times)
    raw.remarks = [*texts("备注"), *texts(UNITS)]
    raw.details = [("", text) for text in texts("其他")]
    raw.duties = list(_duties([*texts("责任"), *texts(UNITS)]))
    units: list[Text | None] = []
    for line in row.get("工作", []):
        label, text = label_of(line)
        body, unit = cut_units(text)
        raw.items.append(RawItem(body, label))
        units.append(unit)
    raw.held = [line.text for cell in row.values() for line in cell]
    return raw, units


def _duties(texts: list[Text]) -> Iterator[tuple[str, Text]]:
    """牵头单位：…, one a line; names without a key are plain responsibility."""
    for text in texts:
        use = next((use for use, key in DUTIES if text.text.startswith(f"{key}：")), None)
        yield (use, text.cut(5)) if use else ("responsible", text)


def cut_units(text: Text) -> tuple[Text, Text | None]:
    """An item without the bracket that we put after it, and what the bracket says."""
    starts = [found.start() for found in _UNITS.finditer(text.text)]
    if not starts or text.text[-1] != "）":
        return text, None
    return text.cut(0, starts[-1]), text.cut(starts[-1] + 1, len(text) - 1)


def add_entries(entries: Sequence[Entry], monthly: Monthly) -> None:
    """Publishes the entries of a section."""
    for raw, units in entries:
        if not monthly.add(raw):
            continue
        for item, unit in zip(monthly.plan.monthly_schedule[-1].items, units, strict=True):
            own = responsible(unit, monthly.account) if unit else []
            item.responsible = own + item.responsible
