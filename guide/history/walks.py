"""The statements on the table: walks in, changed, out and erased.

A finished walk is never overwritten, nor is one that somebody named or noted: a changed answer
makes another walk of it. Only a draft moves on in its place. The moment in a row never goes
back, whatever the clock does: by it the backup tells an older row from a newer one.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from guide.history import kept
from guide.history.database import TIMEOUT, examine, store, transaction
from guide.history.kept import COLUMNS, Kept

NEWEST = f"SELECT {COLUMNS} FROM walk ORDER BY updated DESC, seq DESC"  # noqa: S608

_TICK = kept.EPOCH.resolution
_TWIN = """
    SELECT id FROM walk WHERE guide = ? AND answers = ? AND code = ? AND finished = ?
      AND content_hash = ? ORDER BY updated DESC LIMIT 1
"""


class Adopted(NamedTuple):
    """What became of walks that came from elsewhere."""

    added: int
    updated: int
    unchanged: int
    """Those that were here already, as new or newer."""


def put(connection: sqlite3.Connection, walk: Kept, *, make: bool) -> str | None:
    """Keep a walk as it stands; the id under which it is kept, or None if it is there no more.

    Make: it is a new walk, so that there need be no row of this id.
    """
    before = get(connection, walk.id)
    if before is not None and _state(before) == _state(walk):
        return walk.id
    with transaction(connection):
        before = get(connection, walk.id)
        if before is None and not make:
            return None
        if before is not None:
            if before.finished and _state(before)[:2] == _state(walk)[:2]:
                return walk.id  # only the guide is another; the walk is as it was
            if not _goes_on(before, walk):
                walk = walk._replace(id=_another(connection, before, walk))
        _write(connection, walk)
    return walk.id


def put_again(connection: sqlite3.Connection, walk: Kept) -> str:
    """Keep a walk that did not come of answering: in the row that holds it, if one does."""
    with transaction(connection):
        walk = walk._replace(id=_twin(connection, walk) or walk.id)
        _write(connection, walk)
    return walk.id


def _state(walk: Kept) -> tuple[str, str, str, bool, str]:
    """What two walks that are the same have in common; the answers with their order."""
    answers = kept.stored_answers(walk.answers)
    return walk.guide, answers, walk.code, walk.finished, walk.content_hash


def _goes_on(before: Kept, walk: Kept) -> bool:
    """Whether a walk only goes on from here: no answer is changed or taken back."""
    if before.finished or before.guide != walk.guide:
        return False
    return before.answers.items() <= walk.answers.items()


def _another(connection: sqlite3.Connection, before: Kept, walk: Kept) -> str:
    """The id under which a changed state goes."""
    precious = bool(before.finished or before.name or before.note or before.typed)
    # Going to and fro between two pages must not make a row with each step.
    twin = _twin(connection, walk) if precious or walk.finished else None
    return twin or (kept.new_id() if precious else walk.id)


def _twin(connection: sqlite3.Connection, walk: Kept) -> str | None:
    row = connection.execute(_TWIN, _state(walk)).fetchone()
    return row[0] if row else None


def _write(connection: sqlite3.Connection, walk: Kept) -> None:
    moment = _moment(connection)
    before = get(connection, walk.id)
    walk = walk._replace(started=moment, updated=moment)
    if before is not None:
        walk = walk._replace(
            started=before.started,
            updated=max(moment, before.updated + _TICK),
            name=before.name,
            note=before.note,
            edited=before.edited,
            typed=before.typed,
        )
    store(connection, [walk])


def _moment(connection: sqlite3.Connection) -> datetime:
    """Now, or just after the newest walk, so that two saves within one tick keep their order."""
    now = kept.now()
    newest_so_far = next(iter(newest(connection, 1)), None)
    if newest_so_far and timedelta() <= newest_so_far.updated - now < timedelta(seconds=1):
        return newest_so_far.updated + _TICK
    return now


def newest(connection: sqlite3.Connection, limit: int) -> list[Kept]:
    """The walks last touched; rows that can't be read are passed over."""
    rows = connection.execute(NEWEST)
    try:
        return list(islice(filter(None, map(kept.read_row, rows)), max(limit, 0)))
    finally:
        rows.close()  # an open reading would keep the log from being emptied


def get(connection: sqlite3.Connection, walk_id: str) -> Kept | None:
    """One walk, if it is there and can be read."""
    if not kept.is_id(walk_id):
        return None
    row = connection.execute(f"SELECT {COLUMNS} FROM walk WHERE id = ?", (walk_id,)).fetchone()  # noqa: S608
    return None if row is None else kept.read_row(row)


