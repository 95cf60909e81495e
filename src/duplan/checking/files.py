"""Which files of a folder are checked."""

from __future__ import annotations

import os

from duplan.library.folder import is_document_file, is_visible, suffix_of
from duplan.planfiles.looks import looks_like_plan
from duplan.suffixes import PLAN_FILES

_HEAD = 1 << 16  # bytes that show what a file is


def is_checked(path: str) -> bool:
    """Whether a file is a document by its name, or YAML or JSON that looks like a plan."""
    if suffix_of(path) not in PLAN_FILES:
        return is_document_file(path)
    if not (is_visible(os.path.basename(path)) and os.path.isfile(path)):  # noqa: PTH113, PTH119
        return False  # a pipe would be waited for
    try:
        with open(path, "rb") as stream:  # noqa: PTH123
            return looks_like_plan(stream.read(_HEAD))
    except OSError:  # whoever names it is told why
        return False
