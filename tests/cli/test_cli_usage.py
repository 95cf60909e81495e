"""The frame of the command line: help, languages, bad usage, start-up, streams."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import duplan as package
from duplan.cli import readings, words
from duplan.cli.colour import paint_yaml
from duplan.cli.commands import COMMANDS
from duplan.cli.console import clean
from duplan.cli.layout import breaks, cells, wrap
from duplan.cli.settings import default_language, split

Run = Callable[..., Any]
SOURCES = Path(words.__file__).parent.parent


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", [[], *([each] for each in COMMANDS)])
def test_help_fits_a_terminal(duplan: Run, language: str, command: list[str]) -> None:
    shown = duplan(*command, "--lang", language, "-h")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith("用法：duplan" if language == "zh" else "Usage: duplan")
    assert max(map(cells, shown.out.splitlines())) <= 80


def test_no_arguments_ask_for_help(duplan: Run) -> None:
    assert duplan() == duplan("--help")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["prase", "x"], "there is no command prase; did you mean parse?\n"),
        (["frob", "x"], "there is no command frob; see duplan --help\n"),
        (["parse", "x", "--provenanc"], "there is no option --provenanc; did you mean --prov"),
        (["--frob"], "there is no option --frob; see duplan --help"),
        (["parse"], "FILE... is missing; see duplan parse --help"),
        (["parse", "x", "--frob"], "there is no option --frob; see duplan parse --help"),
        (["parse", "x", "--to"], "--to needs a value; see duplan parse --help"),
        (["parse", "x", "--strict=1"], "--strict takes no value; see duplan parse --help"),
        (["parse", "x", "--to", "xml"], "--to is one of yaml, json, jsonl, markdown"),
        (["parse", "x", "--plan", "b"], "--plan takes a whole number from 1 up; see duplan parse"),
        (["parse", "x", "--plan", "0"], "--plan takes a whole number from 1 up"),
        (["parse", "x", "--output", ""], "--output needs a value"),
        (["parse", "x" * 300], f"{'x' * 300}: File name too long; check the names of files"),
        (["explain", "x", "y"], "there are too many arguments; see duplan explain --help"),
        (["--lang", "fr", "parse", "x"], "--lang is one of zh, en"),
        (["parse", "x", "--lang"], "--lang is one of zh, en"),
    ],
)
def test_bad_usage_is_one_line(duplan: Run, arguments: list[str], problem: str) -> None:
    refused = duplan(*arguments)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(f"duplan: {problem}")
    assert refused.err.count("\n") == 1
    in_chinese = duplan(*arguments, *([] if "--lang" in arguments else ["--lang", "zh"]))
    assert in_chinese.err.count("\n") == 1


def test_a_guess_in_chinese(duplan: Run) -> None:
    refused = duplan("prase", "--lang", "zh")
    assert refused.err == "duplan: 没有 prase 这个命令；是不是要用 parse？\n"


def test_language_is_chosen() -> None:
    assert default_language({"LANG": "zh_CN.UTF-8"}) == "zh"
    assert default_language({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}) == "en"
    assert default_language({"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "C"}) == "zh"
    assert default_language({"LANG": "zh_CN", "DUPLAN_LANG": "en"}) == "en"
    assert default_language({"LANG": "de_DE.UTF-8", "DUPLAN_LANG": "zh"}) == "zh"
    assert default_language({"LANG": "de_DE.UTF-8"}) == "en"


def test_settings_may_stand_anywhere() -> None:
    assert split(["parse", "--lang", "zh", "x", "--no-color"]) == ("zh", True, ["parse", "x"])
    assert split(["--lang=en", "show"]) == ("en", False, ["show"])
    assert split(["show", "--", "--lang"]) == (None, False, ["show", "--", "--lang"])


def test_words_are_complete() -> None:
    for table in (words.WORDS, readings.ROLES, readings.REASONS):
        for english, chinese in table.values():
            assert english
            assert chinese
            assert set(re.findall(r"\{\w+\}", english)) == set(re.findall(r"\{\w+\}", chinese))


def test_a_key_stands_in_one_table_only() -> None:
    assert len(words.WORDS) == len(words.HELP) + len(words.PROBLEMS) + len(words.SCREENS)


def test_no_word_is_left_over() -> None:
    code = "".join(path.read_text("utf-8") for path in SOURCES.glob("*.py"))
    built = {"help.", "metavar.", *re.findall(r'f"([a-z.-]+\.)\{', code)}  # f"severity.{name}"
    for key in words.WORDS:
        assert f'"{key}"' in code or key in COMMANDS or key.startswith((*built,)), key


@given(st.text())
def test_clean_text_holds_nothing_active(text: str) -> None:
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", clean(text))
    assert "\n" not in clean(text)
    assert clean(clean(text)) == clean(text)
    assert clean(text, lines=True).count("\n") == text.count("\n")


def test_clean_shows_what_was_there() -> None:
    assert clean("甲\x1b[31m\x9b乙\u202e\n\t") == "甲\\x1b[31m\\x9b乙\\u202e\\x0a\\x09"
    assert clean("甲\n\t乙\r", lines=True) == "甲\n\t乙\\x0d"


@given(st.text(st.sampled_from(list("督导ab1 ，。（《》“”-e\u0301"))), st.integers(2, 30))
def test_wrapping_loses_nothing_and_fits(text: str, width: int) -> None:
    offsets = breaks(text, width)
    assert offsets == sorted(set(offsets))
    assert "".join(wrap(text, width)).replace(" ", "") == text.replace(" ", "")
    assert all(cells(part) <= width for part in wrap(text, width))


def test_wrapping_heeds_marks_and_words() -> None:
    assert wrap("督导工作，计划", 8) == ["督导工", "作，计划"]
    assert wrap("督导《工作计划》", 6) == ["督导", "《工作", "计划》"]
    assert wrap("plan 2020年", 9) == ["plan 2020", "年"]
    assert wrap("use --to jsonl", 8) == ["use --to", "jsonl"]


def test_yaml_is_painted_by_keys_only() -> None:
    text = "# c\ntext: |-\n  a: b\n\n  c\nid: s1\nlist: []\n  - 文字: x\n"
    painted = paint_yaml(text)
    assert re.sub(r"\x1b\[\d*m", "", painted) == text
    assert "\n  a: b\n\n  c\n" in painted
    assert "\x1b[36mid:\x1b[0m s1" in painted


def python(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    code = "import sys; from duplan.cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, check=False, **options
    )


def test_version_imports_next_to_nothing() -> None:
    code = (
        "import sys; sys.argv = ['duplan', '--version']; from duplan.cli import main; main();"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    version, loaded = shown.stdout.splitlines()
    assert version == f"duplan {package.__version__}"
    heavy = {"typer", "click", "rich", "pydantic", "yaml", "lxml", "opencc", "dataclasses", "json"}
    assert not heavy & set(loaded.split())


def test_help_imports_no_models() -> None:
    code = (
        "import sys; sys.argv = ['duplan', '--help']; from duplan.cli import main; main();"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert not {"pydantic", "yaml", "lxml", "opencc"} & set(shown.stdout.splitlines()[-1].split())


@pytest.mark.skipif(os.name == "nt", reason="pipes differ")
@pytest.mark.parametrize("argument", ["schema", "--version"])
def test_reader_that_goes_away_is_no_error(argument: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    code = f"import sys; from duplan.cli import main; sys.exit(main(['{argument}']))"
    done = subprocess.run(
        [sys.executable, "-c", code], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="streams differ")
@pytest.mark.parametrize("argument", ["schema", "--version", "--help"])
def test_closed_streams_are_no_error(argument: str) -> None:
    code = f"import sys; from duplan.cli import main; sys.exit(main(['{argument}']))"
    done = subprocess.run(
        ["sh", "-c", '"$0" -c "$1" >&-', sys.executable, code], stderr=subprocess.PIPE, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_is_one_line() -> None:
    code = "import sys; from duplan.cli import main; sys.exit(main(['--lang', 'en', 'schema']))"
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"duplan: standard output can't be written (No space left")
    assert done.stderr.count(b"\n") == 1


def test_output_is_utf8_whatever_the_locale() -> None:
    environ = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = python("schema", env=environ)
    assert "计划" in done.stdout.decode("utf-8")
    assert python("--lang", "zh", "--help", env=environ).returncode == 0


def test_a_key_without_words_stands_for_itself() -> None:
    assert readings.name_of("zh", readings.REASONS, "a-new-reason") == "a-new-reason"
    assert readings.name_of("zh", readings.REASONS, "flat-list") == "不分层次的清单"
