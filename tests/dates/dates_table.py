"""Rows of the tab-separated cases beside the tests."""

from pathlib import Path


def rows(name: str, width: int) -> list[tuple[str, ...]]:
    """The rows of a table, filled up to ``width`` cells; lines that begin with # are headings."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [tuple(row + [""] * (width - len(row))) for row in cells]
