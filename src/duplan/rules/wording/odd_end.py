"""A paragraph without its full stop, an item that ends in 。 where its neighbours end in ；."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.numerals import read_number
from duplan.rules.habit import told
from duplan.rules.prose import HAN
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.structure.marks import lists
from duplan.rules.subject import Subject
from duplan.source import Block
from duplan.text.width import is_han

_UNENDED = re.compile(rf"\n(?<=(?:{HAN}|[，、])\n)")
_ITEM = re.compile(r"；\n(?=([^\n。；]{2,200})(。?)\n([^\n。；]{2,200})；(?:\n|\Z))")
_LABEL = re.compile(r"\s*[（(]?(\d{1,3}|[一二三四五六七八九十]{1,3})[、.．）)]")
_NEW = re.compile(
    r"\n(?:[ \t\u3000]|[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[、.．）)]"
    r"|第[一二三四五六七八九十]{1,3}[章节節部])"
)
_SHARE = 5  # paragraphs that end as they should, for each that doesn't
_FEW = 5
_COMMAS = 3
_STOPS = re.compile("[，、。；：！？]|[\n]")
_SHOWN = 12  # characters of the last words
_LISTED = 3  # items of a list of which one is told from the others


def check(subject: Subject) -> Iterator[Hit]:
    """Paragraphs of whole sentences that end without a mark; items that end unlike their list."""
    paragraphs = _paragraphs(subject)
    known = {hit.span.block for hit in paragraphs if hit.span}
    listed = [hit for hit in _listed(subject) if hit.span and hit.span.block not in known]
    yield from told([*paragraphs, *listed, *_items(subject)])


def _paragraphs(subject: Subject) -> list[Hit]:
    text = subject.text
    ended = text.count("。\n") + text.endswith("。")
    if ended < _FEW:
        return []
    hits = []
    for match in _UNENDED.finditer(text):
        hit = _unended(subject, match.start())
        if hit:
            hits.append(hit)
        if len(hits) * _SHARE > ended:
            return []
    return hits


def _unended(subject: Subject, end: int) -> Hit | None:
    """A paragraph that holds a whole sentence and ends, at ``end``, within the next."""
    text = subject.text
    start = text.rfind("\n", 0, end) + 1
    in_list = text[end - 1] in "，、" and _LABEL.match(text, end + 1) is not None
    if not (in_list or (_is_sentence(text[start : end - 1]) and is_han(text[end - 2]))):
        return None
    passage = subject.passage_at(end)
    if passage.table or (passage.role == "schedule" and not in_list):
        return None
    span = subject.span(end - 1, end)
    block = subject.source.blocks[span.block]
    if block.text[span.end :].strip() or not _ends(subject, block, end):
        return None
    mark = text[end - 1]
    edit = Edit(span, "。") if mark in "，、" else Edit(span._replace(start=span.end), "。")
    return Hit(span, {"text": _last_words(text[start:end]), "right": "。"}, Fix((edit,)))


def _last_words(text: str) -> str:
    """The words after the last mark but the one at the end, for a message."""
    return _STOPS.split(text[:-1])[-1][-_SHOWN:] + text[-1]


def _is_sentence(text: str) -> bool:
    """Whether it has a sentence or commas inside, and doesn't end in a field (时限：全年)."""
    if not ("。" in text or "；" in text or text.count("，") >= _COMMAS):
        return False
    return "：" not in text[max(text.rfind("；"), text.rfind("，")) + 1 :]


def _ends(subject: Subject, block: Block, end: int) -> bool:
    """Whether a paragraph ends here, and not only a line that goes on below."""
    if block.path != "line" or _NEW.match(subject.text, end):
        return True
    below = subject.source.blocks[block.index + 1 : block.index + 2]
    return not (below and below[0].text.strip())


def _listed(subject: Subject) -> Iterator[Hit]:
    """The one item without a mark in a list whose others are a paragraph each and end in 。"""
    for siblings in lists(subject):
        lines = siblings.lines
        if len(lines) < _LISTED or lines[-1].passage - lines[0].passage != len(lines) - 1:
            continue
        texts = [subject.passages[line.passage].text.text.rstrip() for line in lines]
        odd = [at for at, text in enumerate(texts) if not text.endswith("。")]
        if len(odd) != 1 or not is_han(texts[odd[0]][-1:]):
            continue
        others = texts[: odd[0]] + texts[odd[0] + 1 :]
        if "，" not in texts[odd[0]] and all("。" in text[:-1] for text in others):
            continue  # a title whose text is missing or stands below
        end = subject.starts[lines[odd[0]].passage] + len(texts[odd[0]])
        span = subject.span(end - 1, end)
        below = subject.passages[lines[-1].passage + 1 :][:1]
        if odd[0] == len(lines) - 1 and below and not _LABEL.match(below[0].text.text):
            continue
        edit = Edit(span._replace(start=span.end), "。")
        yield Hit(span, {"text": texts[odd[0]][-6:], "right": "。"}, Fix((edit,)))


def _items(subject: Subject) -> Iterator[Hit]:
    text = subject.text
    for match in _ITEM.finditer(text):
        first, after = _ordinal(match[1]), _ordinal(match[3])
        before = _ordinal(text[text.rfind("\n", 0, match.start()) + 1 : match.start()])
        if before is None or (first, after) != (before + 1, before + 2):
            continue
        end = match.end(2)
        span = subject.span(end - 1, end)
        edit = Edit(span, "；") if match[2] else Edit(span._replace(start=span.end), "；")
        words = _last_words(text[max(0, end - _SHOWN) : end])
        yield Hit(span, {"text": words, "right": "；"}, Fix((edit,)))


def _ordinal(line: str) -> int | None:
    label = _LABEL.match(line)
    return read_number(label[1]) if label else None


RULE = Rule(
    Kind(
        "DP348",
        "odd-end",
        "info",
        "“{text}” ends unlike the others, which have {right}{times}",
        "“{text}”结尾的标点与其他各段不同，应为“{right}”{times}",
    ),
    since="0.1.0",
    finds=Words(
        "A paragraph of whole sentences that ends without a full stop where nearly all others have"
        " one, and an item within a list that doesn't end in ； as its neighbours do.",
        "成段的文字末尾没有句号，而其他各段都有；并列各项都以分号结尾，中间某一项却不是。",
    ),
    why=Words(
        "One can't tell whether the end of a sentence was lost when the text was copied.",
        "看不出是漏了标点，还是复制时丢了后面的文字。",
    ),
    mend=Words("Look whether words are missing, then put in the mark.", "核对是否缺字，补上标点。"),
    check=check,
)
