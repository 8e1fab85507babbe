"""The backup copy beside the database: kept as good as it, and what a damaged one is restored from.

The copy is the database's own pages in one ordinary SQLite file, with a checksum of them at its
end (SQLite ignores what follows the last page). It proves the copy to the bit, and so also tells
which of two different rows is the damaged one: SQLite notices neither a flipped bit in a text nor
a log that was cut short. A copy is made under the database's write lock, and replaces the one
before only when SQLite finds it sound.
"""

import os
import sqlite3
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from guide.english import plural
from guide.history.damaged_files import alone, set_aside
from guide.history.database import (
    TEMPORARY,
    backup_of,
    build,
    connect,
    make,
    migrate,
    move,
    open_file,
    transaction,
)
from guide.history.faults import FAULTS, DamagedError, is_damage, printable, reason_of
from guide.history.kept import COLUMNS, EPOCH, Kept, read_row

_CHECKSUM = 4
"""Bytes at the end of the copy."""
_AHEAD = timedelta(days=1)
"""How far a clock may have been wrong when a walk was kept; a later time is a fault."""
_MODES = slice(18, 20)
"""Where the header says that there is a log beside a file; the copy has none."""


def open_checked(path: Path) -> tuple[sqlite3.Connection, str]:
    """The database, sound and with nothing less than its backup holds; and a line for the user.

    The line is empty unless the file was missing and had to be restored. The faults are those of
    ``open_file``.
    """
    line = ""
    # Where another window made the file in the meantime, nothing was missing.
    if not path.exists() and (walks := walks_in(path)) and make(path, walks.values()):
        line = f"The history was missing: {_restored(path, walks)}."
    connection = open_file(path)
    try:
        if not _as_good(connection, path):
            line = f"{line} {renew(connection, path)}".strip()
    except BaseException:
        connection.close()
        raise
    return connection, line


def renew(connection: sqlite3.Connection, path: Path) -> str:
    """Make the backup as the database is: none if there are no walks. Waits for no disk.

    A line for the user if it can't be written, which hinders nothing else; else empty.

    Raises:
        DamagedError: if the database has become unsound; the backup stays as it was.
        sqlite3.Error: if SQLite finds it damaged.

    """
    try:
        _renew(connection, path)
    except FAULTS as fault:
        if is_damage(fault):
            raise
        place = printable(backup_of(path))
        return f"The backup copy at {place} can't be written: {reason_of(fault, path)}."
    return ""


def _renew(connection: sqlite3.Connection, path: Path) -> None:
    with transaction(connection):  # else one window could put back what another has erased
        if connection.execute("SELECT 1 FROM walk LIMIT 1").fetchone() is None:
            drop(path)
            return
        pages = _pages(connection)
        with _opened(pages) as copy:
            if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise DamagedError
        _write(backup_of(path), pages + zlib.crc32(pages).to_bytes(_CHECKSUM, "big"))


def drop(path: Path) -> None:
    """Remove the backup: before walks are erased, so that it can't bring them back."""
    backup_of(path).unlink(missing_ok=True)


def walks_in(path: Path) -> dict[str, Kept]:
    """Every walk in the backup of a database, by id; none if there is no sound one."""
    pages = _sound(path)
    if pages is None:
        return {}
    with _opened(pages) as copy:
        rows = copy.execute(f"SELECT {COLUMNS} FROM walk")  # noqa: S608
        return {walk.id: walk for row in rows if (walk := read_row(row))}


def readable(path: Path) -> dict[str, Kept]:
    """Every walk that the database or its backup gives, by id, in its newest state.

    Writes nothing but what SQLite itself needs to read a log, so it serves a file that is damaged,
    locked, of a newer version, or in a folder that can only be read. A damaged table is read
    from both ends; of walks in the middle of one the backup has to know.
    """
    walks = walks_in(path)
    # What the backup does not know was touched later; else a fault made it, say of an id.
    since = max((max(walk.updated, walk.edited) for walk in walks.values()), default=EPOCH)
    # Without "immutable" the log is read too, but SQLite needs to write beside the file for that.
    for how in ("mode=ro", "immutable=1"):
        with suppress(*FAULTS), closing(connect(f"file:{quote(str(path))}?{how}")) as connection:
            for order in ("ASC", "DESC"):
                with suppress(*FAULTS):
                    for row in connection.execute(f"SELECT * FROM walk ORDER BY seq {order}"):  # noqa: S608
                        walk = read_row(row[1:])  # after seq
                        if walk is not None and max(walk.updated, walk.edited) >= since:
                            _add(walks, walk)
    return walks


