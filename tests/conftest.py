"""A document with every field of the form in use, and the command line over it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import BinaryIO, NamedTuple

import pytest
from hypothesis import settings

from duplan.cli import main
from duplan.diagnostics import UnreadableError
from duplan.plan import (
    Attachment,
    Document,
    Finding,
    Goal,
    Input,
    Notice,
    Origin,
    Period,
    Plan,
    Point,
    Reading,
    Reference,
    Responsible,
    ScheduleEntry,
    ScheduleItem,
    Section,
    Task,
    Timing,
)
from duplan.readers.file import Limits
from evidence import Told

settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--refresh-samples`` writes the expected results of the samples anew."""
    parser.addoption("--refresh-samples", action="store_true")


def _origin(line: int, raw: str, start: int = 0) -> Origin:
    return Origin(
        file="槐安.docx",
        block=f"body/p[{line}]",
        line=line,
        start=start,
        end=start + len(raw),
        raw=raw,
    )


_TASKS = [
    Task(
        id="s3.i1",
        path=[3, 1],
        label="（一）",
        title="完善督导工作机制",
        text=(
            "一是健全责任督学挂牌制度，每月入校不少于1次；二是完善问题整改销号制度。\n"
            "全年通报4次，结果报区政府。（牵头单位：督导室；配合单位：基教科、人事科）"
        ),
        points=[
            Point(label="一是", title="健全责任督学挂牌制度", text="，每月入校不少于1次；"),
            Point(label="二是", title="完善问题整改销号制度", text="。"),
        ],
        timing=[Timing(raw="每月", precision="recurring", months=list(range(1, 13)))],
        responsible=[
            Responsible(name="督导室", duty="lead"),
            Responsible(name="基教科", duty="support"),
            Responsible(name="人事科", duty="support"),
        ],
    ),
    Task(
        id="s3.i2",
        path=[3, 2],
        label="（二）",
        title="推进优质均衡创建",
        text="对照《槐安区优质均衡推进方案》（槐政发〔2019〕12号）逐项自查。",
        references=[
            Reference(text="《槐安区优质均衡推进方案》"),
            Reference(text="槐政发〔2019〕12号", kind="number"),
        ],
        subtasks=[
            Task(
                id="s3.i2.n1",
                path=[3, 2, 1],
                label="1.",
                title="9月底前完成校舍面积核查",
                timing=[
                    Timing(
                        raw="9月底前",
                        precision="deadline",
                        months=[9],
                        end="2020-09-30",
                    )
                ],
            ),
            Task(
                id="s3.i2.n2",
                path=[3, 2, 2],
                label="2.",
                title="补齐专任教师",
                text="农村学校优先，音体美教师占比达到15%。",
                responsible=[Responsible(name="人事科")],
            ),
        ],
    ),
]

_SCHEDULE = [
    ScheduleEntry(
        id="s4.m01",
        label="1—2月",
        months=[1, 2],
        year=2020,
        items=[
            ScheduleItem(id="s4.m01.i1", label="1.", text="总结上年度工作；报送年度报告"),
            ScheduleItem(
                id="s4.m01.i2",
                label="2.",
                text="开展春季开学工作督导",
                responsible=[Responsible(name="第一督学责任区")],
            ),
        ],
        remark="开学第一周完成",
    ),
    ScheduleEntry(
        id="s4.m09",
        label="9月下旬",
        precision="part",
        months=[9],
        year=2020,
        start="2020-09-21",
        end="2020-09-30",
        items=[
            ScheduleItem(
                id="s4.m09.i1",
                text="迎接市政府对区政府履行教育职责情况的评价，现场抽查8所学校，召开汇报会",
                timing=[Timing(raw="9月下旬", precision="part", months=[9])],
            )
        ],
    ),
]


