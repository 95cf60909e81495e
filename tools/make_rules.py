"""Writes docs/rules: a page for each rule of ``duplan check``, in both languages, and their lists."""

from __future__ import annotations

from pathlib import Path

from duplan.checking.explanation import pages
from duplan.rules import RULES

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "rules"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    written = pages([*RULES.values()])
    for old in FOLDER.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, text in written.items():
        FOLDER.joinpath(name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
