"""The tables, by version. A database is brought up to date step by step, all steps or none.

Two rules keep a damaged file readable without its schema (see ``carve``): columns are only ever
added at the end of a table, and every id begins with the letter of its table.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress

APPLICATION_ID = 0x42475544
"""Marks the file as this program's own ("BGUD"), for ``file`` and for ourselves."""
PAGE_SIZE = 4096
"""Bytes; set, not left to SQLite's default, because ``carve`` counts on it."""
LARGEST_VERSION = 1000
"""A version above this was not written by a newer program, but by a fault."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE walk (
          seq INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          guide TEXT NOT NULL,
          answers TEXT NOT NULL,
          code TEXT NOT NULL,
          finished INTEGER NOT NULL,
          started INTEGER NOT NULL,
          updated INTEGER NOT NULL,
          name TEXT NOT NULL,
          note TEXT NOT NULL,
          content_hash TEXT NOT NULL
        )""",
        # Each ends in the hidden seq, so newest first needs no sorting, not even among equals.
        "CREATE INDEX walk_newest ON walk (updated)",
        "CREATE INDEX walk_newest_of_guide ON walk (guide, updated)",
    ),
    (
        "ALTER TABLE walk ADD COLUMN page TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE walk ADD COLUMN edited INTEGER NOT NULL DEFAULT 0",
    ),
)
"""What brings a database from version ``n`` to ``n + 1``; a step is never changed once shipped."""

WALK_COLUMNS = (
    "seq", "id", "guide", "answers", "code", "finished", "started", "updated", "name", "note",
    "content_hash",
)  # fmt: skip
"""The columns of version 1, by which a walk table is known as ours."""


def version_of(connection: sqlite3.Connection) -> int:
    """The version a database says it has; 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database up to date; one that is, is not written to.

    Raises:
        sqlite3.Error: if a step can't be done; the database is as it was.

    """
    if version_of(connection) == len(MIGRATIONS):
        return
    with transaction(connection):
        # Read again: another window may have done it while this one waited for the lock.
        for version in range(version_of(connection), len(MIGRATIONS)):
            for statement in MIGRATIONS[version]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version + 1}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing. Takes the write lock first: two that wait for it can't block each other."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # SQLite may have rolled back already
            connection.execute("ROLLBACK")
        raise
