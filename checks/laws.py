"""Laws 2 and 3 (nothing is lost, spans are true) on documents that lie beside the project.

    laws.py [--shared ../shared] [--show]

Exits 1 where a document can't be read for another reason than being unreadable, or breaks a law.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "laws"))

from accounting import false_spans, lost, unaccounted  # noqa: E402

from duplan import UnreadableError, load, readers  # noqa: E402
from duplan.readers.file import File  # noqa: E402

FOLDERS = (
    *(f"corpus/{name}" for name in ("seeds", "open", "docx")),
    *(f"docx_corpus/{name}" for name in ("docx4j", "pandoc", "powertools")),
)


def breaches(path: Path) -> dict[str, list[str]] | None:
    """What a document breaks, by law; None where it is no readable document."""
    data = path.read_bytes()
    try:
        source, _ = readers.read(File(data, path.name))
    except UnreadableError:
        return None
    try:
        document = load(io.BytesIO(data), name=path.name)
        kept = load(io.BytesIO(data), name=path.name, keep_script=True)
    except Exception as error:
        return {"crashes": [repr(error)[:200]]}
    parted = unaccounted(document, source)
    return {
        "unaccounted": parted,
        "lost": [] if parted else lost(document, source),
        "false spans": false_spans(kept, source),
    }


def main() -> int:
    """Prints the figures of each folder."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    arguments.add_argument("--show", action="store_true", help="print every breach")
    options = arguments.parse_args()
    failed = False
    for name in FOLDERS:
        folder = options.shared / name
        if not folder.is_dir():
            print(f"{name}: skipped")
            continue
        figures: Counter[str] = Counter()
        for path in sorted(folder.iterdir()):
            if path.suffix not in (".txt", ".docx"):
                continue
            found = breaches(path)
            figures["unreadable" if found is None else "documents"] += 1
            for law, places in (found or {}).items():
                figures[law] += len(places)
                for place in places if options.show else ():
                    print(f"  {path.name} {law}: {place[:200]}")
        broken = figures["crashes"] + figures["unaccounted"] + figures["lost"]
        failed = failed or bool(broken + figures["false spans"])
        print(f"{name}: {dict(figures)}")
    return failed


if __name__ == "__main__":
    sys.exit(main())
