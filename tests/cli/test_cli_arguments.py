"""A plain command line is read as typer reads it; what isn't plain is left to typer."""

from __future__ import annotations

from functools import wraps
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplan.cli import program
from duplan.cli.arguments import read_plain
from duplan.cli.commands import COMMANDS, command
from duplan.cli.console import Console
from duplan.cli.options import Option, parameters


def typed(name: str, line: list[str]) -> dict[str, Any] | None:
    """The values with which typer calls the command; None where it doesn't."""
    taken: list[dict[str, Any]] = []
    real = command(name)

    @wraps(real)
    def spy(console: Console, **values: Any) -> int:
        taken.append(values)
        return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(program, "command", lambda _: spy)
        group = program.program(name)
        try:
            group.main(args=[name, *line], standalone_mode=False, obj=None)
        except Exception as error:
            assert hasattr(error, "format_message")
    return taken[0] if taken else None


def lines(name: str) -> st.SearchStrategy[list[str]]:
    """Command lines, most of them sensible, of the names that the command knows and some others."""
    known = [
        option
        for each in parameters(command(name))
        if isinstance(each.declared, Option)
        for option in each.declared.names
    ]
    words = st.sampled_from(
        [*known, *(f"{each}=1" for each in known), "a", "1", "", "-", "--", "-x", "-1", "计划.docx"]
    )
    return st.lists(words, max_size=6)


@pytest.mark.parametrize("name", COMMANDS)
@given(data=st.data())
def test_plain_lines_are_read_alike(name: str, data: st.DataObject) -> None:
    line = data.draw(lines(name))
    declared = parameters(command(name))
    plain = read_plain(line, declared)
    if plain is None:
        return
    defaults = {each.name: each.default for each in declared}
    expected = typed(name, line)
    assert expected is not None
    assert {k: v or None for k, v in (defaults | plain).items()} == {
        k: v or None for k, v in expected.items()
    }


@pytest.mark.parametrize(
    ("line", "values"),
    [
        (["a.docx"], {"files": ["a.docx"]}),
        (["a", "-", "--to", "json"], {"files": ["a", "-"], "to": "json"}),
        (["--to=json", "a"], {"files": ["a"], "to": "json"}),
        (["-o", "-", "a", "--strict"], {"files": ["a"], "output": "-", "strict": True}),
        (["--plan", "2", "a"], {"files": ["a"], "plan": 2}),
        (["--limit", "text=1", "--limit=lines=2", "a"], {"limit": ["text=1", "lines=2"]}),
        (["--", "--to"], {"files": ["--to"]}),
    ],
)
def test_plain_lines_are_read(line: list[str], values: dict[str, Any]) -> None:
    read = read_plain(line, parameters(command("parse")))
    assert read is not None
    assert read | values == read


@pytest.mark.parametrize(
    "line",
    [[], ["--help"], ["a", "--t", "json"], ["a", "--to"], ["a", "--to", "-q"], ["a", "-tjson"],
     ["a", "--strict=1"], ["a", "--plan", "x"], ["a", "-qv"], ["a", "--frob"], ["a", "-t=json"]],
)  # fmt: skip
def test_other_lines_are_left_to_typer(line: list[str]) -> None:
    assert read_plain(line, parameters(command("parse"))) is None
