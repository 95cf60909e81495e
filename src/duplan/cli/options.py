"""How commands declare their arguments and options, and those that several commands share.

A command is a function of the console and of parameters annotated with ``Argument`` or ``Option``; the
texts are keys of ``words``. ``arguments`` reads plain command lines by these declarations, ``app``
makes typer's parameters of them.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin


@dataclass(frozen=True, slots=True)
class Argument:
    """What a command is given by its place; without a default it has to be there."""

    metavar: str
    help: str


class Option:
    """What a command is given by name, as in ``--to json``; a flag has no metavar."""

    __slots__ = ("help", "metavar", "names")

    def __init__(self, *names: str, help: str, metavar: str | None = None) -> None:  # noqa: A002
        self.names = names
        self.help = help
        self.metavar = metavar


@dataclass(frozen=True, slots=True)
class Parameter:
    """A declared parameter; ``type`` is one of bool, int, str, and there may be several of it."""

    name: str
    declared: Argument | Option
    type: type
    several: bool
    annotation: Any
    default: Any  # inspect.Parameter.empty where there is none

    @property
    def required(self) -> bool:
        """Whether there has to be one."""
        return self.default is inspect.Parameter.empty


def parameters(function: Callable[..., int]) -> list[Parameter]:
    """The parameters of a command, in order, without the console."""
    found = []
    for each in inspect.signature(function, eval_str=True).parameters.values():
        if get_origin(each.annotation) is Annotated:
            annotation, declared = get_args(each.annotation)
            kinds = [annotation, *get_args(annotation)]
            several = any(get_origin(kind) is list for kind in kinds)
            of = next(kind for kind in (bool, int, str) if kind in _flat(kinds))
            found.append(Parameter(each.name, declared, of, several, annotation, each.default))
    return found


def _flat(kinds: list[Any]) -> list[Any]:
    """The types themselves and those that they are made of: list[str] | None holds str."""
    return [*kinds, *(inner for kind in kinds for inner in get_args(kind))]


Files = Annotated[list[str], Argument("files", "files")]
StdinFilename = Annotated[
    str | None, Option("--stdin-filename", metavar="name", help="stdin-filename")
]
KeepScript = Annotated[bool, Option("--keep-script", help="keep-script")]
LimitOption = Annotated[list[str] | None, Option("--limit", metavar="limit", help="limit")]
Quiet = Annotated[bool, Option("-q", "--quiet", help="quiet")]
Verbose = Annotated[bool, Option("-v", "--verbose", help="verbose")]
