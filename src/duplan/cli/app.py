"""Running a command line; what becomes of one that makes no sense."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from duplan.cli.arguments import read_plain
from duplan.cli.commands import COMMANDS, command
from duplan.cli.console import Console, Refusal
from duplan.cli.options import parameters


def run(arguments: list[str], console: Console) -> int:
    """Run one command line and return its exit code; no arguments ask for help."""
    name = next(iter(arguments), "--help")
    if name in COMMANDS:
        function = command(name)
        given = read_plain(arguments[1:], parameters(function))
        if given is not None:
            return function(console, **given)
    return _run_parsed(name, arguments or [name], console)


def _run_parsed(name: str, arguments: list[str], console: Console) -> int:
    """Leave the command line to typer: help, and what the plain reader doesn't understand."""
    from duplan.cli.program import Abort, program

    try:
        if not name.startswith("-") and name not in COMMANDS:
            problem = console.say("usage.command", name=name)
            raise _refusal(problem, "duplan", name, COMMANDS)
        group: Any = program(name)
        outcome = group.main(args=arguments, prog_name="duplan", standalone_mode=False, obj=console)
    except Abort:  # Ctrl-C
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


def _refusal(problem: str, command: str, name: str, names: Iterable[str]) -> Refusal:
    """The problem, with the name that was probably meant, else with where to look."""
    bare = {each.lstrip("-"): each for each in names}
    from difflib import get_close_matches

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
