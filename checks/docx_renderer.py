"""Automatic labels against a renderer's text: prints how many agree, and why the others don't.

Usage: ``python checks/docx_renderer.py [FOLDER]``; the folder holds docx files with the renderer's
text in ``NAME.rendered.txt`` beside them. White space doesn't count, and a bullet is a bullet.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from duplan.diagnostics import UnreadableError
from duplan.readers.docx import read
from duplan.readers.file import File

DEFAULT = Path(__file__).parents[2] / "shared" / "docx_corpus"
WINDOW = 400  # lines of the renderer in which a paragraph is looked for
KNOWN = re.compile(r"LIR0(?:08|09|10)")  # whose labels checks/docx_labels.py knows from their text
BULLETS = frozenset("•·▪◦●○■□◆◇➢✓–-o*")

# Where the renderer departs from Word, and who says so.
RENDERER = {
    "letters": "after thirty of a letter Word begins anew with one: [MS-OI29500] 2.1.540",
    "circles": "Word encloses 1 to 20: ECMA-376 Part 1, 17.18.59 decimalEnclosedCircle (U+2460 to U+2473)",
    "legal": "w:isLgl shows every level in decimal: ECMA-376 Part 1, 17.9.4",
    "none": "w:numFmt none prints no number, an empty w:lvlText no bullet: ECMA-376 Part 1, 17.9.11",
    "and": "Word writes One thousand first, the renderer One thousand and first",
    "boxes": "the renderer leaves out the text of the paragraph",
}
OURS = {"words": "ordinals and number words of other languages than English are not written"}


class Difference(NamedTuple):
    """A label that the renderer prints otherwise; ``theirs`` is None where it lacks the text."""

    file: str
    ours: str
    theirs: str | None
    text: str

    def cause(self) -> str:
        """A key of ``RENDERER`` or ``OURS``, "" where the difference isn't explained."""
        theirs = (self.theirs or "").rstrip("|.")
        if self.theirs is None:
            return "boxes"
        if theirs.replace("thousandand", "thousand") == self.ours.rstrip("|."):
            return "and"
        if len(theirs) > 30 and len(set(theirs)) == 1:
            return "letters"
        if "\u3251" <= theirs <= "\u32bf":
            return "circles"
        if re.fullmatch(r"Section[IVX]+\.\d\d", theirs):
            return "legal"
        if not self.ours and theirs in BULLETS:
            return "none"
        english = re.fullmatch(r"\d+(?:st|nd|rd|th)|[A-Za-z-]+", self.ours.rstrip("|."))
        worded = re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+ᵉʳ?", theirs)
        return "words" if english and worded else ""


def squeezed(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def compared(path: Path) -> Iterator[Difference | None]:
    """None for every labelled paragraph that agrees, else the difference."""
    rendered = path.with_name(path.stem + ".rendered.txt").read_text("utf-8-sig", "replace")
    lines = [squeezed(line) for line in rendered.splitlines()]
    at = 0
    for block in read(File(path.read_bytes(), path.name))[0].blocks:
        text, label = squeezed(block.text.split("\n")[0]), squeezed(block.label)
        if not label or not text:
            continue
        near = lines[at : at + WINDOW]
        if label + text in near:
            at += near.index(label + text) + 1
            yield None
            continue
        found = next((i for i, line in enumerate(near) if line.endswith(text)), None)
        if found is None:
            yield None if label + text in lines else Difference(path.name, label, None, text)
            continue
        at += found + 1
        theirs = near[found].removesuffix(text)
        same = label in BULLETS and (theirs in BULLETS or "\ue000" <= theirs <= "\uf8ff")
        yield None if same else Difference(path.name, label, theirs, text)


def main(folder: Path) -> None:
    """Prints the figures and the differences without a known cause."""
    if not folder.is_dir():
        print(f"labels as rendered: skipped, no {folder}")
        return
    agree, causes, unexplained = 0, Counter[str](), list[Difference]()
    for path in sorted(folder.rglob("*.docx")):
        if KNOWN.match(path.name) or not path.with_name(path.stem + ".rendered.txt").exists():
            continue
        try:
            results = list(compared(path))
        except UnreadableError:
            continue
        agree += results.count(None)
        for difference in filter(None, results):
            causes[difference.cause()] += 1
            if not difference.cause():
                unexplained.append(difference)
    total = agree + sum(causes.values())
    judged = total - sum(causes[cause] for cause in RENDERER)
    spoken = judged - causes["words"]
    print(f"labels as rendered: {agree} of {judged} agree, {agree / judged:.2%};", end=" ")
    print(f"{agree} of {spoken}, {agree / spoken:.2%}, without words of other languages")
    for cause, reason in (RENDERER | OURS).items():
        print(f"  {causes[cause]:>6} {reason}")
    for difference in unexplained[:20]:
        print(f"  {difference}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT)
