"""The documents: links lead somewhere, tables are complete, commands and examples are true."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from pathlib import Path

import pytest

from duplan.cli import main
from duplan.cli.commands import COMMANDS, command
from duplan.cli.options import Option, parameters
from duplan.diagnostics import KINDS, UNREADABLE

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "samples" / "README.md"],
)
READMES = [ROOT / "README.md", ROOT / "README.zh.md"]
GUIDES = [ROOT / "docs" / "reading.md", ROOT / "docs" / "reading.zh.md"]

LINK = re.compile(r"\]\((?!https?://)([^)#\s]*)(?:#([^)\s]*))?\)")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PRINTED = tuple(  # what is shown of them is held to be true
    f"$ duplan {each}" for each in ("parse", "text", "calendar", "list", "search", "diff", "check")
)
EVERYWHERE = {"--lang", "--no-color", "--help", "--version"}

by_name = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.name))
of_readmes = pytest.mark.parametrize("readme", READMES, ids=lambda path: str(path.name))
of_guides = pytest.mark.parametrize("guide", GUIDES, ids=lambda path: str(path.name))


def slugs(document: Path) -> set[str]:
    """The anchors that GitHub gives the headings of a document."""
    prose = FENCE.sub("", document.read_text(encoding="utf-8"))
    kept = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in HEADING.findall(prose))
    return {heading.replace(" ", "-") for heading in kept}


def fences(document: Path, language: str) -> list[str]:
    """The code blocks of a language."""
    text = document.read_text(encoding="utf-8")
    return [body for name, body in FENCE.findall(text) if name == language]


def commands(document: Path) -> list[str]:
    """What the console blocks tell to type, without comments."""
    lines = "".join(fences(document, "console")).splitlines()
    return [re.sub(r"\s+#.*", "", line[2:]) for line in lines if line.startswith("$ ")]


def duplan_commands(document: Path) -> list[list[str]]:
    """The arguments of every call of duplan, those inside pipes too."""
    parts = [part.strip() for line in commands(document) for part in re.split(r"[|>]", line)]
    return [
        shlex.split(part)[1:]
        for part in (re.sub(r"^uvx --from \. ", "", part) for part in parts)
        if part.startswith("duplan ")
    ]


@by_name
def test_links_lead_somewhere(document: Path) -> None:
    for target, anchor in LINK.findall(document.read_text(encoding="utf-8")):
        path = (document.parent / target).resolve() if target else document
        assert path.exists(), target
        assert path.is_relative_to(ROOT), target
        if anchor:
            assert anchor in slugs(path), f"{target}#{anchor}"


def rows(guide: Path, first_cell: str) -> list[str]:
    """The table rows whose first cell matches."""
    lines = guide.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if re.match(rf"\| (?:{first_cell}) \|", line)]


@of_guides
def test_every_finding_has_its_row(guide: Path) -> None:
    expected = [
        f"| {code} | {kind.name} | {kind.severity} | {kind.en} | {kind.zh} |"
        for code, kind in KINDS.items()
    ]
    assert rows(guide, r"DP\d{3}") == expected


@of_guides
def test_every_refusal_has_its_row(guide: Path) -> None:
    expected = [f"| {kind} | {en} | {zh} |" for kind, (en, zh) in UNREADABLE.items()]
    assert rows(guide, "|".join(map(re.escape, UNREADABLE))) == expected


@by_name
def test_commands_and_options_exist(document: Path) -> None:
    for name, *arguments in duplan_commands(document):
        assert name in COMMANDS, name
        declared = [each.declared for each in parameters(command(name))]
        options = {name for each in declared if isinstance(each, Option) for name in each.names}
        options |= EVERYWHERE
        used = {argument for argument in arguments if re.match("--?[a-z]", argument)}
        assert used <= options, f"{name}: {used - options}"


@of_readmes
def test_the_tour_shows_every_command(readme: Path) -> None:
    assert {name for name, *_ in duplan_commands(readme)} == set(COMMANDS)


@by_name
def test_make_targets_exist(document: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = re.findall(r"`make ([a-z]+)", document.read_text(encoding="utf-8"))
    named += [line.split()[1] for line in commands(document) if line.startswith("make ")]
    assert set(named) <= targets


@of_readmes
def test_the_library_example_prints_what_it_says(
    readme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    [example] = fences(readme, "python")
    expected = [line[2:] for line in example.splitlines() if line.startswith("# ")]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example, readme.name, "exec"), {})  # noqa: S102 - our own example
    assert printed.getvalue().splitlines() == expected


@of_readmes
def test_the_tour_shows_what_is_printed(
    readme: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("DUPLAN_CACHE_DIR", str(tmp_path))
    shown = [
        block.split("\n…\n")
        for block in fences(readme, "console")
        if block.startswith(PRINTED) and "\n…\n" in block
    ]
    assert shown
    for line, *excerpts in shown:
        assert main(shlex.split(line)[2:]) in (0, 1)  # of two years that differ
        output = capfdbinary.readouterr().out.decode()
        for excerpt in filter(None, excerpts):
            assert excerpt + "\n" in output
