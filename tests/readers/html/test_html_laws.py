"""Laws: every input ends in a Source or an UnreadableError, and no character is lost."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markup import named, read_html
from sites import PAGES

from duplan.diagnostics import UnreadableError
from duplan.pipeline import load
from duplan.readers.file import File, Limits
from duplan.readers.html import read
from duplan.source import Block, Table

SAMPLE = PAGES["portal"].markup.encode()
HOLDERS = (
    "div", "p", "span", "b", "font", "a href='/x'", "table", "table border=1", "tr", "td", "th", "ul",
    "ol", "li", "h2", "pre", "nav", "header", "footer", "aside", "form", "button", "center", "dl", "dt",
    "dd", "sup", "ruby", "div class=menu", "div id=foot", "p style='display:none'", "details", "o:p",
    "span style='mso-list:Ignore'", "li value=3", "td rowspan=2", "section", "article", "label",
)  # fmt: skip
WORDS = st.text(st.sampled_from("甲乙丙丁戊己庚辛 \n　督导计划要点一、二（三）"), max_size=5)
BREAKS = st.sampled_from(
    [
        "<br>",
        "<hr>",
        "<img alt=x>",
        "<!-- x -->",
        "&nbsp;",
        "<p>",
        "</div>",
        "</body>",
        "</html>",
        "<head>",
    ]
)


def holder(inside: str, tag: str) -> str:
    """Markup within an element."""
    return f"<{tag}>{inside}</{tag.split()[0]}>"


MARKUP = st.recursive(
    WORDS | BREAKS,
    lambda inner: st.lists(
        inner | st.builds(holder, inner, st.sampled_from(HOLDERS)), max_size=4
    ).map("".join),
    max_leaves=30,
)


def visible(text: str) -> Counter[str]:
    """The visible characters of a text."""
    return Counter("".join(text.split()))


def blocks_of(part: Block | Table) -> list[Block]:
    """The paragraphs of a part of the content."""
    return [part] if isinstance(part, Block) else list(part.blocks())


def check(data: bytes, limits: Limits | None = None) -> None:
    """Reads bytes that may be anything."""
    try:
        source, diagnostics = read(File(data, limits=limits or Limits()))
    except UnreadableError as error:
        assert error.message("en")
        assert error.message("zh")
        return
    assert [block.index for block in source.blocks] == list(range(len(source.blocks)))
    shown = [block.index for part in source.content for block in blocks_of(part)]
    aside = [block.index for each in source.asides for block in each.blocks]
    assert sorted(shown + aside) == list(range(len(source.blocks)))
    assert all("\n" not in block.text and len(block.path) < 300 for block in source.blocks)
    for diagnostic in diagnostics:
        assert diagnostic.message("en")
        assert diagnostic.message("zh")


@given(MARKUP)
@settings(max_examples=300)
def test_no_character_is_lost(markup: str) -> None:
    page = f"<body><p>始</p>{markup}</body>"
    source, found = read_html(page)
    plain = page
    for tag in (
        *(f"<{name}>" for name in HOLDERS),
        "<br>",
        "<hr>",
        "<img alt=x>",
        "<!-- x -->",
        "<body>",
        "</html>",
        "<head>",
    ):
        plain = plain.replace(tag, "")
    for name in (*HOLDERS, "body"):
        plain = plain.replace(f"</{name.split()[0]}>", "")
    plain = plain.replace("<p>", "").replace("&nbsp;", "")
    shown = visible("".join(block.text for block in source.blocks))
    labels = visible("".join(block.label for block in source.blocks))
    hidden = visible("".join(named(found, "DP104")))
    lost = visible(plain) - shown - hidden
    assert not lost - labels
    assert not shown - visible(plain)


@given(MARKUP)
def test_any_markup(markup: str) -> None:
    check(markup.encode())


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    check(data)
    check(b"<html><body>" + data)


@given(st.integers(0, len(SAMPLE)))
@settings(max_examples=60)
def test_truncated_pages(length: int) -> None:
    check(SAMPLE[:length])


@given(st.integers(0, len(SAMPLE) - 1), st.binary(min_size=1, max_size=3))
@settings(max_examples=60)
def test_damaged_pages(at: int, content: bytes) -> None:
    check(SAMPLE[:at] + content + SAMPLE[at + 1 :])


HOSTILE = {
    "deep": b"<div>" * 3000 + b"x",
    "deep tables": b"<table border=1><tr><td>a<td>" * 600,
    "deep lists": b"<ol reversed><li>" * 900,
    "unclosed": b"<p><font>x" * 3000,
    "attributes": b"<p " + b" ".join(b"a%d=1" % at for at in range(100_000)) + b">x",
    "one tag": b"<p title='" + b"x" * 1_000_000 + b"'>x",
    "elements": b"<span>x</span>" * 120_000,
    "opening": b"<" * 2_000_000,
    "comments": b"<!--" * 100_000 + b"x",
    "sheet": b"<style>" + b"/*" * 200_000 + b"{" * 200_000 + b"</style>x",
    "lines": b"<pre>" + b"\n" * 1_000_000,
    "spans": b"<table border=1><tr><td rowspan=65534 colspan=1000>x<td>y" + b"<tr><td>z" * 20_000,
    "entities": b"<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><p>&b;&b;</p>",
    "metas": b"<meta " * 50_000 + b"x",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_end(data: bytes) -> None:
    check(b"<html><body>" + data)
    with suppress(UnreadableError):
        load(BytesIO(b"<html><body>" + data))


def test_deep_pages_are_read_whole_or_refused() -> None:
    """Newer versions of libxml2 have a bound for the depth, older ones have none."""
    try:
        source, _ = read_html("<div>" * 3000 + "甲" + "</div>" * 3000 + "<p>乙")
    except UnreadableError as error:
        assert error.kind == "too-complex"
    else:
        assert [block.text for block in source.blocks] == ["甲", "乙"]


def test_decoration_may_pile_up() -> None:
    source, _ = read_html("<font>" * 3000 + "x" + "<p><b>一" * 1000)
    assert len(source.blocks) == 1001


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<i>x</i>" * 120_000, "too-complex"),
        ("<p " + "x " * 600 + "y" * 2000 + ">x", "too-complex"),
        ("<p>x", "too-large"),
        ("<p>" + "x<br>" * 10, "too-large"),
    ],
)
def test_limits(markup: str, kind: str) -> None:
    limits = Limits(text=3, paragraphs=3) if markup == "<p>x" else Limits(paragraphs=3)
    with pytest.raises(UnreadableError) as caught:
        read(File(markup.encode(), limits=limits))
    assert caught.value.kind == kind
