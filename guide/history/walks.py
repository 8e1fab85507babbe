"""The statements: one walk in, some out."""

import sqlite3
from collections.abc import Collection, Iterable
from itertools import islice
from typing import NamedTuple

from guide.cleaning import clean_line
from guide.history import rows
from guide.history.faults import refuse_doubles
from guide.history.rows import Kept
from guide.history.schema import transaction

_COLUMNS = (
    "SELECT id, guide, answers, code, finished, started, updated, name, note, content_hash,"
    " page, edited FROM walk"
)
NEWEST = f"{_COLUMNS} ORDER BY updated DESC, seq DESC"
NEWEST_OF_GUIDE = f"{_COLUMNS} WHERE guide = ? ORDER BY updated DESC, seq DESC"
_ONE = f"{_COLUMNS} WHERE id = ?"
# Newest wins, for the answers and, on its own, for the words that a person wrote.
_ADOPT = """
    INSERT INTO walk
      (id, guide, answers, code, finished, started, updated, name, note, content_hash, page, edited)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET guide = excluded.guide, answers = excluded.answers,
      code = excluded.code, finished = excluded.finished, started = excluded.started,
      updated = excluded.updated, content_hash = excluded.content_hash, page = excluded.page,
      name = CASE WHEN excluded.edited < walk.edited THEN walk.name ELSE excluded.name END,
      note = CASE WHEN excluded.edited < walk.edited THEN walk.note ELSE excluded.note END
    WHERE excluded.updated > walk.updated
"""
_WORDS = """
    UPDATE walk SET name = ?, note = ?, edited = ? WHERE id = ? AND edited < ?
      AND (name <> ? OR note <> ?)
"""
# At the same moment nobody knows whose words are newer: only gaps are filled.
_FILL = """
    UPDATE walk SET name = CASE name WHEN '' THEN ? ELSE name END,
      note = CASE note WHEN '' THEN ? ELSE note END
    WHERE id = ? AND updated = ? AND edited = ?
      AND ((name = '' AND ? <> '') OR (note = '' AND ? <> ''))
"""


class Adopted(NamedTuple):
    """What became of walks that came from elsewhere."""

    added: int
    updated: int
    unchanged: int
    """Those that were here already, as new or newer."""


def newest(connection: sqlite3.Connection, limit: int, guide: str | None) -> list[Kept]:
    """The walks last touched; rows that can't be read are passed over.

    Raises:
        DamagedError: if the index names one walk in the place of another.

    """
    found = (
        connection.execute(NEWEST)
        if guide is None
        else connection.execute(NEWEST_OF_GUIDE, (clean_line(guide),))
    )
    try:
        walks = list(islice(filter(None, map(rows.kept, found)), max(limit, 0)))
        refuse_doubles([walk.id for walk in walks])
        return walks
    finally:
        found.close()  # an open reading would keep the log from being emptied


def one(connection: sqlite3.Connection, walk_id: str) -> Kept | None:
    """One walk, if it is there and can be read."""
    if not rows.is_id(walk_id):
        return None
    row = connection.execute(_ONE, (walk_id,)).fetchone()
    return None if row is None else rows.kept(row)


def rename(connection: sqlite3.Connection, walk_id: str, name: str) -> bool:
    """Set the name of a walk; whether there is such a walk."""
    return _edit(connection, "UPDATE walk SET name = ?, edited = ? WHERE id = ?", walk_id, name)


def annotate(connection: sqlite3.Connection, walk_id: str, note: str) -> bool:
    """Set the note of a walk; whether there is such a walk."""
    return _edit(connection, "UPDATE walk SET note = ?, edited = ? WHERE id = ?", walk_id, note)


def _edit(connection: sqlite3.Connection, statement: str, walk_id: str, text: str) -> bool:
    if not rows.is_id(walk_id):
        return False
    return connection.execute(statement, (text, rows.now(), walk_id)).rowcount > 0


def adopt(connection: sqlite3.Connection, walks: Iterable[Kept]) -> Adopted:
    """Add walks from elsewhere, all or none; of two with one id the newer one stays."""
    added = updated = unchanged = 0
    with transaction(connection):
        for walk in walks:
            there = connection.execute("SELECT 1 FROM walk WHERE id = ?", (walk.id,)).fetchone()
            row = rows.row_of(walk)
            changed = connection.execute(_ADOPT, row).rowcount > 0
            if there:
                words, edited = (walk.name, walk.note), row[-1]
                newer = connection.execute(_WORDS, (*words, edited, walk.id, edited, *words))
                gaps = connection.execute(_FILL, (*words, walk.id, row[6], edited, *words))
                changed = changed or newer.rowcount > 0 or gaps.rowcount > 0
            added += not there
            updated += bool(there) and changed
            unchanged += bool(there) and not changed
    return Adopted(added, updated, unchanged)


def erase(connection: sqlite3.Connection, walk_id: str) -> bool:
    """Remove one walk; whether nothing of it is left in the file."""
    if not rows.is_id(walk_id):
        return True
    if connection.execute("DELETE FROM walk WHERE id = ?", (walk_id,)).rowcount == 0:
        return True
    return _scrub(connection)


def erase_all(connection: sqlite3.Connection) -> bool:
    """Remove every walk; whether nothing of them is left in the file."""
    connection.execute("DELETE FROM walk")
    return _scrub(connection)


def erase_others(connection: sqlite3.Connection, spared: Collection[str]) -> None:
    """Remove every walk but these."""
    found = connection.execute("SELECT id FROM walk").fetchall()
    others = [row for row in found if row[0] not in spared]
    connection.executemany("DELETE FROM walk WHERE id = ?", others)


def _scrub(connection: sqlite3.Connection) -> bool:
    """Rewrite the file without its gaps and empty its log.

    Another window that is reading or writing can prevent it; the gaps are zeros even then, and
    the log goes when the last window closes.
    """
    try:
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError:
        return False
    return not busy
