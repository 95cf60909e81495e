"""Documents with whatever a model can hold, for laws of reading and writing."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

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
    Reference,
    Responsible,
    ScheduleEntry,
    ScheduleItem,
    Section,
    Task,
    Timing,
)

NASTY = [
    "", " ", "12:30", "on", "No", "y", "2020-03-01", "0123", "1e5", "0x1F", "null", "~", "=",
    "<<", "# 标题", "a #b", "a: b", "键：值", "key:", "- 项", "-项", "[1]", "{a}", "*别名",
    "&锚", "!标签", "'单'", '"双"', "\\反斜", "@at", "`码`", "%", "|", ">", "?", "...", "---",
    "\t制表", "尾空 ", "\u3000全角缩进", "一\n二", "一\n\n二\n", "\n开头", "一\n  缩进\n二",
    "一 \n二", "\x00\x1b[31m红", "\x85", "甲\x85乙", "甲\u2028乙\u2029丙", "\ufeff", "\ufffe",
    "\u202e反", "😀", "𠀀", "\x7f", "\r\n", "长" * 3000, "word " * 500,
]  # fmt: skip

SIGNS = " \n\t:#-'\"\\|>&*!%@`[]{},?1aé，。一\x85\u2028\u3000"

texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.text(st.sampled_from(SIGNS), max_size=12),
)
optional = st.none() | texts
months = st.lists(st.integers(1, 12), max_size=3)
dates = st.none() | st.dates().map(str)
year_months = st.builds("{:04d}-{:02d}".format, st.integers(1, 9999), st.integers(1, 12))
years = st.none() | st.integers(1900, 2100)


def few(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, max_size=2)


origins = st.builds(
    Origin,
    file=texts,
    block=texts,
    line=st.integers(1, 10**6),
    start=st.integers(0, 10**6),
    end=st.integers(0, 10**6),
    raw=texts,
)
provenance = st.dictionaries(
    st.sampled_from(["title", "text", "label"]), few(origins).map(tuple), max_size=2
)
timing = st.builds(Timing, raw=texts, months=months, start=dates, end=dates, provenance=provenance)
responsible = st.builds(Responsible, name=texts)
attachments = st.builds(Attachment, label=texts, title=texts)


def tasks(subtasks: st.SearchStrategy[list[Task]]) -> st.SearchStrategy[Task]:
    return st.builds(
        Task,
        id=texts,
        path=st.lists(st.integers(0, 99), max_size=3),
        label=texts,
        title=texts,
        text=texts,
        points=few(st.builds(Point, label=texts, title=texts, text=texts)),
        timing=few(timing),
        responsible=few(responsible),
        references=few(st.builds(Reference, text=texts)),
        subtasks=subtasks,
        provenance=provenance,
    )


entries = st.builds(
    ScheduleEntry,
    id=texts,
    label=texts,
    months=months,
    year=years,
    items=few(st.builds(ScheduleItem, id=texts, text=texts, responsible=few(responsible))),
    remark=optional,
)
plans = st.builds(
    Plan,
    title=optional,
    issuer=optional,
    year=years,
    period=st.none() | st.builds(Period, start=year_months, end=year_months),
    issued=dates,
    recipients=few(texts),
    sections=few(st.builds(Section, id=texts, role=st.just("other"), title=optional, text=texts)),
    goals=few(st.builds(Goal, id=texts, label=texts, title=texts, provenance=provenance)),
    key_tasks=few(tasks(few(tasks(st.just([]))))),
    monthly_schedule=few(entries),
    attachments=few(attachments),
)
documents = st.builds(
    Document,
    source=st.builds(Input, name=texts, format=texts, sha256=texts, script=st.just("hant")),
    notice=st.none() | st.builds(Notice, title=optional, recipients=few(texts), text=texts),
    plans=few(plans),
    diagnostics=few(
        st.builds(
            Finding,
            code=texts,
            name=texts,
            severity=st.just("info"),
            message=texts,
            location=st.none() | origins,
        )
    ),
)
