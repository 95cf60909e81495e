"""Comments in plan files that say which findings are meant to be."""

from __future__ import annotations

import pytest

from duplan import check, parse
from duplan.checking.suppression import apply
from duplan.diagnostics import Diagnostic, Edit
from duplan.plan import Document
from duplan.planfiles.document import read
from duplan.readers.file import File
from duplan.rules import STANDARD

SOURCE = 'source: {name: a, format: yaml, sha256: "", script: hans}\n'
HEAD = SOURCE + "plans:\n- title: 2020年督导工作计划\n  year: 2020\n"
ASKED = frozenset({"DP131", "DP411", "DP901", "DP902"})


def opened(text: str, name: str = "a.yaml") -> Document:
    return read(File(text.encode(), name))


def checked(text: str, asked: frozenset[str] = ASKED, name: str = "a.yaml") -> list[Diagnostic]:
    document = opened(text, name)
    return apply(check(document, codes=asked), document, asked)


def codes(text: str, asked: frozenset[str] = ASKED) -> list[tuple[str, int]]:
    """The codes of what is left, with lines from 1."""
    return [(each.code, each.span.block + 1 if each.span else 0) for each in checked(text, asked)]


def section(text: str) -> str:
    return HEAD + f"  sections:\n  - id: s1\n    role: other\n    title: 督学\n{text}"


WRONG = "9月1日（星期三）督学"  # a Tuesday in 2020


@pytest.mark.parametrize(
    "text",
    [
        f"    text: {WRONG}  # duplan: ignore[DP411]\n",
        f"    text: {WRONG}  # duplan: ignore[weekday-mismatch] 校历如此\n",
        f"    text: {WRONG}  # duplan: ignore\n",
        f"    text: {WRONG}  # duplan: ignore[dp411]\n",
        f"    text: {WRONG}  # duplan: ignore[DP41]\n",
        f"    text: {WRONG}  # duplan: ignore[dates]\n",
        f"    text: {WRONG}  # duplan：ignore[DP411]\n",
        f"    text: {WRONG}  # duplan: ignore[DP411\n",
        f"    text: {WRONG} #duplan:ignore [ DP411 ]\n",
        f"    text: {WRONG}  # 注 # duplan: ignore[DP411]\n",
        f"    # duplan: ignore[DP411]\n    text: {WRONG}\n",
        f"    # duplan: ignore[DP411]\n\n    # 注\n    text: {WRONG}\n",
        f"    text: |-  # duplan: ignore[DP411]\n      一\n      {WRONG}\n",
        f"    # duplan: ignore[DP411]\n    text: |-\n      一\n      {WRONG}\n",
        f'    text: "一\n      {WRONG}\n      二"  # duplan: ignore[DP411]\n',
        f"    text: '{WRONG}' # duplan: ignore[DP411]\n    # duplan: ignore-file[DP131]\n    x: y\n",
        f"    text: {WRONG}\n# duplan: ignore-file[DP411]\n",
        f"    text: {WRONG}\n# duplan: ignore-file\n",
    ],
)
def test_a_comment_suppresses_what_it_is_for(text: str) -> None:
    assert codes(section(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        f'    text: "{WRONG} # duplan: ignore[DP411]"\n',
        f"    text: '{WRONG} # duplan: ignore[DP411]'\n",
        f"    text: |-\n      {WRONG} # duplan: ignore[DP411]\n",
        f"    text: >\n      # duplan: ignore[DP411]\n      {WRONG}\n",
        f"    text: {WRONG}#duplan:ignore[DP411]\n",
        f"    x: '# duplan: ignore-file[DP131, DP411]'\n    text: {WRONG}\n",
    ],
)
def test_what_stands_in_a_text_is_no_comment(text: str) -> None:
    found = codes(section(text))
    assert "DP411" in [code for code, _ in found]
    assert not {"DP901", "DP902"} & {code for code, _ in found}


def test_only_the_line_and_the_code_count() -> None:
    text = section(f"    text: {WRONG}\n") + "    # duplan: ignore[DP411]\n    label: 一、\n"
    assert codes(text) == [("DP411", 9), ("DP901", 10)]
    text = section(f"    text: {WRONG}  # duplan: ignore[DP131]\n")
    assert codes(text) == [("DP411", 9), ("DP901", 9)]


