"""``duplan search``: what is printed for people and for programs, exit codes, the words of refusals."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplan.calendar.model import PlanName
from duplan.cli.console import Console
from duplan.cli.hits import hits
from duplan.cli.layout import cells
from duplan.library import index
from duplan.library.index import NoSearchError
from duplan.library.search import Hit

PLAN = """\
清溪区教育督导室{year}年工作计划
一、工作目标
1.义务教育巩固率达到99%。
二、重点工作
（一）开展督学培训
举办责任督学业务培训班两期，邀请专家授课，组织到先进区县跟班学习，交流挂牌督导经验，提高督导能力，培训结束后考核。
三、逐月安排
九月
1.检查学校食堂
"""


Run = Callable[..., Any]


@pytest.fixture
def office(run_line: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """The command line, in a folder with two plans, with a cache of its own."""
    folder = tmp_path / "计划 库"
    (folder / "旧").mkdir(parents=True)
    (folder / "2020.txt").write_text(PLAN.format(year=2020), "utf-8")
    (folder / "旧" / "2019.txt").write_text(PLAN.format(year=2019), "utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DUPLAN_LANG", "en")
    monkeypatch.setenv("DUPLAN_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("DUPLAN_LIBRARY", raising=False)
    return run_line


def test_hits_stand_below_their_plans_with_their_places(office: Run) -> None:
    assert office("search", "食堂") == (
        0,
        "清溪区教育督导室2020年工作计划  清溪区教育督导室\n"
        "  2020.txt:9  schedule 九月\n"
        "    检查学校【食堂】\n"
        "\n"
        "清溪区教育督导室2019年工作计划  清溪区教育督导室\n"
        "  旧/2019.txt:9  schedule 九月\n"
        "    检查学校【食堂】\n",
        "",
    )


def test_titles_and_texts_are_marked_in_a_line_each(office: Run) -> None:
    out = office("search", "督學 培訓", "--year", "2020", "--lang", "zh").out
    lines = out.splitlines()
    assert lines[1] == "  2020.txt:5  任务 （一）"
    assert lines[2] == "    开展【督学培训】"
    assert lines[3].startswith("    举办责任【督学】业务【培训】班两期")
    assert lines[3].endswith("…")
    assert len(lines) == 4


def test_json_tells_where_the_words_stand(office: Run) -> None:
    answer = json.loads(office("search", "义务教育", "--to", "json").out)
    assert (answer["schema_version"], answer["words"], answer["count"]) == (
        "1.0",
        ["义务教育"],
        2,
    )
    first = answer["hits"][0]
    assert first == {
        "plan": {
            "title": "清溪区教育督导室2020年工作计划",
            "issuer": "清溪区教育督导室",
            "year": 2020,
            "source": "2020.txt",
            "number": 1,
        },
        "part": "goal",
        "id": first["id"],
        "label": "1.",
        "title": "义务教育巩固率达到99%",
        "text": first["text"],
        "line": 3,
        "matches": {"title": [[0, 4]], "text": []},
    }


def test_json_lines_hold_a_hit_each(office: Run) -> None:
    ran = office("search", "食堂", "--to", "jsonl")
    assert [json.loads(line)["plan"]["year"] for line in ran.out.splitlines()] == [2020, 2019]


def test_nothing_found_is_said_and_ends_with_1(office: Run) -> None:
    ran = office("search", "火星")
    assert (ran.code, ran.out) == (1, "")
    assert "nothing in the library holds this" in ran.err
    ran = office("search", "火星", "--to", "json")
    assert (ran.code, json.loads(ran.out)["count"]) == (1, 0)
    assert office("search", "食堂", "--part", "task,goal").code == 1


def test_of_words_that_are_never_together_each_is_counted(office: Run) -> None:
    ran = office("search", "食堂", "“督学 培训”", "火星基地")
    assert (ran.code, ran.out) == (1, "")
    assert "(食堂: 2, 督学培训: 2, 火星基地: 0)" in ran.err


def test_at_most_so_many_are_shown_and_the_rest_counted(office: Run) -> None:
    ran = office("search", "食堂", "-n", "1")
    assert (ran.code, ran.out.count("食堂")) == (0, 1)
    assert ran.err == "2 found, the first 1 shown; -n 2 shows all\n"
    assert office("search", "食堂", "-n", "2").err == ""


def test_an_unreadable_file_is_named_and_the_rest_searched(office: Run) -> None:
    Path("坏.docx").write_bytes(b"PK\x03\x04 no archive")
    ran = office("search", "食堂")
    assert (ran.code, ran.out.count("食堂")) == (0, 2)
    assert ran.err.startswith("duplan: 坏.docx: ")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "WORD... is missing"),
        (("。",), "nothing to search for"),
        (("教" * 200,), "at most 128"),
        (("食堂", "--to", "csv"), "text, json, jsonl"),
        (("食堂", "--part", "measures"), "goal, task, entry"),
        (("食堂", "--kind", "书"), "--kind"),
        (("食堂", "-n", "0"), "from 1 up"),
        (("食堂", "--library", "nowhere"), "nowhere"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(
    office: Run, arguments: tuple[str, ...], said: str
) -> None:
    ran = office("search", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_without_fts5_one_line_says_what_to_do(
    office: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise NoSearchError

    monkeypatch.setattr(index, "_need_fts5", fail)
    ran = office("search", "食堂")
    assert (ran.code, ran.out) == (2, "")
    assert "FTS5" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("title", "year", "heading"),
    [
        ("某县113学年度计划", 2024, "2024  某县113学年度计划  某局"),
        ("某县2024年计划", 2024, "某县2024年计划  某局"),
        ("某县计划", None, "某县计划  某局"),
        (None, 2024, "2024  (no title)  某局"),
    ],
)
def test_the_year_is_said_where_the_title_does_not(
    title: str | None, year: int | None, heading: str
) -> None:
    found = Hit(
        PlanName(title, "某局", year, "a", 1), "a", "goal", "", "", "", "教", 1, (), ((0, 1),)
    )
    assert next(hits([found], Console("en"), 80)) == heading + "\n"


def hit(text: str, spans: list[tuple[int, int]], title: str = "") -> Hit:
    plan = PlanName("计\x1b[31m划", "某\u202e局", 2020, "a\n.txt", 1)
    return Hit(plan, "a.txt", "task", "s1", "（一）", title, text, 3, (), tuple(spans))


def test_matches_are_shown_whole() -> None:
    text = "龘督导评估报告" * 40
    spans = [(at, at + 6) for at in range(1, len(text), 7)]
    for width in range(40, 60):
        shown = "".join(hits([hit(text, spans)], Console("zh"), width)).splitlines()[-1]
        assert set(re.findall("【(.*?)】", shown)) == {"督导评估报告"}


def test_nothing_of_a_document_reaches_the_terminal_as_a_command() -> None:
    shown = "".join(hits([hit("检\x1b]0;x\x07查\n食堂", [(0, 1)])], Console("en"), 80))
    assert {char for char in shown if not char.isprintable()} == {"\n"}


@given(st.data())
def test_lines_keep_their_width_and_show_a_match(data: st.DataObject) -> None:
    text = data.draw(st.text("督导a 。，\n", min_size=1, max_size=200))
    text = text * data.draw(st.sampled_from([1, 1, 40]))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    width = data.draw(st.integers(40, 100))
    shown = "".join(hits([hit(text, [(start, end)], title=text)], Console("zh"), width))
    assert all(cells(line) <= width for line in shown.splitlines())
    assert shown.count("【") == shown.count("】") == 1
    marked = shown.partition("【")[2].partition("】")[0]
    assert text[start:end].replace("\n", " ").startswith(marked)
    assert marked