def typed_of(connection: sqlite3.Connection, guide: str, code: str) -> Kept | None:
    """The walk of this scenario about which something was typed last."""
    select = f"SELECT {COLUMNS} FROM walk WHERE guide = ? AND code = ? AND typed != ''"  # noqa: S608
    rows = connection.execute(f"{select} ORDER BY edited DESC LIMIT 1", (guide, code))
    return next(filter(None, map(kept.read_row, rows.fetchall())), None)


def edit(
    connection: sqlite3.Connection,
    walk_id: str,
    *,
    name: str | None = None,
    note: str | None = None,
    typed: dict[str, str] | None = None,
) -> bool:
    """Set the name, the note, or what is typed about a walk; whether there is such a walk."""
    with transaction(connection):
        walk = get(connection, walk_id)
        if walk is not None:
            walk = walk._replace(
                name=walk.name if name is None else name,
                note=walk.note if note is None else note,
                typed=walk.typed if typed is None else typed,
                edited=max(kept.now(), walk.edited + _TICK),
            )
            store(connection, [walk])
    return walk is not None


def adopt(connection: sqlite3.Connection, walks: Iterable[Kept]) -> Adopted:
    """Add walks from elsewhere, all or none; of two with one id the newer one stays."""
    added = updated = unchanged = 0
    with transaction(connection):
        for walk in walks:
            here = get(connection, walk.id)
            merged = walk if here is None else _merged(here, walk)
            if merged != here:
                store(connection, [merged])
            added += here is None
            updated += here is not None and merged != here
            unchanged += merged == here
    return Adopted(added, updated, unchanged)


def _merged(here: Kept, other: Kept) -> Kept:
    """Newest wins, for the answers and, on its own, for the words that a person wrote."""
    newer = other.updated > here.updated
    words = (here.name, here.note, here.typed)
    if other.edited > here.edited or (newer and other.edited == here.edited):
        words = (other.name, other.note, other.typed)
    elif (other.updated, other.edited) == (here.updated, here.edited):
        # Nobody knows whose words are newer: only gaps are filled.
        typed = {**other.typed, **here.typed}
        words = (here.name or other.name, here.note or other.note, typed)
    unchanged = words == (here.name, here.note, here.typed)
    edited = here.edited if unchanged else max(here.edited, other.edited)
    walk = other if newer else here
    return walk._replace(name=words[0], note=words[1], typed=words[2], edited=edited)


def erase(connection: sqlite3.Connection, walk_id: str | None) -> bool:
    """Remove one walk, or without an id all; whether nothing of them is left in the file."""
    if walk_id is None:
        connection.execute("DELETE FROM walk")
    elif not kept.is_id(walk_id):
        return True
    else:
        connection.execute("DELETE FROM walk WHERE id = ?", (walk_id,))
    return _scrub(connection)


def erase_in_place(path: Path, walk_id: str | None) -> None:
    """The same on a full disk: the text becomes zeros where it stands, and no file grows.

    The log is first brought into the file. With the journal in memory a power cut in this moment
    could damage the file; to leave what somebody wants gone would be worse.

    Raises:
        sqlite3.Error: if that can't be done either, as where another window has the file open.
        DamagedError, NewerError, ForeignError: if it is not a file to write to.

    """
    with closing(sqlite3.connect(path, timeout=TIMEOUT, isolation_level=None)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # needs no index beside the log
        connection.execute("PRAGMA secure_delete = ON")
        examine(connection)
        connection.execute("PRAGMA journal_mode = MEMORY")
        erase(connection, walk_id)


def erase_others(connection: sqlite3.Connection, spared: Iterable[str]) -> None:
    """Remove every walk but these."""
    here = {row[0] for row in connection.execute("SELECT id FROM walk")}
    others = [(walk_id,) for walk_id in here.difference(spared)]
    connection.executemany("DELETE FROM walk WHERE id = ?", others)


def _scrub(connection: sqlite3.Connection) -> bool:
    """Rewrite the file without its gaps and empty its log.

    Another window that is reading or writing can prevent it; the gaps are zeros even then, and
    the log goes when the last window closes.
    """
    with suppress(sqlite3.OperationalError):  # for want of room the gaps stay, as zeros
        connection.execute("VACUUM")
    try:
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError:
        return False
    return not busy
