"""The statements: one walk in, some out."""

import sqlite3
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from guide.model.schema import Answers
from guide.store import rows
from guide.store.rows import Kept
from guide.store.schema import transaction
from guide.store.words import CODE_LENGTH, clean_line

_SECOND = 1_000_000

_COLUMNS = (
    "SELECT id, guide, answers, code, finished, started, updated, name, note, content_hash"
    " FROM walk"
)
NEWEST = f"{_COLUMNS} ORDER BY updated DESC, seq DESC"
NEWEST_OF_GUIDE = f"{_COLUMNS} WHERE guide = ? ORDER BY updated DESC, seq DESC"
_ONE = f"{_COLUMNS} WHERE id = ?"
_SAME = (
    "SELECT 1 FROM walk WHERE id = ? AND guide = ? AND answers = ? AND code = ?"
    " AND finished = ? AND content_hash = ?"
)
_PUT = """
    INSERT INTO walk
      (id, guide, answers, code, finished, content_hash, started, updated, name, note)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '')
    ON CONFLICT (id) DO UPDATE SET guide = excluded.guide, answers = excluded.answers,
      code = excluded.code, finished = excluded.finished,
      content_hash = excluded.content_hash, updated = excluded.updated
"""


# Newest wins. At the same moment nobody knows whose words are newer: only gaps are filled.
_ADOPT = """
    INSERT INTO walk
      (id, guide, answers, code, finished, started, updated, name, note, content_hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET guide = excluded.guide, answers = excluded.answers,
      code = excluded.code, finished = excluded.finished, started = excluded.started,
      updated = excluded.updated, name = excluded.name, note = excluded.note,
      content_hash = excluded.content_hash
    WHERE excluded.updated > walk.updated
"""
_FILL = """
    UPDATE walk SET name = CASE name WHEN '' THEN ? ELSE name END,
      note = CASE note WHEN '' THEN ? ELSE note END
    WHERE id = ? AND updated = ? AND ((name = '' AND ? <> '') OR (note = '' AND ? <> ''))
"""


class Adopted(NamedTuple):
    """What became of walks that came from elsewhere."""

    added: int
    updated: int
    unchanged: int
    """Those that were here already, as new or newer."""


class State(NamedTuple):
    """What is saved of a walk."""

    guide: str
    answers: str
    """As JSON, in the order given."""
    code: str
    finished: bool
    content_hash: str


def state_of(
    guide: str, answers: Answers, code: str, content_hash: str, *, finished: bool
) -> State:
    """A walk's state without characters that SQLite refuses or a terminal obeys."""
    plain = {clean_line(question): clean_line(option) for question, option in answers.items()}
    return State(
        clean_line(guide),
        rows.in_text(plain),
        clean_line(code, CODE_LENGTH),
        finished,
        clean_line(content_hash),
    )


def usable_id(walk_id: str | None) -> str:
    """The id itself, or a new one where there is none."""
    return walk_id if walk_id is not None and rows.is_id(walk_id) else rows.new_id()


def put(connection: sqlite3.Connection, walk_id: str, state: State) -> None:
    """Add a walk or bring it up to date, unless it is just so already."""
    row = (walk_id, *state)
    if connection.execute(_SAME, row).fetchone():
        return
    with transaction(connection):
        moment = _moment(connection)
        connection.execute(_PUT, (*row, moment, moment))


def newest(connection: sqlite3.Connection, limit: int, guide: str | None) -> list[Kept]:
    """The walks last touched; rows that can't be read are passed over."""
    found = (
        connection.execute(NEWEST)
        if guide is None
        else connection.execute(NEWEST_OF_GUIDE, (clean_line(guide),))
    )
    try:
        return list(islice(filter(None, map(rows.kept, found)), max(limit, 0)))
    finally:
        found.close()  # an open reading would keep the log from being emptied


def one(connection: sqlite3.Connection, walk_id: str) -> Kept | None:
    """One walk, if it is there and can be read."""
    if not rows.is_id(walk_id):
        return None
    row = connection.execute(_ONE, (walk_id,)).fetchone()
    return None if row is None else rows.kept(row)


def rename(connection: sqlite3.Connection, walk_id: str, name: str) -> None:
    """Set the name of a walk."""
    if rows.is_id(walk_id):
        connection.execute("UPDATE walk SET name = ? WHERE id = ?", (name, walk_id))


def annotate(connection: sqlite3.Connection, walk_id: str, note: str) -> None:
    """Set the note of a walk."""
    if rows.is_id(walk_id):
        connection.execute("UPDATE walk SET note = ? WHERE id = ?", (note, walk_id))


def adopt(connection: sqlite3.Connection, walks: Iterable[Kept]) -> Adopted:
    """Add walks from elsewhere, all or none; of two with one id the newer one stays."""
    added = updated = unchanged = 0
    with transaction(connection):
        for walk in walks:
            there = connection.execute("SELECT 1 FROM walk WHERE id = ?", (walk.id,)).fetchone()
            row = rows.row_of(walk)
            changed = connection.execute(_ADOPT, row).rowcount > 0
            if there and not changed:
                gaps = (walk.name, walk.note, walk.id, row[6], walk.name, walk.note)
                changed = connection.execute(_FILL, gaps).rowcount > 0
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


def _moment(connection: sqlite3.Connection) -> int:
    """Now, or just after the newest walk, so that two saves within one tick keep their order."""
    now = rows.now()
    newest_so_far = connection.execute("SELECT max(updated) FROM walk").fetchone()[0]
    if isinstance(newest_so_far, int) and 0 <= newest_so_far - now < _SECOND:
        return newest_so_far + 1
    return now
