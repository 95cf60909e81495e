"""督 导室 in the middle of a sentence: a space where Chinese has none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
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

_FAR = 200  # characters that are looked at on each side of a gap
_SPACED_OUT = 200  # gaps of a text that sets its characters apart


def check(subject: Subject) -> Iterator[Hit]:
    """Spaces before a mark, behind a comma, and inside of what is written without elsewhere."""
    text = subject.text
    found = [each for each in subject.find(_GAP) if _is_chinese(text, *each.match.span())]
    between = [each for each in found if each.match["word"] is not None]
    known = _Known(text, between) if 0 < len(between) < _SPACED_OUT else None
    hits = []
    for each in found:
        if each.match["word"] is None or (known and known.splits_a_word(each)):
            span = subject.span(*each.match.span())
            values: dict[str, str | int] = {"text": _around(text, each)}
            hits.append(Hit(span, values, Fix((Edit(span, ""),), safe=True)))
    yield from told(hits)


def _is_chinese(text: str, start: int, end: int) -> bool:
    return is_han(text[end]) or is_han(text[start - 1])


class _Known:
    """What a text writes without spaces: its characters and its pairs of neighbouring ones."""

    def __init__(self, text: str, gaps: Sequence[Found]) -> None:
        self._text = text
        self._characters = Counter(text)
        self._pairs = Counter(pairwise(text))
        self._gaps = Counter(each.at for each in gaps)

    def splits_a_word(self, found: Found) -> bool:
        """Whether what is left and right of a gap between two characters belongs together.

        Inside a sentence it is enough that the two stand together elsewhere, or that the paragraph
        has no other gap. In a heading, a cell or before the first mark of a paragraph a space may be
        meant, and the two must stand together often.
        """
        start, end = found.match.span()
        text = self._text
        pair = text[start - 1], text[end]
        if _FIELD.match(text, start):
            return False
        together = self._pairs[pair]
        alone = self._gaps[found.at] == 1 and found.match[0] == " "
        before = _MARK.search(text, max(found.at, start - _FAR), start)
        stop = min(found.at + len(found.passage.text), end + _FAR)
        if before and _SENTENCE.search(text, end, stop) and not found.passage.table:
            return alone or together > 0
        rarer = min(self._characters[char] for char in pair)
        return alone and together > 1 and together * 3 >= rarer


def _around(text: str, found: Found) -> str:
    """The gap with the characters beside it."""
    start, end = found.match.span()
    return f"{text[start - 1]}{text[start:end]}{text[end]}".replace("\u3000", " ")


RULE = Rule(
    Kind(
        "DP345",
        "inner-space",
        "info",
        "a space that doesn't belong there{times}: {text}",
        "多余的空格：“{text}”{times}",
    ),
    since="0.1.0",
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