def test_what_was_not_asked_for_is_not_called_useless() -> None:
    text = section("    text: 督学  # duplan: ignore[DP411]\n    label: 一、  # duplan: ignore\n")
    assert codes(text, frozenset({"DP131", "DP901"})) == []
    assert codes(text, frozenset({"DP411", "DP901"})) == [("DP901", 9)]
    assert ("DP901", 10) in codes(text, STANDARD)
    assert codes(text, frozenset({"DP411"})) == []


def mended(text: str, found: list[Diagnostic]) -> str:
    lines = text.split("\n")
    for each in found:
        assert each.fix is not None
        for (block, start, end), new in each.fix.edits:
            lines[block] = lines[block][:start] + new + lines[block][end:]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  # duplan: ignore[DP411, DP131] 说明", ""),
        ("  # duplan: ignore[DP411,DP9999]", "  # duplan: ignore[DP9999]"),
        ("  # 注 # duplan: ignore[]", "  # 注"),
    ],
)
def test_a_useless_comment_goes_and_a_used_one_stays(before: str, after: str) -> None:
    text = section(f"    text: 督学{before}\n")
    found = [each for each in checked(text) if each.code == "DP901"]
    assert len(found) == 1
    assert found[0].fix is not None
    assert found[0].fix.safe
    assert mended(text, found) == section(f"    text: 督学{after}\n")


def test_a_used_code_stays_beside_a_useless_one() -> None:
    text = section(f"    text: {WRONG}  # duplan: ignore[DP131, DP411]\n")
    [found] = checked(text)
    assert (found.code, found.values["names"]) == ("DP901", "DP131")
    assert mended(text, [found]) == text.replace("DP131, ", "")


@pytest.mark.parametrize(
    ("comment", "name", "meant"),
    [
        ("ignore[weekday-missmatch]", "weekday-missmatch", "weekday-mismatch"),
        ("ignore[dp4110]", "dp4110", "DP411"),
        ("ignor[DP411]", "ignor", "ignore"),
        ("ignore-line", "ignore-line", "ignore-file"),
    ],
)
def test_what_means_nothing_is_named(comment: str, name: str, meant: str) -> None:
    [found] = checked(section(f"    text: 督学  # duplan: {comment}\n"))
    assert (found.code, found.values["name"]) == ("DP902", name)
    assert meant in found.message("en")
    assert meant in found.message("zh")
    if found.fix:
        assert found.span is not None
        assert found.fix.edits == (Edit(found.span, meant),)


def test_comments_about_duplan_are_free() -> None:
    assert codes(section("    text: 督学  # duplan: 见说明\n# duplan: parse wrote this\n")) == []


def test_a_list_without_an_end_is_no_comment_about_everything() -> None:
    text = section(f"    text: {WRONG}  # duplan: ignore[DP131\n")
    assert codes(text) == [("DP411", 9), ("DP901", 9)]


def test_a_name_of_many_is_useless_where_none_of_them_is_found() -> None:
    text = section("    text: 督学  # duplan: ignore[dates]\n")
    assert codes(text, STANDARD) == [("DP901", 9)]
    assert codes(text) == []


def test_json_and_documents_have_no_comments() -> None:
    document = parse("2020年督导工作计划\n一、九月：9月1日（星期三） # duplan: ignore[DP411]\n")
    assert [each.code for each in apply(check(document, codes=ASKED), document, ASKED)] == ["DP411"]
    text = '{"source": {"name": "", "format": "", "sha256": "", "script": "hans"}, "plans": []}\n'
    assert [each.code for each in checked(text + "# duplan: ignore-file\n", name="a.json")] == []


def test_findings_without_a_place_are_of_the_whole_file() -> None:
    text = SOURCE + "plans: [" + "1, " * 60 + "]\n"
    assert ("DP137", 0) in codes(text, frozenset({"DP137"}))
    assert codes(text + "# duplan: ignore-file[DP137]\n", frozenset({"DP137", "DP901"})) == []


def test_many_comments_take_linear_work() -> None:
    text = section("    text: 督学\n" + "# duplan: ignore[DP411]\n" * 20_000)
    assert len(checked(text)) == 20_000
