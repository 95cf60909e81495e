"""The tables of the cache.

``due`` is ordered by month, so that what is due in one lies together; ``found`` is the folder as it
was listed in this run, and whose rows have a record once that is known.
"""

from __future__ import annotations

MARK = 0x64_75_70_6C  # PRAGMA application_id of our files: "dupl"

TABLES = (
    # a program that read files, and when it last did, in seconds since 1970
    "CREATE TABLE program (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, used INTEGER NOT NULL)",
    # what is known of a path; a signature of nulls matches nothing. seen: the day, since 1970
    """CREATE TABLE file (
        path BLOB NOT NULL PRIMARY KEY, size INTEGER, mtime INTEGER, inode INTEGER, ctime INTEGER,
        sha256 BLOB NOT NULL, suffix TEXT NOT NULL, seen INTEGER NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX file_of_content ON file (sha256, suffix)",
    # what one program made of one content; refusal: a key of diagnostics.UNREADABLE, values: JSON
    """CREATE TABLE record (
        id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL, suffix TEXT NOT NULL, program INTEGER NOT NULL,
        refusal TEXT, "values" TEXT, UNIQUE (sha256, suffix, program)
    )""",
    "CREATE INDEX record_of_program ON record (program)",
    "CREATE INDEX record_refused ON record (refusal) WHERE refusal NOT NULL",
    # title to findings as in PlanFacts; key: issuer and title in small, half-width letters
    """CREATE TABLE plan (
        record INTEGER NOT NULL, number INTEGER NOT NULL, title TEXT, issuer TEXT, year INTEGER,
        kind TEXT, start TEXT, "end" TEXT, script TEXT NOT NULL, goals INTEGER NOT NULL,
        tasks INTEGER NOT NULL, entries INTEGER NOT NULL, findings INTEGER NOT NULL, key TEXT NOT NULL,
        PRIMARY KEY (record, number)
    ) WITHOUT ROWID""",
    # month to raw as in Entry and Place; year 0 isn't known; responsible: JSON, duty before name;
    # when and raw are null where they are the label and the text, as most are
    """CREATE TABLE due (
        month INTEGER NOT NULL, year INTEGER NOT NULL, record INTEGER NOT NULL, place INTEGER NOT NULL,
        plan INTEGER NOT NULL, source TEXT NOT NULL, text TEXT NOT NULL, id TEXT NOT NULL,
        label TEXT NOT NULL, precision TEXT NOT NULL, start TEXT, "end" TEXT, responsible TEXT,
        remark TEXT, series TEXT, "when" TEXT, title TEXT NOT NULL, line INTEGER, block TEXT,
        raw TEXT, PRIMARY KEY (month, year, record, place)
    ) WITHOUT ROWID""",
    "CREATE INDEX due_of_record ON due (record, plan, source)",
    """CREATE TABLE passage (
        record INTEGER NOT NULL, place INTEGER NOT NULL, plan INTEGER NOT NULL, part TEXT NOT NULL,
        id TEXT NOT NULL, label TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, line INTEGER,
        PRIMARY KEY (record, place)
    ) WITHOUT ROWID""",
    # whose passages are in the index, under which number; the index itself comes with the first search
    """CREATE TABLE indexed (
        id INTEGER PRIMARY KEY, record INTEGER NOT NULL UNIQUE, passages INTEGER NOT NULL
    )""",
)

INDEX = """CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(
    title_words, text_words, title_characters, text_characters, content='', tokenize='ascii'
)"""

FOUND = """CREATE TEMP TABLE found (
    ordinal INTEGER PRIMARY KEY, path BLOB NOT NULL, size INTEGER NOT NULL, mtime INTEGER NOT NULL,
    inode INTEGER NOT NULL, ctime INTEGER NOT NULL, record INTEGER
)"""

OF_RECORD = ("plan", "due", "passage", "indexed")  # whose rows go with their record
