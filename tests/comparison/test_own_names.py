"""Plans of two offices: each has its own name where the other has another."""

from __future__ import annotations

import pytest
from offices import plan, verdicts

from duplan import diff
from duplan.comparison.own_names import own_names
from duplan.plan import Plan


def _of(issuer: str, *titles: str) -> Plan:
    return plan(*titles).model_copy(update={"issuer": issuer})


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("云岭市槐安区教育局", "云岭市松坪县教育局", (("槐安",), ("松坪",))),
        ("槐安区教育局", "槐安区督导室", ((), ())),
        ("县教育局", "松坪县教育局", ((), ("松坪",))),
        ("松坪街道中心幼儿园", "槐安区柳溪小学", (("松坪",), ("槐安", "柳溪"))),
        ("教育局小学科", "全县教育局", ((), ())),
    ],
)
def test_names_are_read_off_the_issuers(old: str, new: str, names: object) -> None:
    assert own_names(_of(old), _of(new)) == names


def test_names_are_read_off_the_titles_where_no_issuer_is_named() -> None:
    old = Plan(title="2023年槐安区教育工作计划")
    new = Plan(title="松坪县小学教育2024年工作计划")
    assert own_names(old, new) == (("槐安",), ("松坪",))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("修订《槐安区督导结果使用办法》", "修订《松坪县督导结果使用办法》"),
        ("打造“槐安和事佬”品牌", "打造“松坪和事佬”品牌"),
        ("检查槐安区学校食堂", "检查学校食堂"),
    ],
)
def test_another_office_does_the_same_work_under_its_own_name(old: str, new: str) -> None:
    found = diff(_of("槐安区教育局", old), _of("松坪县教育局", new))
    assert verdicts(found) == ["continued"]
    assert diff(_of("松坪县教育局", new), _of("槐安区教育局", old)).changes[0].reasons == ()


def test_one_office_names_two_places() -> None:
    old, new = "修订《槐安区督导结果使用办法》", "修订《松坪县督导结果使用办法》"
    found = diff(_of("云岭市教育局", old), _of("云岭市教育局", new))
    assert sorted(verdicts(found)) == ["dropped", "new"]
