"""Where the cache lies: in the user's own folder for caches, never beside the user's files."""

from __future__ import annotations

import os
import sys
from zlib import crc32

from duplan.library.tables import TABLES

VARIABLE = "DUPLAN_CACHE_DIR"
# A program with other tables has a file of its own.
LAYOUT = f"{crc32(''.join(TABLES).encode()):08x}"


def cache_file() -> str | None:
    """The path of the cache; None where the user has no folder for caches.

    ``DUPLAN_CACHE_DIR`` says which folder, else the system's convention.
    """
    folder = os.environ.get(VARIABLE) or _of_the_system()
    if folder is None:
        return None
    return os.path.join(os.path.abspath(folder), f"library-{LAYOUT}.sqlite3")  # noqa: PTH100, PTH118


def _of_the_system() -> str | None:
    """What ``platformdirs.user_cache_dir("duplan")`` says, which takes 10 ms to import.

    On Linux that is three lines of the XDG Base Directory Specification, and a test holds them to it.
    """
    if sys.platform == "linux" and "ANDROID_ROOT" not in os.environ:
        caches = os.environ.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(caches):  # noqa: PTH117 - the specification has such ones ignored
            caches = os.path.expanduser("~/.cache")  # noqa: PTH111
        folder = os.path.join(caches, "duplan")  # noqa: PTH118
    else:
        from platformdirs import user_cache_dir

        try:
            folder = user_cache_dir("duplan", appauthor=False)
        except RuntimeError:  # of its later versions: there is no home
            return None
    return folder if os.path.isabs(folder) else None  # noqa: PTH117 - "~/…": there is no home
