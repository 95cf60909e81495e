"""Where the cache lies: in the user's own folder for caches, never beside the user's files."""

from __future__ import annotations

import os
from zlib import crc32

from duplan.library.tables import TABLES

VARIABLE = "DUPLAN_CACHE_DIR"
# A program with other tables has a file of its own.
LAYOUT = f"{crc32(''.join(TABLES).encode()):08x}"


def cache_file() -> str | None:
    """The path of the cache; None where the user has no folder for caches.

    ``DUPLAN_CACHE_DIR`` says which folder, else the system's convention.
    """
    folder = os.environ.get(VARIABLE)
    if not folder:
        from platformdirs import user_cache_dir

        folder = user_cache_dir("duplan", appauthor=False)
        if not os.path.isabs(folder):  # noqa: PTH117 - "~/…": there is no home
            return None
    return os.path.join(os.path.abspath(folder), f"library-{LAYOUT}.sqlite3")  # noqa: PTH100, PTH118
