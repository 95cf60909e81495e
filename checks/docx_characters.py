"""Robustness and completeness over a folder of docx files: prints figures.

Usage: ``python checks/docx_characters.py [FOLDER]``. Counts the files opened and refused, and holds
the characters of every ``w:t`` of every story (body, headers and footers, notes, comments) against
those of the Source and of the findings that name what is left out. What Word doesn't show (deletions,
ruby notes, the other branch of an alternative) is counted by its fate. Exits with 1 where a character
is neither in the Source nor named.
"""

from __future__ import annotations

import io
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath

from lxml import etree

from duplan.diagnostics import UnreadableError
from duplan.readers import findings
from duplan.readers.docx import asides, read
from duplan.readers.docx.inline import TEXT
from duplan.readers.docx.names import ALTERNATE, CHOICE, FALLBACK, READABLE, STRICT, TYPE, m, w
from duplan.readers.file import File
from duplan.readers.symbols import SYMBOLS

DEFAULT = Path(__file__).parents[2] / "shared" / "docx_corpus"
STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
DROPPED = {
    w("del"): "deleted",
    w("moveFrom"): "deleted",
    w("rt"): "ruby note",
    w("instrText"): "field code",
}
PARSER = etree.XMLParser(resolve_entities=False, huge_tree=True)
NAMED = ("DP104", "DP126")  # whose text is what was left out

for module in (findings, asides):
    module.MAX_NAMED = sys.maxsize  # type: ignore[attr-defined]  # findings quote the whole of it


def stories(data: bytes) -> Iterator[etree._Element]:
    """The main part and those it refers to, strict names turned into transitional ones."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = {name.lower(): name for name in package.namelist()}
        main = "word/document.xml"
        related = names.get(join(dirname(main), "_rels/document.xml.rels"))
        targets = []
        if related:
            for relation in etree.fromstring(package.read(related), PARSER).iter("{*}Relationship"):
                kind = relation.get("Type", "").rpartition("/")[2]
                if kind in STORIES and relation.get("TargetMode") != "External":
                    target = relation.get("Target", "")
                    targets.append(normpath(join("word", target)).lstrip("/"))
        for name in dict.fromkeys([main, *targets]):
            if name.lower() in names:
                content = package.read(names[name.lower()])
                for strict, transitional in STRICT.items():
                    content = content.replace(strict, transitional)
                yield etree.fromstring(content, PARSER)


def expected_of(data: bytes) -> tuple[Counter[str], Counter[str]]:
    """The characters that should be in the Source or named, and how many met another fate."""
    kept, fates = Counter[str](), Counter[str]()
    for root in stories(data):
        for text in root.iter(TEXT, m("t")):
            fate = fate_of(text)
            if fate == "kept":
                plain, symbols = SYMBOLS.subn("", text.text or "")
                kept.update("".join(plain.split()))
                fates["a symbol font's, shown in Unicode"] += symbols
            else:
                fates[fate] += len(text.text or "")
    return kept, fates


def fate_of(text: etree._Element) -> str:
    """What should become of a ``w:t``, judged by what it stands in."""
    inner = text
    for outer in text.iterancestors():
        if outer.tag in DROPPED:
            return DROPPED[outer.tag]
        if outer.tag == w("tr") and outer.find(f"{w('trPr')}/{w('del')}") is not None:
            return "deleted"
        if outer.tag == w("tc") and outer.find(f"{w('tcPr')}/{w('cellDel')}") is not None:
            return "deleted"
        if outer.tag == ALTERNATE and inner is not _chosen(outer):
            return "duplicate"
        if outer.get(TYPE, "normal") != "normal" and outer.tag in (w("footnote"), w("endnote")):
            return "separator"
        inner = outer
    return "kept"


def _chosen(alternatives: etree._Element) -> etree._Element | None:
    choices = list(alternatives.iterchildren(CHOICE))
    readable = (each for each in choices if READABLE.issuperset(each.get("Requires", "").split()))
    fallback = alternatives.find(FALLBACK)
    return next(readable, fallback if fallback is not None else next(iter(choices), None))


def main(folder: Path) -> int:
    """Prints the figures and the files in which characters are missing."""
    if not folder.is_dir():
        print(f"characters: skipped, no {folder}")
        return 0
    refused, seconds, opened = Counter[str](), 0.0, 0
    expected = missing = named = 0
    fates = Counter[str]()
    for path in sorted(folder.rglob("*.docx")):
        data = path.read_bytes()
        started = time.process_time()
        try:
            source, diagnostics = read(File(data, path.name))
        except UnreadableError as error:
            refused[str(error)] += 1
            continue
        seconds += time.process_time() - started
        opened += 1
        try:
            kept, others = expected_of(data)
        except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
            continue  # only our reader makes sense of it
        fates += others
        quoted = Counter[str]()
        for each in diagnostics:
            if each.code in NAMED:
                quoted.update("".join(str(each.values["text"]).split()))
        found = Counter("".join("".join(block.text.split()) for block in source.blocks))
        lacking = kept - found - quoted
        expected += kept.total()
        named += (kept - found).total() - lacking.total()
        missing += lacking.total()
        if lacking:
            print(f"  {path.name}: {lacking.total()} of {kept.total()}: {''.join(lacking)[:40]}")
    print(f"opened {opened} in {seconds:.1f} s, refused {sum(refused.values())}")
    for reason, count in refused.most_common():
        print(f"  {count} × {reason}")
    print(
        f"characters of w:t: {expected - missing} of {expected} in the Source or named"
        f" ({named} named); left out as Word does: {dict(fates)}"
    )
    return int(missing > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT))
