"""``duplan show``, ``explain`` and ``schema``, piped and in a pseudo-terminal."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from duplan.cli import main
from duplan.cli.console import Console
from duplan.cli.layout import cells
from duplan.cli.sheet import sheet
from duplan.plan import Document, Responsible, ScheduleEntry, ScheduleItem, Task
from duplan.schema import schema, text
from duplan.writers.json import form

Run = Callable[..., Any]
SCHEMAS = Path(__file__).parents[2] / "schemas"


def put(name: str) -> str:
    Path(name).write_text("计划", encoding="utf-8")
    return name


@pytest.mark.parametrize("width", [40, 80, 140])
def test_sheet_keeps_its_width(document: Document, width: int) -> None:
    shown = sheet(document, Console("zh"), width)
    assert max(map(cells, shown.splitlines())) == width  # the rules fill it
    assert all(line == line.rstrip() for line in shown.splitlines())


def test_sheet_shows_every_part(duplan: Run) -> None:
    out = duplan("show", put("a.docx"), "--lang", "zh").out
    for words in (
        "发文机关  槐安区人民政府教育督导室",
        "计划期间  2020-01 至 2020-12",
        "1. 责任督学挂牌督导覆盖率达到100%",
        "├── （一）完善督导工作机制\n│   一是 健全责任督学挂牌制度",
        "每月 · 牵头 督导室 · 配合 基教科、人事科",
        "    ├── 1.9月底前完成校舍面积核查",
        "\n六、加强自身建设\n",
        "1.总结上年度工作；报送年度报告",
        "开学第一周完成",
        "槐安区2019年教育督导工作总结",
    ):
        assert words in out


def test_sheet_columns_line_up(document: Document) -> None:
    lines = sheet(document, Console("zh"), 80).splitlines()
    heading = next(line for line in lines if line.startswith("时间"))
    row = next(line for line in lines if line.startswith("1—2月"))
    for above, below in (("工作", "1.总结"), ("备注", "开学")):
        column = cells(heading[: heading.index(above)])
        assert column == cells(row[: row.index(below)])


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("1", "1 完成核查"),
        ("3.1", "3.1 完成核查"),
        ("●", "● 完成核查"),
        ("第一", "第一 完成核查"),
        ("1.", "1.完成核查"),
        ("1）", "1）完成核查"),
        ("（一）", "（一）完成核查"),
        ("一、", "一、完成核查"),
        ("①", "①完成核查"),
        ("", "完成核查"),
    ],
)
def test_labels_without_a_mark_are_set_apart(
    duplan: Run, pipeline: Any, label: str, shown: str
) -> None:
    plan = pipeline.document.plans[0]
    plan.key_tasks = [Task(id="s3.i1", path=[3, 1], label=label, title="完成核查")]
    item = ScheduleItem(id="s4.m01.i1", label=label, text="完成核查")
    plan.monthly_schedule = [ScheduleEntry(id="s4.m01", label="一月", items=[item])]
    lines = duplan("show", put("a.docx")).out.splitlines()
    assert f"└── {shown}" in lines
    assert f"一月   {shown}" in lines


def test_tasks_without_a_heading_have_no_root(duplan: Run, pipeline: Any) -> None:
    section = pipeline.document.plans[0].sections[2]
    section.label, section.title = "", None
    lines = duplan("show", put("a.docx"), "--lang", "zh").out.splitlines()
    at = lines.index("重点任务")
    assert lines[at + 1] == "├── （一）完善督导工作机制"


def test_units_of_an_entry_are_shown_once(duplan: Run, pipeline: Any) -> None:
    pipeline.document.plans[0].monthly_schedule = [
        entry("三月", [["督导室", "人事科"], ["督导室", "人事科"]], "督导室；人事科"),
        entry("四月", [["督导室"], ["人事科"], []], "督导室、人事科"),
        entry("五月", [["督导室"]], "督导室"),
    ]
    out = duplan("show", put("a.docx"), "--lang", "zh").out
    schedule = out.partition("逐月安排\n")[2]
    rows = [line for line in schedule.splitlines() if not line.startswith("─")]
    assert rows[:9] == [
        "时间   工作",
        "三月   第1项",
        "       第2项",
        "       责任 督导室、人事科",
        "四月   第1项 · 责任 督导室",
        "       第2项 · 责任 人事科",
        "       第3项",
        "五月   第1项 · 责任 督导室",
        "",
    ]


def test_remarks_that_say_more_are_kept(duplan: Run, pipeline: Any) -> None:
    made = entry("三月", [["督导室"]], "督导室（地点另定）")
    made.details = ["要求：全员参加"]
    pipeline.document.plans[0].monthly_schedule = [made]
    out = duplan("show", put("a.docx"), "--lang", "zh").out
    assert "督导室（地点另定）" in out
    assert "\n       要求：全员参加\n" in out


def entry(label: str, units: list[list[str]], remark: str) -> ScheduleEntry:
    items = [
        ScheduleItem(
            id=f"i{number}",
            text=f"第{number}项",
            responsible=[Responsible(name=name) for name in names],
        )
        for number, names in enumerate(units, 1)
    ]
    return ScheduleEntry(id="m", label=label, items=items, remark=remark)


def test_work_has_room_in_a_narrow_terminal(duplan: Run, pipeline: Any) -> None:
    pipeline.document.plans[0].monthly_schedule = [
        entry("第11周 11/10～11/16", [["督导室"]], "地点另定")
    ]
    narrow = duplan("show", put("a.docx"), "--width", "30").out
    assert "第1项" in narrow
    wide = duplan("show", "a.docx", "--width", "80").out
    assert "第11周 11/10～11/16   第1项" in wide


def test_markup_and_control_characters_are_plain_text(duplan: Run, pipeline: Any) -> None:
    pipeline.document.plans[0].title = "[bold]甲[/bold]:smile:\x1b[31m\u202e"
    out = duplan("show", put("a.docx")).out
    assert out.startswith("[bold]甲[/bold]:smile:\\x1b[31m\\u202e\n")
    assert "\x1b" not in out


def test_document_without_plans(duplan: Run, pipeline: Any) -> None:
    pipeline.document.plans = []
    assert duplan("show", put("a.docx")).out == "no plan was found in a.docx\n"


def test_show_says_what_fails(duplan: Run) -> None:
    failed = duplan("show", "none.docx")
    assert failed.code == 2
    assert failed.err == "duplan: none.docx: no such file; check the name and the folder\n"


def test_explain_as_text(duplan: Run) -> None:
    out = duplan("explain", put("a.docx"), "--lang", "zh", "-q").out
    assert out.splitlines() == [
        "行\t识别为\t位置\t理由\t原文",
        "1\t标题\t\t\t槐安区2020年教育督导工作计划",
        "9\t任务\ts3.i2.n1\t有编号的条目\t1.9月底前完成校舍面积核查",
        "30\t已略去\t\t页码\t第 1 页",
    ]


def test_explain_shows_no_indents(duplan: Run, pipeline: Any) -> None:
    pipeline.document.readings[0].origin.raw = "\n\u3000 槐安区\n工作计划 "
    assert "\t槐安区↵工作计划\n" in duplan("explain", put("a.docx")).out


def test_explain_one_line_as_json(duplan: Run) -> None:
    out = duplan("explain", put("a.docx"), "--line", "9", "--to", "json").out
    [reading] = json.loads(out)
    assert (reading["role"], reading["part"]) == ("task", "s3.i2.n1")
    missing = duplan("explain", "a.docx", "--line", "7")
    assert missing.code == 2
    assert missing.err == "duplan: a.docx: there is nothing on line 7\n"


def test_explain_takes_one_document(duplan: Run) -> None:
    put("a.docx"), put("b.docx")
    assert "2 documents" in duplan("explain", ".").err


@pytest.mark.parametrize("form", ["plan", "calendar", "diff", "check"])
def test_schema_files_are_the_schemas(duplan: Run, form: str) -> None:
    published = SCHEMAS / f"{form}-1.0.schema.json"
    assert published.read_text("utf-8") == text(form), "run: make schema"
    assert duplan("schema", form).out == text(form)


def test_schema_of_plans_is_the_usual_one(duplan: Run) -> None:
    assert duplan("schema").out == text()
    assert duplan("schema", "-o", "s.json").out == ""
    assert Path("s.json").read_text("utf-8") == text()


@pytest.mark.parametrize("draft", ["Draft202012Validator", "Draft7Validator"])
def test_schema_takes_what_is_written_and_nothing_else(document: Document, draft: str) -> None:
    validator = getattr(jsonschema, draft)
    validator.check_schema({**schema(), "$schema": validator.META_SCHEMA["$schema"]})
    for provenance in (False, True):
        data = form(document, provenance)
        assert not list(validator(schema()).iter_errors(data))
        data["plans"][0]["goals"][0]["tilte"] = ""
        assert list(validator(schema()).iter_errors(data))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
class TestTerminal:
    """The same commands where standard output and standard error are terminals."""

    def run(self, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
        import pty
        import termios

        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("NO_COLOR", raising=False)
        master, slave = pty.openpty()
        termios.tcsetwinsize(slave, (60, 80))
        attributes = termios.tcgetattr(slave)
        attributes[1] &= ~termios.OPOST  # line feeds stay as they are
        termios.tcsetattr(slave, termios.TCSANOW, attributes)
        child = os.fork()
        if child == 0:
            os.dup2(slave, 1)
            os.dup2(slave, 2)
            sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            os._exit(main(list(arguments)))
        os.close(slave)
        shown = b""
        try:
            while chunk := os.read(master, 65536):
                shown += chunk
        except OSError:  # how Linux says that the other end is closed
            pass
        os.close(master)
        os.waitpid(child, 0)
        return shown.decode()

    def test_colours(self, duplan: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        put("a.docx")
        assert "\x1b[36mschema_version:\x1b[0m" in self.run(monkeypatch, "parse", "a.docx")
        assert "\x1b[33mwarning\x1b[0m DP201" in self.run(monkeypatch, "parse", "a.docx")
        assert "\x1b[1m" in self.run(monkeypatch, "show", "a.docx")
        for command in ("parse", "show", "explain"):
            assert "\x1b" not in self.run(monkeypatch, command, "a.docx", "--no-color")

    def test_progress(self, duplan: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        put("a.docx"), put("b.docx")
        shown = self.run(monkeypatch, "parse", "-q", "a.docx", "b.docx", "-o", "out/")
        erase = "\r\x1b[2K"
        assert shown == f"[1/2] a.docx{erase}[2/2] b.docx{erase}"
        assert "[1/2]" not in self.run(monkeypatch, "parse", "a.docx", "b.docx")
        assert "[1/1]" not in self.run(monkeypatch, "parse", "a.docx", "-o", "out/")

    def test_json_has_no_colours(self, duplan: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        shown = self.run(monkeypatch, "parse", "-q", put("a.docx"), "--to", "json")
        assert json.loads(shown)["schema_version"] == "1.0"

    def test_no_escape_from_a_document_gets_through(
        self, duplan: Run, monkeypatch: pytest.MonkeyPatch, pipeline: Any
    ) -> None:
        pipeline.document.plans[0].title = "\x1b]0;x\x07\x9b2J\u202e"
        pipeline.document.readings[0].origin.raw = "\x1b]0;x\x07\x9b2J\u202e"
        pipeline.document.diagnostics[0].message = "\x1b]0;x\x07\x9b2J\u202e"
        put("a.docx")
        for arguments in (["parse"], ["parse", "--to", "markdown"], ["show"], ["explain"]):
            shown = self.run(monkeypatch, *arguments, "a.docx")
            assert "\x1b]" not in shown
            assert not set(shown) & set("\x07\x9b\u202e")

    def test_explain_is_a_table(self, duplan: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        shown = self.run(monkeypatch, "explain", put("a.docx"), "--no-color", "-q").splitlines()
        assert shown[0].split() == ["line", "taken", "for", "part", "because", "text"]
        column = cells(shown[0][: shown[0].index("text")])
        row = next(line for line in shown if "s3.i2.n1" in line)
        assert cells(row[: row.index("1.9月")]) == column
