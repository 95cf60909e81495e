"""Laws of comparing: nothing differs from itself, the mirror, and patching."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from genre import documents
from hypothesis import given, settings
from hypothesis import strategies as st

import duplan
from duplan.comparison.compare import diff
from duplan.comparison.form import to_data, to_json
from duplan.comparison.model import Change, PlanDiff, Reason, Side, Verdict
from duplan.comparison.patching import apply, work
from duplan.plan import Plan, Responsible, ScheduleEntry, ScheduleItem, Section, Task

ROOT = Path(__file__).parents[2]
_OPPOSITE: dict[Verdict, Verdict] = {
    "new": "dropped",
    "dropped": "new",
    "split": "merged",
    "merged": "split",
}
_TURNED = {"earlier": "later", "later": "earlier", "wider": "narrower", "narrower": "wider"}

_VERBS = st.sampled_from(
    ["开展", "组织", "深入推进", "启动", "制定", "落实", "完成", "9月底前完成", "每月开展"]
)
_WHAT = st.sampled_from(
    ["春季开学", "秋季开学", "小学", "中小学", "幼儿园", "校舍和消防安全", "全县学校", "督学", "3期督学", ""]
)  # fmt: skip
_DOING = st.sampled_from(
    ["督导", "专项督导", "培训", "评估工作", "检查3次", "检查，通报结果", "自评", "复评", "。", ""]
)
_titles = st.one_of(st.tuples(_VERBS, _WHAT, _DOING).map("".join), st.text(min_size=1, max_size=12))
_texts = st.lists(_titles, max_size=3).map("。".join)


@st.composite
def _tasks(draw: st.DrawFn) -> list[Task]:
    return [
        Task(
            id=f"s1.i{at}",
            path=[1, at],
            label=draw(st.sampled_from(["", f"{at}.", f"（{at}）"])),
            title=title,
            text=draw(_texts),
            responsible=[
                Responsible(name=name)
                for name in draw(st.lists(st.sampled_from(["督导室", "基教科"]), max_size=2))
            ],
        )
        for at, title in enumerate(draw(st.lists(_titles, max_size=6)), 1)
    ]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans whose tasks are near each other."""
    months = draw(st.lists(st.integers(1, 12), max_size=3, unique=True))
    return Plan(
        title="计划",
        issuer=draw(st.sampled_from([None, "槐安区教育局"])),
        sections=[Section(id="s1", role="tasks", title=draw(_titles))],
        key_tasks=draw(_tasks()),
        monthly_schedule=[
            ScheduleEntry(
                id=f"s2.m{month}",
                label=f"{month}月",
                months=[month],
                items=[
                    ScheduleItem(id=f"s2.m{month}.i{at}", text=text)
                    for at, text in enumerate(draw(st.lists(_titles, max_size=3)))
                ],
            )
            for month in months
        ],
    )


@given(plans())
def test_nothing_differs_from_itself(plan: Plan) -> None:
    found = diff(plan, plan)
    assert found.same
    assert not any(change.reasons for change in found.changes)
    assert {change.score for change in found.changes} <= {1.0}


@given(plans(), plans())
def test_patching_gives_the_new_plan(old: Plan, new: Plan) -> None:
    assert apply(work(old), diff(old, new)) == work(new)


@given(plans(), plans())
def test_the_mirror(old: Plan, new: Plan) -> None:
    forth, back = diff(old, new), diff(new, old)
    assert Counter(map(_turned, forth.changes)) == Counter(map(_ordered, back.changes))
    assert Counter(map(_turned_reason, forth.metadata)) == Counter(back.metadata)


def _turned(change: Change) -> Change:
    return _ordered(
        replace(
            change,
            verdict=_OPPOSITE.get(change.verdict, change.verdict),
            old=change.new,
            new=change.old,
            reasons=tuple(map(_turned_reason, change.reasons)),
        )
    )


def _turned_reason(reason: Reason) -> Reason:
    what = _TURNED.get(reason.what, reason.what)
    return replace(reason, old=reason.new, new=reason.old, what=what)


def _ordered(change: Change) -> Change:
    """Reasons and sides in an order of their own: which plan they were read off first is no matter."""
    return replace(
        change,
        reasons=tuple(sorted(change.reasons, key=repr)),
        old=tuple(sorted(change.old, key=_key)),
        new=tuple(sorted(change.new, key=_key)),
    )


def _key(side: Side) -> str:
    return side.id


@given(plans(), st.randoms(use_true_random=False))
def test_order_and_numbers_are_no_change(plan: Plan, random: Random) -> None:
    other = plan.model_copy(deep=True)
    random.shuffle(other.key_tasks)
    random.shuffle(other.monthly_schedule)
    for at, task in enumerate(other.key_tasks, 7):
        task.id, task.path, task.label = f"s9.i{at}", [9, at], f"{at}、"
    found = diff(plan, other)
    assert [change.verdict for change in found.changes if change.verdict != "continued"] == []


