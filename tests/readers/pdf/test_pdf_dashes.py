"""Rules drawn in dashes or dots are rules."""

from __future__ import annotations

from itertools import pairwise

import pytest
from papers import HIGH, Paper, cells, tables

XS = [80.0, 160.0, 360.0, 520.0]
YS = [100.0, 130.0, 160.0]
ROWS = [["时间", "工作内容", "备注"], ["三月", "开学督导", ""]]


def ruled(paper: Paper, dash: float, gap: float, *, at_once: bool) -> Paper:
    """The grid drawn as areas, a path each, or all those of a rule as one path."""
    pieces = [(x, YS[0], x, YS[-1]) for x in XS]
    pieces += [(left, y, right, y) for y in YS for left, right in pairwise(XS)]
    for x0, y0, x1, y1 in pieces:
        path = paper.canvas.beginPath()
        for at in range(int(max(x1 - x0, y1 - y0) / (dash + gap)) + 1):
            x, y = (x0 + at * (dash + gap), y0) if y0 == y1 else (x0, y0 + at * (dash + gap))
            path.rect(x, HIGH - y, dash if y0 == y1 else 0.75, 0.75 if y0 == y1 else -dash)
            if not at_once:
                paper.canvas.drawPath(path, stroke=0, fill=1)
                path = paper.canvas.beginPath()
        if at_once:
            paper.canvas.drawPath(path, stroke=0, fill=1)
    for y, row in zip(YS, ROWS, strict=False):
        for x, text in zip(XS, row, strict=False):
            paper.put(text, x + 5, y + 18, 12)
    return paper


@pytest.mark.parametrize(("dash", "gap"), [(0.75, 0.75), (0.75, 2.0), (2.2, 1.3), (3.0, 3.0)])
@pytest.mark.parametrize("at_once", [False, True])
def test_a_grid_of_dashes(dash: float, gap: float, at_once: bool) -> None:
    (table,) = tables(ruled(Paper(), dash, gap, at_once=at_once))
    assert cells(table) == ROWS


def test_dots_of_a_list_are_no_rule() -> None:
    paper = Paper()
    for at in range(8):
        for x in (80, 300):
            paper.canvas.rect(x, HIGH - 100 - 24 * at, 2, 2, stroke=0, fill=1)
        paper.put("督导", 100, 102 + 24 * at, 12)
    assert not tables(paper)
