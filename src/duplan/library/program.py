"""Which program reads: records of another one are read anew."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import duplan

# beside duplan's own source, what decides how a file is read, or whether it can be
_PACKAGES = ("lxml", "opencc", "markdown_it", "pypdfium2", "pypdfium2_raw", "xlrd", "rapidocr")


def program() -> str:
    """The version, and a figure that changes with any source file and with the packages installed.

    The version alone wouldn't do: it stays the same while the program is worked on, from one install
    out of a checkout to the next, and when an extra is installed that reads what was refused. The
    figure adds up the times and sizes of some 200 files, in about a millisecond.
    """
    source = os.path.dirname(duplan.__file__)  # noqa: PTH120 - importing pathlib takes 4 ms
    return f"{duplan.__version__}+{sum((*_stamps(source), *_installed())) & (1 << 64) - 1:x}"


def _stamps(folder: str) -> Iterator[int]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name == "__pycache__":
                    continue
                if entry.is_dir():
                    yield from _stamps(entry.path)
                else:
                    status = entry.stat()
                    yield status.st_mtime_ns
                    yield status.st_size
    except OSError:  # inside of a zip file: its version has to do
        return


def _installed() -> Iterator[int]:
    """The times of the packages' first files, each weighed by its place.

    Not of their folders: these change when the first import writes its byte code there.
    """
    for weight, package in enumerate(_PACKAGES, 1):
        for folder in sys.path:
            try:
                status = os.stat(os.path.join(folder, package, "__init__.py"))  # noqa: PTH116, PTH118
            except OSError:
                continue
            yield status.st_mtime_ns * weight
            break
