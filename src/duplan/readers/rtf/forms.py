"""Fields of forms in RTF: what their definition says that they show."""

from __future__ import annotations

from dataclasses import dataclass, field

from duplan.readers.symbols import BOXES

FORM_WORDS = frozenset(("fftype", "ffres", "ffdefres"))

_CHECK_BOX, _LIST = 1, 2
_UNDEFINED = 25  # a result that is the default


@dataclass(slots=True)
class FormField:
    """A ``\\formfield`` while it is read."""

    kind: int = 0
    result: int = _UNDEFINED
    default: int = 0
    entries: list[list[str]] = field(default_factory=list)  # in parts

    def take(self, word: str, number: int | None) -> None:
        """Takes a control word of the definition."""
        value = number or 0
        if word == "fftype":
            self.kind = value
        elif word == "ffres":
            self.result = value
        else:
            self.default = value

    def shown(self) -> str:
        """The chosen entry of a list, or a check box; "" where the field's result says it."""
        value = self.default if self.result == _UNDEFINED else self.result
        if self.kind == _CHECK_BOX:
            return BOXES[value == 1]
        chosen = self.kind == _LIST and 0 <= value < len(self.entries)
        return "".join(self.entries[value]) if chosen else ""
