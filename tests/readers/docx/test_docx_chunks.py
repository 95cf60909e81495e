"""Documents embedded with ``w:altChunk``."""

from __future__ import annotations

from packages import docx, p, package, part, r, relations, tbl, tc, tr

from duplan.diagnostics import Diagnostic
from duplan.readers.docx import read
from duplan.readers.file import File
from duplan.source import Source, Table

CHUNK = '<w:altChunk r:id="rId7"/>'


def embedding(chunk: bytes, name: str, body: str = p("前") + CHUNK + p("后")) -> bytes:
    """A package whose relation rId7 leads to the chunk."""
    return package(
        {
            "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(("rId7", "aFChunk", name)),
            f"word/{name}": chunk,
        }
    )


def read_embedding(
    chunk: bytes, name: str = "a.docx", body: str = p("前") + CHUNK + p("后")
) -> tuple[Source, list[Diagnostic]]:
    return read(File(embedding(chunk, name, body)))


def test_a_document_stands_where_it_is_embedded() -> None:
    inner = docx(p("一、总则") + tbl(tr(tc(p("九月")), tc(p("督导")))))
    source, diagnostics = read_embedding(inner)
    assert [block.text for block in source.blocks] == ["前", "一、总则", "九月", "督导", "后"]
    assert [block.index for block in source.blocks] == [0, 1, 2, 3, 4]
    assert [block.line for block in source.blocks] == [1, 2, 3, 4, 5]
    assert source.blocks[1].path == "body/altChunk[1]/body/p[1]"
    table = source.content[2]
    assert isinstance(table, Table)
    assert [block.index for block in table.blocks()] == [2, 3]
    assert not diagnostics


def test_its_notes_and_findings_come_along() -> None:
    inner = docx(
        p(r("安全") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + r("检查", "<w:vanish/>")),
        footnotes=f'<w:footnote w:id="1">{p("每季一次")}</w:footnote>',
    )
    source, diagnostics = read_embedding(inner)
    [note] = source.asides
    assert [block.text for block in note.blocks] == ["每季一次"]
    assert note.anchor == (1, 2, 2)
    assert [(each.code, each.span and each.span.block) for each in diagnostics] == [
        ("DP104", 1),
        ("DP106", 2),
    ]


def test_plain_text_is_embedded_too() -> None:
    source, _ = read_embedding("一、总则\n二、分则\n".encode(), "a.txt")
    assert [block.text for block in source.blocks] == ["前", "一、总则", "二、分则", "后"]


def test_one_level_only_and_damage_is_named() -> None:
    inner = embedding(docx(p("深")), "b.docx")
    source, diagnostics = read_embedding(inner)
    assert [block.text for block in source.blocks] == ["前", "前", "后", "后"]
    assert [(each.code, each.values["part"]) for each in diagnostics] == [("DP107", "word/b.docx")]
    for broken in (b"", bytes(range(256)) * 8, docx(p("断"))[:200]):
        source, diagnostics = read_embedding(broken)
        assert [block.text for block in source.blocks] == ["前", "后"]
        assert [each.code for each in diagnostics] == ["DP107"]


def test_the_size_of_all_together_is_bounded() -> None:
    inner = docx(p("x" * 7_000_000))
    source, diagnostics = read_embedding(inner, body=CHUNK * 20)
    assert {each.code for each in diagnostics} == {"DP107"}
    assert len(source.blocks) < 10


def test_a_chunk_in_a_paragraph_follows_it() -> None:
    source, _ = read_embedding(docx(p("内")), body=p(r("外") + CHUNK))
    assert [block.text for block in source.blocks] == ["外", "内"]
