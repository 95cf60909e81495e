"""Tasks: the labelled items and headings of their sections, with points, duties and times."""

from __future__ import annotations

from duplan.interpret.brackets import is_duty_line, references, responsible, timings
from duplan.interpret.context import LETTERS, Context
from duplan.interpret.sentences import is_one_heading, points, split_title, title_and_bracket
from duplan.interpret.tasks.goals import takes_goal
from duplan.interpret.tasks.points import make_point
from duplan.interpret.tasks.table import read_rows
from duplan.outline.grids import Grid
from duplan.outline.inline import InlineItem, inline_items
from duplan.outline.markers import Marker, read_point
from duplan.outline.paragraphs import Paragraph
from duplan.outline.tree import Node
from duplan.plan import Responsible, Task
from duplan.text.normal import EMPTY, Text


def read_task(node: Node, above: str, path: list[int], position: int, context: Context) -> Task:
    """A node of a tasks section and all below it. ``path`` is the path of what encloses it."""
    assert node.paragraph is not None
    own = node.paragraph
    number = own.marker.ordinal if own.marker else None
    here = [*path, number if number is not None else position]
    letter = LETTERS[own.marker.family if own.marker else ""]
    id_ = context.ids.new(f"{above}.{letter}{here[-1]}" if above else f"{letter}{here[-1]}")
    context.account.hold(own, "task", id_, "labelled-item" if own.marker else "unlabelled-heading")
    text, inline = _take_inline(own.text)
    title, body = split_title(text)
    if body and node.parts and is_one_heading(text):
        title, body = text, EMPTY
    title, bracket = title_and_bracket(title)
    rest = [body] if body else []
    task = _fill(id_, here, own.label, title, bracket, rest, node, text, context)
    for part in node.body:
        if isinstance(part, Paragraph):
            inline += _take_inline(part.whole)[1]
    for at, item in enumerate(inline, start=1):
        task.subtasks.append(_inline(item, id_, here, at, context))
    _below(task, node, here, context)
    return task


def section_task(
    node: Node, id_: str, title: Text, body: Text, path: list[int], context: Context
) -> Task:
    """The task that a substantive section heading is, with what stands below it."""
    own = node.paragraph
    assert own is not None
    context.account.hold(own, "task", id_, "substantive-heading")
    cut, bracket = title_and_bracket(title)
    rest = [body] if body else []
    task = _fill(id_, path, own.label, cut, bracket, rest, node, own.text, context)
    _below(task, node, path, context)
    return task


def _below(task: Task, node: Node, path: list[int], context: Context) -> None:
    for child in node.children:
        if takes_goal(child.paragraph, context):
            continue
        task.subtasks.append(read_task(child, task.id, path, len(task.subtasks) + 1, context))
    for part in node.body:
        if isinstance(part, Grid):
            rows = read_rows(part, task.id, path, context)
            task.subtasks += rows
            if not rows:
                context.account.hold(part, "body", task.id, "table-below-the-heading")
                task.text = "\n".join(
                    filter(None, [task.text, *(text.shown for text in part.row_texts())])
                )


def _fill(
    id_: str,
    path: list[int],
    label: str,
    title: Text,
    bracket: Text | None,
    body: list[Text],
    node: Node,
    own: Text,
    context: Context,
) -> Task:
    below: list[Text] = []
    for part in node.body:
        if isinstance(part, Grid) or takes_goal(part, context):
            continue
        context.account.hold(part, "body", id_, "below-its-heading")
        below.append(part.whole)
    return make_task(id_, path, label, title, bracket, body, below, own, context)


def make_task(
    id_: str,
    path: list[int],
    label: str,
    title: Text,
    bracket: Text | None,
    body: list[Text],
    below: list[Text],
    own: Text,
    context: Context,
) -> Task:
    """A task without subtasks: ``own`` is its paragraph, title, bracket and ``body`` are cut out of
    it; ``below`` are the paragraphs under it."""
    account = context.account
    duty: list[Responsible] = responsible(bracket, account) if bracket else []
    for text in (own, *below):
        if is_duty_line(text.text):
            duty += responsible(text.strip("（）()【】[]。；"), account)
        elif text is not own or bracket is None:
            named = title_and_bracket(text)[1]
            duty += responsible(named, account) if named is not None else []
    rest = [*body, *below]
    shown = [piece.shown for piece in rest if piece]
    return Task.model_construct(
        id=id_,
        path=path,
        label=label,
        title=title.shown,
        text="\n".join([f"（{bracket.shown}）", *shown] if bracket else shown),
        points=[make_point(marker, piece, context) for marker, piece in read_points(rest, below)],
        timing=timings([own, *below], context.year, account),
        responsible=duty,
        references=references([own, *below], account),
        subtasks=[],
        provenance=context.places(title, *([bracket] if bracket else []), *rest),
    )


def read_points(texts: list[Text], lines: list[Text]) -> list[tuple[Marker, Text]]:
    """The points of a task's texts, else those that each stand on one of ``lines``."""
    return points(texts) or _own_lines(lines)


def _inline(item: InlineItem, above: str, path: list[int], position: int, context: Context) -> Task:
    """An item that shares its parent's paragraph: (1)…；(2)…"""
    marker, text, whole = item
    assert marker is not None
    here = [*path, marker.ordinal if marker.ordinal is not None else position]
    id_ = context.ids.new(f"{above}.{LETTERS[marker.family]}{here[-1]}")
    context.account.hold(whole, "task", id_, "numbered-inside-a-paragraph")
    title, body = split_title(text.rstrip("；;"))
    title, bracket = title_and_bracket(title)
    return _fill(
        id_, here, marker.label, title, bracket, [body] if body else [], Node(), text, context
    )


def _take_inline(text: Text) -> tuple[Text, list[InlineItem]]:
    """The items (1)…；(2)… inside a paragraph, and the paragraph without them."""
    pieces = list(inline_items(text))
    head, items = pieces[0], pieces[1:]
    if len(items) < 2 or head.marker is not None or head.text.text[-1] not in "。：:；;，,":
        return text, []
    first = items[0].marker
    if first is None or first.family not in ("dec", "dec-paren", "circle", "alpha"):
        return text, []
    return head.text, items


def _own_lines(lines: list[Text]) -> list[tuple[Marker, Text]]:
    out = []
    for text in lines:
        read = read_point(text.text)
        if read is not None:
            out.append((read[0], text.cut(read[1]).strip("，,：:")))
    return out if len(out) >= 2 and out[0][0].ordinal == 1 else []
