"""Walks as a list shows them: without their answers, a page of the table at a time."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import NamedTuple, TypeAlias, overload

from guide.cleaning import safe_line, safe_text
from guide.history.kept import EPOCH, is_id

TO_SHOW = (
    "SELECT id, guide, code, finished, updated, name, note, '' FROM walk"
    " ORDER BY updated DESC, seq DESC LIMIT ? OFFSET ?"
)
_TO_SEARCH = TO_SHOW.replace("''", "answers")
_STORED = (str, str, str, int, int, str, str, str)
_LAST = 253_402_300_800_000_000
"""Microseconds to the year 10000, where dates end."""
_PAGE = 100
"""Rows that a list reads at once: 0.3 ms, and more than a screen shows."""
_ALL = -1


class Row(NamedTuple):
    """One line of a list."""

    id: str
    guide: str
    code: str
    finished: int
    """1 or 0, as it is stored."""
    updated: int
    """Microseconds since 1970, UTC; ``when`` is the same as a date."""
    name: str
    note: str
    answers: str = ""
    """As they are stored, where they are searched; empty where nothing was looked for."""

    @property
    def when(self) -> datetime:
        """When the walk was last touched, in UTC."""
        return EPOCH + timedelta(microseconds=self.updated)


Wanted: TypeAlias = Callable[[Row], bool]
"""Whether a search finds a walk."""

UNREADABLE = Row("", "", "", 1, 0, "This walk can't be read any more", "")
"""In the place of a row that is damaged, or was erased by another window meanwhile."""


class Pages(Sequence[Row]):
    """Every walk, newest first, read when looked at: of ten thousand a screen shows few."""

    def __init__(self, total: int, read: Callable[[int, int], Sequence[Row]]) -> None:
        self._total, self._read = total, read
        self._known: dict[int, Sequence[Row]] = {}

    def __len__(self) -> int:
        return self._total

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(self._total))]
        if not -self._total <= index < self._total:
            raise IndexError(index)
        number, place = divmod(index % self._total, _PAGE)
        if number not in self._known:
            self._known[number] = self._read(_PAGE, number * _PAGE)
        page = self._known[number]
        return page[place] if place < len(page) else UNREADABLE


def rows(
    connection: sqlite3.Connection, limit: int | None, offset: int, wanted: Wanted | None
) -> list[Row]:
    """A page of the list, newest first; rows that can't be read are passed over."""
    most = _ALL if limit is None else max(limit, 0)
    offset = max(offset, 0)
    if wanted is None:
        return [*filter(None, _rows(connection, TO_SHOW, most, offset))]
    every = filter(None, _rows(connection, _TO_SEARCH, _ALL, 0))
    return list(islice(filter(wanted, every), offset, None if limit is None else offset + most))


def page(connection: sqlite3.Connection, limit: int, offset: int) -> list[Row]:
    """The same with every row in its place, also one that can't be read."""
    return [row or UNREADABLE for row in _rows(connection, TO_SHOW, limit, offset)]


def count(connection: sqlite3.Connection) -> int:
    """How many walks there are."""
    return int(connection.execute("SELECT count(*) FROM walk").fetchone()[0])


def ids(connection: sqlite3.Connection, beginning: str, most: int) -> list[str]:
    """Ids that begin like this: at most so many."""
    # Ids are hexadecimal, so the letter g comes after every one of them.
    matches = connection.execute(
        "SELECT id FROM walk WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
        (beginning, f"{beginning}g", most),
    ).fetchall()
    return [walk_id for (walk_id,) in matches if isinstance(walk_id, str) and is_id(walk_id)]


def _rows(
    connection: sqlite3.Connection, query: str, limit: int, offset: int
) -> Iterator[Row | None]:
    """The rows that may be shown, None for each that can't be read."""
    # All at once: an open reading would keep the log from being emptied.
    return map(_row, connection.execute(query, (limit, offset)).fetchall())


def _row(stored: tuple[object, ...]) -> Row | None:
    """A row, cleaned where a fault may have changed it."""
    if tuple(map(type, stored)) != _STORED:
        return None
    row = Row._make(stored)
    if not is_id(row.id) or not 0 <= row.updated < _LAST:
        return None
    return row._replace(
        guide=safe_line(row.guide),
        code=safe_line(row.code),
        name=safe_line(row.name),
        note=safe_text(row.note),
    )
