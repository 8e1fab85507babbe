"""Walks as a list shows them: without their answers, so that ten thousand come at once."""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import islice
from operator import is_
from typing import NamedTuple, TypeAlias, cast, overload

from guide.cleaning import safe_line, safe_text
from guide.history.faults import refuse_doubles
from guide.history.rows import EPOCH, ID, is_id

_NEWEST = (
    "SELECT id, guide, code, finished, updated, name, note, {} FROM walk"
    " ORDER BY updated DESC, seq DESC LIMIT ? OFFSET ?"
)
_TO_SHOW = _NEWEST.format("''")
_TO_SEARCH = _NEWEST.format("answers")
_STORED = (str, str, str, int, int, str, str, str)
_LAST = 253_402_300_800_000_000
"""Microseconds to the year 10000, where dates end."""
_PRINTABLE = bytes(range(0x20, 0x7F))
_LINES = _PRINTABLE + b"\n"
_IDS = re.compile(rf"(?:{ID.pattern},)+")
_ALL = -1
_Texts: TypeAlias = tuple[str, ...]
_Numbers: TypeAlias = tuple[int, ...]
_Columns: TypeAlias = tuple[_Texts, _Texts, _Texts, _Numbers, _Numbers, _Texts, _Texts, _Texts]


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


def rows(
    connection: sqlite3.Connection, limit: int | None, offset: int, wanted: Wanted | None
) -> Sequence[Row]:
    """A page of the list, newest first; rows that can't be read are passed over.

    Raises:
        DamagedError: if the index names one walk in the place of another.

    """
    most = _ALL if limit is None else max(limit, 0)
    offset = max(offset, 0)
    if wanted is None:
        return _read(connection, _TO_SHOW, most, offset)
    found = filter(wanted, _read(connection, _TO_SEARCH, _ALL, 0))
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


def _read(connection: sqlite3.Connection, query: str, limit: int, offset: int) -> Sequence[Row]:
    # All at once: an open reading would keep the log from being emptied.
    try:
        with _plain_text(connection):
            found = connection.execute(query, (limit, offset)).fetchall()
    except sqlite3.OperationalError:  # text that is not UTF-8
        found = connection.execute(query, (limit, offset)).fetchall()
    refuse_doubles([row[0] for row in found])
    return _readable(found) or [*_one_by_one(found)]


@contextmanager
def _plain_text(connection: sqlite3.Connection) -> Iterator[None]:
    """Let SQLite make the text: our own way of making it takes as long as all the rest."""
    ours, connection.text_factory = connection.text_factory, str
    try:
        yield
    finally:
        connection.text_factory = ours


class _Plain(Sequence[Row]):
    """Rows that need no cleaning, made when they are looked at: a screen shows few of them."""

    def __init__(self, found: list[tuple[object, ...]]) -> None:
        self._found = found

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> "_Plain": ...
    def __getitem__(self, index: int | slice) -> "Row | _Plain":
        if isinstance(index, slice):
            return _Plain(self._found[index])
        return Row._make(self._found[index])

    def __iter__(self) -> Iterator[Row]:
        return map(Row._make, self._found)


def _readable(found: list[tuple[object, ...]]) -> Sequence[Row]:
    """The rows, looked through a column at a time; empty if one of them can't be read.

    Nearly always all can: ten thousand take a quarter of the time that one by one takes.
    """
    columns = [*zip(*found, strict=True)]
    if [set(map(type, column)) for column in columns] != [{kind} for kind in _STORED]:
        return []
    ids, guides, codes, finished, updated, names, notes, answers = cast("_Columns", columns)
    if not _IDS.fullmatch(",".join((*ids, ""))) or min(updated) < 0 or max(updated) >= _LAST:
        return []
    shown = (guides, codes, names, notes)
    safe = (*(_safe(one, safe_line) for one in shown[:3]), _safe(notes, safe_text, lines=True))
    if all(map(is_, safe, shown)):
        return _Plain(found)
    guides, codes, names, notes = safe
    return [
        *map(
            Row._make,
            zip(ids, guides, codes, finished, updated, names, notes, answers, strict=True),
        )
    ]


def _safe(column: _Texts, clean: Callable[[str], str], *, lines: bool = False) -> _Texts:
    """A column that may be shown; only one that holds anything unusual is cleaned."""
    whole = "".join(column)
    if whole.isascii() and not whole.encode().translate(None, _LINES if lines else _PRINTABLE):
        return column
    return tuple([clean(text) if text else text for text in column])


def _one_by_one(found: list[tuple[object, ...]]) -> Iterator[Row]:
    """The rows that can be read."""
    for row in found:
        if tuple(map(type, row)) == _STORED:
            yield from _readable([row])
