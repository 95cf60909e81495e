"""The page of a calendar in a real browser: what a reader sees, clicks, types and prints."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from page_calendars import HOSTILE, hostile, library, year_of_work

from browser import Browser, Page, needs_browser, opened
from duplan.calendar.model import Calendar
from duplan.writers.calendar.html import dump
from duplan.writers.visible import visible

pytestmark = needs_browser

Opener = Callable[..., Page]

_DARK = [{"name": "prefers-color-scheme", "value": "dark"}]
ROWS = "#main .work"
LINES = "#gantt li a"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with opened(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def page_of(browser: Browser, tmp_path: Path) -> Opener:
    def open_page(calendar: Calendar, **settings: Any) -> Page:
        path = tmp_path / "日历.html"
        path.write_text(dump(calendar), encoding="utf-8", newline="\n")
        return browser.page(path, **settings)

    return open_page


@pytest.fixture
def page(page_of: Opener) -> Page:
    return page_of(year_of_work())


def choose(page: Page, field: str, name: str) -> None:
    """Choose by keyboard, as a reader does, the option of that name."""
    page.value(f"document.getElementById('{field}').focus()")
    names = page.value(
        f"[...document.getElementById('{field}').options].map(each => each.dataset.name)"
    )
    page.press(*["ArrowDown"] * names.index(name))


def status(page: Page) -> str:
    (told,) = page.texts("#status[role=status][aria-live=polite]")
    return told


def test_it_opens_without_a_request_or_a_complaint(page: Page) -> None:
    assert page.texts("h1") == ["工作日历"]
    assert len(page.texts(ROWS)) == 10
    assert status(page) == "共 10 条"
    assert page.requests == []
    assert page.complaints == []


def test_a_request_would_be_seen(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "loads.html"
    path.write_text("<img src='http://127.0.0.1:9/x'><script>console.log(1)</script>")
    page = browser.page(path)
    assert page.requests == ["http://127.0.0.1:9/x"]
    assert page.complaints


def test_a_click_on_a_month_filters_to_it_and_back(page: Page) -> None:
    page.click("button[data-month='2020-09']")
    assert len(page.texts(ROWS)) == 3
    assert page.texts("#main h3") == ["2020年9月\n3 条"]
    assert status(page) == "显示 3 条，共 10 条 · 2020年9月"
    page.click("button[data-month='2020-09']")
    assert len(page.texts(ROWS)) == 10


def test_enter_on_a_month_filters_to_it(page: Page) -> None:
    page.value("document.querySelector(\"button[data-month='--09']\").focus()")
    page.press("Enter")
    assert page.texts(ROWS) == ["迎接市级复评"]
    pressed = "document.querySelector(\"[data-month='--09'][aria-pressed=true]\") !== null"
    assert page.value(pressed)


@pytest.mark.parametrize(
    ("field", "name", "count"),
    [
        ("month", "2020年9月", 3),
        ("month", "9月（年份不详）", 1),
        ("issuer", "柳溪小学", 3),
        ("unit", "财务科", 1),
        ("unit", "（未写明）", 7),
        ("kind", "任务", 2),
        ("kind", "目标", 1),
    ],
)
def test_choices_filter(page: Page, field: str, name: str, count: int) -> None:
    choose(page, field, name)
    assert len(page.texts(ROWS)) == count
    assert status(page) == f"显示 {count} 条，共 10 条 · {name}"


def test_filters_work_together_and_are_cleared(page: Page) -> None:
    choose(page, "issuer", "柳溪小学")
    choose(page, "kind", "任务")
    assert page.texts(ROWS) == ["9月15日召开推进会"]
    choose(page, "unit", "财务科")
    assert page.texts(ROWS) == []
    assert page.texts("#nothing") == ["没有符合条件的条目。"]
    page.click("#clear")
    assert len(page.texts(ROWS)) == 10
    assert page.texts("#clear, #nothing") == []


@pytest.mark.parametrize(
    ("typed", "count"),
    [("推进", 6), ("逐校登记", 1), ("财务科 核查", 1), ("９月底", 1), ("无此", 0)],
)
def test_words_are_looked_for_in_work_units_and_source(page: Page, typed: str, count: int) -> None:
    page.click("#words")
    page.type(typed)
    assert len(page.texts(ROWS)) == count


def test_the_load_of_the_months_follows_the_other_filters(page: Page) -> None:
    choose(page, "unit", "督政科")
    loads = page.texts("button.load b")
    assert loads == [*"000000001000", "0"]
    label = page.value("document.querySelector(\"button[data-month='2020-09']\").ariaLabel")
    assert label == "9月：1 条（安排 0，任务 1，目标 0）"


def test_what_is_due_now_is_asked_for_with_one_click(page: Page) -> None:
    page.click("[data-quick='this-month']")
    assert len(page.texts(ROWS)) == 3
    page.click("[data-quick='this-month']")
    page.click("[data-quick='due']")
    assert len(page.texts(ROWS)) == 2
    page.click("[data-quick='due']")
    page.click("[data-quick='past']")
    assert len(page.texts(ROWS)) == 4
    page.click("[data-quick='nobody']")
    assert len(page.texts(ROWS)) == 3
    assert status(page) == "显示 3 条，共 10 条 · （未写明） · 时间已过"


def test_what_no_day_of_the_reader_fits_is_not_offered(page_of: Opener) -> None:
    page = page_of(year_of_work(), today="2031-02-03")
    assert page.texts("[data-quick]") == ["限期完成", "未写明责任单位"]


def test_a_click_or_enter_on_an_entry_opens_its_source(page: Page) -> None:
    assert page.texts(".raw") == []
    page.click("#m2020-09 summary")
    assert page.texts(".raw") == ["（一）9月15日召开推进会"]
    page.press("Enter")
    assert page.texts(".raw") == []
    page.click("#unfold")
    assert len(page.texts(".raw")) == 10


def test_the_whole_page_is_reached_by_keyboard(page: Page) -> None:
    page.press("Tab")
    assert page.value("document.activeElement.className") == "skip"
    assert page.value("document.activeElement.getBoundingClientRect().top") >= 0
    page.press("Enter", "Tab")
    assert page.value("document.activeElement.matches('#main summary')")
    style = "getComputedStyle(document.activeElement)"
    assert page.value(f"{style}.outlineStyle") == "solid"
    assert page.value(f"parseFloat({style}.outlineWidth)") >= 2
    page.press("Space")
    assert page.texts(".raw") == ["1. 开展春季开学督导"]


def test_every_control_has_a_name(page: Page) -> None:
    names = page.value(
        "[...document.querySelectorAll('button, select, input, a')]"
        ".filter(each => each.checkVisibility())"
        ".map(each => each.ariaLabel || each.labels?.[0]?.innerText || each.innerText)"
    )
    assert len(names) > 20
    assert all(name.strip() for name in names)


def test_the_chart_shows_what_the_filters_leave(page: Page) -> None:
    assert len(page.texts(LINES)) == 6
    choose(page, "kind", "目标")
    assert page.texts(LINES) == ["目标 年底合格率达到95%"]
    assert page.texts("#gantt summary") == ["1 项工作"]


def test_a_bar_stands_below_its_months(page: Page) -> None:
    middles = page.value(
        "[...document.querySelectorAll('#gantt .axis span span')].slice(0, 12)"
        ".map(each => { const box = each.getBoundingClientRect(); return box.x + box.width / 2 })"
    )
    left, right = page.value(
        "(() => { const box = document.querySelector('.bar.b4').getBoundingClientRect();"
        " return [box.left, box.right] })()"
    )
    under = [number for number, middle in enumerate(middles, 1) if left < middle < right]
    assert under == [4, 5, 6]


def test_a_line_of_the_chart_leads_to_its_entry(page: Page) -> None:
    page.value("[...document.querySelectorAll('#gantt a')].at(-1).focus()")
    page.press("Enter")
    assert page.texts(".raw") == ["迎接市级复评"]
    assert page.value("document.activeElement.closest('li').innerText.includes('迎接市级复评')")


def test_a_chart_of_thousands_opens_when_it_is_filtered(page_of: Opener) -> None:
    page = page_of(library(200, 10))
    assert page.texts(LINES) == []
    choose(page, "issuer", "第3督导室")
    assert len(page.texts(LINES)) == 50
    assert page.texts("#gantt summary") == ["50 项工作"]
    page.click("#clear")
    assert page.texts(LINES) == []
    assert status(page) == "共 2000 条"


def test_markup_in_documents_does_nothing(page_of: Opener) -> None:
    page = page_of(hostile())
    page.click("#unfold")
    page.value(
        "for (const each of document.querySelectorAll('button, summary, option')) each.click()"
    )
    choose(page, "unit", visible(HOSTILE[0]))
    page.click("#words")
    page.type(HOSTILE[1])
    assert page.value("globalThis.ran") is None
    assert page.value("document.querySelectorAll('img, iframe, script').length") == 1
    assert page.requests == []
    assert page.complaints == []


def test_hostile_words_are_all_seen(page_of: Opener) -> None:
    page = page_of(hostile())
    shown = " ".join(page.texts(ROWS))
    for bad in HOSTILE:
        assert visible(bad) in shown


def test_without_scripts_all_is_readable(page_of: Opener) -> None:
    page = page_of(year_of_work(), scripted=False)
    seen = page.ask("Accessibility.getFullAXTree")["nodes"]
    names = [each.get("name", {}).get("value", "") for each in seen if not each["ignored"]]
    assert any("年底合格率达到95%" in name for name in names)
    assert any(name.startswith("9月：3 条") for name in names)
    assert "清除筛选" not in names
    assert "打印" not in names


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("calendar", [year_of_work(), hostile()], ids=["plain", "hostile"])
def test_no_width_needs_sideways_scrolling(page_of: Opener, width: int, calendar: Calendar) -> None:
    page = page_of(calendar, width=width)
    page.click("#unfold")
    assert page.value("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("selector", ["h1", ".work", ".units", ".kind", ".stats dt", ".bar > span"])
def test_words_stand_out_from_their_ground(page_of: Opener, selector: str, dark: bool) -> None:
    page = page_of(year_of_work(), dark=dark)
    assert min(page.value(f"({_CONTRASTS})('{selector}')")) >= 4.5


_CONTRASTS = """
selector => {
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(part => part / 255)
      .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ground = each => {
    const colour = getComputedStyle(each).backgroundColor;
    return colour === 'rgba(0, 0, 0, 0)' && each.parentElement ? ground(each.parentElement) : colour;
  };
  return [...document.querySelectorAll(selector)].filter(each => each.checkVisibility()).map(each => {
    const pair = [light(getComputedStyle(each).color), light(ground(each))].sort((a, b) => b - a);
    return (pair[0] + .05) / (pair[1] + .05);
  });
}
"""


def test_dark_is_dark(page_of: Opener) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    seen = {page_of(year_of_work(), dark=dark).value(ground) for dark in (False, True)}
    assert len(seen) == 2


def printed(page: Page) -> tuple[list[str], list[tuple[float, float]]]:
    """The text of each page of the print, and their sizes in points."""
    pdfium = pytest.importorskip("pypdfium2")
    sheets = list(pdfium.PdfDocument(io.BytesIO(page.printed())))
    return ["".join(sheet.get_textpage().get_text_range().split()) for sheet in sheets], [
        sheet.get_size() for sheet in sheets
    ]


def test_it_prints_what_is_shown_on_a4(page: Page) -> None:
    choose(page, "month", "2020年9月")
    texts, sizes = printed(page)
    assert [tuple(map(round, size)) for size in sizes] == [(595, 842), (842, 595)]
    assert "显示3条，共10条·2020年9月" in texts[0]
    assert "9月15日召开推进会" in texts[0]
    assert "财务科（配合）" in texts[0]
    assert "春季开学" not in texts[0]
    assert "清除筛选" not in texts[0]
    assert "甘特图" in texts[1]


def test_a_long_print_cuts_no_row(page_of: Opener) -> None:
    texts, _ = printed(page_of(library(60, 10)))
    assert sum(text.count("通报结果") for text in texts) == 600
    assert sum(len(re.findall("开展第\\d+项专项督导并通报结果", text)) for text in texts) == 600


def test_a_deadline_inside_a_bar_stands_below_it(page_of: Opener) -> None:
    usual = year_of_work()
    series = [entry for entry in usual.entries if entry.series]
    due = replace(series[1], precision="deadline", start=None, end="2020-05-20")
    page = page_of(Calendar(usual.months, [*series, due]))
    boxes = page.value(
        "[...document.querySelectorAll('.bars .b4, .bars .deadline')]"
        ".map(each => each.getBoundingClientRect()).map(box => [box.top, box.bottom])"
    )
    assert len(boxes) == 2
    assert boxes[0][1] <= boxes[1][0]


def test_a_dark_screen_prints_light(page_of: Opener) -> None:
    page = page_of(year_of_work(), dark=True)
    page.ask("Emulation.setEmulatedMedia", media="print", features=_DARK)
    ink = page.value("getComputedStyle(document.body).color")
    assert ink == page_of(year_of_work()).value("getComputedStyle(document.body).color")
