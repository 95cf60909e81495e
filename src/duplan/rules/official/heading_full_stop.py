"""一、重点工作。 on a line of its own, with what belongs to it below."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from duplan.diagnostics import Edit, Kind
from duplan.rules.official.habit import by_fix
from duplan.rules.official.parts import mark, printed, running, whole
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Passage, Subject

_LONGEST = 20  # characters of such a heading with its mark
_HEADING_LEVELS = (1, 2)


def check(subject: Subject) -> Iterator[Hit]:
    """Short first and second levels with a full stop, each above text or a lower level."""
    places = []
    for passage, following in pairwise(running(subject)):
        if _is_stopped_heading(passage, following):
            span = whole(passage)
            end = span.start + len(passage.text.text.rstrip())
            stop = span._replace(start=end - 1, end=end)
            words = passage.text.text.strip()
            places.append((span._replace(end=end), words, (Edit(stop, ""),)))
    return by_fix(places)


def _is_stopped_heading(passage: Passage, following: Passage) -> bool:
    text = printed(passage).strip()
    if len(text) > _LONGEST or not text.endswith("。") or passage.plan != following.plan:
        return False
    own, below = mark(text), mark(printed(following))
    if own is None or own.level not in _HEADING_LEVELS or any(sign in text for sign in "，；："):
        return False
    return text.count("。") == 1 and (below is None or below.level > own.level)


RULE = Rule(
    Kind(
        "DP505",
        "heading-full-stop",
        "info",
        "a heading on a line of its own ends without a full stop: {actual}{times}",
        "单独成行的标题末尾不用句号：“{actual}”{times}",
    ),
    since="0.1.0",
    finds=Words(
        "A short heading of the first or second level that ends in a full stop, with its text below it"
        " (custom of official documents).",
        "单独成行的一、二级标题末尾加了句号（公文惯例）。",
    ),
    why=Words(
        "A full stop makes a sentence of a heading; in a table of contents it stands out at once.",
        "加了句号，标题就成了句子；生成目录时尤其显眼。",
    ),
    mend=Words(
        "Delete the full stop, or let the text follow on the same line.",
        "删去句号，或者让正文接排在标题后面。",
    ),
    check=check,
    standard=False,
)
