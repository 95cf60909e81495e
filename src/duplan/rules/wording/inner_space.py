"""督 导室 in the middle of a sentence: a space where Chinese has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.habit import told
from duplan.rules.prose import HAN
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Found, Subject
from duplan.text.width import is_han

_BLANK = " \u3000\u00a0"  # no tab: it parts columns
_GAP = re.compile(
    rf"[{_BLANK}](?:(?<=(?:{HAN}|[）”》])[{_BLANK}])[{_BLANK}]?(?=[，。；：、！？])"
    rf"|(?<=(?:{HAN}|[）”》])[，、][{_BLANK}])(?<![一二三四五六七八九十）][，、].)[{_BLANK}]?(?={HAN})"
    rf"|(?<={HAN}[{_BLANK}])(?P<word>[{_BLANK}]?)(?={HAN}))"
)
_MARK = re.compile("[，。；：、！？,;:]")
_SENTENCE = re.compile("[，。；]")
_FIELD = re.compile(rf"[{_BLANK}]+[^，。；、\n]{{1,12}}[：:]")


def check(subject: Subject) -> Iterator[Hit]:
    """Spaces before a mark, behind a comma, and inside of what is written without elsewhere."""
    text = subject.text
    found = [each for each in subject.find(_GAP) if _is_chinese(text, *each.match.span())]
    words = [each for each in found if each.match["word"] is not None]
    known = _Known(text) if words else None
    hits = []
    for each in found:
        if each.match["word"] is None or (known and known.splits_a_word(each)):
            span = subject.span(*each.match.span())
            hits.append(
                Hit(span, {"text": _around(subject.text, each)}, Fix((Edit(span, ""),), safe=True))
            )
    yield from told(hits)


def _is_chinese(text: str, start: int, end: int) -> bool:
    return is_han(text[end]) or is_han(text[start - 1])


class _Known:
    """What a text writes without spaces: its pairs of neighbouring characters."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pairs = set(pairwise(text))

    def splits_a_word(self, found: Found) -> bool:
        """Whether a gap between two characters stands in a sentence, and the two together elsewhere.

        Before the first mark of a paragraph a space may set off a label, so that more must be known.
        """
        start, end = found.match.span()
        text, line = self._text, found.at
        if (text[start - 1], text[end]) not in self._pairs:
            return False
        if _FIELD.match(text, start):
            return False
        stop = found.at + len(found.passage.text)
        before = _MARK.search(text, line, start)
        sentence = _SENTENCE.search(text, end, stop)
        if before and sentence and not found.passage.table:
            return True
        wide = text[start - 2 : start] + text[end]
        further = text[start - 1] + text[end : end + 2]
        return end - start == 1 and len(wide) == 3 and wide in text and further in text


def _around(text: str, found: Found) -> str:
    """The gap with the characters beside it."""
    start, end = found.match.span()
    return f"{text[start - 1]}{text[start:end]}{text[end]}".replace("\u3000", " ")


RULE = Rule(
    Kind(
        "DP345",
        "inner-space",
        "info",
        "a space that doesn't belong there, {count} time(s): {text}",
        "文字中间有多余的空格：{text}（共 {count} 处）",
    ),
    since="0.2.0",
    finds=Words(
        "A space before a mark, behind a comma, or inside a word that the document writes without"
        " elsewhere. Spread headings, names and columns are left alone.",
        "标点之前、逗号之后的空格，以及别处连写、此处却被空格断开的词语。标题、姓名为排版而加的空格不算。",
    ),
    why=Words(
        "A search for the word doesn't find it, and a line may break in the middle of it.",
        "检索时找不到这个词，排版时还可能在词中间断行。",
    ),
    mend=Words("Take the space out.", "删去空格。"),
    check=check,
)
