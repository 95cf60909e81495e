"""The page of a comparison in a real browser: lines, filters, choosing by mouse and keyboard, print."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from browser import Browser, Page, needs_browser, opened
from comparisons import ALL, comparison, hostile
from duplan.comparison.model import PlanDiff
from duplan.writers.comparison.html import dump
from duplan.writers.comparison.manner import Manner

pytestmark = needs_browser

Opener = Callable[..., Page]
OLD, NEW = ".old > li .title", ".new > li .title"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with opened(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def page_of(browser: Browser, tmp_path: Path) -> Opener:
    def open_page(diff: PlanDiff, **settings: Any) -> Page:
        path = tmp_path / "对照.html"
        path.write_text(dump(diff, Manner()), encoding="utf-8", newline="\n")
        return browser.page(path, **settings)

    return open_page


@pytest.fixture
def page(page_of: Opener) -> Page:
    return page_of(comparison())


def lines(page: Page) -> list[list[float]]:
    """Where the lines that are drawn start and end, in pixels of the window."""
    found: list[list[float]] = page.value(
        "[...document.querySelectorAll('.lines path')].filter(each => each.getAttribute('d'))"
        ".map(each => { const box = each.ownerSVGElement.getBoundingClientRect();"
        " const [start, end] = [each.getPointAtLength(0), each.getPointAtLength(each.getTotalLength())];"
        " return [start.x + box.x, start.y + box.y, end.x + box.x, end.y + box.y]; })"
    )
    return found


def box(page: Page, change: int, side: str) -> dict[str, float]:
    found: dict[str, float] = page.value(
        f"document.querySelector('.{side} > [data-change=\"{change}\"] .card')"
        ".getBoundingClientRect().toJSON()"
    )
    return found


def status(page: Page) -> str:
    (told,) = page.texts("#status[role=status][aria-live=polite]")
    return told


def focus(page: Page, change: int, side: str) -> None:
    page.value(f"document.querySelector('.{side} > [data-change=\"{change}\"] .card').focus()")


def focused(page: Page) -> str:
    found: str = page.value("document.activeElement.closest('li').id")
    return found


def test_it_opens_without_a_request_or_a_complaint(page: Page) -> None:
    assert len(page.texts(OLD)) == 8
    assert len(page.texts(NEW)) == 8
    assert status(page) == "共 8 项"
    assert page.requests == []
    assert page.complaints == []


@pytest.mark.parametrize("width", [1280, 390])
def test_a_line_joins_every_two_partners(page_of: Opener, width: int) -> None:
    page = page_of(comparison(), width=width)
    assert len(lines(page)) == 8  # of eight changes one is new, one dropped; two have three sides
    start, end = box(page, 1, "old"), box(page, 1, "new")
    x1, y1, x2, y2 = lines(page)[0]
    assert start["right"] - 2 <= x1 <= start["right"] + 6
    assert start["top"] < y1 < start["bottom"]
    assert end["left"] - 6 <= x2 <= end["left"] + 2
    assert end["top"] < y2 < end["bottom"]
    assert page.value("document.documentElement.scrollWidth <= innerWidth")


def test_partners_in_the_same_order_stand_at_the_same_height(page: Page) -> None:
    for number, change in enumerate(ALL, 1):
        if change.old and change.new:
            assert abs(box(page, number, "old")["top"] - box(page, number, "new")["top"]) < 1


def test_verdicts_filter_together_and_are_cleared(page: Page) -> None:
    page.click("button[data-verdict=dropped]")
    assert (page.texts(OLD), page.texts(NEW)) == (["1. 编印督学手册"], [])
    assert status(page) == "显示 1 项，共 8 项 · 取消"
    page.click("button[data-verdict=moved]")
    assert page.texts(OLD) == ["1. 编印督学手册", "召开督学座谈会"]
    assert status(page) == "显示 2 项，共 8 项 · 取消 · 改期"
    assert len(lines(page)) == 1
    page.click("#clear")
    assert len(page.texts(OLD)) == 8
    assert page.texts("#clear") == []


def test_the_keyboard_filters(page: Page) -> None:
    page.value("document.querySelector('button[data-verdict=new]').focus()")
    page.press("Space")
    assert page.texts(NEW) == ["督导线上教学"]
    assert page.value("document.querySelector('button[data-verdict=new]').ariaPressed") == "true"


def test_a_click_chooses_an_item_and_its_partners(page: Page) -> None:
    page.click("li.split .card")
    assert page.texts("li.chosen .title") == [
        *("（二）检查食堂卫生和校车安全", "（二）检查食堂卫生", "（三）检查校车安全")
    ]
    assert page.value("document.querySelectorAll('path.chosen').length") == 2
    assert page.texts("#chosen .titles a") == page.texts("li.chosen .title")
    page.click("#close")
    assert page.texts("#chosen, li.chosen") == []


def test_what_is_chosen_says_why(page: Page) -> None:
    page.click("li.moved .card")
    assert page.texts("#chosen .titles li") == ["三月 召开督学座谈会", "五月 召开督学座谈会"]
    assert page.texts("#chosen .reasons li") == ["由3月推迟到5月"]


def test_the_keyboard_chooses_and_lets_go(page: Page) -> None:
    focus(page, 8, "old")
    page.press("Enter")
    assert page.texts("#chosen .tag") == ["改期"]
    assert page.value("document.activeElement.ariaCurrent") == "true"
    page.press("Escape")
    assert page.texts("#chosen") == []


def test_arrows_go_through_a_plan_and_to_the_partner(page: Page) -> None:
    focus(page, 1, "old")
    page.press("ArrowDown", "ArrowDown", "ArrowDown")
    assert focused(page) == "o4-1"
    page.press("ArrowRight")
    assert focused(page) == "n4-1"
    page.press("ArrowUp", "ArrowLeft")
    assert focused(page) == "o2-1"
    page.press("ArrowUp", "ArrowUp")
    assert focused(page) == "o1-1"


def test_what_is_filtered_out_is_chosen_no_more(page: Page) -> None:
    page.click("li.moved .card")
    page.click("button[data-verdict=new]")
    assert page.texts("#chosen") == []


def test_without_a_script_partners_have_numbers(page_of: Opener) -> None:
    page = page_of(comparison(), scripted=False)
    assert len(page.texts(OLD)) == 8
    numbers = [page.texts(f".{side} > .moved .pair") for side in ("old", "new")]
    assert numbers == [["第 8 组"], ["第 8 组"]]


def test_hostile_texts_do_nothing(page_of: Opener) -> None:
    page = page_of(hostile())
    page.click("li.changed .card")
    page.click("button[data-verdict=split]")
    assert page.requests == []
    assert page.complaints == []


def test_it_prints_every_title_with_numbers_and_no_empty_page(page: Page) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    printed = pdfium.PdfDocument(io.BytesIO(page.printed()))
    texts = [printed[at].get_textpage().get_text_bounded() for at in range(len(printed))]
    whole = "".join("".join(texts).split())
    assert all(side.title in whole for change in ALL for side in (*change.old, *change.new))
    assert "第8组" in whole
    assert all(len("".join(text.split())) > 10 for text in texts)
