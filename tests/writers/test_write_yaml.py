"""How the YAML looks, and what its reader refuses."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from duplan.plan import Document
from duplan.writers import json as json_writer
from duplan.writers import yaml as yaml_writer


def test_yaml_is_plain_where_it_can_be(document: Document) -> None:
    written = yaml_writer.dump(document)
    assert written.startswith(yaml_writer.MODELINE + '\nschema_version: "1.0"\n')
    assert "  - title: 槐安区2020年教育督导工作计划\n" in written
    assert '    issued: "2020-03-06"\n' in written
    assert "        months: [1, 2]\n" in written
    assert "        label: （一）\n" in written
    assert (
        "          一是健全责任督学挂牌制度" in written
    )  # a text of two lines stands on two lines
    assert written.endswith("\n")


def test_edited_yaml_may_leave_quotes_out(document: Document) -> None:
    edited = yaml_writer.dump(document).replace('"2020-03-06"', "2020-03-06")
    assert yaml_writer.load(edited).plans[0].issued == "2020-03-06"


def test_misspelt_key_is_named(document: Document) -> None:
    edited = yaml_writer.dump(document).replace("    issuer:", "    isuser:")
    with pytest.raises(ValidationError, match="isuser"):
        yaml_writer.load(edited)


def test_aliases_are_refused() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    with pytest.raises(ValueError, match="aliases"):
        yaml_writer.load(bomb)


def test_writers_let_no_control_character_through(document: Document) -> None:
    document.plans[0].title = "红\x1b[31m\x9b\u202e\u2066"
    for written in (yaml_writer.dump(document), json_writer.dump(document)):
        assert "\\u001b[31m\\u009b\\u202e\\u2066" in written
        assert not set(written) & set("\x1b\x9b\u202e\u2066")
