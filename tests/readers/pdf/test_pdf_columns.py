"""Paragraphs that go on from one column into the next, and over pages."""

from __future__ import annotations

from papers import Paper, texts

ROOM = 16  # characters of 12 points a line
ITEM = "推进校园安全工程，完成学校的摸底排查并建立问题清单、任务清单和责任清单，实行台账管理和销号办结制度。"


def broken(text: str) -> list[str]:
    """Lines of a column, without an indent."""
    return [text[at : at + ROOM] for at in range(0, len(text), ROOM)]


def paper_of(lines: list[str], depth: int) -> Paper:
    """Two columns on each page."""
    paper = Paper()
    for at, line in enumerate(lines):
        rest = at % (2 * depth)
        if at and not rest:
            paper.page()
        side, row = divmod(rest, depth)
        paper.put(line, (90, 324)[side], 100 + 20 * row, 12)
    return paper


def test_a_paragraph_goes_on_in_the_next_column_for_more_than_a_line() -> None:
    items = [f"{number}、{ITEM}" for number in "一二三四五六"]
    lines = [line for item in items for line in broken(item)]
    assert texts(paper_of(lines, 6)) == items


def test_the_rest_on_a_page_is_set_in_the_first_column() -> None:
    items = [f"{number}、{ITEM}" for number in "一二三四五"]
    lines = [line for item in items for line in broken(item)]
    assert texts(paper_of(lines, 7)) == items
