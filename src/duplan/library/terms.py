"""What someone looks for: read from words typed, cut along the words of the index, as FTS5 takes it.

Nothing that is typed is syntax for FTS5: only tokens, which are letters and digits, are passed on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log
from typing import Literal, NamedTuple

from duplan.library.tokens import STOP, tokens

MOST_TOKENS = 128  # of all terms together
_LONGEST_WORD = 8  # characters, of words that are looked for in the index

_QUOTED = re.compile('"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』')

Phrase = tuple[str, ...]
Known = Callable[[str], int]  # how often a word stands in the index


class TermError(ValueError):
    """What was typed can't be looked for: there is ``nothing`` in it, or it is too ``long``."""

    def __init__(self, problem: Literal["nothing", "long"]) -> None:
        super().__init__(problem)
        self.problem = problem


class Term(NamedTuple):
    """The tokens of a word that was typed; an exact one was in quotes, and is never cut."""

    tokens: Phrase
    exact: bool


class Cut(NamedTuple):
    """A term, and the parts that a passage has to hold, all of them, where it doesn't hold the whole.

    ``words`` are those of the parts that are words of the index.
    """

    whole: Phrase
    parts: tuple[Phrase, ...]
    words: frozenset[Phrase]


def read_terms(typed: Iterable[str]) -> tuple[Term, ...]:
    """Words and what stands in quotes ("…", “…”, 「…」), in simplified script. Raises ``TermError``."""
    text = _simplified(" ".join(typed))
    if len(text) > MOST_TOKENS * 16:
        raise TermError("long")
    terms = tuple(dict.fromkeys(_terms(text)))
    if not terms:
        raise TermError("nothing")
    if sum(len(term.tokens) for term in terms) > MOST_TOKENS:
        raise TermError("long")
    return terms


def cut(term: Term, known: Known) -> Cut:
    """The term in its words: as few as there can be, then those that are used most.

    The words are those that jieba found in the passages: what it would find in the term besides stands
    in none, and it needn't be started. Characters between them that are of no word stay together.
    """
    if term.exact:
        return Cut(term.tokens, (term.tokens,), frozenset())
    parts: list[Phrase] = []
    words: set[Phrase] = set()
    loose: Phrase = ()
    for piece in _pieces(term.tokens, known):
        if len(piece) > 1:
            words.add(piece)
            parts += [loose, piece]
            loose = ()
        else:
            loose += piece
    parts.append(loose)
    return Cut(term.tokens, tuple(dict.fromkeys(filter(None, parts))), frozenset(words))


def expression(cuts: Sequence[Cut]) -> str:
    """The FTS5 query for passages that hold all terms; a part that is a word there ranks higher."""
    return " AND ".join(map(_of_term, cuts))


def shown(phrase: Phrase) -> str:
    """The phrase as people can be told of it."""
    return (" " if all(map(str.isascii, phrase)) else "").join(phrase)


def _of_term(each: Cut) -> str:
    parts = " AND ".join(_of_part(part, part in each.words) for part in each.parts)
    if each.parts == (each.whole,):
        return parts
    return f"(({parts}) OR {_characters(each.whole)})"


def _of_part(part: Phrase, is_word: bool) -> str:
    if not is_word:
        return _characters(part)
    return f'({{title_words text_words}} : "{"".join(part)}" OR {_characters(part)})'


def _characters(phrase: Phrase) -> str:
    return f'{{title_characters text_characters}} : "{" ".join(phrase)}"'


def _terms(text: str) -> Iterator[Term]:
    last = 0
    for quoted in _QUOTED.finditer(text):
        yield from _bare(text[last : quoted.start()])
        phrase = [each.text for each in tokens(quoted[quoted.lastindex or 0])]
        while phrase and phrase[-1] == STOP:
            phrase.pop()
        while phrase and phrase[0] == STOP:
            phrase.pop(0)
        if phrase:
            yield Term(tuple(phrase), exact=True)
        last = quoted.end()
    yield from _bare(text[last:])


def _bare(text: str) -> Iterator[Term]:
    for word in text.split():
        phrase: list[str] = []
        for token in [*(each.text for each in tokens(word)), STOP]:
            if token != STOP:
                phrase.append(token)
            elif phrase:
                yield Term(tuple(phrase), exact=False)
                phrase = []


def _pieces(phrase: Phrase, known: Known) -> list[Phrase]:
    """The phrase in words of the index and single tokens."""
    best: list[tuple[int, float, int]] = [
        (0, 0.0, 0)
    ]  # pieces, their rarity, where the last begins
    for end in range(1, len(phrase) + 1):
        count, rarity, _ = best[end - 1]
        ways = [(count + 1, rarity, end - 1)]
        first = end if phrase[end - 1].isascii() else max(end - _LONGEST_WORD, 0)
        for start in range(end - 2, first - 1, -1):
            if phrase[start].isascii():
                break
            if times := known("".join(phrase[start:end])):
                count, rarity, _ = best[start]
                ways.append((count + 1, rarity - log(times + 1), start))
        best.append(min(ways))
    pieces: list[Phrase] = []
    end = len(phrase)
    while end:
        start = best[end][2]
        pieces.append(phrase[start:end])
        end = start
    return pieces[::-1]


def _simplified(text: str) -> str:
    if text.isascii():
        return text
    from duplan.text.script import to_simplified, traditional_only

    return text if traditional_only().isdisjoint(text) else to_simplified(text)
