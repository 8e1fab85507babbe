"""The statements on the table: walks in, changed, out and erased.

A finished walk is never overwritten, nor is one that somebody named or noted: a changed answer
makes another walk of it. Only a draft moves on in its place. The moment in a row never goes
back, whatever the clock does: by it the backup tells an older row from a newer one.
"""

import sqlite3
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from guide.cleaning import CODE_LENGTH, clean_line
from guide.history import kept
from guide.history.database import transaction
from guide.history.kept import COLUMNS, Kept
from guide.model.schema import Answers

NEWEST = f"SELECT {COLUMNS} FROM walk ORDER BY updated DESC, seq DESC"  # noqa: S608
NEWEST_OF_GUIDE = NEWEST.replace("ORDER", "WHERE guide = ? ORDER")

_SECOND = 1_000_000
_SAME = "guide = ? AND answers = ? AND code = ? AND finished = ? AND content_hash = ?"
_TWIN = f"SELECT id FROM walk WHERE {_SAME} ORDER BY updated DESC LIMIT 1"  # noqa: S608
_PUT = """
    INSERT INTO walk
      (id, guide, answers, code, finished, content_hash, page, started, updated, name, note)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')
    ON CONFLICT (id) DO UPDATE SET guide = excluded.guide, answers = excluded.answers,
      code = excluded.code, finished = excluded.finished,
      content_hash = excluded.content_hash, page = excluded.page,
      updated = max(excluded.updated, walk.updated + 1)
"""
# Newest wins, for the answers and, on its own, for the words that a person wrote.
_ADOPT = f"""
    INSERT INTO walk ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET guide = excluded.guide, answers = excluded.answers,
      code = excluded.code, finished = excluded.finished, started = excluded.started,
      updated = excluded.updated, content_hash = excluded.content_hash, page = excluded.page,
      name = CASE WHEN excluded.edited < walk.edited THEN walk.name ELSE excluded.name END,
      note = CASE WHEN excluded.edited < walk.edited THEN walk.note ELSE excluded.note END
    WHERE excluded.updated > walk.updated
"""  # noqa: S608
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


class State(NamedTuple):
    """What is saved of a walk."""

    guide: str
    answers: str
    """As JSON, in the order given."""
    code: str
    finished: bool
    content_hash: str
    page: str
    """How its page read, see ``guide.history.digest``; empty where there is none."""

    @property
    def same(self) -> tuple[str, str, str, bool, str]:
        """What two walks that are the same have in common."""
        return self[:5]


class Adopted(NamedTuple):
    """What became of walks that came from elsewhere."""

    added: int
    updated: int
    unchanged: int
    """Those that were here already, as new or newer."""


class _Stored(NamedTuple):
    """What stands in the row now."""

    guide: str
    answers: str
    finished: int
    name: str
    note: str

    @property
    def precious(self) -> bool:
        """Whether it is more than a draft."""
        return bool(self.finished or self.name or self.note)

    def becomes(self, state: State) -> bool:
        """Whether the state only goes on from here: no answer is changed or taken back."""
        if self.finished or self.guide != state.guide:
            return False
        before, after = kept.read_answers(self.answers), kept.read_answers(state.answers)
        return before is not None and after is not None and before.items() <= after.items()


def state_of(  # noqa: PLR0913 -- a state has this many parts, each named
    guide: str, answers: Answers, code: str, content_hash: str, page: str = "", *, finished: bool
) -> State:
    """A walk's state without characters that SQLite refuses or a terminal obeys."""
    plain = {clean_line(question): clean_line(option) for question, option in answers.items()}
    return State(
        clean_line(guide),
        kept.stored_answers(plain),
        clean_line(code, CODE_LENGTH),
        finished,
        clean_line(content_hash),
        page,
    )