@settings(max_examples=40)
@given(documents(), documents())
def test_documents_of_the_genre(old: str, new: str) -> None:
    here, there = duplan.parse(old), duplan.parse(new)
    found = diff(here, there)
    assert apply(work(here.plans[0]), found) == work(there.plans[0])
    assert json.loads(to_json(found)) == to_data(found)


def test_patching_another_plan_is_refused() -> None:
    old, new = Plan(title=None, key_tasks=[_one("a")]), Plan(title=None, key_tasks=[_one("b")])
    with pytest.raises(ValueError, match="another plan"):
        apply(work(new), diff(old, new))


def _one(title: str) -> Task:
    return Task(id="s1", path=[1], title=title)


def _sample(seed: str) -> bytes:
    program = (
        "import sys, duplan; from pathlib import Path; from duplan.comparison.form import to_json; "
        "found = duplan.diff(*(duplan.load(Path(name)) for name in sys.argv[1:])); "
        "sys.stdout.buffer.write(to_json(found).encode())"
    )
    names = [str(ROOT / "samples" / name) for name in ("2019计划.docx", "2020计划.docx")]
    run = subprocess.run(
        [sys.executable, "-c", program, *names],
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src"), "SYSTEMROOT": "C:\\Windows"},
        capture_output=True,
        check=True,
    )
    return run.stdout


def test_the_same_bytes_under_any_hash_seed() -> None:
    assert _sample("1") == _sample("2")


def test_the_form_has_what_the_contract_names() -> None:
    found: PlanDiff = diff(
        Plan(title="a", key_tasks=[_one("检查3次")]), Plan(title="b", key_tasks=[_one("检查5次")])
    )
    data = to_data(found)
    assert list(data) == ["schema_version", "old", "new", "changes", "summary", "metadata"]
    assert data["summary"]["changed"] == 1
    (change,) = data["changes"]
    assert change["old"][0]["id"] == "s1"
    assert change["reasons"] == [
        {"kind": "number", "old": "3次", "new": "5次", "text": "次数由3次改为5次"}
    ]


_FEW = st.lists(
    st.sampled_from(["小学", "中小学", "检查", "督导", "和", "食品", "开展", "。", ""]), max_size=3
).map("".join)


@st.composite
def _plans_of_few_words(draw: st.DrawFn) -> Plan:
    titles = draw(st.lists(_FEW, max_size=5))
    tasks = [Task(id=f"s1.i{at}", path=[1, at], title=title) for at, title in enumerate(titles, 1)]
    return Plan(title=None, key_tasks=tasks)


@settings(max_examples=300)
@given(_plans_of_few_words(), _plans_of_few_words())
def test_the_mirror_where_much_is_equally_alike(old: Plan, new: Plan) -> None:
    forth, back = diff(old, new), diff(new, old)
    assert Counter(map(_turned, forth.changes)) == Counter(map(_ordered, back.changes))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["中小学小学食品", "检查", "检查"], ["小学检查小学", "和督导", "中小学中小学", "开展"]),
        (["。", "。", ""], ["", "（", "（"]),
    ],
)
def test_the_order_is_kept_where_nothing_else_decides(old: list[str], new: list[str]) -> None:
    tasks = [[_numbered(at, title) for at, title in enumerate(side)] for side in (old, new)]
    here, there = (Plan(title=None, key_tasks=side) for side in tasks)
    forth, back = diff(here, there), diff(there, here)
    assert Counter(map(_turned, forth.changes)) == Counter(map(_ordered, back.changes))
    equal = [(c.old[0].id, c.new[0].id) for c in forth.changes if c.old and c.new]
    equal = [pair for pair in equal if here.key_tasks[int(pair[0][4:])].title in ("检查", "。")]
    assert equal == sorted(equal)
    assert len(equal) == 2


def _numbered(at: int, title: str) -> Task:
    return Task(id=f"s1.i{at}", path=[1, at], title=title)


@settings(max_examples=20)
@given(
    st.sampled_from(["走访第{}社区困难家庭", "对学校开展安全检查{}次", "开展校园安全督导"]),
    st.sampled_from(["认真{}", "{}工作", "{}"]),
    st.integers(25, 400),
    st.integers(0, 40),
    st.randoms(use_true_random=False),
)
def test_of_long_lists_of_like_titles_none_is_left_over(
    title: str, edit: str, count: int, more: int, random: Random
) -> None:
    old = [_numbered(at, title.format(at)) for at in range(count)]
    new = [_numbered(at, edit.format(title).format(at)) for at in range(count + more)]
    random.shuffle(new)
    found = diff(Plan(title=None, key_tasks=old), Plan(title=None, key_tasks=new))
    assert found.summary["dropped"] == found.summary["split"] == 0
    assert found.summary["new"] == more
