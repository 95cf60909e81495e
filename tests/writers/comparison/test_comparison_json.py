"""The published form; what is asked for only shortens its changes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from comparisons import ISSUER, comparison, hostile
from duplan.comparison.form import to_data
from duplan.comparison.model import PlanDiff
from duplan.schema import schema
from duplan.writers.comparison.json import dump
from duplan.writers.comparison.manner import Manner


def read(diff: PlanDiff, manner: Manner | None = None) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(dump(diff, manner or Manner()))
    return data


def test_it_is_the_published_form() -> None:
    assert read(comparison()) == json.loads(json.dumps(to_data(comparison())))


@pytest.mark.parametrize("diff", [comparison(metadata=(ISSUER,)), hostile()])
def test_it_keeps_to_the_published_schema(diff: PlanDiff) -> None:
    Draft202012Validator(schema("diff")).validate(read(diff))


def test_it_is_chinese_whatever_the_language() -> None:
    assert dump(comparison(), Manner("en")) == dump(comparison(), Manner("zh"))


def test_what_is_left_out_is_still_counted() -> None:
    data = read(comparison(), Manner(verdicts=frozenset({"new", "moved"})))
    assert [change["verdict"] for change in data["changes"]] == ["new", "moved"]
    assert data["summary"]["changed"] == 2
    assert read(comparison(), Manner(verdicts=frozenset()))["changes"] == []


def test_nothing_in_it_acts_on_a_terminal() -> None:
    written = dump(hostile(), Manner())
    assert "\x1b" not in written
    assert "\u202e" not in written
    assert read(hostile())["old"]["title"] == hostile().old.title
