"""The database file: one table, made whole or not at all, examined before it is trusted."""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from guide.history.faults import DamagedError, ForeignError, NewerError
from guide.history.kept import COLUMNS, Kept, row_of

TIMEOUT = 5.0
"""Seconds to wait for another window's write. One takes milliseconds; four windows that started at
once on a busy machine took more than two seconds.
"""
TEMPORARY = ".new"
"""The end of a file's name while it is being made."""
APPLICATION_ID = 0x42475544
"""Marks the file as this program's own ("BGUD"), for ``file`` and for ourselves."""
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
    # From here on a backup copy lies beside the file. An older program only reads what is newer:
    # it would erase walks without erasing them from the copy.
    ("DROP INDEX IF EXISTS walk_newest_of_guide",),  # nothing asks for one guide's walks
    ("ALTER TABLE walk ADD COLUMN typed TEXT NOT NULL DEFAULT ''",),
)
"""What brings a database from version ``n`` to ``n + 1``; a step is never changed once shipped.

Columns are only ever added at the end, so that ``SELECT *`` reads every version.
"""

_FIRST_COLUMNS = ("seq", *COLUMNS.split(", ")[:10])
"""Those of version 1, by which a walk table is known as ours."""
_NAMES = COLUMNS.split(", ")
_STORE = (
    f"INSERT INTO walk ({COLUMNS}) VALUES ({', '.join('?' for _ in _NAMES)})"  # noqa: S608
    f" ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _NAMES)}"
)
_SETTINGS = (
    "PRAGMA page_size = 4096",
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
    migrate(connection)
    store(connection, walks)
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
    if size == 1 or (size == 0 and (_size(log_of(path)) or _size(backup_of(path)))):
        raise DamagedError
    connection = connect(str(path))
    try:
        examine(connection)
        connection.execute("PRAGMA journal_mode = WAL")  # changes nothing where it is so already
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    keep_private(path)
    return connection


def make(path: Path, walks: Iterable[Kept] = ()) -> bool:
    """Put a database in place, whole, and say whether it is this one that stands there now.

    Nobody ever sees one without its table.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return move(build(path, walks), path)


def move(fresh: Path, path: Path) -> bool:
    """Put a built database in its place; False where another window has put one there."""
    try:
        os.link(fresh, path)  # unlike a rename this never replaces what another window made
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if path.exists():
            return False
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return True


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
            migrate(connection)
            with transaction(connection):
                store(connection, sorted(walks, key=lambda walk: walk.updated))
        finally:
            connection.close()
    except BaseException:
        for end in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                Path(name + end).unlink(missing_ok=True)
        raise
    return Path(name)


def connect(name: str) -> sqlite3.Connection:
    """A connection with our settings, to a file or to a ``file:`` address; nothing is read yet."""
    connection = sqlite3.connect(
        name,
        timeout=TIMEOUT,
        isolation_level=None,  # transactions are ours to begin
        check_same_thread=False,  # the history has a lock of its own
        uri=name.startswith("file:"),
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


def store(connection: sqlite3.Connection, walks: Iterable[Kept]) -> None:
    """Write walks, each in the row of its id or in a new one."""
    connection.executemany(_STORE, map(row_of, walks))


def version_of(connection: sqlite3.Connection) -> int:
    """The version a database says it has; 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database up to date, all steps or none; one that is, is not written to.

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


def log_of(path: Path) -> Path:
    """The write-ahead log beside a database: its newest part."""
    return path.with_name(f"{path.name}-wal")


def backup_of(path: Path) -> Path:
    """The backup copy beside a database."""
    return path.with_name(f"{path.name}-backup")


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


def examine(connection: sqlite3.Connection) -> int:
    """The version of a database that is sound and ours; 0 for an empty one.

    Reads every page and compares the indexes with the table: 14 ms for ten thousand walks.
    Damage that is noticed late would be damage written over.
    """
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    version = version_of(connection)
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    columns = tuple(row[1] for row in connection.execute("PRAGMA table_info(walk)"))
    ours = columns[: len(_FIRST_COLUMNS)] == _FIRST_COLUMNS
    if mark == 0 and version == 0 and not tables:
        return 0
    if mark != APPLICATION_ID and not ours:
        raise ForeignError
    if mark == APPLICATION_ID and len(MIGRATIONS) < version <= LARGEST_VERSION:
        raise NewerError
    if not (ours and mark == APPLICATION_ID and 0 < version <= len(MIGRATIONS)):
        raise DamagedError
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise DamagedError
    return version
