"""What ``duplan parse`` prints for each sample: NAME.yaml beside it, word for word.

``pytest tests/test_samples.py --refresh-samples`` writes these files anew; read what changed as a
diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from duplan import load
from duplan.writers import yaml

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".docx"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_samples_are_read_as_before(path: Path, request: pytest.FixtureRequest) -> None:
    expected = path.with_suffix(".yaml")
    written = yaml.dump(load(path))
    if request.config.getoption("--refresh-samples"):
        expected.write_text(written, encoding="utf-8", newline="\n")
    assert written == expected.read_text(encoding="utf-8")


def test_every_expected_result_has_its_sample() -> None:
    assert {path.stem for path in SAMPLES.glob("*.yaml")} == {path.stem for path in FILES}
