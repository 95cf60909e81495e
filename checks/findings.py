"""What ``check`` finds in the shared documents, against what a person said of each finding.

``judged.tsv`` has a row a finding: file, code, line (the ordinal of the paragraph in Word files, 0 without
a place), verdict (``true`` or ``false``) and the reason. Prints how many findings are judged true and
false. Exits with 1 where a finding is not judged, where a false one is left, or where a judged one is
no longer found; documents that are not there are skipped.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from duplan import check, load

HERE = Path(__file__).resolve().parent
JUDGED = HERE / "judged.tsv"
CORPUS = HERE.parent.parent / "shared" / "corpus"
FOLDERS = ("seeds", "open", "docx")
SUFFIXES = (".txt", ".docx")


class Place(NamedTuple):
    """Where a finding is."""

    file: str
    code: str
    line: int


def found(folder: Path) -> Counter[Place]:
    """The findings in the documents of a folder of the corpus."""
    places: Counter[Place] = Counter()
    for file in sorted(folder.iterdir()):
        if file.suffix not in SUFFIXES:
            continue
        document = load(file)
        assert document.evidence
        blocks = document.evidence.source.blocks
        for each in check(document):
            line = blocks[each.span.block].line if each.span else 0
            places[Place(f"{folder.name}/{file.name}", each.code, line)] += 1
    return places


def judged() -> dict[Place, str]:
    """The verdicts of ``judged.tsv``."""
    rows = [line.split("\t") for line in JUDGED.read_text(encoding="utf-8").splitlines()]
    return {Place(file, code, int(line)): verdict for file, code, line, verdict, _ in rows[1:]}


def main(corpus: Path) -> int:
    folders = [corpus / name for name in FOLDERS if (corpus / name).is_dir()]
    if not folders:
        print(f"skipped: no documents in {corpus}")
        return 0
    places = sum((found(folder) for folder in folders), Counter[Place]())
    verdicts = judged()
    counts = Counter(verdicts.get(place, "not judged") for place in places)
    print(f"findings: {dict(counts)}")
    wrong = {place: verdicts.get(place, "not judged") for place in sorted(places)}
    wrong = {place: verdict for place, verdict in wrong.items() if verdict != "true"}
    gone = sorted(verdicts.keys() - places.keys())
    for place, verdict in wrong.items():
        print(f"{place.file}:{place.line}: {place.code} {verdict}")
    for place in gone:
        print(f"{place.file}:{place.line}: {place.code} is judged but not found")
    return int(bool(wrong or gone))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS))
