"""Relationships between the parts of an Office package (ECMA-376 Part 2, 9.3)."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote

from duplan.readers.archive import Archive
from duplan.readers.xml import PartError


class Relation(NamedTuple):
    """``kind`` is the last word of the relationship's type, ``target`` the name of a part."""

    id: str
    kind: str
    target: str


def relations(archive: Archive, part: str) -> Iterator[Relation]:
    """A part's relationships to other parts; none if damaged. ``part`` is "" for the package."""
    folder, _, leaf = part.rpartition("/")
    try:
        root = archive.root(f"{folder}/_rels/{leaf}.rels")
    except PartError:
        return
    for relation in root.iter("{*}Relationship"):
        if relation.get("TargetMode") != "External":
            target = unquote(relation.get("Target", "")).replace("\\", "/")
            if not target.startswith("/"):
                target = f"{folder}/{target}"
            kind = relation.get("Type", "").rstrip("/").rpartition("/")[2]
            yield Relation(relation.get("Id", ""), kind, normpath(target.lstrip("/")))