def restore(path: Path) -> str:
    """Put a new database in the place of a damaged one; one line for the user.

    Empty if another window has just done it. Killed halfway, the next start finds no database and
    restores the backup.

    Raises:
        DamagedError: if another window is using the file; nothing was changed.
        sqlite3.Error: if the new one can't be written; nothing was changed.
        OSError: likewise.

    """
    walks = readable(path)  # before the lock, which SQLite would end by closing the file
    with alone(path) as still_there:
        if not still_there:
            return ""
        known = walks_in(path)
        fresh = build(path, walks.values())
        try:
            aside = set_aside(path)
            move(fresh, path)
        finally:
            fresh.unlink(missing_ok=True)
    how = f"{plural(len(walks), 'walk')} could still be read, for there is no sound backup copy"
    if known:
        how = _restored(path, walks, known)
    return f"The history was damaged: {how}; the damaged file is kept at {printable(aside)}"


def _restored(path: Path, walks: dict[str, Kept], known: dict[str, Kept] | None = None) -> str:
    newest = max(walk.updated for walk in (known or walks).values()).astimezone()
    verb = "is" if len(walks) == 1 else "are"
    return (
        f"{plural(len(walks), 'walk')} {verb} restored from {printable(backup_of(path))}, "
        f"which is complete up to {newest:%Y-%m-%d %H:%M:%S}"
    )


def _as_good(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the backup is as the database is.

    Raises:
        DamagedError: if the backup proves that the database has lost something.

    """
    pages = _sound(path)
    if pages is None:
        return False
    if pages == _pages(connection):  # after a clean end they are
        return True
    if _lost(connection, pages):
        with transaction(connection):  # not erased by another window in this moment?
            pages = _sound(path)
            if pages is not None and _lost(connection, pages):
                raise DamagedError
    return False


def _lost(connection: sqlite3.Connection, pages: bytes) -> bool:
    """Whether a walk of the backup is missing, or not what it can have become."""
    with _opened(pages) as copy:
        select = f"SELECT {COLUMNS} FROM walk"  # noqa: S608
        here = set(connection.execute(select))
        changed = [
            walk for row in copy.execute(select) if row not in here and (walk := read_row(row))
        ]
    for walk in changed:
        row = connection.execute(f"{select} WHERE id = ?", (walk.id,)).fetchone()
        now = read_row(row) if row else None
        if now is None or not _follows(now, walk):
            return True
    return False


def _add(walks: dict[str, Kept], walk: Kept) -> None:
    """A row that nothing proves takes the place of one that is there only if it says more."""
    known = walks.get(walk.id)
    if known is None or (_follows(walk, known) and not _only_later(walk, known)):
        walks[walk.id] = walk


def _follows(walk: Kept, before: Kept) -> bool:
    """Whether a row can be what a proven one has become: its times go on, but not past today."""
    if walk.updated < before.updated or walk.edited < before.edited:
        return False
    if max(walk.updated, walk.edited) > datetime.now(UTC) + _AHEAD:
        return False
    touched = walk.updated > before.updated  # opened again, nothing else may have changed
    return touched or (walk.edited > before.edited and not _only_later(walk, before))


def _only_later(walk: Kept, before: Kept) -> bool:
    """Whether nothing but the time is another one: a bit of it may be flipped."""
    return walk == before._replace(updated=walk.updated, edited=walk.edited)


def _pages(connection: sqlite3.Connection) -> bytes:
    pages = bytearray(connection.serialize())
    pages[_MODES] = b"\1\1"
    return bytes(pages)


@contextmanager
def _opened(pages: bytes) -> Iterator[sqlite3.Connection]:
    """A copy, in memory, with the columns of today."""
    with closing(connect(":memory:")) as connection:
        connection.deserialize(pages)
        migrate(connection)
        yield connection


def _sound(path: Path) -> bytes | None:
    """The pages of the backup; None if there is none that its checksum proves."""
    try:
        data = backup_of(path).read_bytes()
    except OSError:
        return None
    pages = data[:-_CHECKSUM]
    checksum = zlib.crc32(pages).to_bytes(_CHECKSUM, "big")
    return pages if pages and data[-_CHECKSUM:] == checksum else None


def _write(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=TEMPORARY)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)
