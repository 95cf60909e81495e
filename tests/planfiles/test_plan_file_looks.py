"""Which YAML and JSON files of a folder are plan files."""

from __future__ import annotations

import pytest
from plan_files import SOURCE

from duplan.plan import Document
from duplan.planfiles.looks import looks_like_plan
from duplan.writers import json as json_writer
from duplan.writers import yaml as yaml_writer


def test_what_parse_writes_looks_like_a_plan(document: Document) -> None:
    for text in (
        yaml_writer.dump(document),
        json_writer.dump(document),
        json_writer.dump_line(document),
        yaml_writer.dump(document).partition("\n")[2],
    ):
        for encoding in ("utf-8", "utf-8-sig", "utf-16"):
            assert looks_like_plan(text.encode(encoding))


@pytest.mark.parametrize(
    "text",
    [
        SOURCE + "plans:\n- title: 甲\n",
        "plans:\n- title: 甲\n  key_tasks: []\n",
        "# yaml-language-server: $schema=../plan-1.0.schema.json\nplanz: []\n",
        '{"plans": [], "source": {}}',
        "{plans: [], source: {}}\n",
    ],
)
def test_what_people_write_looks_like_a_plan(text: str) -> None:
    assert looks_like_plan(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "on: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n",
        "repos:\n- repo: local\n  hooks:\n  - id: duplan-check\n",
        "services:\n- name: db\n  plans:\n  - name: small\n",
        '{"name": "x", "version": "1.0.0", "source": "src/index.ts"}',
        '{"schema_version": "1.0", "months": [], "entries": [{"plan": {"source": "a"}}]}',
        '{"schema_version": "1.0", "old": {"source": "a"}, "new": {"source": "b"}, "changes": []}',
        "goals: [fast]\nsections: [a]\n",
        '{"plans": [{"title": "甲", "goals": [], "tasks": [], "sections": []}], "notes": []}',
        '{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"plans": {},'
        ' "source": {}, "schema_version": {}}}',
        "",
    ],
)
def test_other_files_do_not(text: str) -> None:
    assert not looks_like_plan(text.encode())
