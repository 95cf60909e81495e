"""What is left of a tree when what breaks the published form is taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from duplan.planfiles import model
from duplan.planfiles.tree import Listing, Mapping, Scalar, Value, descend

Loc = tuple[str | int, ...]


def repaired(root: Value, wrong: Sequence[Loc]) -> bool:
    """Take what stands at the wrong places out of the tree, and put empty values where a key is
    missing; a mapping that can't do without goes with its key.

    Whether anything could be done: the root itself can't be taken out.
    """
    out: dict[Loc, None] = {}
    missing: list[Loc] = []
    for loc in wrong:
        there = len(descend(root, loc)) > len(loc)
        if not there and model.stand_in(loc, 0) is not None:
            missing.append(loc)
        elif where := _to_take(root, loc if there else loc[:-1]):
            out[where] = None
    changes = _by_parent(root, out)
    new = _by_parent(root, missing)
    for parent, names in changes:
        if isinstance(parent, Listing):
            parent.take({int(name) for name, _ in names})
        elif isinstance(parent, Mapping):
            parent.change({str(name) for name, _ in names})
    for parent, names in new:
        if isinstance(parent, Mapping):
            at = parent.start
            made = [(Scalar(at, at, str(name)), model.stand_in(loc, at)) for name, loc in names]
            parent.change((), [(key, value) for key, value in made if value is not None])
    return bool(changes or new)


def _to_take(root: Value, loc: Loc) -> Loc:
    """The place itself; of a list of plain values, the place of the list."""
    in_list = len(loc) > 1 and isinstance(descend(root, loc[:-1])[-1].value, Listing)
    return loc[:-1] if in_list and not model.keys(loc) else loc


def _by_parent(root: Value, locs: Iterable[Loc]) -> list[tuple[Value, list[tuple[str | int, Loc]]]]:
    """The last names of places, put together by what holds them."""
    groups: dict[Loc, list[tuple[str | int, Loc]]] = {}
    for loc in locs:
        groups.setdefault(loc[:-1], []).append((loc[-1], loc))
    return [(descend(root, above)[-1].value, names) for above, names in groups.items()]
