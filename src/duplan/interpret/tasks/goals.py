"""Goals: the items of goals sections, their paragraphs, and lines 目标：… among the tasks."""

from __future__ import annotations

import re

from duplan.interpret.context import LETTERS, Context
from duplan.interpret.sentences import first_sentence, title_and_bracket
from duplan.outline.inline import inline_items
from duplan.outline.markers import Marker
from duplan.outline.paragraphs import Paragraph
from duplan.outline.tree import Node
from duplan.plan import Goal
from duplan.text.normal import Text

_GOAL_LINE = re.compile(r"(?:工作|总体|主要|年度|任务|具体|预期|质量)?目标\s*[：:]\s*")


def read_goals(node: Node, above: str, body: Text, context: Context) -> None:
    """The goals of a goals section: its items, else its paragraph's first sentence."""
    items = _goal_items(node)
    for position, (paragraph, marker, text) in enumerate(items, start=1):
        letter = LETTERS[marker.family] if marker else "u"
        number = marker.ordinal if marker and marker.ordinal is not None else position
        id_ = context.ids.new(f"{above}.{letter}{number}")
        context.account.hold(paragraph or text, "goal", id_, "item-of-a-goals-section")
        title, rest = first_sentence(text)
        title, _ = title_and_bracket(title)
        _add(id_, marker.label if marker else "", title, [rest] if rest else [], context)
    if items:
        return
    texts = [body] if body else []
    texts += [part.whole for part in node.body if isinstance(part, Paragraph)]
    if texts:
        id_ = context.ids.new(f"{above}.u1")
        for text in texts:
            context.account.hold(text, "goal", id_, "paragraph-of-a-goals-section")
        title, rest = first_sentence(texts[0])
        _add(id_, "", title, [*([rest] if rest else []), *texts[1:]], context)


def takes_goal(paragraph: Paragraph | None, context: Context) -> bool:
    """A line 目标：X in a tasks section is the goal X."""
    if paragraph is None:
        return False
    match = _GOAL_LINE.match(paragraph.text.text)
    if match is None or match.end() == len(paragraph.text):
        return False
    title, rest = first_sentence(paragraph.text.cut(match.end()))
    id_ = context.ids.new(f"g{len(context.goals) + 1}")
    context.account.hold(paragraph, "goal", id_, "line-that-names-a-goal")
    _add(id_, paragraph.label, title, [rest] if rest else [], context)
    return True


def _add(id_: str, label: str, title: Text, rest: list[Text], context: Context) -> None:
    context.goals.append(
        Goal.model_construct(
            id=id_,
            label=label,
            title=title.shown,
            text="\n".join(text.shown for text in rest),
            provenance=context.places(title, *rest),
        )
    )


def _goal_items(node: Node) -> list[tuple[Paragraph | None, Marker | None, Text]]:
    """Every marked item below a goals heading; items that share a paragraph are parted."""
    out: list[tuple[Paragraph | None, Marker | None, Text]] = []
    stack = list(reversed(node.children))
    while stack:
        child = stack.pop()
        own = child.paragraph
        assert own is not None
        pieces = list(inline_items(own.whole)) if own.marker and not own.line.label else []
        if len(pieces) > 1 and pieces[0].marker is not None:
            out += [(None, piece.marker, piece.text) for piece in pieces]
        else:
            out.append((own, own.marker, own.text))
        stack.extend(reversed(child.children))
    if not out:
        for part in node.body:
            if isinstance(part, Paragraph):
                pieces = list(inline_items(part.whole))
                out += [(None, piece.marker, piece.text) for piece in pieces if piece.marker]
    return out
