"""What belongs to the site stays out of the running text, and nothing else does."""

from __future__ import annotations

from io import BytesIO

import pytest
from markup import named, read_html, running
from sites import ITEMS, PAGES, TITLE, Site

from duplan.pipeline import load

BODY = "<p>全年工作由各部门分头抓好落实，并按季度报送进展，年底统一组织考核验收。</p>"


def bare(text: str) -> str:
    """Text without white space."""
    return "".join(text.split())


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_documents_are_kept_and_sites_left_out(page: Site) -> None:
    source, _ = read_html(page.markup)
    shown = bare("".join(block.text for block in running(source)))
    at = 0
    for text in page.kept:
        assert bare(text) in shown[at:]
        at = shown.index(bare(text), at)
    assert [text for text in page.left if bare(text) in shown] == []


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_what_is_left_out_is_an_aside_and_named(page: Site) -> None:
    source, found = read_html(page.markup)
    asides = [aside for aside in source.asides if aside.story == "site"]
    assert len(named(found, "DP115")) == len(asides)
    outside = bare("".join(block.text for aside in asides for block in aside.blocks))
    hidden = bare("".join(named(found, "DP104")))
    unseen = ("不是正文", "AAAA", "Normal")
    for text in page.left:
        assert bare(text) in outside + hidden or text in unseen


@pytest.mark.parametrize(
    "name", ["trs", "tables", "breaks", "soup", "portal", "word", "web-form", "pre"]
)
def test_plans_are_read_from_pages_of_any_style(name: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "page.html"
    path.write_text(PAGES[name].markup, encoding="utf-8")
    (plan,) = load(path).plans
    assert plan.title == "芦洲区水务局2024年工作计划"
    assert [task.path for task in plan.key_tasks][:2] == [[1], [2]]


@pytest.mark.parametrize(
    "part",
    [
        "<header><h1>某某中学工作计划</h1></header>",
        "<div class=header>某某中学2024年工作计划</div>",
        "<article><header>二〇二四年度</header></article>",
        "<article><footer>某某中学 2024年1月</footer></article>",
        "<div class=bottom>" + "抓好安全工作，" * 40 + "</div>",
        "<div><a href=/1>甲</a>的工作由<a href=/2>乙</a>负责，<a href=/3>丙</a>配合实施</div>",
        "<ul><li><a href=1.doc>附件一</a><li><a href=2.doc>附件二</a><li><a href=3.xls>附件三</a></ul>",
        "<ul><li><a href=#a>第一节</a><li><a href=#b>第二节</a><li><a href=#c>第三节</a></ul>",
        "<div class=header><p>芦洲区水务局文件</p><p>芦水发〔2024〕3号</p></div>",
        "<table border=1>"
        + "<tr><td><a href=/1>一、完成堤防加固工程</a><td><a href=/2>工程科</a>" * 4
        + "</table>",
        "<p><a href=/1>甲</a><a href=/2>乙</a><a href=/3>丙</a></p>",
    ],
)
def test_in_doubt_text_is_kept(part: str) -> None:
    paragraphs = "".join(
        f"<p>第{at}项工作由各部门分头抓好落实，并按季度报送进展。</p>" for at in range(9)
    )
    source, found = read_html(f"<body>{part}<div>{paragraphs}</div></body>")
    assert not source.asides
    assert not found


def test_a_page_of_links_is_kept() -> None:
    links = "".join(f"<li><a href=/{at}>{at}月工作安排</a></li>" for at in range(1, 13))
    assert not read_html(f"<body><h3>目录</h3><div class=nav><ul>{links}</ul></div></body>")[
        0
    ].asides


def test_pages_of_word_processors_have_no_site() -> None:
    head = "<meta name=Generator content='Microsoft Word 15'>"
    links = "<div class=menu>" + "<a href=/1>甲</a>" * 5 + "</div>"
    assert not read_html(f"{head}{links}{BODY}")[0].asides
    assert read_html(f"{links}{BODY}")[0].asides


def test_buttons_in_a_line_do_not_part_it() -> None:
    source, found = read_html(
        "<p>甲<button>打印</button>乙<select><option>大</option></select></p>"
    )
    assert [block.text for block in running(source)] == ["甲乙"]
    assert named(found, "DP115") == ["打印", "大"]


@pytest.mark.parametrize(
    "box",
    [
        "<ul><li><b>发文机构：</b>芦洲区水利局</li><li><b>成文日期：</b>2024-01-12</li></ul>",
        "<div><div><span>发文机构：</span><span>芦洲区水利局</span></div><div>成文日期：2024-01-12</div></div>",
        "<table><tr><td>发文机构：芦洲区水利局</td><td>成文日期：2024-01-12</td></tr></table>",
        "<table><tr><td><b>发文机构</b></td><td>芦洲区水利局</td><td><b>成文日期</b></td><td>2024-01-12</td></tr></table>",
    ],
)
def test_index_boxes_of_any_make(box: str) -> None:
    paragraphs = "".join(f"<p>{item}</p>" for item in ITEMS)
    page = f"<body><div>{box}<h1>{TITLE}</h1>{paragraphs}</div></body>"
    (plan,) = load(BytesIO(page.encode())).plans
    assert plan.title == TITLE
    assert plan.issued == "2024-01-12"
