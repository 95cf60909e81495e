"""Another client reads the iCalendar files: khal, with a store of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from calendars import calendar, day, days, deadline, month, months_of, series

from duplan.calendar.model import Calendar, Unit
from duplan.writers.calendar import ics

pytest.importorskip("khal")

CONFIG = """\
[calendars]
[[plans]]
path = {store}
type = calendar
[sqlite]
path = {cache}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Asia/Shanghai
default_timezone = Asia/Shanghai
[default]
default_calendar = plans
"""

WORK = calendar(
    *series(months_of(2020, 4, 5, 6, 7, 8, 9, 10)),
    *(month(name, "调研", id="t1", when="一季度") for name in months_of(2020, 1, 2, 3)),
    *(
        month(name, "报告", id="t2", when="每月", precision="recurring")
        for name in months_of(2020, *range(1, 13))
    ),
    *(
        deadline(name, "月底报送", series="月底报送")
        for name in ("2020-01-31", "2020-02-29", "2020-04-30")
    ),
    deadline("2020-09-30", "完成自评，上报；=材料"),
    day("2020-05-18", "召开会议", start="2020-05-16"),
    day("2020-05-20", "召开会议", id="s1.e9.i9"),
)


class Khal:
    """A calendar program in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = folder / "store"
        self.store.mkdir()
        self.config = folder / "config"
        self.config.write_text(
            CONFIG.format(store=self.store, cache=folder / "khal.db"), encoding="utf-8"
        )

    def run(self, *arguments: str) -> str:
        """What a command prints."""
        place = str(self.folder)
        env = os.environ | {"TZ": "Asia/Shanghai", "PYTHONUTF8": "1", "HOME": place}
        env |= {"XDG_CONFIG_HOME": place, "XDG_DATA_HOME": place, "XDG_CACHE_HOME": place}
        command = [sys.executable, "-m", "khal", "--no-color", "-c", str(self.config), *arguments]
        run = subprocess.run(command, capture_output=True, env=env, encoding="utf-8", check=True)
        return run.stdout

    def take(self, given: Calendar) -> None:
        """Import a calendar without asking."""
        file = self.folder / "calendar.ics"
        file.write_bytes(ics.dump(given).encode())
        self.run("import", "--batch", str(file))

    def days(self) -> Counter[tuple[str, str]]:
        """Each day of 2020 with the titles of its events."""
        asked = ("--day-format", "#{date-long}", "--format", "{title}")
        printed = self.run("list", *asked, "2020-01-01", "2021-01-01")
        counted: Counter[tuple[str, str]] = Counter()
        date = ""
        for line in printed.splitlines():
            if line.startswith("#"):
                date = line[1:]
            elif line:
                counted[date, line] += 1
        return counted


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    """A program without events."""
    return Khal(tmp_path)


def expected(given: Calendar) -> Counter[tuple[str, str]]:
    """Each day of each entry with its text."""
    return Counter({(f"{at}", text): number for (at, text), number in days(given.entries).items()})


def test_khal_shows_the_same_work_on_the_same_days(khal: Khal) -> None:
    khal.take(WORK)
    assert khal.days() == expected(WORK)


def test_a_second_import_updates_and_does_not_double(khal: Khal) -> None:
    khal.take(WORK)
    entries = [
        replace(entry, remark="另行通知", responsible=(Unit("区教委", "lead"),), id=f"x{entry.id}")
        for entry in WORK.entries
    ]
    khal.take(Calendar(WORK.months, entries))
    assert khal.days() == expected(WORK)
    asked = ("--day-format", "", "--format", "{description}", "2020-09-30", "2020-10-01")
    assert "备注：另行通知" in khal.run("list", *asked)


def test_a_deadline_that_was_put_off_moves(khal: Khal) -> None:
    khal.take(calendar(deadline("2020-09-20")))
    later = calendar(deadline("2020-09-25"))
    khal.take(later)
    assert khal.days() == expected(later)
