"""What the page of a comparison holds, read as a browser's parser reads it."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from string import Formatter

import pytest
from lxml import html

from comparisons import HOSTILE, ISSUER, comparison, hostile
from duplan.comparison.model import PlanDiff
from duplan.writers.comparison.html import dump
from duplan.writers.comparison.manner import Manner
from duplan.writers.comparison.words import WORDS
from duplan.writers.visible import visible


def parsed(diff: PlanDiff, manner: Manner | None = None) -> html.HtmlElement:
    return html.document_fromstring(dump(diff, manner or Manner()))


def texts(page: html.HtmlElement, path: str) -> list[str]:
    return [" ".join("".join(each.itertext()).split()) for each in page.xpath(path)]


def tags(page: html.HtmlElement) -> set[str]:
    return {each.tag for each in page.iter() if isinstance(each.tag, str)}


def test_each_plan_is_in_its_own_order() -> None:
    page = parsed(comparison())
    titles = "//section[h2/@id='key_tasks']//ol[contains(@class, '{}')]/li//span[@class='title']"
    assert texts(page, titles.format("old")) == [
        "（一）加强队伍建设",
        "1. 编印督学手册",
        "2. 组织小学校长培训",
        "（二）检查食堂卫生和校车安全",
        "（三）制定学校章程",
        "（四）制定安全制度",
    ]
    assert texts(page, titles.format("new")) == [
        "（一）加强队伍建设",
        "1. 组织中小学书记校长全员培训",
        "（二）检查食堂卫生",
        "（三）检查校车安全",
        "（四）制定学校章程和安全制度",
    ]


def test_partners_have_one_number_and_lead_to_each_other() -> None:
    page = parsed(comparison())
    for item in page.xpath("//li[@data-change]"):
        (link,) = item.xpath("a/@href")
        (partner,) = page.xpath(f"//li[@id='{link[1:]}']")
        assert partner.get("data-change") == item.get("data-change")
        alone = item.get("data-verdict") in ("new", "dropped")
        assert (partner is item) == alone


def test_changed_words_are_marked_in_titles_and_texts() -> None:
    page = parsed(comparison())
    assert texts(page, "//span[@class='title']/del") == ["95%", "小学"]
    assert texts(page, "//details//del") == ["3"]
    assert texts(page, "//details//ins") == ["5"]


def test_reasons_counts_and_what_differs_about_the_plans() -> None:
    page = parsed(comparison(metadata=(ISSUER,)))
    assert "由3月推迟到5月" in texts(page, "//ul[@class='reasons']/li")
    assert texts(page, "//ul[@class='metadata']/li") == [
        "发文单位由槐安区教育局改为槐安区教育督导室"
    ]
    assert texts(page, "//div[@id='filters']/button") == [
        *("1新增", "1取消", "2调整", "1改期", "1拆分", "1合并", "1延续")
    ]


def test_only_what_is_asked_for() -> None:
    page = parsed(comparison(), Manner(verdicts=frozenset({"new"})))
    assert texts(page, "//span[@class='title']") == ["督导线上教学"]
    assert texts(page, "//p[@id='nothing' and not(@hidden)]") == []
    none = parsed(comparison(), Manner(verdicts=frozenset()))
    assert texts(none, "//p[@id='nothing' and not(@hidden)]") == ["没有这样的内容。"]


def test_plans_that_say_the_same() -> None:
    page = parsed(PlanDiff(comparison().old, comparison().new), Manner("en"))
    assert page.get("lang") == "en"
    assert texts(page, "//p[@class='same']")[0].startswith("Both plans say the same")


def test_only_its_own_style_and_script_may_act() -> None:
    page = parsed(hostile())
    (style,), (script,) = page.xpath("//style/text()"), page.xpath("//script/text()")
    digests = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.split("; ")[:3] == [
        "default-src 'none'",
        f"style-src 'sha256-{digests[0]}'",
        f"script-src 'sha256-{digests[1]}'",
    ]


@pytest.mark.parametrize("diff", [comparison(), hostile()])
def test_nothing_is_loaded_and_no_attribute_acts(diff: PlanDiff) -> None:
    page = parsed(diff)
    assert tags(page) <= tags(parsed(comparison(metadata=(ISSUER,))))
    attributes = [(name, value) for each in page.iter() for name, value in each.items()]
    assert not [name for name, _ in attributes if name.startswith("on") or name in ("src", "style")]
    assert all(value.startswith("#") for name, value in attributes if name in ("href", "action"))
    assert not re.search(r"url\(|@import|https?:", "".join(page.xpath("//style/text()")))


def test_what_a_document_says_is_shown_and_not_obeyed() -> None:
    written = dump(hostile(), Manner())
    page = html.document_fromstring(written)
    assert visible(HOSTILE) in texts(page, "//h1/span")
    assert not set("\x1b\u202e") & set(written)


def test_words_are_in_both_languages_with_the_same_values() -> None:
    for english, chinese in WORDS.values():
        values = [
            {name for _, name, _, _ in Formatter().parse(text) if name}
            for text in (english, chinese)
        ]
        assert values[0] == values[1]
        assert not re.search("[\u4e00-\u9fff]", english)


def test_the_same_comparison_gives_the_same_text() -> None:
    assert dump(comparison(), Manner()) == dump(comparison(), Manner())
    assert dump(comparison(), Manner()).endswith("</html>\n")
