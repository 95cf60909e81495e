"""The commands as typer's: for help, and for command lines that aren't plain."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer
import typer.main

from duplan.cli.commands import COMMANDS, command
from duplan.cli.help import Command, Group
from duplan.cli.options import Option, Parameter, parameters

Abort = typer.Abort


def program(name: str) -> Any:
    """The group of commands, with the one that is asked for; its help needs only the names of all."""
    app = typer.Typer(
        cls=Group,
        add_completion=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_group)
    if name in COMMANDS:
        app.command(name, cls=Command)(_typed(command(name)))
    return typer.main.get_command(app)


def _group() -> None:
    """Makes one command still a command by name."""


def _typed(function: Callable[..., int]) -> Callable[..., int]:
    """The command as typer wants it: of a context, with parameters that typer knows."""

    def call(ctx: typer.Context, **values: Any) -> int:
        return function(ctx.obj, **values)

    context = inspect.Parameter(
        "ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
    )
    typed = [context, *map(_parameter, parameters(function))]
    call.__annotations__ = {each.name: each.annotation for each in typed}
    call.__signature__ = inspect.Signature(typed)  # type: ignore[attr-defined]
    return call


def _parameter(each: Parameter) -> inspect.Parameter:
    declared, made = each.declared, None
    if isinstance(declared, Option):
        made = typer.Option(*declared.names, metavar=declared.metavar, help=declared.help)
    else:
        made = typer.Argument(metavar=declared.metavar, help=declared.help)
    return inspect.Parameter(
        each.name,
        inspect.Parameter.POSITIONAL_OR_KEYWORD,
        annotation=Annotated[each.annotation, made],
        default=each.default,
    )
