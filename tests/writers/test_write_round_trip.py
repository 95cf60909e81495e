"""Law: what the YAML and JSON writers write is read back as the same document."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given, settings

from any_documents import NASTY, documents, texts
from duplan.plan import Document, Input, Plan, Section
from duplan.writers import json as json_writer
from duplan.writers import yaml as yaml_writer


@given(documents)
@settings(max_examples=60, deadline=None)
def test_json_is_read_back(document: Document) -> None:
    assert json_writer.load(json_writer.dump(document, True)) == document
    assert json_writer.load(json_writer.dump_line(document, True)) == document


@given(documents)
@settings(max_examples=60, deadline=None)
def test_yaml_is_read_back(document: Document) -> None:
    assert yaml_writer.load(yaml_writer.dump(document, True)) == document


def title_in_yaml(text: str) -> str:
    source = Input(name="", format="text", sha256="", script="hans")
    section = Section(id="s1", role="other", text=text)
    plan = Plan(title=text, recipients=[text], sections=[section])
    return yaml_writer.dump(Document(source=source, plans=[plan]))


@pytest.mark.parametrize("loader", ["SafeLoader", "CSafeLoader"])
@given(texts)
@settings(max_examples=400, deadline=None)
def test_every_reader_of_yaml_reads_every_text_as_it_is(loader: str, text: str) -> None:
    if not hasattr(yaml, loader):
        pytest.skip("PyYAML was built without libyaml")
    plan = yaml.load(title_in_yaml(text), Loader=getattr(yaml, loader))["plans"][0]  # noqa: S506
    assert plan["title"] == plan["recipients"][0] == plan["sections"][0]["text"] == text


@pytest.mark.parametrize("text", NASTY)
def test_known_nasty_texts_survive_yaml(text: str) -> None:
    assert yaml_writer.load(title_in_yaml(text)).plans[0].title == text


def test_yaml_and_json_have_the_same_form(document: Document) -> None:
    written = yaml.safe_load(yaml_writer.dump(document))
    assert written == json.loads(json_writer.dump(document))
    assert "provenance" not in yaml_writer.dump(document)
    assert "readings" not in written


def test_provenance_is_written_on_request(document: Document) -> None:
    goal = json.loads(json_writer.dump(document, True))["plans"][0]["goals"][0]
    assert goal["provenance"]["title"][0]["line"] == 5
