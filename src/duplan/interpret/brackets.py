"""Who is responsible and by when: brackets at the end of an item, lines such as 责任单位：…, columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from duplan.dates import find_periods, match_time_label
from duplan.interpret.account import Account
from duplan.interpret.frame.names import split_names
from duplan.interpret.vocabulary import (
    COMMON_ORGS,
    DUTY,
    DUTY_KEY,
    LIMIT_KEY,
    STAFF,
    SURNAMES,
)
from duplan.plan import Reference, Responsible, Timing
from duplan.text.normal import Text, join

Duty = Literal["lead", "support", "responsible"]
LONGEST_BRACKET = 300  # characters of one bracket at an end, and how many of them are looked at:
MOST_BRACKETS = 4  # hostile text may hold nothing else
MOST_NAMES = 60  # that white space parts in one line
_LAST_BRACKET = re.compile(
    r"[（(\[【]([^（）()\[\]【】]*(?:（[^（）]*）[^（）()\[\]【】]*)*)[）)\]】][。；;，]?$"
)
_KEYED = re.compile(rf"(?:{DUTY_KEY}|{LIMIT_KEY})\s*[：:/]")
_KEY = re.compile(rf"({DUTY_KEY}|{LIMIT_KEY})\s*[：:]\s*")
_OWNER = re.compile(r"\s*[—–\-/|｜]*\s*(?:Owner|owner|OWNER)\s*[：:]\s*([^。；;]{1,24})$")
_QUANTITY = re.compile(
    r"[一二两三四五六七八九十百\d]+[所个名家次项期届批处场]|[含如即共约限仅另每]|包括|不含"
)
_OWNER_WORD = re.compile("[Oo]wner|OWNER")
_BRACKET_ENDS = ("）", ")", "]", "】")
_BARE_KEY = re.compile(r"(?:由)?(.{2,24}?)(牵头|负责|主办|承办|落实|配合|协办|协助)$")
_DEADLINE = re.compile(
    r"(?:力争|争取|确保|拟于|计划于?|于|在)?(.{2,16}?)(?:以?前|底前|之前|底)?(?:完成|办结|结束|启动|实施|上报|报送|印发)?$"
)
_CLAUSE_END = re.compile(r"[，,；;]|[）)][（(]")
_SPLIT = re.compile(r"[、，,；;\s]+")
_NOTE = re.compile(r"[（(][^（）()]*[）)]$")
_SAID = re.compile(
    r"《([^《》]{1,80})》|[\u4e00-\u9fff]{2,16}[〔\[［【]\s*(?:19|20)\d{2}\s*[〕\]］】]\s*第?\s*\d{1,4}\s*号"
)


@dataclass(frozen=True, slots=True)
class Ending:
    """An item's text and the bracket at its end that names people, units or a deadline."""

    text: Text
    bracket: Text | None = None


def cut_ending(text: Text) -> Ending:
    """Cuts a responsibility, staff or deadline bracket off the end; a bracket of a name stays."""
    trimmed = text.rstrip("。；;，")
    owner = _OWNER.search(trimmed.text) if _OWNER_WORD.search(trimmed.text) else None
    if owner:
        return Ending(trimmed.cut(0, owner.start()), trimmed.cut(owner.start(1), owner.end(1)))
    if trimmed.text[-1:] not in _BRACKET_ENDS:
        return Ending(text)
    cut = trimmed
    brackets: list[Text] = []
    while len(brackets) < MOST_BRACKETS:
        match = _LAST_BRACKET.search(cut.text, max(0, len(cut) - LONGEST_BRACKET))
        if match is None or match.start() < 2 or not names_duty(match.group(1)):
            break
        brackets.append(cut.cut(match.start(1), match.end(1)))
        cut = cut.cut(0, match.start()).rstrip("。；;，")
    if not brackets:
        return Ending(text)
    return Ending(cut, join(reversed(brackets), "）（"))


def names_duty(inside: str) -> bool:
    """Whether a bracket's inside names responsible people, units or a deadline."""
    if _KEYED.match(inside) or (
        DUTY.match(inside) and len(inside) <= 40 and _BARE_KEY.match(inside)
    ):
        return True
    if _BARE_KEY.fullmatch(inside):
        return True
    parts = [part for part in _SPLIT.split(inside) if part]
    if parts and len(parts) <= 8 and all(_is_staff(part) for part in parts):
        return True
    several = [part for part in re.split("[，,；;]", inside) if part]
    if 1 < len(several) <= 4 and all(names_duty(part) for part in several):
        return True
    deadline = _DEADLINE.fullmatch(inside)
    if deadline and inside[-1] in "前成结束动施报送发底":
        found = match_time_label(deadline.group(1))
        if found is not None and found[0] == len(deadline.group(1)):
            return True
    found = match_time_label(inside)
    if found is None or found[0] != len(inside):
        return False
    return inside[-1] == "前" or found[1].period.precision in ("month", "part")


def names_place(inside: str) -> bool:
    """Whether a bracket names units or levels but no people and no duty: 小学, 第一组."""
    parts = [part for part in _SPLIT.split(inside) if part]
    return not (_KEYED.match(inside) or _BARE_KEY.fullmatch(inside) or any(map(_is_person, parts)))


