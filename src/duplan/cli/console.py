"""Standard output and standard error: language, colour, and nothing that a terminal would obey."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

from duplan.cli.layout import wrap
from duplan.cli.words import Language, say

# C0, DEL and C1 controls, line separators, bidirectional overrides and isolates, lone surrogates
_ACTIVE = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_IN_LINES = re.compile(f"[{_ACTIVE}]")
_IN_LINE = re.compile(f"[{_ACTIVE}\t\n]")
_STYLES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "cyan": "36",
    "gone": "9;31",  # struck out in red, and bold in green: told apart without the colours too
    "come": "1;32",
}


def clean(text: str, *, lines: bool = False) -> str:
    r"""Make text from a document or a file name safe to print: ``\x1b`` for an escape character.

    Line feeds and tabs stay where the text may take several ``lines``.
    """
    if text.isprintable():  # so are most texts, and it is told at once
        return text
    return (_IN_LINES if lines else _IN_LINE).sub(_visible, text)


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is no UTF-8
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


class Refusal(Exception):  # noqa: N818 - it ends the run as asked for, nothing broke
    """The command line can't be done as it stands: exit code 2 and one line, from ``words``."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class ReaderGone(SystemExit):
    """Whoever read standard output went away; what is written from now on goes nowhere."""


@dataclass(slots=True)
class Console:
    """The two streams of a run.

    ``colourful`` is whether terminals may get colours; ``paper`` the language of pages and ledgers that
    are made of plans: that of the plans, unless someone asked for another.
    """

    language: Language
    colourful: bool = True
    paper: Language = "zh"
    _erase: str = field(default="", init=False)  # takes the progress that is shown off again

    def say(self, key: str, **values: object) -> str:
        """A sentence of the catalogue in the language of the run."""
        return say(self.language, key, **values)

    @property
    def terminal(self) -> bool:
        """Whether standard output is a terminal."""
        return sys.stdout.isatty()

    @property
    def width(self) -> int:
        """Columns of the terminal, 80 where there is none."""
        if not self.terminal:
            return 80
        from shutil import get_terminal_size  # 5 ms, for nothing where output goes to a pipe

        return get_terminal_size().columns

    @property
    def unicode(self) -> bool:
        """Whether standard output can show every character.

        A console with a Chinese code page has no ⑪, and draws its bars two columns wide.
        """
        return not self.terminal or (sys.stdout.encoding or "").lower().startswith("utf")

    @property
    def watched(self) -> bool:
        """Whether standard error is a terminal while standard output goes to a file."""
        return sys.stderr.isatty() and stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)

    @property
    def coloured(self) -> bool:
        """Whether standard output shows colours."""
        return self.colourful and self.terminal

    def style(self, text: str, style: str, *, error: bool = False) -> str:
        """The text in a style of ``_STYLES`` where the stream shows colours."""
        stream = sys.stderr if error else sys.stdout
        if not (self.colourful and stream.isatty()):
            return text
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"

    def brush(self, style: str) -> Callable[[str], str]:
        """What puts text for standard output into a style; asks once whether it shows colours."""
        if not self.coloured:
            return str
        before = f"\x1b[{_STYLES[style]}m"
        return lambda text: f"{before}{text}\x1b[0m"

    def write(self, text: str | bytes, *, styled: bool = False) -> None:
        """Write to standard output: bytes, or text in UTF-8 whatever the locale, made safe for a terminal.

        ``styled`` text holds escape sequences of ours and was made safe before. A reader that went
        away (``| head``) has all it wanted: the run ends quietly.
        """
        try:
            if isinstance(text, bytes):
                sys.stdout.flush()
                sys.stdout.buffer.write(text)
            elif self.terminal:
                sys.stdout.write(text if styled else clean(text, lines=True))
            else:
                sys.stdout.flush()
                sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
            sys.stdout.flush()
        except OSError as error:
            if error.errno not in (errno.EPIPE, errno.EINVAL):  # Windows says EINVAL
                raise Refusal("stdout", reason=error.strerror) from error
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise ReaderGone(0) from None

    def tell(self, line: str) -> None:
        """Write a line, safe already, to standard error, over the progress if there is any."""
        sys.stderr.write(f"{self._erase}{line}\n")
        self._erase = ""

    def refuse(self, refusal: Refusal) -> None:
        """Say in one line why the command line can't be done."""
        problem = self.say(refusal.key, **refusal.values)
        self.tell(f"{self.style('duplan:', 'red', error=True)} {clean(problem)}")

    def complain(self, name: str, problem: str) -> None:
        """Say in one line what is wrong with a file or the command line."""
        head = self.style("duplan:", "red", error=True)
        self.tell(f"{head} {clean(name)}{self.say('colon')}{clean(problem)}")

    def progress(self, line: str) -> None:
        """Show what is going on, on a terminal only, until the next line takes its place."""
        if sys.stderr.isatty():
            sys.stderr.write(self._erase + wrap(clean(line), self.width - 1)[0])
            sys.stderr.flush()
            self._erase = "\r\x1b[2K" if line else ""
