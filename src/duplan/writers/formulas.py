"""Text in separated values that no spreadsheet takes for a formula."""

from __future__ import annotations

_GUARD = "'"
# Half and full width: spreadsheets in Chinese start formulas with both (OWASP, CSV Injection)
_GUARDED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", _GUARD)


def guard(text: str) -> str:
    """The text so that a spreadsheet takes it for text.

    What might be a formula has an apostrophe before it, and so has what begins with an apostrophe:
    taking one off every text that begins with one gives back the texts exactly.
    """
    return f"{_GUARD}{text}" if text.startswith(_GUARDED) else text
