"""Help in the language of the run; the help texts and metavars of options are keys of ``words``."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from typing import Any

import typer.core

from duplan.cli.commands import COMMANDS
from duplan.cli.console import Console
from duplan.cli.layout import cells, pad, wrap

_EXAMPLES = {
    "duplan": ["duplan show plan.docx", "duplan parse plan.docx -o plan.yaml"],
    "parse": [
        "duplan parse plan.docx",
        "duplan parse plans/ --to json -o data/",
        "duplan parse 'plans/**/*.docx' --to jsonl > plans.jsonl",
    ],
    "show": ["duplan show plan.docx", "duplan show plans/ --width 100 | less"],
    "calendar": [
        "duplan calendar --month 九月",
        "duplan calendar plan.docx --view gantt",
        "duplan calendar 清溪区@2020 -m 下半年 -o plan.ics",
    ],
    "diff": [
        "duplan diff 2019.docx 2020.docx",
        "duplan diff 清溪区@2019 清溪区@2020 --only new,dropped",
        "duplan diff 2019 2020 -o changes.html",
    ],
    "check": [
        "duplan check plan.docx",
        "duplan check plans/ --select standard,official --ignore DP34",
        "duplan check --output-format sarif -o check.sarif",
    ],
    "list": ["duplan list", "duplan list --library plans/ --year 2020 --to csv"],
    "search": [
        "duplan search 义务教育",
        "duplan search 督学 培训 --year 2020 --part task",
        "duplan search '“校园安全”' --library plans/ --to json",
    ],
    "explain": ["duplan explain plan.docx", "duplan explain plan.docx --line 12"],
    "rule": ["duplan rule", "duplan rule DP411", "duplan rule weekday-mismatch"],
    "text": ["duplan text plan.docx", "duplan text plan.docx --normalised | less"],
    "schema": ["duplan schema -o plan-1.0.schema.json"],
}
_WIDEST = 100
_INDENT = "  "

Row = tuple[str, str]


class Command(typer.core.TyperCommand):
    """A command whose help is ours."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Usage, what it does, arguments, options, examples."""
        console: Console = ctx.obj
        params: list[Any] = list(self.params)
        arguments = [each for each in params if each.param_type_name == "argument"]
        names = [console.say(f"metavar.{each.metavar}") for each in arguments]
        options = [each for each in params if each.param_type_name == "option"]
        usage = ["duplan", str(self.name), console.say("metavar.options"), *names]
        formatter.write(
            _page(
                console,
                str(self.name),
                " ".join(usage),
                [
                    (
                        "arguments",
                        [
                            (name, _words(console, each.help))
                            for name, each in zip(names, arguments, strict=True)
                        ],
                    ),
                    ("options", [_option(console, each) for each in options]),
                    ("everywhere", _everywhere(console)),
                ],
            )
        )


class Group(typer.core.TyperGroup):
    """The table of commands, with our help."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Usage, the commands, the options that every command has."""
        console: Console = ctx.obj
        words = [console.say(f"metavar.{each}") for each in ("command", "options")]
        commands = [(name, console.say(name)) for name in COMMANDS]
        version = ("-V, --version", console.say("help.version"))
        rows = [("commands", commands), ("everywhere", [*_everywhere(console), version])]
        page = _page(console, "duplan", " ".join(["duplan", *words]), rows)
        formatter.write(f"{page}\n{console.say('help.more')}\n")


def _words(console: Console, key: str | None) -> str:
    return console.say(key or "")


def _option(console: Console, option: Any) -> Row:
    """How an option is written and what it does; long names stand under each other."""
    names = ", ".join(option.opts)
    if names.startswith("--"):
        names = f"    {names}"
    metavar = "" if option.is_flag else f" {console.say(f'metavar.{option.metavar}')}"
    return names + metavar, _words(console, option.help)


def _everywhere(console: Console) -> list[Row]:
    return [
        ("    --lang zh|en", console.say("help.lang")),
        ("    --no-color", console.say("help.no-color")),
        ("-h, --help", console.say("help.help")),
    ]


def _page(console: Console, command: str, usage: str, parts: list[tuple[str, list[Row]]]) -> str:
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    lines = [f"{_heading(console, 'usage')}{usage}", "", *wrap(console.say(command), width)]
    column = max(cells(left) for _, rows in parts for left, _ in rows) + 2
    for name, rows in parts:
        if rows:
            lines += ["", _heading(console, name).rstrip(), *_rows(rows, column, width)]
    examples = (f"{_INDENT}{line}" for line in _EXAMPLES[command])
    lines += ["", _heading(console, "examples").rstrip(), *examples]
    return "\n".join(lines) + "\n"


def _rows(rows: Iterable[Row], column: int, width: int) -> Iterator[str]:
    """Two columns, the right one wrapped."""
    for left, right in rows:
        room = max(width - column - len(_INDENT), 20)
        for part in wrap(right, room):
            yield f"{_INDENT}{pad(left, column)}{part}"
            left = ""


def _heading(console: Console, name: str) -> str:
    return console.style(console.say(f"help.{name}"), "bold") + console.say("colon")
