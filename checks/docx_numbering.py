"""Automatic labels of made documents against LibreOffice's: prints how many agree.

Usage: ``python checks/docx_numbering.py [--show]``. One document for each number format that Chinese
documents use: four levels, paragraphs at random levels, lists that start anew, numbers past a hundred.
(LibreOffice takes no notice of w:lvlRestart: the tests hold that against ECMA-376 Part 1, 17.9.10.)
Without LibreOffice it says that it skips.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "readers" / "docx"))

from packages import abstract, docx, level, num, numbered, p, package  # noqa: E402

from duplan.readers.counters import format_number  # noqa: E402
from duplan.readers.docx import read  # noqa: E402
from duplan.readers.file import File  # noqa: E402

FORMATS = (
    "decimal", "decimalZero", "decimalFullWidth", "decimalEnclosedCircle", "decimalEnclosedParen",
    "decimalEnclosedFullstop", "chineseCounting", "chineseCountingThousand", "chineseLegalSimplified",
    "taiwaneseCounting", "taiwaneseCountingThousand", "taiwaneseDigital", "ideographDigital",
    "ideographTraditional", "ideographZodiac", "ideographLegalTraditional", "japaneseCounting",
    "japaneseDigitalTenThousand", "aiueo", "iroha", "upperRoman", "lowerRoman", "upperLetter",
    "lowerLetter",
)  # fmt: skip
LONG, SHORT = 120, 60  # paragraphs of a list
LABEL = re.compile(r"#(\d+)#")

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_MAIN}.numbering+xml"/></Types>'
)

# What LibreOffice prints otherwise than Word: the least number from which on, and who says so.
_CIRCLED = "1 to 20, then decimal: ECMA-376 Part 1, 17.18.59"
_UNKNOWN = "a format that LibreOffice prints as decimal"
WORD: dict[str, tuple[int, str]] = {
    "chineseCounting": (100, "digits from 100 on: ECMA-376 Part 1, 17.18.59"),
    "chineseCountingThousand": (101, "〇 in the gaps: [MS-OI29500] 2.1.540"),
    "taiwaneseCounting": (100, "digits from 100 on: ECMA-376 Part 1, 17.18.59"),
    "japaneseCounting": (100, "no 一 before 百: ECMA-376 Part 1, 17.18.59"),
    "ideographDigital": (10, "digit by digit: ECMA-376 Part 1, 17.18.59"),
    "decimalEnclosedCircle": (21, _CIRCLED),
    "decimalEnclosedParen": (1, _UNKNOWN),
    "decimalEnclosedFullstop": (1, _UNKNOWN),
    "decimalFullWidth": (1, _UNKNOWN),
    "taiwaneseDigital": (1, _UNKNOWN),
    "japaneseDigitalTenThousand": (1, _UNKNOWN),
}


def document(number_format: str, random_: random.Random) -> bytes:
    """Two lists in a format; a paragraph's text is its number in the document."""
    levels = "".join(
        level(
            at,
            number_format,
            random_.choice((f"%{at + 1}、", f"（%{at + 1}）", f"第%{at + 1}条")),
            start=random_.choice((1, 1, 1, 3)),
        )
        for at in range(4)
    )
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = abstract(0, levels) + num(1, 0) + num(2, 0, override)
    body, count, at = [], 0, 0
    for list_, length in ((1, LONG), (2, SHORT)):
        for _ in range(length):
            flat = list_ == 1 and count < LONG - 12
            at = (
                0
                if flat and random_.random() < 0.95
                else max(0, min(3, at + random_.choice((-2, -1, 0, 1))))
            )
            body.append(p(f"#{count}#", numbered(list_, at)))
            count += 1
            if random_.random() < 0.1:
                body.append(p("正文"))
    with zipfile.ZipFile(BytesIO(docx("".join(body), numbering=numbering))) as made:
        parts: dict[str, str | bytes] = {each: made.read(each) for each in made.namelist()}
    return package(parts | {"[Content_Types].xml": TYPES})


def rendered(files: list[Path], folder: Path) -> dict[str, dict[str, str]]:
    """What LibreOffice prints before each paragraph's text, by document."""
    profile = (folder / "profile").as_uri()
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={profile}",
        "--convert-to",
        "txt:Text (encoded):UTF8",
    ]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, files)], check=True, capture_output=True
    )
    found = {}
    for file in files:
        lines = file.with_suffix(".txt").read_text("utf-8-sig").splitlines()
        marked = ((LABEL.search(line), line) for line in lines)
        found[file.stem] = {m[1]: line[: m.start()].strip() for m, line in marked if m}
    return found


def results(show: bool) -> Iterator[tuple[str, int, int, int]]:
    """(format, labels that agree, labels that Word prints otherwise, labels)."""
    random_ = random.Random(20)  # noqa: S311 - documents, not secrets
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{each}.docx" for each in FORMATS]
        for file in files:
            file.write_bytes(document(file.stem, random_))
        for number_format, theirs in rendered(files, folder).items():
            blocks = read(File((folder / f"{number_format}.docx").read_bytes()))[0].blocks
            ours = {m[1]: block.label for block in blocks if (m := LABEL.fullmatch(block.text))}
            different = {
                key: (label, theirs.get(key))
                for key, label in ours.items()
                if label != theirs.get(key)
            }
            counted = counts(number_format)
            excused = [key for key, (label, _) in different.items() if label in counted]
            if show:
                for key, pair in different.items():
                    if key not in excused:
                        print("   ", number_format, key, *pair)
            yield number_format, len(ours) - len(different), len(excused), len(ours)


def counts(number_format: str) -> set[str]:
    """The labels of this format that Word is known to print otherwise than LibreOffice."""
    if number_format not in WORD:
        return set()
    first, _ = WORD[number_format]
    forms = ("{}、", "（{}）", "第{}条")
    return {
        form.format(format_number(n, number_format)) for n in range(first, 400) for form in forms
    }


def main() -> int:
    """Prints a line a format and the sum."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--show", action="store_true", help="print every difference")
    asked = arguments.parse_args()
    if shutil.which("soffice") is None:
        print("numbering: skipped, LibreOffice is not installed")
        return 0
    good = judged = 0
    for number_format, agree, excused, total in results(asked.show):
        good += agree
        judged += total - excused
        why = f", {excused} not judged: {WORD[number_format][1]}" if excused else ""
        print(f"  {number_format:28}{agree:>4} of {total - excused:>4}{why}")
    print(f"made numbering: {good} of {judged} agree, {good / judged:.2%}")
    return int(good / judged < 0.995)


if __name__ == "__main__":
    sys.exit(main())
