"""Robustness and completeness over a folder of docx files: prints figures.

Usage: ``python checks/docx_characters.py [FOLDER]``. Counts the files opened and refused, and for
every character of every ``w:t`` in the stories read whether the Source holds it, or where it
went: into hidden text, a deletion, field code, a duplicate (the other branch of an
AlternateContent), a ruby note or a cell that a merge covers.
"""

from __future__ import annotations

import io
import sys
import time
import zipfile
from collections import Counter
from pathlib import Path

from lxml import etree

from duplan.diagnostics import UnreadableError
from duplan.readers.docx import read
from duplan.readers.docx.inline import TEXT
from duplan.readers.docx.names import ALTERNATE, CHOICE, FALLBACK, STRICT, m, w
from duplan.readers.file import File

DEFAULT = Path(__file__).parents[2] / "shared" / "docx_corpus"
DROPPED = {
    w("del"): "deleted",
    w("moveFrom"): "deleted",
    w("rt"): "ruby note",
    w("instrText"): "field code",
}


def expected_of(data: bytes) -> Counter[str]:
    """Characters of the main part's text by fate, "kept" first; fields and merges not known."""
    fates = Counter[str]()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = package.read("word/document.xml")
    for strict, name in STRICT.items():
        content = content.replace(strict, name)
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=True))
    for text in root.iter(TEXT, m("t")):
        fates[fate_of(text)] += len(text.text or "")
    return fates


def fate_of(text: etree._Element) -> str:
    """What should become of a ``w:t``, judged by what it stands in."""
    inner = text
    for outer in text.iterancestors():
        if outer.tag in DROPPED:
            return DROPPED[outer.tag]
        if outer.tag == w("tr") and outer.find(f"{w('trPr')}/{w('del')}") is not None:
            return "deleted"
        if outer.tag == ALTERNATE and inner.tag == FALLBACK and outer.find(CHOICE) is not None:
            return "duplicate"
        inner = outer
    return "kept"


def main(folder: Path) -> None:
    """Prints the figures and the files that differ."""
    if not folder.is_dir():
        print(f"skipped, no {folder}")
        return
    refused, seconds, opened = Counter[str](), 0.0, 0
    kept = expected = 0
    fates = Counter[str]()
    for path in sorted(folder.rglob("*.docx")):
        data = path.read_bytes()
        started = time.perf_counter()
        try:
            source, diagnostics = read(File(data, path.name))
        except UnreadableError as error:
            refused[str(error)] += 1
            continue
        seconds += time.perf_counter() - started
        opened += 1
        body = sum(1 for _ in source.blocks) - sum(len(aside.blocks) for aside in source.asides)
        found = sum(
            len(block.text.replace("\n", "").replace("\t", "")) for block in source.blocks[:body]
        )
        hidden = sum(diagnostic.code == "DP104" for diagnostic in diagnostics)
        try:
            file_fates = expected_of(data)
        except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
            continue
        fates += file_fates
        expected += file_fates["kept"]
        kept += min(found, file_fates["kept"])
        if found < file_fates["kept"] and not hidden:
            print(f"  {path.name}: {file_fates['kept'] - found} of {file_fates['kept']} missing")
    print(f"opened {opened} in {seconds:.1f} s, refused {sum(refused.values())}")
    for reason, count in refused.most_common():
        print(f"  {count} × {reason}")
    print(f"characters of w:t: {dict(fates)}; {kept} of {expected} in the Source")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT)
