"""A paragraph without its full stop, an item that ends in 。 where its neighbours end in ；."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.numerals import read_number
from duplan.rules.habit import told
from duplan.rules.prose import HAN
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Found, Subject
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


def check(subject: Subject) -> Iterator[Hit]:
    """Paragraphs of whole sentences that end without a mark; items that end unlike their list."""
    yield from told([*_paragraphs(subject), *_items(subject)])


def _paragraphs(subject: Subject) -> list[Hit]:
    text = subject.text
    ended = text.count("。\n") + text.endswith("。")
    if ended < _FEW:
        return []
    hits = []
    for found in subject.find(_UNENDED):
        hit = _unended(subject, found)
        if hit:
            hits.append(hit)
        if len(hits) * _SHARE > ended:
            return []
    return hits


def _unended(subject: Subject, found: Found) -> Hit | None:
    """A paragraph that holds a whole sentence and ends within the next."""
    text, end = subject.text, found.match.start()
    start = text.rfind("\n", 0, end) + 1
    if found.passage.table or found.passage.role == "schedule":
        return None
    if not _is_sentence(text[start : end - 1]) or not is_han(text[end - 2]):
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
    if "：" in text[max(text.rfind("；"), text.rfind("，")) + 1 :]:
        return False
    return "。" in text or "；" in text or text.count("，") >= _COMMAS


def _ends(subject: Subject, block: Block, end: int) -> bool:
    """Whether a paragraph ends here, and not only a line that goes on below."""
    if block.path != "line" or _NEW.match(subject.text, end):
        return True
    below = subject.source.blocks[block.index + 1 : block.index + 2]
    return not (below and below[0].text.strip())


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
    since="0.2.0",
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
