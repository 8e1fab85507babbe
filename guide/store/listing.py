"""Walks as a list shows them: without their answers, so that ten thousand come at once."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import NamedTuple, TypeAlias

from guide.cleaning import safe_line, safe_text
from guide.store.rows import EPOCH, is_id

_NEWEST = (
    "SELECT id, guide, code, finished, updated, name, note FROM walk"
    " ORDER BY updated DESC, seq DESC LIMIT ? OFFSET ?"
)
_STORED = (str, str, str, int, int, str, str)
_LAST = 253_402_300_800_000_000
"""Microseconds to the year 10000, where dates end."""
_ALL = -1


class Row(NamedTuple):
    """One line of a list. Decoding the answers of ten thousand walks would take twice as long."""

    id: str
    guide: str
    code: str
    finished: int
    """1 or 0, as it is stored."""
    updated: int
    """Microseconds since 1970, UTC; ``when`` is the same as a date."""
    name: str
    note: str

    @property
    def when(self) -> datetime:
        """When the walk was last touched, in UTC."""
        return EPOCH + timedelta(microseconds=self.updated)


Wanted: TypeAlias = Callable[[Row], bool]
"""Whether a search finds a walk."""


def rows(
    connection: sqlite3.Connection, limit: int | None, offset: int, wanted: Wanted | None
) -> list[Row]:
    """A page of the list, newest first; rows that can't be read are passed over."""
    most = _ALL if limit is None else max(limit, 0)
    offset = max(offset, 0)
    if wanted is None:
        return list(_read(connection, most, offset))
    found = filter(wanted, _read(connection, _ALL, 0))
    return list(islice(found, offset, None if limit is None else offset + most))


def count(connection: sqlite3.Connection) -> int:
    """How many walks there are."""
    return int(connection.execute("SELECT count(*) FROM walk").fetchone()[0])


def ids(connection: sqlite3.Connection, beginning: str, most: int) -> list[str]:
    """Ids that begin like this: at most so many."""
    # Ids are hexadecimal, so the letter g comes after every one of them.
    found = connection.execute(
        "SELECT id FROM walk WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
        (beginning, f"{beginning}g", most),
    ).fetchall()
    return [one for (one,) in found if isinstance(one, str) and is_id(one)]


def _read(connection: sqlite3.Connection, limit: int, offset: int) -> Iterator[Row]:
    # All at once: an open reading would keep the log from being emptied.
    for row in connection.execute(_NEWEST, (limit, offset)).fetchall():
        if tuple(map(type, row)) != _STORED:
            continue
        walk_id, guide, code, finished, updated, name, note = row
        if not (is_id(walk_id) and 0 <= updated < _LAST):
            continue
        yield Row(
            walk_id,
            safe_line(guide),
            safe_line(code),
            finished,
            updated,
            safe_line(name) if name else "",
            safe_text(note) if note else "",
        )
