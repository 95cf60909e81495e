"""Plan files that mean harm, and such as other systems write."""

from __future__ import annotations

from itertools import pairwise

import pytest
from plan_files import SOURCE, at, opened

from duplan.diagnostics import UnreadableError
from duplan.planfiles import json, yaml
from duplan.planfiles.document import read
from duplan.planfiles.tree import PlanFileError, plain
from duplan.readers.file import File, Limits

PLAN = f"""{SOURCE}plans:
  - title: 甲区计划
    goals:
      - id: g1
        title: |-
          一
          二
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_has_the_same_places(encoding: str, end: str) -> None:
    text = (PLAN + "        tetx: 错字甚多，国家教育督导工作计划\n").replace("\n", end)
    document, evidence = opened(text.encode(encoding))
    found = [each for each in evidence.diagnostics if each.code == "DP131"]
    assert [at(evidence, each) for each in found] == [("DP131", 9, 9, "tetx")]
    assert document.plans[0].goals[0].title == "一\n二"
    places = document.plans[0].goals[0].provenance["title"]
    assert [(each.line, each.start, each.raw) for each in places] == [(7, 10, "一"), (8, 10, "二")]
    assert {each.code for each in evidence.diagnostics} <= {"DP131", "DP101"}


def test_aliases_of_aliases_cost_nothing() -> None:
    names = pairwise("abcdefgh")
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in names)
    _, evidence = opened(bomb)
    assert [at(evidence, each) for each in evidence.diagnostics] == [("DP130", 2, 8, "*")]


@pytest.mark.parametrize("text", ["- " * 100_000, "[" * 100_000, "{a: " * 100_000, "? " * 100_000])
def test_nesting_is_bounded(text: str) -> None:
    with pytest.raises(PlanFileError):
        yaml.read(text)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000])
def test_nesting_of_json_is_bounded(text: str) -> None:
    with pytest.raises(PlanFileError, match="nested"):
        json.read(text)


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_a_hundred_thousand_keys_are_read(name: str) -> None:
    keys = ",\n".join(f'"k{number}": {number}' for number in range(100_000))
    _, evidence = opened("{" + keys + "}", name)
    assert evidence.diagnostics[-1].values == {"count": 100_001 - 50}


def test_a_hundred_thousand_wrong_tasks_are_read() -> None:
    tasks = ", ".join(["{id: a}"] * 100_000)
    document, evidence = opened(SOURCE + f"plans: [{{title: x, key_tasks: [{tasks}]}}]\n")
    assert not document.plans
    assert evidence.diagnostics[-1].code == "DP137"


def test_values_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duplan.planfiles.tree.MOST", 1000)
    for read_text, text in (
        (yaml.read, "[" + "1, " * 1001 + "1]"),
        (json.read, "[" + "1, " * 1001 + "1]"),
    ):
        with pytest.raises(PlanFileError, match="values"):
            read_text(text)


def test_numbers_of_any_length_are_read() -> None:
    for read_text in (yaml.read, json.read):
        root, _ = read_text("[" + "9" * 100_000 + "]")
        assert root is not None
    root, _ = yaml.read("[0123, 08, 1_000, 0x1F, 1e5, on, ~]")
    assert root is not None
    assert plain(root) == [123, 8, "1_000", "0x1F", "1e5", "on", None]


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"", "empty"), (b" \n", "empty"), (bytes(range(256)) * 20, "binary")],
)
def test_what_is_no_text_is_refused_as_text_files_are(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableError) as error:
        read(File(data, "a.yaml"))
    assert error.value.kind == kind


def test_limits_are_kept() -> None:
    for limits in (Limits(text=10), Limits(lines=2)):
        with pytest.raises(UnreadableError) as error:
            read(File(PLAN.encode(), "a.yaml", limits))
        assert error.value.kind == "too-large"


def test_what_controls_a_terminal_reaches_no_rule() -> None:
    text = '{"source": {"name": "", "format": "", "sha256": "", "script": "hans"}, "plans":'
    _, evidence = opened(text + ' [{"title": "督导工作\\u001b[31m\\u009b\x9b\\\\"}]}', "a.json")
    [reading] = evidence.readings()
    span = evidence.span(reading.origin)
    assert span is not None
    assert evidence.words(span).text == "督导工作\ufffd[31m\ufffd\ufffd\\"
