"""A comparison as Markdown: the counts, then a table for each verdict; for a comment or to be pasted.

Texts of plans stay texts. Changed words stand in ``<del>`` and ``<ins>``: the marks of Markdown don't
end beside Chinese punctuation (CommonMark 6.2).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from duplan.comparison.model import PARTS, Change, PlanDiff, Side, Verdict
from duplan.comparison.sentences import VERDICT_WORDS, Language, sentence
from duplan.writers.comparison.manner import DIFFERENT, ORDER, Manner
from duplan.writers.comparison.marking import Own, runs
from duplan.writers.comparison.sections import gathered
from duplan.writers.comparison.words import say, side_names
from duplan.writers.markdown_tables import escaped, table

_TAGS = {"gone": "del", "come": "ins"}


def dump(diff: PlanDiff, manner: Manner) -> str:
    """What differs, with a newline at the end; what only goes on is counted unless it is asked for."""
    return "\n\n".join(_parts(diff, manner)) + "\n"


def _parts(diff: PlanDiff, manner: Manner) -> Iterator[str]:
    """What is to be set off by empty lines."""
    language = manner.language
    names = side_names(diff, language)
    yield "<!-- duplan diff 1.0 -->"  # so that no library takes it for a plan
    yield f"# {say(language, 'comparison')}"
    yield _plans(diff, names, language)
    yield _counts(diff, language)
    if diff.metadata:
        said = (sentence(one, language) for one in gathered(diff.metadata, language))
        yield "\n".join(f"- {escaped(one)}" for one in said)
    if diff.same:
        yield escaped(say(language, "same"))
    wanted = manner.changes(diff, DIFFERENT)
    for verdict in ORDER:
        own = [change for change in wanted if change.verdict == verdict]
        if own:
            word = VERDICT_WORDS[language][verdict].capitalize()
            yield f"## {say(language, 'counted', name=word, count=len(own))}"
            yield _table(own, verdict, names, language)


def _plans(diff: PlanDiff, names: Sequence[str], language: Language) -> str:
    rows = [
        [
            escaped(name),
            escaped(plan.title or say(language, "untitled")),
            escaped(plan.issuer or ""),
            escaped(plan.source),
        ]
        for name, plan in zip(names, (diff.old, diff.new), strict=True)
    ]
    return table(["", *(say(language, key) for key in ("title", "issuer", "source"))], rows)


def _counts(diff: PlanDiff, language: Language) -> str:
    """A row for each part that has anything, a column for each verdict."""
    counts = Counter((change.part, change.verdict) for change in diff.changes)
    rows = [
        [say(language, part), *(str(counts[part, verdict] or "") for verdict in ORDER)]
        for part in PARTS
        if any(counts[part, verdict] for verdict in ORDER)
    ]
    total = [str(diff.summary[verdict] or "") for verdict in ORDER]
    heads = [VERDICT_WORDS[language][verdict] for verdict in ORDER]
    return table(["", *heads], [*rows, [say(language, "total"), *total]])


def _table(
    changes: Sequence[Change], verdict: Verdict, names: Sequence[str], language: Language
) -> str:
    """The sides that the verdict has, and what differs where anything is said of it."""
    rows = []
    for change in changes:
        old = _sides(change.old, "gone", language)
        new = _sides(change.new, "come", language)
        reasons = "<br>".join(escaped(sentence(one, language)) for one in change.reasons)
        rows.append([say(language, change.part), old, new, reasons])
    heads = [say(language, "part"), *names, say(language, "what")]
    without = {"new": 1, "dropped": 2}.get(verdict)
    used = [
        column
        for column in range(len(heads))
        if column != without and (column < 3 or any(row[column] for row in rows))
    ]
    return table(
        [heads[column] for column in used], [[row[column] for column in used] for row in rows]
    )


def _sides(sides: Sequence[Side], own: Own, language: Language) -> str:
    return "<br>".join(_side(side, own, language) for side in sides)


def _side(side: Side, own: Own, language: Language) -> str:
    """The title, its changed words marked, after its label; a task with what it belongs to."""
    title = "".join(
        f"<{_TAGS[run.kind]}>{escaped(run.text)}</{_TAGS[run.kind]}>"
        if run.kind in _TAGS
        else escaped(run.text)
        for run in runs(side, own)
    )
    if side.label:
        title = f"{escaped(side.label)} {title}"
    if side.above:
        return say(language, "belongs", title=title, above=escaped(side.above[-1]))
    return title
