"""Searching a library: what is found, in which order, where it stands, and what nobody can break."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import make_folder, plan_text

from duplan.library import Library, index, refresh, shelf, signature
from duplan.library.index import NoSearchError
from duplan.library.search import Hit
from duplan.library.terms import TermError
from duplan.library.tokens import folded, spans, tokens

PLAN = """\
槐安区教育局2021年工作计划
一、工作目标
1.义务教育巩固率达到99%。
2.建成K12智慧校园平台，完成1—2个试点。
二、重点工作
（一）推进校园安全专项督导
组织督学开展冬季检查。每学期培训保安2次，对义务教育学校周边逐一排查。
（二）加强队伍建设
举办督学业务培训班，组织责任督学到外区学习。
（三）督学培训
三、逐月安排
九月
1.检查学校食堂，通报结果
十月
1.总结乾元巷小学经验
"""


def found(library: Library, *typed: str, **options: Any) -> list[Hit]:
    answer = library.search(typed, **options)
    hits = list(answer.hits)
    assert answer.count >= len(hits)
    return hits


def texts(hits: list[Hit]) -> list[str]:
    return [hit.title or hit.text for hit in hits]


def marked(hit: Hit) -> list[str]:
    return [
        *(hit.title[start:end] for start, end in hit.in_title),
        *(hit.text[start:end] for start, end in hit.in_text),
    ]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    root = tmp_path_factory.mktemp("search")
    (root / "plans").mkdir()
    (root / "plans" / "a.txt").write_text(PLAN, "utf-8")
    library = Library(root / "plans", str(root / "c.sqlite3"))
    assert library.refresh() == []
    yield library
    library.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(make_folder(tmp_path), str(tmp_path / "cache" / "c.sqlite3"))
    assert opened.refresh() == []
    yield opened
    opened.close()


@pytest.mark.parametrize("typed", ["义务教育", "義務教育", "“義務教育”", "义 务教育"])
def test_either_script_finds_goals_and_tasks(shared: Library, typed: str) -> None:
    hits = found(shared, typed)
    assert {hit.part for hit in hits} == {"goal", "task"}
    assert {"".join(marked(hit)) for hit in hits} == {"义务教育"}


def test_traditional_plans_are_found_too(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text(
        "學校113學年度工作計畫\n一、重點工作\n（一）推動閱讀教育\n", "utf-8"
    )
    library = Library(tmp_path, str(tmp_path / "c" / "c.sqlite3"))
    library.refresh()
    assert texts(found(library, "阅读")) == texts(found(library, "閱讀")) == ["推动阅读教育"]


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("堂，通", "堂，通"),  # across a mark, and no word
        ("堂通", "堂，通"),
        ("k12", "K12"),
        ("Ｋ１２", "K12"),
        ("99%", "99"),
        ("乾元巷", "乾元巷"),
        ("2次", "2次"),
    ],
)
def test_any_part_of_a_text_is_found(shared: Library, typed: str, mark: str) -> None:
    (hit,) = found(shared, typed)
    assert marked(hit) == [mark]


@pytest.mark.parametrize("typed", ["检查每学期", "12", "食堂2", "“义务 周边”"])
def test_what_does_not_stand_there_is_not_found(shared: Library, typed: str) -> None:
    assert found(shared, f"“{typed}”") == []


def test_all_words_have_to_stand_in_one_passage(shared: Library) -> None:
    (hit,) = found(shared, "义务教育 保安")
    assert hit.id and sorted(marked(hit)) == ["义务教育", "保安"]
    assert found(shared, "保安", "食堂") == []


def test_a_term_is_found_in_its_words_and_in_quotes_as_it_is(shared: Library) -> None:
    apart, whole = found(shared, "督学培训"), found(shared, "“督学培训”")
    assert texts(whole) == ["督学培训"]
    assert texts(apart) == ["督学培训", "加强队伍建设", "推进校园安全专项督导"]
    assert marked(apart[1]) == ["督学", "培训", "督学"]


def test_titles_come_before_texts_and_words_before_their_halves(tmp_path: Path) -> None:
    lines = ["槐安区2020年工作计划", "一、重点工作"]
    lines += ["（一）做好保障", "成立工作组，发展教育，召开会议。"]
    lines += ["（二）做好支持", "成立工作组，德育体育，召开会议。"]
    lines += ["（三）发展教育", "成立工作组，走访慰问，召开会议。"]
    (tmp_path / "a.txt").write_text("\n".join(lines), "utf-8")
    library = Library(tmp_path, str(tmp_path / "c" / "c.sqlite3"))
    library.refresh()
    assert texts(found(library, "教育")) == ["发展教育", "做好保障"]
    assert texts(found(library, "育")) == ["发展教育", "做好支持", "做好保障"]


def test_equals_come_by_year_then_by_place(library: Library) -> None:
    hits = found(library, "责任区调整")
    assert [(hit.plan.year, hit.plan.source) for hit in hits] == [
        (2020, "b.txt"),
        (2020, "学校/c.md"),
        (2019, "a 2019.txt"),
    ]
    assert found(library, "责任区调整", most=2) == hits[:2]
    assert library.search(["责任区调整"], most=2).count == 3


def test_filters(library: Library) -> None:
    assert {hit.plan.year for hit in found(library, "督导", year=2019)} == {2019}
    assert {hit.plan.issuer for hit in found(library, "督导", issuer="柳溪縣")} == {"柳溪县教育局"}
    assert {hit.part for hit in found(library, "督导", parts=("goal",))} == {"goal"}
    assert {hit.part for hit in found(library, "督导")} == {"goal", "task", "entry"}
    assert found(library, "督导", kind="总结") == []


def test_the_place_is_told(shared: Library) -> None:
    (hit,) = found(shared, "食堂")
    assert (hit.part, hit.label, hit.line, hit.plan.source) == ("entry", "九月", 13, "a.txt")
    assert hit.path == os.path.join(shared.folder.path, "a.txt")  # noqa: PTH118


PASSAGES = [
    "义务教育巩固率达到99%。",
    "建成K12智慧校园平台，完成1—2个试点。",
    "组织督学开展冬季检查。每学期培训保安2次，对义务教育学校周边逐一排查。",
    "检查学校食堂，通报结果",
]


@given(st.data())
def test_a_quoted_part_of_a_passage_is_found_where_it_stands(
    shared: Library, data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from(PASSAGES))
    spelled = [*tokens(text)]
    start = data.draw(st.integers(0, len(spelled) - 1))
    end = data.draw(st.integers(start, len(spelled) - 1))
    part = text[spelled[start].start : spelled[end].end]
    phrase = [each.text for each in tokens(part)]
    if set(phrase) == {"。"}:
        return
    while phrase[-1] == "。":
        phrase.pop()
    while phrase[0] == "。":
        phrase.pop(0)
    hits = found(shared, f"「{part}」")
    assert hits
    for hit in hits:
        marks = marked(hit)
        assert marks
        assert all("".join(phrase) in "".join(each.text for each in tokens(mark)) for mark in marks)


@given(st.lists(st.text(), max_size=4))
def test_no_text_breaks_the_search(shared: Library, typed: list[str]) -> None:
    try:
        hits = found(shared, *typed)
    except TermError:
        return
    for hit in hits:
        spans = [*hit.in_title, *hit.in_text]
        assert spans
        assert all(0 <= start < end <= len(hit.title + hit.text) for start, end in spans)


@pytest.mark.parametrize(
    "typed",
    [
        '"', '""', "*", "NEAR(教育 督导, 3)", "title_words : 教育", "教育 AND", "OR NOT", "^教育*",
        "-教育", "(教育", "教育)", "'; DROP TABLE search", "“教育", "教\x00育", "\udcff教育", "教育\\",
        "一 " * 128, "教" * 128, "a.b.c", "１" * 128,
    ],
)  # fmt: skip
def test_nothing_typed_is_syntax(shared: Library, typed: str) -> None:
    before = len(shared.notices)
    try:
        found(shared, typed)
    except TermError:
        assert not any(char.isalnum() for char in typed)
    assert len(shared.notices) == before


@pytest.mark.parametrize(
    ("typed", "problem"), [("", "nothing"), ("“。”，—", "nothing"), ("教" * 129, "long")]
)
def test_what_can_not_be_looked_for_is_refused(shared: Library, typed: str, problem: str) -> None:
    with pytest.raises(TermError) as caught:
        shared.search([typed])
    assert caught.value.problem == problem


@given(st.text())
def test_folding_keeps_places(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@given(st.text("教育督导，。 aB", max_size=30), st.lists(st.text("教育督", min_size=1, max_size=3)))
def test_spans_are_where_phrases_stand(text: str, phrases: list[str]) -> None:
    found = spans(text, [tuple(phrase) for phrase in phrases])
    inside = {at for start, end in found for at in range(start, end)}
    assert sum(end - start for start, end in found) == len(inside)
    expected: set[int] = set()
    for phrase in phrases:
        pattern = "(?=(" + "[， ]*".join(phrase) + "))"
        for match in re.finditer(pattern, text):
            expected |= {*range(*match.span(1))}
    assert inside == expected


def test_the_index_follows_the_files(library: Library, tmp_path: Path) -> None:
    assert len(found(library, "责任区调整")) == 3
    (tmp_path / "plans" / "b.txt").unlink()
    (tmp_path / "plans" / "a 2019.txt").write_text(plan_text(work="举办演讲比赛"), "utf-8")
    (tmp_path / "plans" / "copy.md").write_bytes(
        (tmp_path / "plans" / "学校" / "c.md").read_bytes()
    )
    library.refresh()
    assert [hit.plan.source for hit in found(library, "演讲")] == ["a 2019.txt"] * 3
    assert [hit.plan.source for hit in found(library, "柳溪 督导")] == []
    issued = found(library, "开学", issuer="柳溪县")
    assert {hit.plan.source for hit in issued} == {"copy.md", "学校/c.md"}


def test_unreadable_files_do_not_stand_in_the_way(library: Library, tmp_path: Path) -> None:
    (tmp_path / "plans" / "bad.docx").write_bytes(b"PK\x03\x04 no archive")
    assert [problem.source for problem in library.refresh()] == ["bad.docx"]
    assert len(found(library, "责任区调整")) == 3


def test_other_folders_are_not_searched(library: Library, tmp_path: Path) -> None:
    assert found(library, "调整")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "o.txt").write_text(PLAN, "utf-8")
    other = Library(tmp_path / "other", str(tmp_path / "cache" / "c.sqlite3"))
    other.refresh()
    assert found(other, "责任区调整") == []
    assert {hit.plan.source for hit in found(other, "督学")} == {"o.txt"}
    other.close()


def test_what_was_dropped_is_never_found_as_something_else(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "_WASTE", 0)
    expected = found(library, "督导")
    for number in range(12):  # each has its own records; those of three are kept
        monkeypatch.setattr(refresh, "program", lambda number=number: f"other-{number}")
        with_new = Library(tmp_path / "plans", str(tmp_path / "cache" / "c.sqlite3"))
        with_new.refresh()
        assert found(with_new, "督导") == expected
        with_new.close()
    connection = sqlite3.connect(tmp_path / "cache" / "c.sqlite3")
    (rows,) = connection.execute("SELECT count(*) FROM search_docsize").fetchone()
    (live,) = connection.execute("SELECT sum(passages) FROM indexed").fetchone()
    assert live <= rows <= 3 * live
    connection.close()


def test_a_number_that_is_used_again_finds_nothing_old(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(library, "责任区调整")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "o.txt").write_text(PLAN, "utf-8")
    other = Library(tmp_path / "other", str(tmp_path / "cache" / "c.sqlite3"))
    other.refresh()
    assert len(found(other, "食堂")) == 1
    other.close()
    monkeypatch.setattr(signature, "_RACY", 0)  # files so new are looked at again each time
    library.refresh()
    later = shelf._today() + 200
    monkeypatch.setattr(shelf, "_today", lambda: later)
    library.refresh()  # what is in the other folder wasn't seen for long
    (tmp_path / "plans" / "new.txt").write_text(PLAN.replace("食堂", "宿舍"), "utf-8")
    library.refresh()
    assert [hit.plan.source for hit in found(library, "宿舍")] == ["new.txt"]
    assert found(library, "食堂") == []


def test_a_broken_index_is_made_anew(library: Library, tmp_path: Path) -> None:
    expected = found(library, "督导")
    connection = sqlite3.connect(tmp_path / "cache" / "c.sqlite3")
    connection.execute("UPDATE search_data SET block = x'7f7f7f7f7f7f7f7f7f' WHERE id > 10")
    connection.commit()
    connection.close()
    again = Library(tmp_path / "plans", str(tmp_path / "cache" / "c.sqlite3"))
    again.refresh()
    assert found(again, "督导") == expected
    assert [notice.kind for notice in again.notices] == ["rebuilt"]
    again.close()


def test_what_was_indexed_before_an_interruption_is_kept(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "_BATCH", 1)

    def stop(done: int, total: int) -> None:
        assert total == 3
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.search(["责任区调整"], progress=stop)
    heard: list[tuple[int, int]] = []
    hits = found(library, "责任区调整", progress=lambda *state: heard.append(state))
    assert heard == [(0, 1)]
    assert len(hits) == 3


def test_it_searches_without_a_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    library = Library(make_folder(tmp_path), str(tmp_path / "file" / "c.sqlite3"))
    library.refresh()
    assert len(found(library, "责任区调整")) == 3
    assert [notice.kind for notice in library.notices] == ["without"]


def test_without_fts5_it_says_so(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    class Connection:
        def execute(self, sql: str) -> None:
            raise sqlite3.OperationalError(f"no such module: fts5 in {sql}")

        def close(self) -> None:
            pass

    monkeypatch.setattr("duplan.library.index.sqlite3.connect", lambda _: Connection())
    with pytest.raises(NoSearchError):
        library.search(["督导"])


_PROCESS = """
import json, sys
from duplan.library import Library
if __name__ == "__main__":
    library = Library(sys.argv[1], sys.argv[2])
    library.refresh()
    sys.stdin.readline()
    found = library.search(["督导"])
    print(json.dumps([found.count, library.notices == []]))
