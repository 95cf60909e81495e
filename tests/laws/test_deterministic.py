"""Law 8: the same bytes give the same bytes, under any hash seed, time zone, locale and folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAMES = ("2024重点任务分解表.docx", "113學年度行事曆.txt")
COMMAND = """
import sys
from duplan import load
from duplan.writers import WRITERS
document = load(sys.argv[1], name="某")
for writer in WRITERS.values():
    sys.stdout.buffer.write(writer.dump(document, True).encode())
for reading in document.readings:
    sys.stdout.buffer.write(repr(reading).encode())
"""
SETTINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8"},
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.ISO-8859-9"},
)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_bytes_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    folders = (tmp_path, SAMPLES, Path(sys.prefix))
    written = {
        subprocess.run(
            [sys.executable, "-c", COMMAND, str(SAMPLES / name)],
            env={**os.environ, **settings},
            cwd=folder,
            capture_output=True,
            check=True,
        ).stdout
        for settings, folder in zip(SETTINGS, folders, strict=True)
    }
    assert len(written) == 1
    assert len(written.pop()) > 10_000
