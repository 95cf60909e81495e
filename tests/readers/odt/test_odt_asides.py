"""Notes, comments, headers and footers stand outside the running text."""

from __future__ import annotations

from odts import found, p, read_odt, style

from duplan.source import Span

NOTE = (
    '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation>'
    "<text:note-body>{}</text:note-body></text:note>"
)
COMMENT = (
    "<office:annotation><dc:creator>某人</dc:creator><dc:date>2024-01-01</dc:date>{}"
    "</office:annotation>"
)
PAGE = "<text:page-number>3</text:page-number>"


def asides(body: str, **parts: str) -> list[tuple[str, list[str], Span | None]]:
    """(story, texts, anchor) of every aside."""
    source, _ = read_odt(body, **parts)
    return [(each.story, [b.text for b in each.blocks], each.anchor) for each in source.asides]


def master(inside: str, name: str = "Standard", more: str = "") -> str:
    """A page style."""
    return f'<style:master-page style:name="{name}" {more}>{inside}</style:master-page>'


def test_notes_and_comments_have_anchors() -> None:
    note = NOTE.format("footnote", p("注"))
    body = p("甲") + p(
        "乙" + note + "丙" + COMMENT.format(p("批") + p("注")) + NOTE.format("endnote", p("尾"))
    )
    assert asides(body) == [
        ("footnote", ["注"], Span(1, 1, 1)),
        ("comment", ["批", "注"], Span(1, 2, 2)),
        ("endnote", ["尾"], Span(1, 2, 2)),
    ]
    source, diagnostics = read_odt(body)
    assert source.blocks[1].text == "乙丙"
    assert [each.code for each in diagnostics] == ["DP106"] * 3
    assert diagnostics[1].values == {"story": "comment", "text": "批 注"}


def test_a_comment_in_a_note() -> None:
    body = p("甲" + NOTE.format("footnote", p("注" + COMMENT.format(p("批")))))
    assert asides(body) == [
        ("footnote", ["注"], Span(0, 1, 1)),
        ("comment", ["批"], Span(1, 1, 1)),
    ]


def test_headers_and_footers() -> None:
    masters = master(
        f"<style:header>{p('督导室文件')}</style:header>"
        f"<style:header-first>{p('首页')}</style:header-first>"
        f'<style:footer style:display="false">{p("不显示")}</style:footer>'
    )
    assert asides(p("甲"), masters=masters) == [
        ("header", ["督导室文件"], None),
        ("header", ["首页"], None),
    ]


def test_page_numbers_are_not_named() -> None:
    masters = master(f"<style:footer>{p(f'— {PAGE} —')}{p('某区督导室')}</style:footer>")
    source, diagnostics = read_odt(p("甲"), masters=masters)
    assert [block.text for block in source.blocks] == ["甲", "— 3 —", "某区督导室"]
    assert [each.values["text"] for each in diagnostics] == ["某区督导室"]


def test_only_pages_that_the_text_has() -> None:
    masters = (
        master(f"<style:header>{p('普通')}</style:header>")
        + master(f"<style:header>{p('首')}</style:header>", "First", 'style:next-style-name="Rest"')
        + master(f"<style:header>{p('次')}</style:header>", "Rest")
        + master(f"<style:header>{p('未用')}</style:header>", "Unused")
    )
    automatic = style("P", more='style:master-page-name="First"')
    heads = [
        texts
        for _, texts, _ in asides(p("甲") + p("乙", "P"), automatic=automatic, masters=masters)
    ]
    assert heads == [["首"], ["普通"], ["次"]]


def test_hidden_notes_are_left_out() -> None:
    hidden = style("run", text='text:display="none"', family="text")
    span = f'<text:span text:style-name="run">{NOTE.format("footnote", p("注"))}暗</text:span>'
    assert asides(p("甲" + span), automatic=hidden) == []
    assert found(p("甲" + span), automatic=hidden) == [("DP104", {"text": "注暗"})]
