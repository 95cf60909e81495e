"""Writes the pictures of the README: what ``duplan show`` prints in a terminal, as SVG.

Run it after a change to what ``show`` prints; needs a system with pseudo-terminals.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from html import escape, unescape
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from duplan.cli.layout import cells

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = "samples/2020计划.docx"
WIDTH = 88
PARTS = (9, 6, 18, 15)  # lines of the head, the goals, the tasks and the schedule that are shown
LANGUAGES = {"en": "show.en.svg", "zh": "show.zh.svg"}
CUT = "\x1b[2m⋮\x1b[0m"

_FONTS = (
    "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'PingFang SC',"
    " 'Microsoft YaHei', 'Noto Sans CJK SC', monospace"
)
_FONT_FACE = re.compile(r"\s*@font-face \{\{.*?\}\}", re.DOTALL)  # fetched from the network
_TEXT = re.compile(
    r'<text class="(?P<style>[^"]*-r\d+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)"'
    r' textLength="[\d.]+" clip-path="(?P<clip>[^"]*)">(?P<text>[^<]*)</text>'
)
_COLUMN = 20 * 0.61  # pixels of a column in rich's SVG
_WIDE = 22  # pixels of a wide character
_RUN = re.compile(r"\s+|[\u2e80-\u9fff\uff00-\uff60]+|[^\s\u2e80-\u9fff\uff00-\uff60]+")


def shown(language: str) -> str:
    """What the installed command writes to a terminal, colours included."""
    master, slave = pty.openpty()
    command = [str(Path(sys.executable).with_name("duplan")), "show", "--quiet", SAMPLE]
    environment = {
        **{name: value for name, value in os.environ.items() if name != "NO_COLOR"},
        "COLUMNS": str(WIDTH),
        "TERM": "xterm-256color",
    }
    process = subprocess.Popen(
        [*command, "--lang", language], cwd=ROOT, env=environment, stdout=slave
    )
    os.close(slave)
    output = b"".join(iter(lambda: _read(master), b""))
    if process.wait():
        raise SystemExit(f"duplan show failed: {process.returncode}")
    return output.decode().replace("\r\n", "\n")


def _read(master: int) -> bytes:
    try:
        return os.read(master, 65536)
    except OSError:  # Linux reports the closed terminal so
        return b""


def shortened(output: str) -> str:
    """The first lines of every part; a mark where lines are left out."""
    parts = output.strip("\n").split("\n\n")
    return "\n\n".join(_head(part, limit) for part, limit in zip(parts, PARTS, strict=True))


def _head(part: str, limit: int) -> str:
    lines = part.split("\n")
    return part if len(lines) <= limit else "\n".join([*lines[:limit], CUT])


def picture(output: str, name: str) -> str:
    """The SVG of a terminal's output, every run of characters at its columns."""
    console = Console(record=True, file=StringIO(), width=WIDTH, force_terminal=True)
    console.print(Text.from_ansi(output))
    template = _FONT_FACE.sub("", CONSOLE_SVG_FORMAT).replace("Fira Code, monospace", _FONTS)
    svg = console.export_svg(
        title=f"$ duplan show {SAMPLE}", code_format=template, unique_id=name.replace(".", "-")
    )
    lines = _TEXT.sub(_on_grid, svg).split("\n")
    return "\n".join(filter(None, map(str.rstrip, lines))) + "\n"


def _on_grid(match: re.Match[str]) -> str:
    """A text element for each run of wide or narrow characters: rich counts both as one column."""
    return "".join(_runs(unescape(match["text"]), float(match["x"]), match))


def _runs(text: str, x: float, match: re.Match[str]) -> Iterator[str]:
    for run in _RUN.findall(text):
        columns = cells(run)
        wide = columns > len(run)
        if not run.isspace():
            gap = 2 * _COLUMN - _WIDE
            spread = f' font-size="{_WIDE}" letter-spacing="{gap:g}"' if wide else ""
            yield (
                f'<text class="{match["style"]}" x="{x + wide * gap / 2:g}"'
                f' y="{match["y"]}" textLength="{columns * _COLUMN:g}"{spread}'
                f' clip-path="{match["clip"]}">{escape(run)}</text>'
            )
        x += columns * _COLUMN


def main() -> None:
    """Write one picture a language."""
    for language, name in LANGUAGES.items():
        target = ROOT / "docs" / "pictures" / name
        target.write_text(picture(shortened(shown(language)), name), encoding="utf-8")


if __name__ == "__main__":
    main()