@pytest.fixture
def document() -> Document:
    """The plan of an invented district, its covering notice and the review of the year before."""
    review = Plan(
        title="槐安区2019年教育督导工作总结",
        kind="总结",
        year=2019,
        sections=[
            Section(id="s1", role="review", text="2019年，全区督导工作平稳推进。"),
            Section(id="s2", role="review", label="二、", title="存在问题", text="队伍偏老。"),
        ],
    )
    plan = Plan(
        title="槐安区2020年教育督导工作计划",
        kind="计划",
        issuer="槐安区人民政府教育督导室",
        document_number="槐教督〔2020〕3号",
        year=2020,
        period=Period(start="2020-01", end="2020-12"),
        issued="2020-03-06",
        recipients=["各中小学", "各幼儿园"],
        sections=[
            Section(
                id="s1", role="overview", label="一、", title="指导思想", text="督政、督学并重。"
            ),
            Section(id="s2", role="goals", label="二、", title="工作目标"),
            Section(id="s3", role="tasks", label="三、", title="重点工作"),
            Section(id="s4", role="schedule", label="四、", title="逐月安排"),
            Section(
                id="s5",
                role="measures",
                label="五、",
                title="保障措施",
                text="- 经费单列。\n| 专款专用。",
            ),
            Section(id="s6", role="tasks", label="六、", title="加强自身建设"),
        ],
        goals=[
            Goal(
                id="s2.g1",
                label="1.",
                title="责任督学挂牌督导覆盖率达到100%",
                text="问题整改率不低于95%。",
                provenance={"title": (_origin(5, "责任督学挂牌督导覆盖率达到100%", 2),)},
            ),
            Goal(id="s2.g2", label="2.", title="通过市级优质均衡过程性督导"),
        ],
        key_tasks=[
            *_TASKS,
            Task(id="s6", path=[6], label="六、", title="加强自身建设", text="开展培训2期。"),
        ],
        monthly_schedule=_SCHEDULE,
        attachments=[Attachment(label="1.", title="督学责任区划分表")],
    )
    made = Document(
        source=Input(name="槐安.docx", format="docx", sha256="0" * 64, script="hans"),
        notice=Notice(
            title="关于印发《槐安区2020年教育督导工作计划》的通知",
            issuer="槐安区人民政府教育督导室",
            document_number="槐教督〔2020〕3号",
            issued="2020-03-06",
            recipients=["各中小学", "各幼儿园"],
            attachments=[Attachment(title="槐安区2020年教育督导工作计划")],
            text="现印发给你们，请遵照执行。",
        ),
        plans=[plan, review],
        diagnostics=[
            Finding(
                code="DP201",
                name="number-gap",
                severity="warning",
                message="（四） follows （二）: a number is missing",
                location=_origin(12, "（四）开展专项督导"),
            ),
            Finding(
                code="DP109",
                name="pinyin-notes",
                severity="info",
                message="3 pinyin note(s) were removed",
            ),
        ],
    )
    readings = [
        Reading(origin=_origin(1, "槐安区2020年教育督导工作计划"), role="title", plan=0),
        Reading(
            origin=_origin(9, "1.9月底前完成校舍面积核查"),
            role="task",
            plan=0,
            part="s3.i2.n1",
            why="labelled-item",
        ),
        Reading(origin=_origin(30, "第 1 页"), role="noise", why="page-number"),
    ]
    return made.proven_by(Told(readings))


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


@dataclass
class FakePipeline:
    """Gives the document for every input whose bytes are no order to fail."""

    document: Document
    asked: list[tuple[str | None, bool]] = field(default_factory=list)

    def load(
        self,
        source: Path | BinaryIO,
        *,
        name: str | None = None,
        keep_script: bool = False,
        limits: Limits | None = None,
    ) -> Document:
        self.asked.append((name, keep_script))
        content = source.read_bytes() if isinstance(source, Path) else source.read()
        order, _, argument = content.decode().partition(" ")
        match order:
            case "unreadable":
                raise UnreadableError(argument)
            case "defect":
                raise RuntimeError(argument)
            case "interrupt":
                raise KeyboardInterrupt
        read = self.document.model_copy(deep=True)
        read.source.name = name or ""
        return read


@pytest.fixture
def pipeline(document: Document, monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    """Stands in for ``duplan.pipeline``."""
    fake = FakePipeline(document)
    module = ModuleType("duplan.pipeline")
    module.__dict__["load"] = fake.load
    monkeypatch.setitem(sys.modules, "duplan.pipeline", module)
    return fake


@pytest.fixture
def run_line(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Outcome]:
    """Run a command line and tell what it printed and how it ended."""

    def run(*arguments: str) -> Outcome:
        code = main(list(arguments))
        captured = capfdbinary.readouterr()
        return Outcome(code, captured.out.decode(), captured.err.decode())

    return run


@pytest.fixture
def duplan(
    pipeline: FakePipeline,
    run_line: Callable[..., Outcome],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Callable[..., Outcome]:
    """Run the command line in an empty folder, in English unless told otherwise."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DUPLAN_LANG", "en")
    return run_line
