"""The table of commands, and what becomes of a command line that makes no sense."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

import typer
import typer.main

from duplan.cli.commands import COMMANDS, command
from duplan.cli.console import Console, Refusal
from duplan.cli.help import Command, Group


def run(arguments: list[str], console: Console) -> int:
    """Run one command line and return its exit code; no arguments ask for help."""
    name = next(iter(arguments), "--help")
    try:
        if not name.startswith("-") and name not in COMMANDS:
            problem = console.say("usage.command", name=name)
            raise _refusal(problem, "duplan", name, COMMANDS)
        group: Any = typer.main.get_command(program(name))
        outcome = group.main(
            args=arguments or ["--help"], prog_name="duplan", standalone_mode=False, obj=console
        )
    except typer.Abort:  # Ctrl-C
        return 130
    except Exception as error:
        # usage errors are click's or, in later versions, typer's own: known by this method
        if not hasattr(error, "format_message"):
            raise
        called = " ".join(["duplan", *([name] if name in COMMANDS else [])])
        asked = getattr(error, "option_name", "")
        known = getattr(error, "possibilities", None) or []  # of an option that there isn't
        raise _refusal(_problem(console, error), called, asked, known) from error
    return outcome if isinstance(outcome, int) else 0


def program(name: str) -> typer.Typer:
    """The program with the one command that is asked for; help needs only the names of all."""
    app = typer.Typer(
        cls=Group,
        add_completion=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_group)
    if name in COMMANDS:
        app.command(name, cls=Command)(command(name))
    return app


def _group() -> None:
    """Makes one command still a command by name."""


def _refusal(problem: str, command: str, name: str, names: Iterable[str]) -> Refusal:
    """The problem, with the name that was probably meant, else with where to look."""
    bare = {each.lstrip("-"): each for each in names}
    near = get_close_matches(name.lstrip("-"), bare, n=1)
    if near:
        return Refusal("usage.guess", problem=problem, name=bare[near[0]])
    return Refusal("usage", problem=problem, command=command)


def _problem(console: Console, error: Any) -> str:
    """What is wrong with the command line, in the language of the run."""
    param = getattr(error, "param", None)
    match type(error).__name__:
        case "NoSuchOption":
            return console.say("usage.option", name=error.option_name)
        case "BadOptionUsage":
            flag = "not take" in error.message
            return console.say("usage.flag" if flag else "usage.value", name=error.option_name)
        case "MissingParameter" if param:
            return console.say("usage.missing", name=console.say(f"metavar.{param.metavar}"))
        case "BadParameter" if param:  # only the options that take a number can be wrong here
            return console.say("usage.number", name=param.opts[-1])
        case "UsageError":
            return console.say("usage.extra")
    return str(error.format_message())