def _is_staff(name: str) -> bool:
    if _QUANTITY.match(name):
        return False
    if name[0] == "各" and len(name) <= 8:
        return True
    if name in COMMON_ORGS or (STAFF.fullmatch(name) and not name.isdigit()):
        return True
    return _is_person(name)


def _is_person(name: str) -> bool:
    return (
        2 <= len(name) <= 3
        and name[0] in SURNAMES
        and re.fullmatch(r"[\u4e00-\u9fff]+", name) is not None
        and name[-1] not in "期次届级年月日类项种个批版稿"
    )


def listed(lines: Iterable[Text]) -> Text:
    """The lines of a cell of names as one text: where a line ends or white space stands between
    two whole names (教导处⏎德育处), 、 parts them; elsewhere it stands inside a name (办公⏎室)."""
    pieces = [piece for line in lines for piece in line.at_gaps(MOST_NAMES)]
    out = pieces[:1]
    for before, piece in pairwise(pieces):
        left, right = _SPLIT.split(before.text)[-1], _SPLIT.split(piece.text)[0]
        if _is_whole_name(left) and _is_whole_name(right):
            out.append(piece)
        else:
            out[-1] = join([out[-1], piece])
    return join(out, "、")


def _is_whole_name(name: str) -> bool:
    name = _NOTE.sub("", name)
    return len(name) >= 2 and _is_staff(name)


def is_duty_line(text: str) -> bool:
    """Whether a paragraph only says who is responsible or by when: 责任单位：…"""
    return len(text) <= 120 and _KEYED.match(text.strip("（）()【】[]")) is not None


def responsible(text: Text, account: Account) -> list[Responsible]:
    """The names in a bracket or line that names duties; unnamed duties are plain responsibility."""
    out: list[Responsible] = []
    keyed: Duty | None = None  # what the last key said, which holds for the clauses after it
    for clause in _clauses(text):
        key, bare = _KEY.match(clause.text), _BARE_KEY.fullmatch(clause.text)
        if key and re.fullmatch(LIMIT_KEY, key.group(1)):
            keyed = None
        elif key:
            keyed = _duty(key.group(1))
            out += _names(clause.cut(key.end()), keyed, account)
        elif bare:
            out += _names(clause.cut(bare.start(1), bare.end(1)), _duty(bare.group(2)), account)
        elif keyed:
            out += _names(clause, keyed, account)
        elif all(_is_staff(part) for part in _SPLIT.split(clause.text) if part):
            out += _names(clause, "responsible", account)
    return out


def _clauses(text: Text) -> list[Text]:
    """The parts of a bracket between commas and before keys: 由甲科牵头，乙科配合."""
    plain = text.text
    cuts = {match.end() for match in _CLAUSE_END.finditer(plain)}
    cuts |= {match.start() for match in _KEY.finditer(plain)}
    edges = [0, *sorted(cuts - {0, len(plain)}), len(plain)]
    pieces = (text.cut(a, b).strip("；;，,。、（）()") for a, b in pairwise(edges))
    return [piece for piece in pieces if piece]


def keyed_value(text: Text) -> Text:
    """负责人：X is X; a text with several keys, or none, stays as it is."""
    keys = list(_KEY.finditer(text.text))
    return text.cut(keys[0].end()) if len(keys) == 1 and keys[0].start() == 0 else text


def _duty(word: str) -> Duty:
    match = DUTY.search(word)
    if match is None:
        return "responsible"
    if match.lastgroup == "lead":
        return "lead"
    return "support" if match.lastgroup == "support" else "responsible"


def _names(text: Text, duty: Duty, account: Account) -> list[Responsible]:
    return [
        Responsible.model_construct(
            name=name.shown, duty=duty, provenance={"name": account.origins(name)}
        )
        for name in split_names(text)
    ]


def column_names(text: Text, duty: Duty, account: Account) -> list[Responsible]:
    """The names in a cell of a responsibility column."""
    return _names(text, duty, account)


def timings(texts: list[Text], year: int | None, account: Account, name: str = "") -> list[Timing]:
    """Every time that the texts name, once. ``name`` is the head of the column that they stand in."""
    out: list[Timing] = []
    seen: set[str] = set()
    for text in texts:
        for start, end, period in find_periods(text.text, year, name):
            if period.raw in seen:
                continue
            seen.add(period.raw)
            out.append(
                Timing.model_construct(
                    raw=text.shown[start:end],
                    precision=period.precision,
                    months=period.month_numbers,
                    start=period.start.isoformat() if period.start else None,
                    end=period.end.isoformat() if period.end else None,
                    provenance={"raw": account.origins(text.cut(start, end))},
                )
            )
    return out


def references(texts: list[Text], account: Account) -> list[Reference]:
    """Every document that the texts name by 《title》 or number, once."""
    out: list[Reference] = []
    seen: set[str] = set()
    for text in texts:
        if "《" not in text.text and "号" not in text.text:
            continue
        for match in _SAID.finditer(text.text):
            whole = text.shown[match.start() : match.end()]
            if whole in seen:
                continue
            seen.add(whole)
            out.append(
                Reference.model_construct(
                    text=whole,
                    kind="title" if match.group(1) else "number",
                    provenance={"text": account.origins(text.cut(match.start(), match.end()))},
                )
            )
    return out
