"""Opening the database: made whole or not at all, examined before it is trusted."""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from guide.history import schema
from guide.history.faults import DamagedError, ForeignError, NewerError
from guide.history.rows import Kept, row_of

TIMEOUT = 2.0
"""Seconds to wait for another window's write; one takes milliseconds."""
TEMPORARY = ".new"
"""The end of a database's name while it is being made."""

_SETTINGS = (
    f"PRAGMA page_size = {schema.PAGE_SIZE}",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",  # no copy of a walk in the system's temporary folder
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    # With WAL a crash of the program loses nothing; a power cut may lose the last second, and
    # no key press waits for the disk.
    "PRAGMA synchronous = NORMAL",
)
# A new file takes the place of an old one only when it is on the disk.
_WHILE_BUILDING = ("PRAGMA synchronous = FULL", "PRAGMA journal_mode = WAL")


def open_memory(walks: Iterable[Kept] = ()) -> sqlite3.Connection:
    """A database that lasts as long as the program."""
    connection = connect(":memory:")
    schema.migrate(connection)
    insert(connection, walks)
    return connection


def open_file(path: Path) -> sqlite3.Connection:
    """The database at ``path``, made if it is missing, ready to read and write.

    Raises:
        DamagedError: if what it holds can't be trusted.
        NewerError: if a newer version of the program wrote it.
        ForeignError: if another program did.
        sqlite3.Error: if it is locked, can't be written, or damaged in a way SQLite names.
        OSError: if it can't be reached or made.

    """
    if not path.exists():
        make(path)
    if not path.is_file():
        raise IsADirectoryError(errno.EISDIR, "not a file", str(path))
    # SQLite takes one byte for none, and throws away the log of an empty file; it may hold walks.
    size = path.stat().st_size
    if size == 1 or (size == 0 and _size(log_of(path)) > 0):
        raise DamagedError
    connection = connect(str(path))
    try:
        if _examine(connection) == 0:
            connection.execute("PRAGMA journal_mode = WAL")
        schema.migrate(connection)
    except BaseException:
        connection.close()
        raise
    keep_private(path)
    return connection


def make(path: Path) -> None:
    """Put an empty database in place, whole: nobody ever sees one without its tables."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = build(path, ())
    try:
        os.link(fresh, path)  # unlike a rename this never replaces what another window made
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        if not path.exists():
            fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def build(path: Path, walks: Iterable[Kept]) -> Path:
    """A new database with these walks, beside ``path``, for its owner only.

    Raises:
        sqlite3.Error: if it can't be written, say for a full disk; nothing is left behind.
        OSError: likewise.

    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=TEMPORARY)
    os.close(handle)
    try:
        connection = connect(name)
        try:
            for setting in _WHILE_BUILDING:
                connection.execute(setting)
            schema.migrate(connection)
            insert(connection, walks)
        finally:
            connection.close()
    except BaseException:
        for end in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                Path(name + end).unlink(missing_ok=True)
        raise
    return Path(name)


def connect(name: str) -> sqlite3.Connection:
    """A connection with our settings; nothing is read yet."""
    connection = sqlite3.connect(
        name,
        timeout=TIMEOUT,
        isolation_level=None,  # transactions are ours to begin
        check_same_thread=False,  # the history has a lock of its own
    )
    try:
        # One letter that is not UTF-8 must not hide the walk it stands in.
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        for setting in _SETTINGS:
            connection.execute(setting)
    except BaseException:
        connection.close()
        raise
    return connection


def insert(connection: sqlite3.Connection, walks: Iterable[Kept]) -> None:
    """Add walks, in the order in which they were last touched."""
    rows = [row_of(walk) for walk in sorted(walks, key=lambda walk: walk.updated)]
    with schema.transaction(connection):
        connection.executemany(
            "INSERT INTO walk (id, guide, answers, code, finished, started, updated, name, note,"
            " content_hash, page, edited) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )


def log_of(path: Path) -> Path:
    """The write-ahead log beside a database: its newest part."""
    return path.with_name(f"{path.name}-wal")


def keep_private(path: Path) -> None:
    """Let only the owner read a file. Quietly does nothing where that means nothing."""
    with suppress(OSError):
        if os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(0o600)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _examine(connection: sqlite3.Connection) -> int:
    """The version of a database that is sound and ours; 0 for an empty one.

    Reads every page: 0.1 ms for fifty walks, 6 ms for ten thousand; to compare the indexes with
    the table as well would take 17. Damage that is found late would be damage written over.
    """
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    version = schema.version_of(connection)
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    columns = tuple(row[1] for row in connection.execute("PRAGMA table_info(walk)"))
    ours = columns[: len(schema.WALK_COLUMNS)] == schema.WALK_COLUMNS
    if mark == 0 and version == 0 and not tables:
        return 0
    if mark != schema.APPLICATION_ID and not ours:
        raise ForeignError
    if mark == schema.APPLICATION_ID and len(schema.MIGRATIONS) < version <= schema.LARGEST_VERSION:
        raise NewerError
    if not (ours and mark == schema.APPLICATION_ID and 0 < version <= len(schema.MIGRATIONS)):
        raise DamagedError
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise DamagedError
    return version
