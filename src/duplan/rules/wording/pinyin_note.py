"""重(chóng)点, 督dū导: pinyin that a conversion or copying tool left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duplan.diagnostics import Edit, Fix, Kind
from duplan.rules.habit import MANY, one_for_all, told
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
    notes = [match for match in _NOTED.finditer(text) if _is_note(text, match)]
    if _SOUND.search(text):
        notes += (match for match in _BARE.finditer(text) if _is_note(text, match))
        notes.sort(key=re.Match.start)
    edits = [Edit(span, "") for span in subject.spans(match.span() for match in notes)]
    hits = [
        Hit(edit.span, {"text": match[0]}, Fix((edit,)))
        for match, edit in zip(notes[: MANY + 1], edits, strict=False)
    ]
    if len(notes) <= MANY:
        yield from told(hits)
    else:
        further = [edit.span for edit in edits[1 : MANY + 1]]
        yield one_for_all(hits[0], len(notes), Fix(tuple(edits)), further)


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
    since="0.1.0",
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
