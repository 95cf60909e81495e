"""What PDFium finds on each page, brought over from the process that it runs in."""

from __future__ import annotations

import json
import subprocess
import sys
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from math import isfinite
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import IO, Any, NamedTuple

from duplan.diagnostics import UnreadableError
from duplan.readers.file import File

SECONDS = {"read": 1, "draw": 10}  # of processor time for a page; one of text takes some hundredths
MEMORY = {"read": 80 << 20, "draw": 400 << 20}  # bytes for PDFium beside three times the file
MAX_ANSWER = 256 << 20  # bytes of the answer about one page
HUGE = 10_000.0  # points of a character
LOOK = 0.2  # seconds between looks at the clock
PIXELS = 6_000_000  # of a page that is drawn: A4 at some 200 dots an inch

_WORKER = Path(__file__).with_name("worker.py")
_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

Box = tuple[float, float, float, float]  # left, bottom, right, top in points, y upwards


class Style(NamedTuple):
    """What the characters of one piece of text share."""

    font: str
    size: float  # points
    weight: int  # 400 is regular, 0 unknown
    mode: int  # text rendering mode of ISO 32000-1, 9.3.6; 3 is invisible
    angle: float  # radians, anticlockwise
    colour: int  # 0xRRGGBB


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as PDFium tells it. ``places`` holds six numbers a character: the sides of its box and
    the point where it is set down."""

    number: int  # from 0
    box: Box
    styles: tuple[Style, ...]
    rules: tuple[Box, ...]  # straight strokes, level or upright
    fills: tuple[tuple[Box, int], ...]  # filled areas with their colours
    pictures: tuple[Box, ...]
    notes: tuple[str, ...]  # comments
    chars: Sequence[int]
    kinds: Sequence[int]  # indices of styles
    places: Sequence[float]
    failed: bool = False  # PDFium can't open it


class Picture(NamedTuple):
    """A page drawn: ``height`` rows of ``width`` bytes of grey."""

    width: int
    height: int
    grey: bytes


def read_pages(file: File) -> Iterator[RawPage]:
    """The pages in order.

    Raises UnreadableError: "needs-extra", "encrypted", "damaged", "too-large" (pages),
    "too-complex" where PDFium gives up, crashes or takes too long.
    """
    with _asked(file, "read", file.limits.pages) as answer:
        values, _ = answer()
        if "error" in values:
            locked = values["error"] in (_PASSWORD, _SECURITY)
            raise (
                UnreadableError("encrypted") if locked else UnreadableError("damaged", reason="PDF")
            )
        count = values["pages"]
        if count > file.limits.pages:
            raise file.limits.exceeded("pages")
        if not count:
            raise UnreadableError("damaged", reason="PDF")
        for number in range(count):
            values, body = answer()
            yield _page(number, values, body)


def draw_pages(file: File, numbers: Sequence[int]) -> Iterator[Picture]:
    """Pictures of pages, numbered from 0. Raises as ``read_pages`` does."""
    with _asked(file, "draw", PIXELS, *numbers) as answer:
        for _ in numbers:
            values, body = answer()
            yield Picture(values["width"], values["height"], body)


Answer = Callable[[], tuple[dict[str, Any], bytes]]


@contextmanager
def _asked(file: File, action: str, bound: int, *numbers: int) -> Iterator[Answer]:
    """A process that reads the file, as a function that gives its next answer; it ends with the
    block, or where an answer takes ``limits.seconds``."""
    package = find_spec("pypdfium2_raw")
    if package is None or package.origin is None:
        raise UnreadableError("needs-extra", format="pdf", extra="pdf")
    folder = str(Path(package.origin).parent.parent)
    memory = MEMORY[action] + 3 * len(file.data)
    told = [action, *map(str, (bound, SECONDS[action], memory, *numbers))]
    child = subprocess.Popen(  # noqa: S603
        [sys.executable, "-I", "-S", str(_WORKER), folder, *told],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows
    )
    assert child.stdin is not None
    assert child.stdout is not None
    stdout = child.stdout

    watch = _Watch(file.limits.seconds, child)
    watch.start()

    def answer() -> tuple[dict[str, Any], bytes]:
        watch.since = monotonic()
        try:
            return _answer(stdout)
        finally:
            watch.since = None

    try:
        with suppress(OSError):  # it may have ended already
            child.stdin.write(file.data)
            child.stdin.close()
        yield answer
    finally:
        watch.stop.set()
        child.kill()
        stdout.close()
        with suppress(OSError):
            child.stdin.close()
        child.wait()


class _Watch(Thread):
    """Ends a process that lets somebody wait for so many seconds."""

    def __init__(self, seconds: float, child: subprocess.Popen[bytes]) -> None:
        super().__init__(daemon=True)
        self.stop = Event()
        self.since: float | None = None  # when the waiting began
        self._seconds = seconds
        self._child = child

    def run(self) -> None:
        """Looks now and then, until it is stopped."""
        while not self.stop.wait(LOOK):
            since = self.since
            if since is not None and monotonic() - since > self._seconds:
                self._child.kill()


def _answer(answers: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """One line of JSON and the bytes that it announces."""
    line = answers.readline(MAX_ANSWER)
    try:
        values: dict[str, Any] = json.loads(line)
    except ValueError as error:  # the process is gone
        raise UnreadableError("too-complex") from error
    size = 32 * values.get("chars", 0) + values.get("width", 0) * values.get("height", 0)
    body = answers.read(size) if size <= MAX_ANSWER else b""
    if len(body) < size:
        raise UnreadableError("too-complex")
    return values, body


def _page(number: int, values: dict[str, Any], body: bytes) -> RawPage:
    if values.get("failed") or not _is_placed(values["box"]):
        return RawPage(number, (0, 0, 1, 1), (), (), (), (), (), (), (), (), failed=True)
    count = values["chars"]
    chars, kinds, places = array("I"), array("I"), array("f")
    chars.frombytes(body[: 4 * count])
    kinds.frombytes(body[4 * count : 8 * count])
    places.frombytes(body[8 * count :])
    return RawPage(
        number,
        _box(values["box"]),
        tuple(_style(*style) for style in values["styles"]),
        tuple(map(_box, filter(_is_placed, values["rules"]))),
        tuple((_box(area), int(area[4])) for area in values["fills"] if _is_placed(area)),
        tuple(map(_box, filter(_is_placed, values["pictures"]))),
        tuple(values["notes"]),
        chars,
        kinds,
        places,
    )


def _style(font: str, size: float, weight: int, mode: int, angle: float, colour: int) -> Style:
    """A style; without sense, its characters are too small to be seen."""
    sound = isfinite(size) and isfinite(angle) and size < HUGE
    return Style(font, size if sound else 0.0, weight, mode, angle if sound else 0.0, colour)


def _is_placed(numbers: Sequence[float]) -> bool:
    return all(map(isfinite, numbers))


def _box(numbers: Sequence[float]) -> Box:
    left, bottom, right, top = numbers[:4]
    return left, bottom, right, top
