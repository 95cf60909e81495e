"""Files after fixes: written back, or shown as what would change."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from typing import TYPE_CHECKING, NamedTuple

from duplan.cli.console import Console, clean
from duplan.cli.outputs import save
from duplan.readers.encodings import BOMS, CODECS

if TYPE_CHECKING:
    from duplan.checking.job import Rewritten
    from duplan.cli.inputs import Input

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_STYLES = {"+": "green", "-": "red", "@": "cyan"}


class Written(NamedTuple):
    """How many findings were mended in files, and whether all files could be written."""

    mended: int
    whole: bool


def write_all(console: Console, files: Iterable[tuple[Input, Rewritten]]) -> Written:
    """Write mended files in the places of the old ones, each once, whatever links lead to it."""
    mended, whole = 0, True
    done: set[str] = set()
    for each, rewritten in files:
        assert each.path is not None
        place = os.path.realpath(each.path)
        if place in done:
            continue
        done.add(place)
        if write_back(console, each, rewritten):
            mended += rewritten.mended
        else:
            whole = False
    return Written(mended, whole)


def write_back(console: Console, each: Input, rewritten: Rewritten) -> bool:
    """Write a mended file in the place of the old one, whole; False where it can't be done.

    A file that has changed since it was read, and one that may not be written, is left alone.
    """
    assert each.path is not None
    try:
        unchanged = each.path.read_bytes() == rewritten.before
    except OSError as error:
        reason = error.strerror or type(error).__name__
        console.complain(each.shown, console.say("cannot-read", reason=reason))
        return False
    if not unchanged:
        console.complain(each.shown, console.say("changed-meanwhile"))
        return False
    if not os.access(each.path, os.W_OK):  # its folder may allow to put another in its place
        reason = os.strerror(errno.EACCES)
        console.complain(each.shown, console.say("cannot-write", reason=reason))
        return False
    return save(console, each.path, rewritten.after)


def differences(console: Console, each: Input, rewritten: Rewritten) -> Iterator[str]:
    """What fixes would change in a file, as a unified diff that ``patch`` takes, a line at a time.

    On a terminal it is safe to print.
    """
    before, after = (
        _lines(data, rewritten.encoding) for data in (rewritten.before, rewritten.after)
    )
    for line in unified_diff(before, after, each.shown, each.shown):
        shown = clean(line.rstrip("\r\n")) if console.terminal else line.removesuffix("\n")
        style = _STYLES.get(line[:1])
        yield (console.style(shown, style) if style else shown) + "\n"
        if not line.endswith("\n"):
            yield "\\ No newline at end of file\n"


def _lines(data: bytes, encoding: str) -> list[str]:
    mark = next((mark for mark, name in BOMS if name == encoding and data.startswith(mark)), b"")
    codec = CODECS.get(encoding, encoding).removesuffix("-sig")
    return _LINE.findall(data[len(mark) :].decode(codec, "replace"))
