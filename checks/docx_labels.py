"""Automatic labels against files that know their own: prints how many agree.

Usage: ``python checks/docx_labels.py [FOLDER]``; the folder holds ``corpus/docx`` (each file with a
list of its labels) and ``docx_corpus`` (files whose paragraphs state their number or label).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from duplan.readers.counters import format_number
from duplan.readers.docx import read
from duplan.readers.file import File
from duplan.source import Block

DEFAULT = Path(__file__).parents[2] / "shared"
NUMBERED = {
    "LIR008": "chineseCountingThousand",
    "LIR009": "chineseCounting",
    "LIR010": "ideographTraditional",
    "LIR003": "upperLetter",
    "LIR004": "upperRoman",
    "LIR016": "decimal",
    "LIR017": "decimalEnclosedCircle",
    "LIR018": "decimalZero",
    "LIR019": "lowerLetter",
    "LIR020": "lowerRoman",
}
EXPECTED = re.compile(r"\[expect\](.*?)\[/expect\]")


def blocks_of(path: Path) -> tuple[Block, ...]:
    """Every paragraph of a file."""
    return read(File(path.read_bytes(), path.name))[0].blocks


def against_lists(folder: Path) -> Iterator[tuple[str, str, str]]:
    """(file and text, expected, found) of every label named beside a file.

    Labels are matched in reading order: an automatic one with the next labelled paragraph that
    begins with its text, a typed one with the next paragraph that begins with label and text.
    """
    for listing in sorted(folder.glob("*.devices.json")):
        blocks = blocks_of(listing.with_name(listing.name.replace(".devices.json", ".docx")))
        at = 0
        for label in json.loads(listing.read_text(encoding="utf-8"))["labels"]:
            printed, start = label["printed"], squeezed(label["text"])
            wanted = start if label["automatic"] else squeezed(printed) + start
            for index in range(at, len(blocks)):
                block = blocks[index]
                if bool(block.label) == label["automatic"] and wanted[:10] in squeezed(block.text):
                    at = index + (label["automatic"])
                    found = block.label or printed
                    break
            else:
                found = "no such paragraph"
            yield f"{listing.name}: {start[:12]}", printed, found


def squeezed(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def against_numbers(folder: Path) -> Iterator[tuple[str, str, str]]:
    """(file and text, expected, found) where a paragraph's text is its own number."""
    for prefix, number_format in NUMBERED.items():
        for path in sorted(folder.glob(f"{prefix}*.docx")):
            for block in blocks_of(path):
                if block.text.isdecimal():
                    expected = format_number(int(block.text), number_format)
                    yield f"{path.name}: {block.text}", expected, block.label.removesuffix("|")


def against_expectations(folder: Path) -> Iterator[tuple[str, str, str]]:
    """(file and text, expected, found) where a paragraph states its label."""
    for path in sorted(folder.glob("*.docx")):
        if b"expect]" not in b"".join(block.text.encode() for block in blocks_or_none(path)):
            continue
        for block in blocks_of(path):
            for expected in EXPECTED.findall(block.text):
                if "w:" not in expected:
                    yield f"{path.name}: {block.text[:40]}", expected, block.label


def blocks_or_none(path: Path) -> tuple[Block, ...]:
    """The paragraphs of a file, none where it can't be read."""
    try:
        return blocks_of(path)
    except Exception:
        return ()


def main(root: Path) -> None:
    """Prints one line a collection and the first disagreements."""
    for title, folder, compare in (
        ("labels listed", root / "corpus" / "docx", against_lists),
        ("numbers in the text", root / "docx_corpus" / "powertools", against_numbers),
        ("labels in the text", root / "docx_corpus" / "docx4j", against_expectations),
    ):
        if not folder.is_dir():
            print(f"{title}: skipped, no {folder}")
            continue
        results = list(compare(folder))
        wrong = [result for result in results if result[1] != result[2]]
        print(f"{title}: {len(results) - len(wrong)} of {len(results)} agree")
        for place, expected, found in wrong[:20]:
            print(f"  {place}: expected {expected!r}, found {found!r}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT)
