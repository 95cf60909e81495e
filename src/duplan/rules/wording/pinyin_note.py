"""重(chóng)点, 督dū导: pinyin that a conversion or copying tool left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.habit import told
from duplan.rules.prose import HAN
from duplan.rules.rule import Hit, Rule, Words
from duplan.rules.subject import Subject
from duplan.text.pinyin import is_reading

_TONED = "\u00e0-\u00f6\u00f8-\u00fc\u0101-\u01dc\u01f9\u0300-\u030c\u1e3f\u1ebf\u1ec1"
_NOTED = re.compile(rf"[(（](?<={HAN}.)[ ]?(?P<syllable>[a-zɑɡ{_TONED}]{{1,6}})[ ]?[)）]")
_BARE = re.compile(
    # The letter first: a search passes over all that is none.
    rf"(?P<syllable>[a-zɑɡ{_TONED}](?<={HAN}.)(?:(?<=[{_TONED}])|[a-zɑɡ]{{0,3}}[{_TONED}])"
    rf"[a-zɑɡ{_TONED}]{{0,5}})(?![A-Za-z(（])"
)
_SOUND = re.compile(f"[{_TONED}]")


def check(subject: Subject) -> Iterator[Hit]:
    """Syllables behind a character that is read so, in brackets or with the mark of their tone."""
    text = subject.text
    bare = _BARE.finditer(text) if _SOUND.search(text) else ()
    notes = [match for match in chain(_NOTED.finditer(text), bare) if _is_note(text, match)]
    hits = []
    for match in sorted(notes, key=lambda match: match.start()):
        span = subject.span(*match.span())
        hits.append(Hit(span, {"text": match[0]}, Fix((Edit(span, ""),))))
    yield from told(hits)


def _is_note(text: str, match: re.Match[str]) -> bool:
    return is_reading(match["syllable"], text[match.start() - 1])


RULE = Rule(
    Kind(
        "DP341",
        "pinyin-note",
        "warning",
        "pinyin stands in the text: {text}{times}",
        "正文中夹有拼音：{text}{times}",
    ),
    since="0.2.0",
    finds=Words(
        "A syllable of pinyin behind the character that it is the reading of.",
        "汉字后面夹着它的拼音。",
    ),
    why=Words(
        "It comes from copied web pages. Readers stumble over it, and a search for the word doesn't"
        " find it.",
        "多是从网页复制时带进来的，读起来不通，检索词语也检索不到。",
    ),
    mend=Words(
        "Take it out, unless a rare character is meant to be explained.",
        "删去；确需给生僻字注音的除外。",
    ),
    check=check,
)
