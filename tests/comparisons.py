"""Comparisons of invented plans, made by hand: what writers and the terminal are given."""

from __future__ import annotations

from duplan.comparison.model import PARTS, Change, PlanDiff, PlanName, Reason, Side, Verdict

OLD = PlanName("槐安区2019年教育督导工作计划", "槐安区教育督导室", 2019, "2019.docx")
NEW = PlanName("槐安区2020年教育督导工作计划", "槐安区教育督导室", 2020, "2020.docx")

GOAL = Change(
    "changed",
    "goals",
    (Side("s1.g1", "挂牌督导覆盖率达到95%以上", label="1.", words=((9, 12),)),),
    (Side("s1.g1", "挂牌督导覆盖率达到100%以上", label="1.", words=((9, 13),)),),
    0.98,
    (Reason("number", "95%", "100%", "%"),),
)
CONTINUED = Change(
    "continued",
    "key_tasks",
    (Side("s2.i1", "加强队伍建设", label="（一）"),),
    (Side("s2.i1", "加强队伍建设", label="（一）"),),
)
DROPPED = Change(
    "dropped",
    "key_tasks",
    (
        Side(
            "s2.i1.n1",
            "编印督学手册",
            (4,),
            "4月底前完成。",
            "1.",
            above=("加强队伍建设",),
            place=1,
        ),
    ),
)
REWRITTEN = Change(
    "changed",
    "key_tasks",
    (
        Side(
            "s2.i1.n2",
            "组织小学校长培训",
            text="全年举办3次。",
            label="2.",
            responsible=("督学科",),
            above=("加强队伍建设",),
            words=((2, 4),),
            place=2,
        ),
    ),
    (
        Side(
            "s2.i1.n1",
            "组织中小学书记校长全员培训",
            text="全年举办5次。",
            label="1.",
            responsible=("人事科",),
            above=("加强队伍建设",),
            words=((2, 7), (9, 11)),
            place=1,
        ),
    ),
    0.7,
    (
        Reason("unit", "督学科", "人事科"),
        Reason("number", "3次", "5次", "次"),
        Reason("details", "建立健全督学考核办法", "建立健全督学考核和退出办法"),
    ),
)
SPLIT = Change(
    "split",
    "key_tasks",
    (Side("s2.i2", "检查食堂卫生和校车安全", label="（二）", place=3),),
    (
        Side("s2.i2", "检查食堂卫生", label="（二）", place=2),
        Side("s2.i3", "检查校车安全", label="（三）", place=3),
    ),
    0.9,
)
MERGED = Change(
    "merged",
    "key_tasks",
    (
        Side("s2.i3", "制定学校章程", label="（三）", place=4),
        Side("s2.i4", "制定安全制度", label="（四）", place=5),
    ),
    (Side("s2.i4", "制定学校章程和安全制度", label="（四）", place=4),),
    0.9,
)
MOVED = Change(
    "moved",
    "monthly_schedule",
    (Side("s3.m03.1", "召开督学座谈会", (3,), label="三月"),),
    (Side("s3.m05.1", "召开督学座谈会", (5,), label="五月", place=1),),
    1.0,
    (Reason("month", "3月", "5月", "later"),),
)
ADDED = Change(
    "new",
    "monthly_schedule",
    (),
    (Side("s3.m04.1", "督导线上教学", (4,), label="四月"),),
)
ALL = (GOAL, CONTINUED, DROPPED, REWRITTEN, SPLIT, MERGED, ADDED, MOVED)
ISSUER = Reason("issuer", "槐安区教育局", "槐安区教育督导室")


def comparison(*changes: Change, metadata: tuple[Reason, ...] = ()) -> PlanDiff:
    """These changes; all of them where none is given."""
    return PlanDiff(OLD, NEW, changes or ALL, metadata)


HOSTILE = "<script>console.log(1)</script>\x1b[31m\u202e=1+1|`*_](http://x.example)"


def hostile() -> PlanDiff:
    """A comparison in which everything that a document says is hostile."""
    name = PlanName(HOSTILE, HOSTILE, 2019, HOSTILE)
    side = Side("x", HOSTILE, (1,), HOSTILE, HOSTILE, (HOSTILE,), ("x",), (HOSTILE,), ((0, 8),))
    reasons = (
        Reason("details", HOSTILE, HOSTILE + "。"),
        Reason("unit", HOSTILE, HOSTILE),
    )
    numbers: dict[Verdict, tuple[int, int]] = {
        "continued": (1, 1),
        "changed": (1, 1),
        "moved": (1, 1),
        "new": (0, 1),
        "dropped": (1, 0),
        "split": (1, 2),
        "merged": (2, 1),
    }
    changes = tuple(
        Change(verdict, part, (side,) * old, (side,) * new, 0.5, reasons)
        for part in PARTS
        for verdict, (old, new) in numbers.items()
    )
    return PlanDiff(name, name, changes, (Reason("issuer", HOSTILE, ""),))
