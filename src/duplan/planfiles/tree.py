"""The values of a YAML or JSON file with their places, whatever wrote them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

DEEPEST = 200  # tasks in tasks have two steps each
MOST = 1_000_000  # values of a file


class PlanFileError(ValueError):
    """A file that is no YAML or JSON that plans use: where (an offset in its text), and why.

    ``en`` and ``zh`` say what is wrong, without a place; ``instead`` is what was probably meant
    instead of the character there, "" where that isn't known.
    """

    def __init__(self, at: int, en: str, zh: str, instead: str = "") -> None:
        super().__init__(en)
        self.at = at
        self.en = en
        self.zh = zh
        self.instead = instead


@dataclass(slots=True)
class Scalar:
    """A text, number, truth value or null at ``[start, end)`` of the file's text, quotes included.

    ``style`` is the mark that begins it: ``'`` or ``"``, ``|`` or ``>``, "" for a plain one.
    """

    start: int
    end: int
    value: str | int | float | bool | None
    style: str = ""


@dataclass(slots=True)
class Mapping:
    """Keys and their values, in the order of the file; a key that stands twice is there twice."""

    start: int
    end: int
    entries: list[tuple[Scalar, Value]]
    _named: dict[str, tuple[Scalar, Value]] = field(default_factory=dict)

    def named(self) -> dict[str, tuple[Scalar, Value]]:
        """The entries by their keys; of a key that stands twice the last."""
        if not self._named:
            self._named = {str(key.value): (key, value) for key, value in self.entries}
        return self._named

    def change(self, out: Collection[str], new: Sequence[tuple[Scalar, Value]] = ()) -> None:
        """Take out entries by their keys, and put others at the end."""
        kept = [entry for entry in self.entries if str(entry[0].value) not in out]
        self.entries = [*kept, *new]
        self._named = {}


@dataclass(slots=True)
class Listing:
    """The values of a list; ``numbers`` are their places in the list of the file, where some have
    been taken out."""

    start: int
    end: int
    items: list[Value]
    numbers: list[int] | None = None

    def numbered(self) -> Iterator[tuple[int, Value]]:
        """The values with their places in the list of the file, counted from 0."""
        return zip(self.numbers or range(len(self.items)), self.items, strict=True)

    def take(self, out: Collection[int]) -> None:
        """Take out values by their places in ``items``."""
        numbers = self.numbers or range(len(self.items))
        kept = [
            (n, item)
            for at, (n, item) in enumerate(zip(numbers, self.items, strict=True))
            if at not in out
        ]
        self.numbers, self.items = [n for n, _ in kept], [item for _, item in kept]


Value: TypeAlias = Scalar | Mapping | Listing


class Step(NamedTuple):
    """A value that is reached on the way down: the key that it stands behind, None in a list."""

    key: Scalar | None
    value: Value


def descend(root: Value, loc: Sequence[str | int]) -> list[Step]:
    """The values on the way to a place, the root first; shorter than the way where it ends."""
    steps = [Step(None, root)]
    for name in loc:
        step = _below(steps[-1].value, name)
        if step is None:
            break
        steps.append(step)
    return steps


def _below(value: Value, name: str | int) -> Step | None:
    if isinstance(value, Mapping):
        entry = value.named().get(str(name))
        return Step(*entry) if entry else None
    if isinstance(value, Listing) and isinstance(name, int) and name < len(value.items):
        return Step(None, value.items[name])
    return None


def plain(value: Value) -> Any:
    """The value as dicts, lists, strings and so on."""
    if isinstance(value, Scalar):
        return value.value
    if isinstance(value, Listing):
        return [plain(item) for item in value.items]
    return {str(key.value): plain(each) for key, each in value.entries}


def scalars(value: Value) -> Iterator[Scalar]:
    """Every scalar below a value, the keys included, in the order of the file."""
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, Listing):
        for item in value.items:
            yield from scalars(item)
    else:
        for key, each in value.entries:
            yield key
            yield from scalars(each)


class Growing:
    """A tree that is put together while a file is read, from the outside in."""

    def __init__(self) -> None:
        self.root: Value | None = None
        self._open: list[Mapping | Listing] = []
        self._keys: list[Scalar | None] = []  # of each open mapping, the key without a value yet
        self._count = 0

    def scalar(self, scalar: Scalar) -> None:
        """Put a scalar, which may be a key, where the file is."""
        if self._open and self._keys[-1] is None and isinstance(self._open[-1], Mapping):
            self._keys[-1] = scalar
        else:
            self._put(scalar)

    def begin(self, value: Mapping | Listing) -> None:
        """Put a mapping or list that holds what comes until ``close``.

        Raises PlanFileError where it is a key, or is nested without end.
        """
        if self._open and self._keys[-1] is None and isinstance(self._open[-1], Mapping):
            raise PlanFileError(value.start, "a key has to be a word", "键只能是词语")
        if len(self._open) == DEEPEST:
            raise PlanFileError(
                value.start,
                f"plans are not nested deeper than {DEEPEST} steps",
                f"嵌套超过 {DEEPEST} 层",
            )
        self._put(value)
        self._open.append(value)
        self._keys.append(None)

    def close(self, end: int) -> None:
        """End the innermost mapping or list."""
        self._open.pop().end = end
        self._keys.pop()

    def _put(self, value: Value) -> None:
        self._count += 1
        if self._count > MOST:
            raise PlanFileError(value.start, f"more than {MOST} values", f"超过 {MOST} 个值")
        if not self._open:
            self.root = value
            return
        parent = self._open[-1]
        if isinstance(parent, Listing):
            parent.items.append(value)
            return
        key = self._keys[-1]
        if key is not None:
            parent.entries.append((key, value))
            self._keys[-1] = None
