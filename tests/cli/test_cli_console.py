"""What a console says of the stream that it writes to."""

from __future__ import annotations

import io
import sys

import pytest

from duplan.cli.console import Console


class Terminal(io.TextIOWrapper):
    """A terminal with a code page."""

    def __init__(self, encoding: str) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("encoding", "shown"), [("utf-8", True), ("UTF8", True), ("cp936", False), ("big5", False)]
)
def test_code_pages_lack_characters(
    monkeypatch: pytest.MonkeyPatch, encoding: str, shown: bool
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal(encoding))
    assert Console("zh").unicode == shown


def test_a_file_gets_every_character(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="cp936"))
    assert Console("zh").unicode


def test_brushes_paint_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal("utf-8"))
    assert Console("zh").brush("bold")("督导") == "\x1b[1m督导\x1b[0m"
    assert Console("zh", colourful=False).brush("bold")("督导") == "督导"
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert Console("zh").brush("bold")("督导") == "督导"
