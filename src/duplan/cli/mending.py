"""Files after fixes: written back, or shown as what would change."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from typing import TYPE_CHECKING

from duplan.cli.console import Console, clean
from duplan.cli.outputs import save
from duplan.readers.encodings import BOMS, CODECS

if TYPE_CHECKING:
    from duplan.checking.job import Rewritten
    from duplan.cli.inputs import Input

_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def write_back(console: Console, each: Input, rewritten: Rewritten) -> bool:
    """Write a mended file in the place of the old one, whole; False where it can't be done.

    A file that has changed since it was read is left alone.
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
    return save(console, each.path, rewritten.after)


def differences(console: Console, each: Input, rewritten: Rewritten) -> Iterator[str]:
    """What fixes would change in a file, as a unified diff, a line at a time; safe to print."""
    before, after = (
        _lines(data, rewritten.encoding) for data in (rewritten.before, rewritten.after)
    )
    name = clean(each.shown)
    for line in unified_diff(before, after, name, name, lineterm=""):
        style = _STYLES.get(line[:1])
        shown = clean(line, lines=True).replace("\n", " ")
        yield (console.style(shown, style) if style else shown) + "\n"


def _lines(data: bytes, encoding: str) -> list[str]:
    mark = next((mark for mark, name in BOMS if name == encoding and data.startswith(mark)), b"")
    codec = CODECS.get(encoding, encoding).removesuffix("-sig")
    return data[len(mark) :].decode(codec, "replace").splitlines()
