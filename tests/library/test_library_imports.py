"""An answer from the cache imports nothing that takes long."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from invented import make_folder

from duplan.library import Library

HEAVY = (
    *(
        "pydantic",
        "lxml",
        "opencc",
        "rich",
        "typer",
        "yaml",
        "jieba",
        "concurrent",
        "multiprocessing",
    ),
    *("duplan.pipeline", "duplan.plan", "duplan.readers", "duplan.interpret", "duplan.outline"),
    *("duplan.text", "duplan.dates.grammar", "duplan.library.reading", "pathlib"),
)
CODE = """
import sys
from duplan.library import Library
library = Library(sys.argv[1], sys.argv[2])
assert library.refresh() == []
assert list(library.entries([(None, 9)]))
assert library.months_with_entries()
print(*sys.modules)
"""


def test_an_answer_from_the_cache_imports_nothing_heavy(tmp_path: Path) -> None:
    folder, cache = make_folder(tmp_path), str(tmp_path / "c.sqlite3")
    library = Library(folder, cache)
    library.refresh()
    with library._cache.writing() as connection:  # as if they had been there for long
        for path in folder.rglob("*.*"):
            status = path.stat()
            connection.execute(
                "UPDATE file SET size = ?, mtime = ?, inode = ?, ctime = ? WHERE path = ?",
                (
                    status.st_size,
                    status.st_mtime_ns,
                    *((0, 0) if sys.platform == "win32" else (status.st_ino, status.st_ctime_ns)),
                    str(path).encode(),
                ),
            )
    command = [sys.executable, "-c", CODE, str(folder), cache]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert [name for name in loaded if name in HEAVY] == []
