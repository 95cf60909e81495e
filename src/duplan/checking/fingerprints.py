"""What knows a finding again in another version of its file."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from duplan.diagnostics import Diagnostic

_LENGTH = 16  # hexadecimal digits: 64 bits tell the findings of an office's files apart


class Fingerprints:
    """The fingerprints of one file's findings, asked for in the order of the file."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, found: Diagnostic, line: str, words: str) -> str:
        """The same as long as the rule, the line (what of it is shown) and the words at the place are.

        White space and numbers among the values (counts, lines) don't matter. Equal findings are
        counted.
        """
        values = [f"{name}={each}" for name, each in found.values.items() if isinstance(each, str)]
        what = "\n".join([found.code, _plain(line), _plain(words), *map(_plain, sorted(values))])
        self._seen[what] += 1
        whole = f"{what}\n{self._seen[what]}"
        return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def _plain(text: str) -> str:
    return "".join(text.split())
