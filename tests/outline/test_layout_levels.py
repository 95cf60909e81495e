"""Levels that only layout tells: lists in lists, and lists under headings, whose marks are alike."""

from __future__ import annotations

from io import BytesIO

import duplan
from duplan.plan import Task

TITLE = "<h1>槐安区2024年工作计划</h1><p>一、重点工作</p>"


def paths(body: str) -> list[tuple[list[int], str]]:
    """The path and title of every task of a web page with this body."""
    page = f"<html><meta charset=utf-8><body>{TITLE}{body}</body></html>"
    found: list[tuple[list[int], str]] = []

    def collect(tasks: list[Task]) -> None:
        for task in tasks:
            found.append((task.path, task.title))
            collect(task.subtasks)

    collect(duplan.load(BytesIO(page.encode())).plans[0].key_tasks)
    return found


def test_a_list_in_a_list_stands_below_its_item() -> None:
    inner = "<ol><li>抓常规管理</li><li>抓活动育人</li></ol>"
    body = f"<ol><li>德育工作{inner}</li><li>教学工作{inner}</li></ol>"
    assert paths(body) == [
        ([1, 1], "德育工作"),
        ([1, 1, 1], "抓常规管理"),
        ([1, 1, 2], "抓活动育人"),
        ([1, 2], "教学工作"),
        ([1, 2, 1], "抓常规管理"),
        ([1, 2, 2], "抓活动育人"),
    ]


def test_a_list_of_one_item_in_a_list() -> None:
    body = "<ol><li>德育工作<ol><li>抓常规管理</li></ol></li><li>教学工作</li></ol>"
    assert [path for path, _ in paths(body)] == [[1, 1], [1, 1, 1], [1, 2]]


def test_a_list_below_headings_with_the_same_mark() -> None:
    body = (
        "<h3>1. 德育工作</h3><p>1. 抓常规管理。</p><p>2. 抓活动育人。</p>"
        "<h3>2. 教学工作</h3><p>1. 抓课堂教学。</p>"
        "<h3>3. 后勤工作</h3><p>1. 抓食堂管理。</p>"
    )
    assert [path for path, _ in paths(body)] == [
        [1, 1], [1, 1, 1], [1, 1, 2], [1, 2], [1, 2, 1], [1, 3], [1, 3, 1],
    ]  # fmt: skip


def test_a_list_goes_on_whatever_its_items_look_like() -> None:
    body = "<h3>1. 德育工作</h3><p>2. 教学工作。</p><h3>3. 后勤工作</h3>"
    assert [path for path, _ in paths(body)] == [[1, 1], [1, 2], [1, 3]]
