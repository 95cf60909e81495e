"""The suffixes of file names, in small letters, and the formats that they promise."""

from __future__ import annotations

SUFFIXES: dict[str, tuple[str, ...]] = {
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "doc": (".doc", ".dot", ".wps"),
    "pdf": (".pdf",),
    "html": (".html", ".htm", ".xhtml"),
    "mht": (".mht", ".mhtml"),
    "xlsx": (".xlsx", ".xlsm", ".xltx", ".xltm"),
    "xls": (".xls", ".xlt", ".et"),
    "ods": (".ods", ".ots"),
    "csv": (".csv", ".tsv"),
    "odt": (".odt", ".ott", ".fodt"),
    "ofd": (".ofd",),
    "rtf": (".rtf",),
    "markdown": (".md", ".markdown"),
    "text": (".txt", ".text"),
}
FORMATS = {suffix: name for name, suffixes in SUFFIXES.items() for suffix in suffixes}
PLAN_FILES = frozenset({".yaml", ".yml", ".json"})  # plans as data, as ``duplan parse`` writes them
