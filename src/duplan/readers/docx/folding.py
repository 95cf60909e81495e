"""Plain paragraphs, which nearly all are, read from the markup itself before a tree is made of it.

A paragraph that holds nothing but runs of text needs no tree: a pattern takes it apart, and an empty
element ``w:plain`` with its number stands in its place. The few dozen different property blocks of
a document are handed to the parser once each, at the end of the root. What the pattern doesn't fit
exactly (fields, breaks, pictures, changes, escaped characters) stays for the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from duplan.readers.docx.looks import (
    ParagraphLook,
    RunLook,
    read_paragraph_look,
    read_run_look,
)
from duplan.readers.docx.names import WORD, w

PLAIN = w("plain")

_PPR = w("pPr")

_OPEN = rb"<w:%s(?: [^<>]*+(?<!/))?+>"  # a start tag that isn't empty at once
_LEAF = rb"<w:(?:proofErr|bookmarkStart|bookmarkEnd|lastRenderedPageBreak)\b[^<>]*+(?<=/)>"


def _run(group: bytes) -> bytes:
    """The pattern of a run; ``group`` opens the groups of its properties and of its text."""
    look = rb"<w:rPr>%s(?:<w:[^<>]*+(?<=/)>)*+)</w:rPr>" % group
    text = rb"%s%s[^<&\r\n\t]*+)</w:t>" % (_OPEN % b"t", group)
    return rb"%s(?:%s)?+(?:%s)*+(?:%s)?+</w:r>" % (_OPEN % b"r", look, _LEAF, text)


_RUN = re.compile(_run(b"("))
_PARAGRAPH = re.compile(
    rb"%s(?:<w:pPr>((?:<(?!/?w:pPr|w:pPrChange|w:sectPr)[^<>]*+>)*+)</w:pPr>)?+((?:%s|%s)*+)</w:p>"
    % (_OPEN % b"p", _run(b"(?:"), _LEAF)
)
_BINDING = b'xmlns:w="%s"' % WORD.encode()
_CONTROL = bytes((*range(9), 11, 12, *range(14, 32)))
_STRANGE = (  # comments, CDATA, elements named like ours, characters of symbol fonts (U+F000 to U+F0FF)
    b"<!", b":plain", b"<plain", b"\xef\x80", b"\xef\x81", b"\xef\x82", b"\xef\x83",
)  # fmt: skip


class Folded(NamedTuple):
    """A plain paragraph. ``looks`` numbers its property blocks, -1 for none: its own, then its runs'.

    ``runs`` holds the look and the text of each run where these differ.
    """

    looks: tuple[int, ...]
    text: str
    runs: list[tuple[int, bytes]]


class Folding:
    """The plain paragraphs of all parts of a document, in groups that stand one after the other.

    ``looks`` and ``run_looks`` are their property blocks.
    """

    def __init__(self) -> None:
        self.looks: list[ParagraphLook] = []
        self.run_looks: list[RunLook] = []
        self._groups: list[list[Folded]] = []
        self._end = -1  # of the last paragraph taken
        self._known = (0, 1, 1)  # how many groups and property blocks the earlier parts had
        self._numbers: dict[bytes, int] = {b"": -1}
        self._run_numbers: dict[bytes, int] = {b"": -1}

    def fold(self, content: bytes) -> bytes:
        """A part without its plain paragraphs; the part itself where its markup is unusual."""
        if content.count(b"xmlns:w=") != 1 or _BINDING not in content or content.count(b"<?") > 1:
            return content
        if any(strange in content for strange in _STRANGE):
            return content
        if len(content.translate(None, _CONTROL)) < len(content):
            return content
        known = len(self._groups), len(self._numbers), len(self._run_numbers)
        self._known = known
        self._end = -1
        try:
            folded = _PARAGRAPH.sub(self._take, content)
        except UnicodeDecodeError:  # the parser says what is wrong
            self.forget()
            return content
        if len(self._groups) == known[0]:
            return content
        blocks = [b"<w:pPr>%s</w:pPr>" % block for block in list(self._numbers)[known[1] :]]
        blocks += [b"<w:rPr>%s</w:rPr>" % block for block in list(self._run_numbers)[known[2] :]]
        end = folded.rfind(b"</")
        return b"%s<w:plain>%s</w:plain>%s" % (folded[:end], b"".join(blocks), folded[end:])

    def unfold(self, root: etree._Element) -> None:
        """Reads the property blocks at the end of a part that was folded, and takes them out."""
        for block in root[-1]:
            if block.tag == _PPR:
                self.looks.append(read_paragraph_look(block))
            else:
                self.run_looks.append(read_run_look(block))
        del root[-1]

    def forget(self) -> None:
        """Takes back what was noted of the part that was folded last."""
        groups, *counts = self._known
        del self._groups[groups:]
        for numbers, count in zip((self._numbers, self._run_numbers), counts, strict=True):
            for block in list(numbers)[count:]:
                del numbers[block]

    def at(self, element: etree._Element) -> list[Folded]:
        """The paragraphs behind a ``w:plain``."""
        return self._groups[int(element.get("n", ""))]

    def runs(self, paragraph: Folded) -> Iterator[tuple[int, str]]:
        """The look and the text of each run, or of all together where they don't differ."""
        looks, text, runs = paragraph
        if not runs:
            return iter([(looks[-1], text)])
        return ((look, text.decode()) for look, text in runs)

    def _take(self, match: re.Match[bytes]) -> bytes:
        block, inside = match.groups(b"")
        runs = _RUN.findall(inside)
        numbers, run_numbers = self._numbers, self._run_numbers
        number = numbers.setdefault(block, len(numbers) - 1)
        if len(runs) == 1:
            ((look, text),) = runs
            folded = Folded(
                (number, run_numbers.setdefault(look, len(run_numbers) - 1)), text.decode(), []
            )
        else:
            pieces = [
                (run_numbers.setdefault(look, len(run_numbers) - 1), text) for look, text in runs
            ]
            looks = dict.fromkeys([look for look, _ in pieces])
            text = b"".join([text for _, text in pieces])
            folded = Folded((number, *looks), text.decode(), pieces if len(looks) > 1 else [])
        start, end = match.span()
        if start == self._end:
            self._end = end
            self._groups[-1].append(folded)
            return b""
        self._end = end
        self._groups.append([folded])
        return b'<w:plain n="%d"/>' % (len(self._groups) - 1)
