"""``duplan parse``: formats, several inputs, outputs, findings, exit codes."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
import yaml

from duplan.plan import Document
from duplan.writers import yaml as yaml_writer

Run = Callable[..., Any]


def put(name: str, content: str = "计划") -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return name


def names_in(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def test_yaml_by_default(duplan: Run, document: Document) -> None:
    done = duplan("parse", put("a.docx"))
    assert done.code == 0
    read = yaml_writer.load(done.out)
    assert read.source.name == "a.docx"
    assert read.plans[0].title == document.plans[0].title


def test_json(duplan: Run) -> None:
    out = duplan("parse", put("a.docx"), "--to", "json").out
    assert json.loads(out)["plans"][0]["kind"] == "计划"
    assert "槐安区" in out
    assert out.endswith("}\n")
    assert "provenance" not in out


def test_provenance_comes_last(duplan: Run) -> None:
    def check(part: Any) -> int:
        if isinstance(part, list):
            return sum(map(check, part))
        if not isinstance(part, dict):
            return 0
        if "provenance" in part:
            assert list(part)[-1] == "provenance"
        return ("provenance" in part) + sum(map(check, part.values()))

    out = duplan("parse", put("a.docx"), "--to", "json", "--provenance").out
    assert check(json.loads(out)) > 10


def test_markdown(duplan: Run) -> None:
    out = duplan("parse", put("a.docx"), "-t", "markdown").out
    assert out.startswith("<!-- duplan 1.0 -->\n\n# 槐安区2020年教育督导工作计划\n")
    refused = duplan("parse", "a.docx", "-t", "markdown", "--provenance")
    assert (refused.code, refused.out) == (2, "")


def test_several_inputs_are_a_stream(duplan: Run) -> None:
    put("a.docx"), put("b.txt")
    names = [
        each["source"]["name"]
        for each in yaml.safe_load_all(duplan("parse", "a.docx", "b.txt").out)
    ]
    assert names == ["a.docx", "b.txt"]
    lines = duplan("parse", "a.docx", "b.txt", "--to", "jsonl").out.splitlines()
    assert [json.loads(line)["source"]["name"] for line in lines] == ["a.docx", "b.txt"]


def test_several_inputs_are_no_json(duplan: Run) -> None:
    put("a.docx"), put("b.txt")
    refused = duplan("parse", "a.docx", "b.txt", "--to", "json")
    assert (refused.code, refused.out) == (2, "")
    assert "jsonl" in refused.err
    assert refused.err.count("\n") == 1


def test_folders_and_patterns(duplan: Run) -> None:
    for name in (
        "p/2/b.docx",
        "p/a.TXT",
        "p/2/~$b.docx",
        "p/.hidden.docx",
        "p/.git/x.txt",
        "p/x.bin",
    ):
        put(name)

    def names(*arguments: str) -> list[str]:
        lines = duplan("parse", *arguments, "--to", "jsonl").out.splitlines()
        return [json.loads(line)["source"]["name"] for line in lines]

    assert names("p") == ["2/b.docx", "a.TXT"]
    assert names("p/**/*.docx") == ["2/b.docx"]
    assert names("p/**") == ["2/b.docx", "a.TXT"]
    assert names("p/*.bin") == ["x.bin"]
    assert names("p", "p/a.TXT", "./p/2/b.docx") == ["2/b.docx", "a.TXT"]


def test_texts_about_a_folder_are_no_documents(duplan: Run) -> None:
    about = ["README.md", "readme.zh.txt", "CHANGELOG.md", "LICENSE.txt", "LICENSE-MIT.md"]
    plans = ["Readmes.txt", "README工作计划.md", "README.docx", "计划.md"]
    for name in [*about, *plans]:
        put(f"p/{name}")

    def names(*arguments: str) -> set[str]:
        lines = duplan("parse", *arguments, "--to", "jsonl").out.splitlines()
        return {json.loads(line)["source"]["name"] for line in lines}

    assert names("p") == names("p/**") == set(plans)
    assert names("p/README.md", "p/*.txt") == {
        "README.md",
        "readme.zh.txt",
        "LICENSE.txt",
        "Readmes.txt",
    }
    assert duplan("parse", put("q/README.md").removesuffix("/README.md")).code == 2


def test_an_empty_name_is_no_folder(duplan: Run) -> None:
    put("a.docx")
    failed = duplan("parse", "")
    assert (failed.code, failed.out) == (2, "")
    assert failed.err == "duplan: '': no such file; check the name and the folder\n"


@pytest.mark.parametrize("target", ["b.txt/", "b.txt/c.yaml", "b.txt/c/d.yaml"])
def test_no_folder_can_be_made_below_a_file(duplan: Run, target: str) -> None:
    put("a.docx"), put("b.txt")
    refused = duplan("parse", "a.docx", "-o", target)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.endswith("b.txt is a file and can't hold others; name a folder with -o\n")
    assert refused.err.count("\n") == 1
    assert names_in(".") == ["a.docx", "b.txt"]


def test_a_name_that_looks_like_a_pattern_is_a_name(duplan: Run) -> None:
    assert duplan("parse", put("计划[1].docx")).code == 0


def test_standard_input(duplan: Run, monkeypatch: pytest.MonkeyPatch, pipeline: Any) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO("计划".encode())))
    assert duplan("parse", "-", "--stdin-filename", "../x/b.txt", "--keep-script").code == 0
    assert pipeline.asked == [("b.txt", True)]


def test_output_file(duplan: Run) -> None:
    done = duplan("parse", put("a.docx"), "-o", "out/a.json")
    assert (done.code, done.out) == (0, "")
    assert json.loads(Path("out/a.json").read_bytes())["source"]["name"] == "a.docx"
    assert names_in("out") == ["a.json"]


def test_output_folder_keeps_subfolders(duplan: Run) -> None:
    put("p/甲/计划.docx"), put("p/乙/计划.docx")
    assert duplan("parse", "p", "--to", "json", "-o", "out/").code == 0
    assert Path("out/甲/计划.json").is_file()
    assert Path("out/乙/计划.json").is_file()


def test_inputs_that_differ_by_suffix_keep_it(duplan: Run) -> None:
    put("计划.docx"), put("计划.txt"), put("other.txt")
    assert duplan("parse", "计划.docx", "计划.txt", "other.txt", "-o", "out/").code == 0
    assert names_in("out") == ["other.yaml", "计划.docx.yaml", "计划.txt.yaml"]


def test_no_input_overwrites_another_result(duplan: Run) -> None:
    put("甲/Plan.docx"), put("乙/plan.docx")
    refused = duplan("parse", "甲/Plan.docx", "乙/plan.docx", "-o", "out/")
    assert refused.code == 2
    assert "甲/Plan.docx" in refused.err
    assert "乙/plan.docx" in refused.err
    assert not Path("out").exists()


def test_no_document_is_overwritten_by_its_plan(duplan: Run) -> None:
    put("a.md")
    for target in (".", "a.md"):
        assert duplan("parse", "a.md", "--to", "markdown", "-o", target).code == 2
    assert Path("a.md").read_text(encoding="utf-8") == "计划"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs permissions that bind")
def test_folder_that_may_not_be_written(duplan: Run) -> None:
    put("a.docx")
    Path("out").mkdir(mode=0o500)
    failed = duplan("parse", "a.docx", "-o", "out/a.yaml")
    assert failed.code == 2
    assert failed.err.count("\n") == 1


def test_failing_to_write_leaves_the_old_file(duplan: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.docx"), put("a.yaml", "old")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    failed = duplan("parse", "a.docx", "-q", "-o", "a.yaml")
    assert failed.code == 2
    assert failed.err == (
        "duplan: a.yaml: can't be written (No space left on device);"
        " check the folder and its permissions\n"
    )
    assert Path("a.yaml").read_text(encoding="utf-8") == "old"
    assert names_in(".") == ["a.docx", "a.yaml"]


def test_written_files_keep_links_and_permissions(duplan: Run) -> None:
    put("a.docx"), put("real.yaml", "old")
    Path("real.yaml").chmod(0o640)
    Path("link.yaml").symlink_to("real.yaml")
    assert duplan("parse", "a.docx", "-o", "link.yaml").code == 0
    assert Path("link.yaml").is_symlink()
    assert Path("real.yaml").stat().st_mode & 0o777 == 0o640
    assert Path("real.yaml").read_text(encoding="utf-8") != "old"


def test_one_plan(duplan: Run) -> None:
    out = duplan("parse", put("a.docx"), "--plan", "2").out
    assert [plan["kind"] for plan in yaml.safe_load(out)["plans"]] == ["总结"]
    failed = duplan("parse", "a.docx", "--plan", "3", "-o", "b.yaml")
    assert failed == type(failed)(
        2,
        "",
        "duplan: a.docx: there are 2 plan(s) in it, no plan 3; choose another with --plan\n",
    )
    assert names_in(".") == ["a.docx"]


def test_findings(duplan: Run) -> None:
    done = duplan("parse", put("a.docx"))
    assert done.err == (
        "a.docx:12:1: warning DP201 number-gap: （四） follows （二）: a number is missing\n"
    )
    verbose = duplan("parse", "a.docx", "-v").err.splitlines()
    assert verbose[1] == "a.docx: info DP109 pinyin-notes: 3 pinyin note(s) were removed"
    assert duplan("parse", "a.docx", "-q").err == ""


def test_findings_in_chinese(duplan: Run) -> None:
    err = duplan("parse", "--lang", "zh", "-v", put("a.docx")).err.splitlines()
    assert err == [
        "a.docx:12:1: 警告 DP201 number-gap: “（二）”之后是“（四）”，编号不连续",
        "a.docx: 提示 DP109 pinyin-notes: 去除注音 3 处",
    ]


def test_strict(duplan: Run, pipeline: Any) -> None:
    assert duplan("parse", put("a.docx")).code == 0
    assert duplan("parse", "a.docx", "--strict", "-q").code == 1
    pipeline.document.diagnostics = pipeline.document.diagnostics[1:]
    assert duplan("parse", "a.docx", "--strict").code == 0


def test_the_others_are_parsed_where_one_fails(duplan: Run) -> None:
    put("a.docx"), put("b.doc", "unreadable encrypted"), put("c.docx")
    Path("empty").mkdir()
    done = duplan("parse", "-q", "a.docx", "b.doc", "none.txt", "empty", "*.wps", "c.docx")
    assert done.code == 2
    assert len(list(yaml.safe_load_all(done.out))) == 2
    assert [line.split(": ")[1] for line in done.err.splitlines()] == [
        "b.doc",
        "none.txt",
        "empty",
        "*.wps",
    ]
    assert "protected by a password" in done.err


@pytest.mark.parametrize("content", ["unreadable encrypted", "defect 坏\n\x1b[31m了"])
def test_no_traceback(duplan: Run, content: str) -> None:
    failed = duplan("parse", put("a.docx", content))
    assert (failed.code, failed.out) == (2, "")
    assert failed.err.startswith("duplan: a.docx: ")
    assert failed.err.count("\n") == 1
    assert "\x1b" not in failed.err


def test_interrupt(duplan: Run) -> None:
    stopped = duplan("parse", put("a.docx", "interrupt "))
    assert stopped.code == 130
    assert "Traceback" not in stopped.err


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
def test_strange_file_names(duplan: Run) -> None:
    name = put(os.fsdecode(b"\xff\x1b[2J\n.txt"))
    done = duplan("parse", name)
    assert done.code == 0
    assert done.err.startswith("\\xff\\x1b[2J\\x0a.txt:12:1: ")
    assert yaml.safe_load(done.out)["source"]["name"] == "\\xff\x1b[2J\n.txt"