def put(connection: sqlite3.Connection, walk_id: str, state: State, *, make: bool) -> str | None:
    """Keep a walk's state; the id under which it is kept, or None if the walk is there no more.

    Make: it is a new walk, so that there need be no row of this id.
    """
    unchanged = f"SELECT 1 FROM walk WHERE id = ? AND {_SAME}"  # noqa: S608
    if connection.execute(unchanged, (walk_id, *state.same)).fetchone():
        return walk_id
    with transaction(connection):
        row = connection.execute(
            "SELECT guide, answers, finished, name, note FROM walk WHERE id = ?", (walk_id,)
        ).fetchone()
        if row is None and not make:
            return None
        if row is not None:
            stored = _Stored(*row)
            if stored.finished and (stored.guide, stored.answers) == state[:2]:
                return walk_id  # only the guide is another; the walk is as it was
            if not stored.becomes(state):
                walk_id = _another(connection, walk_id, state, precious=stored.precious)
        _write(connection, walk_id, state)
    return walk_id


def put_again(connection: sqlite3.Connection, walk_id: str, state: State) -> str:
    """Keep a state that did not come of answering: in the row that holds it, if one does."""
    with transaction(connection):
        walk_id = _twin(connection, state) or walk_id
        _write(connection, walk_id, state)
    return walk_id


def _another(connection: sqlite3.Connection, walk_id: str, state: State, *, precious: bool) -> str:
    """Where a changed state goes."""
    # Going to and fro between two pages must not make a row with each step.
    twin = _twin(connection, state) if precious or state.finished else None
    return twin or (kept.new_id() if precious else walk_id)


def _twin(connection: sqlite3.Connection, state: State) -> str | None:
    row = connection.execute(_TWIN, state.same).fetchone()
    return row[0] if row else None


def _write(connection: sqlite3.Connection, walk_id: str, state: State) -> None:
    moment = _moment(connection)
    connection.execute(_PUT, (walk_id, *state, moment, moment))


def _moment(connection: sqlite3.Connection) -> int:
    """Now, or just after the newest walk, so that two saves within one tick keep their order."""
    now = kept.now()
    newest_so_far = connection.execute("SELECT max(updated) FROM walk").fetchone()[0]
    if isinstance(newest_so_far, int) and 0 <= newest_so_far - now < _SECOND:
        return newest_so_far + 1
    return now


def newest(connection: sqlite3.Connection, limit: int, guide: str | None) -> list[Kept]:
    """The walks last touched; rows that can't be read are passed over."""
    rows = (
        connection.execute(NEWEST)
        if guide is None
        else connection.execute(NEWEST_OF_GUIDE, (clean_line(guide),))
    )
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


def rename(connection: sqlite3.Connection, walk_id: str, name: str) -> bool:
    """Set the name of a walk; whether there is such a walk."""
    return _edit(connection, "name", walk_id, name)


def annotate(connection: sqlite3.Connection, walk_id: str, note: str) -> bool:
    """Set the note of a walk; whether there is such a walk."""
    return _edit(connection, "note", walk_id, note)


def _edit(connection: sqlite3.Connection, column: str, walk_id: str, text: str) -> bool:
    if not kept.is_id(walk_id):
        return False
    statement = f"UPDATE walk SET {column} = ?, edited = max(?, edited + 1) WHERE id = ?"  # noqa: S608
    return connection.execute(statement, (text, kept.now(), walk_id)).rowcount > 0


def adopt(connection: sqlite3.Connection, walks: Iterable[Kept]) -> Adopted:
    """Add walks from elsewhere, all or none; of two with one id the newer one stays."""
    added = updated = unchanged = 0
    with transaction(connection):
        for walk in walks:
            there = connection.execute("SELECT 1 FROM walk WHERE id = ?", (walk.id,)).fetchone()
            row = kept.row_of(walk)
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
    if not kept.is_id(walk_id):
        return True
    if connection.execute("DELETE FROM walk WHERE id = ?", (walk_id,)).rowcount == 0:
        return True
    return _scrub(connection)


def erase_all(connection: sqlite3.Connection) -> bool:
    """Remove every walk; whether nothing of them is left in the file."""
    connection.execute("DELETE FROM walk")
    return _scrub(connection)


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
    try:
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError:
        return False
    return not busy
