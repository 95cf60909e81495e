"""What a rule is: its finding, its reasons in words, and its check."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from duplan.diagnostics import Fix, Kind, Language
from duplan.source import Span

if TYPE_CHECKING:
    from duplan.rules.subject import Subject


class Words(NamedTuple):
    """A text of a rule in both languages."""

    en: str
    zh: str

    def of(self, language: Language) -> str:
        """The text in a language."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a check found what it looks for; the engine makes a ``Diagnostic`` of it.

    ``values`` fill the templates of the rule's ``Kind``.
    """

    span: Span | None
    values: dict[str, str | int] = field(default_factory=dict)
    fix: Fix | None = None
    related: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; its examples stand in the file of the module's name ending in ``.yaml``.

    ``finds`` says what it finds, ``why`` why that matters to an office, ``mend`` what to do; each is
    one to three sentences. ``since`` is the first version that had it. Without a ``check`` the finding
    is made where the file is read. ``standard`` rules are those of a check that asks for none.
    """

    kind: Kind
    since: str
    finds: Words
    why: Words
    mend: Words
    check: Callable[[Subject], Iterable[Hit]] | None = None
    standard: bool = True

    @property
    def code(self) -> str:
        """The stable code, e.g. ``DP411``."""
        return self.kind.code

    @property
    def name(self) -> str:
        """The readable name, e.g. ``weekday-mismatch``."""
        return self.kind.name
