"""``duplan text`` and ``--limit``, over real files."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from duplan.cli import main

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "2020计划.docx"
PLAN = "槐安區2020年工作計劃\n一、指導思想\n督政督學並重。\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Run:
    """The command line in a folder with a plan in traditional script and a sample."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DUPLAN_LANG", "en")
    Path("a.txt").write_text(PLAN, encoding="utf-8")
    shutil.copy(SAMPLE, "b.docx")

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        done = capfdbinary.readouterr()
        return code, done.out.decode(), done.err.decode()

    return call


def test_the_text_as_it_is_shown(run: Run) -> None:
    assert run("text", "a.txt") == (0, PLAN, "")


def test_the_text_as_it_is_read(run: Run) -> None:
    shown = "槐安区2020年工作计划\n一、指导思想\n督政督学并重。\n"
    assert run("text", "--normalised", "a.txt") == (0, shown, "")
    assert run("text", "--normalised", "--keep-script", "a.txt")[1] == shown


def test_labels_tables_and_asides(run: Run) -> None:
    code, out, err = run("text", "b.docx")
    lines = out.splitlines()
    assert code == 0
    assert "（一）压实督政责任" in lines
    assert "月份 | 重点工作 | 备注" in lines
    assert lines[-5:] == [
        "—— 页眉 header ——",
        "青禾区2020年教育督导工作计划",
        "",
        "—— 页脚 footer ——",
        "— 1 —",
    ]
    assert "warning DP105 tracked-changes" in err
    assert run("text", "-q", "b.docx")[2] == ""
    assert "info DP106 aside-text" in run("text", "-v", "b.docx")[2]


def test_several_documents_are_named(run: Run) -> None:
    _, out, _ = run("text", "-q", "a.txt", "b.docx")
    assert out.startswith(f"==> a.txt <==\n{PLAN}\n==> b.docx <==\n青教督")


def test_a_file_for_each(run: Run) -> None:
    assert run("text", "-q", "a.txt", "b.docx", "-o", "out/")[0] == 0
    assert Path("out/a.txt").read_text(encoding="utf-8") == PLAN
    assert Path("out/b.txt").read_text(encoding="utf-8").startswith("青教督")


def test_refusals(run: Run) -> None:
    Path("c.docx").write_bytes(b"PK\x03\x04 cut off")
    code, out, err = run("text", "c.docx", "a.txt")
    assert (code, out.endswith(PLAN)) == (2, True)
    assert err.startswith("duplan: c.docx: the file is damaged or cut off")
    assert run("text", "a.txt", "-o", "a.txt")[0] == 2
    assert Path("a.txt").read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize("command", ["text", "parse", "show", "explain"])
def test_limits_are_options(run: Run, command: str) -> None:
    code, out, err = run(command, "b.docx", "--limit", "paragraphs=9", "--limit", "UNZIPPED=1g")
    assert (code, out) == (2, "")
    assert err == (
        "duplan: b.docx: more than 9 paragraphs; split the file,"
        " or allow more: --limit paragraphs=NUMBER\n"
    )
    assert run(command, "b.docx", "-q", "--limit", "paragraphs=900")[0] == 0


@pytest.mark.parametrize("value", ["paragraphs", "words=9", "lines=-1", "lines=1T", "lines=", ""])
def test_limits_that_make_no_sense(run: Run, value: str) -> None:
    code, out, err = run("text", "a.txt", "--limit", value)
    assert (code, out) == (2, "")
    assert "is no limit; write NAME=N with one of file, text, lines" in err


def test_git_shows_the_lines_of_a_docx(run: Run) -> None:
    """The two lines of configuration that the guide gives."""
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run([*git, "init", "-q"], check=True)
    Path(".gitattributes").write_text("*.docx diff=duplan\n", encoding="utf-8")
    duplan = Path(sys.executable).with_name("duplan")
    subprocess.run([*git, "config", "diff.duplan.textconv", f'"{duplan}" text -q'], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "2020"], check=True)
    shutil.copy(ROOT / "samples" / "2019计划.docx", "b.docx")
    diff = subprocess.run([*git, "diff"], check=True, capture_output=True).stdout.decode()
    assert "-青禾区2020年教育督导工作计划" in diff
    assert "+青禾区2019年教育督导工作计划" in diff
