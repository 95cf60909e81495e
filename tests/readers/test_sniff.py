"""The format is told by the content; a name that promises another gives a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from duplan.diagnostics import UnreadableError
from duplan.readers import read
from duplan.readers.file import File

DOCX = (Path(__file__).parents[2] / "samples" / "2020计划.docx").read_bytes()
SHEETS = Path(__file__).parent / "sheet"
XLSX, XLS, ODS = ((SHEETS / f"schedule.{form}").read_bytes() for form in ("xlsx", "xls", "ods"))
TEXT = "槐安区2020年工作计划\n".encode()


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (DOCX, "a.docx", None),
        (DOCX, "a.DOCM", None),
        (DOCX, "a", None),
        (DOCX, "a.doc", {"extension": ".doc", "format": "docx"}),
        (DOCX, "a.WPS", {"extension": ".wps", "format": "docx"}),
        (DOCX, "a.txt", {"extension": ".txt", "format": "docx"}),
        (XLSX, "a.xlsm", None),
        (XLSX, "a.xls", {"extension": ".xls", "format": "xlsx"}),
        (XLS, "a.et", None),
        (XLS, "a.xlsx", {"extension": ".xlsx", "format": "xls"}),
        (ODS, "a.ods", None),
        (ODS, "a.csv", {"extension": ".csv", "format": "ods"}),
        (TEXT, "a.md", None),
        (TEXT, "a.csv", None),
        (b"a,b\nc,d\n", "a.csv", None),
        (b"a,b\nc,d\n", "a.xlsx", {"extension": ".xlsx", "format": "text"}),
        (TEXT, "a.docx", {"extension": ".docx", "format": "text"}),
        (TEXT, "a.doc", {"extension": ".doc", "format": "text"}),
    ],
)
def test_wrong_extensions(data: bytes, name: str, found: dict[str, str] | None) -> None:
    _, diagnostics = read(File(data, name))
    values = [each.values for each in diagnostics if each.code == "DP110"]
    assert values == ([found] if found else [])


def test_noise_is_no_document() -> None:
    with pytest.raises(UnreadableError) as caught:
        read(File(bytes(range(256)) * 8, "a.docx"))
    assert caught.value.kind == "binary"
