"""Where a walk's new state goes: into its own row, into one that is the same, or into a new one.

A finished walk is never overwritten, nor is one that somebody named or noted: a changed answer
makes another walk of it. Only a draft moves on in its place.
"""

import sqlite3
from typing import NamedTuple

from guide.cleaning import CODE_LENGTH, clean_line
from guide.history import rows
from guide.history.schema import transaction
from guide.model.schema import Answers

_SECOND = 1_000_000

_HERE = "SELECT guide, answers, finished, name, note FROM walk WHERE id = ?"
_SAME = (
    "SELECT 1 FROM walk WHERE id = ? AND guide = ? AND answers = ? AND code = ?"
    " AND finished = ? AND content_hash = ?"
)
_TWIN = (
    "SELECT id FROM walk WHERE guide = ? AND answers = ? AND code = ? AND finished = ?"
    " AND content_hash = ? ORDER BY updated DESC LIMIT 1"
)
_PUT = """
    INSERT INTO walk
      (id, guide, answers, code, finished, content_hash, page, started, updated, name, note)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')
    ON CONFLICT (id) DO UPDATE SET guide = excluded.guide, answers = excluded.answers,
      code = excluded.code, finished = excluded.finished,
      content_hash = excluded.content_hash, page = excluded.page, updated = excluded.updated
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
    """How its page read, see ``guide.history.pages``; empty where there is none."""

    @property
    def told_apart(self) -> tuple[str, str, str, bool, str]:
        """What two walks that are the same have in common."""
        return self[:5]


class _Here(NamedTuple):
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
        before, after = rows.out_of_text(self.answers), rows.out_of_text(state.answers)
        return before is not None and after is not None and before.items() <= after.items()


def state_of(  # noqa: PLR0913 -- a state has this many parts, each named
    guide: str, answers: Answers, code: str, content_hash: str, page: str = "", *, finished: bool
) -> State:
    """A walk's state without characters that SQLite refuses or a terminal obeys."""
    plain = {clean_line(question): clean_line(option) for question, option in answers.items()}
    return State(
        clean_line(guide),
        rows.in_text(plain),
        clean_line(code, CODE_LENGTH),
        finished,
        clean_line(content_hash),
        page,
    )


def usable_id(walk_id: str | None) -> str:
    """The id itself, or a new one where there is none."""
    return walk_id if walk_id is not None and rows.is_id(walk_id) else rows.new_id()


def put(connection: sqlite3.Connection, walk_id: str, state: State, *, make: bool) -> str | None:
    """Keep a walk's state; the id under which it is kept, or None if the walk is there no more.

    Make: it is a new walk, so that there need be no row of this id.
    """
    if connection.execute(_SAME, (walk_id, *state.told_apart)).fetchone():
        return walk_id
    with transaction(connection):
        found = connection.execute(_HERE, (walk_id,)).fetchone()
        if found is None:
            if not make:
                return None
        else:
            here = _Here(*found)
            if here.finished and (here.guide, here.answers) == state[:2]:
                return walk_id  # only the guide is another; the walk is as it was
            if not here.becomes(state):
                walk_id = _another(connection, walk_id, state, precious=here.precious)
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
    return twin or (rows.new_id() if precious else walk_id)


def _twin(connection: sqlite3.Connection, state: State) -> str | None:
    found = connection.execute(_TWIN, state.told_apart).fetchone()
    return found[0] if found else None


def _write(connection: sqlite3.Connection, walk_id: str, state: State) -> None:
    moment = _moment(connection)
    connection.execute(_PUT, (walk_id, *state, moment, moment))


def _moment(connection: sqlite3.Connection) -> int:
    """Now, or just after the newest walk, so that two saves within one tick keep their order."""
    now = rows.now()
    newest_so_far = connection.execute("SELECT max(updated) FROM walk").fetchone()[0]
    if isinstance(newest_so_far, int) and 0 <= newest_so_far - now < _SECOND:
        return newest_so_far + 1
    return now