"""


def test_processes_fill_the_index_together(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    for number in range(40):
        text = plan_text(year=2000 + number % 20, work=f"开展第{number}次督导")
        (tmp_path / "plans" / f"{number}.txt").write_text(text, "utf-8")
    script = tmp_path / "script.py"
    script.write_text(_PROCESS, "utf-8")
    cache = tmp_path / "c.sqlite3"
    Library(tmp_path / "plans", str(cache)).refresh()
    processes = [
        subprocess.Popen(
            [sys.executable, script, tmp_path / "plans", cache],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for _ in range(3)
    ]
    for each in processes:
        assert each.stdin
        each.stdin.write(b"\n")
        each.stdin.flush()
    answers = [json.loads(each.communicate()[0]) for each in processes]
    connection = sqlite3.connect(cache)
    (holding,) = connection.execute(
        "SELECT count(*) FROM passage WHERE instr(title || text, '督导')"
    ).fetchone()
    assert answers == [[holding, True]] * 3
    (rows,) = connection.execute("SELECT count(*) FROM search_docsize").fetchone()
    (passages,) = connection.execute("SELECT count(*) FROM passage").fetchone()
    assert rows == passages
    connection.close()


def test_jieba_is_needed_for_new_files_only(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import sys\nfrom duplan.library import Library\n"
        "library = Library(sys.argv[1], sys.argv[2])\nlibrary.refresh()\n"
        "jieba = 'jieba' in sys.modules\nlibrary.search(['督导评估报告'])\n"
        "print(jieba, 'jieba' in sys.modules)",
        "utf-8",
    )
    folder = make_folder(tmp_path)
    runs = [
        subprocess.run(
            [sys.executable, script, folder, tmp_path / "c" / "c.sqlite3"],
            capture_output=True,
            check=True,
        ).stdout.split()
        for _ in range(2)
    ]
    assert runs == [[b"False", b"True"], [b"False", b"False"]]
