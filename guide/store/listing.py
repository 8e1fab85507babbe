"""Walks as a list shows them: their answers not decoded, so that ten thousand come at once."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import islice
from typing import NamedTuple, TypeAlias, cast

from guide.cleaning import safe_line, safe_text
from guide.store.rows import EPOCH, is_id

_NEWEST = (
    "SELECT id, guide, code, finished, updated, name, note, answers FROM walk"
    " ORDER BY updated DESC, seq DESC LIMIT ? OFFSET ?"
)
_STORED = (str, str, str, int, int, str, str, str)
_LAST = 253_402_300_800_000_000
"""Microseconds to the year 10000, where dates end."""
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
    """As they are stored, to be searched, not shown: decoding ten thousand takes too long."""

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


def _read(connection: sqlite3.Connection, limit: int, offset: int) -> list[Row]:
    # All at once: an open reading would keep the log from being emptied.
    try:
        with _plain_text(connection):
            found = connection.execute(_NEWEST, (limit, offset)).fetchall()
    except sqlite3.OperationalError:  # text that is not UTF-8
        found = connection.execute(_NEWEST, (limit, offset)).fetchall()
    return _by_column(found) or [*_by_row(found)]


@contextmanager
def _plain_text(connection: sqlite3.Connection) -> Iterator[None]:
    """Let SQLite make the text: our own way of making it takes as long as all the rest."""
    ours, connection.text_factory = connection.text_factory, str
    try:
        yield
    finally:
        connection.text_factory = ours


def _by_column(found: list[tuple[object, ...]]) -> list[Row]:
    """The rows, looked through a column at a time; empty if one of them can't be read.

    Nearly always all can: ten thousand take a third of the time that one by one takes.
    """
    columns = [*zip(*found, strict=True)]
    if [set(map(type, column)) for column in columns] != [{kind} for kind in _STORED]:
        return []
    ids, guides, codes, finished, updated, names, notes, answers = cast("_Columns", columns)
    if not all(map(is_id, ids)) or not (min(updated) >= 0 and max(updated) < _LAST):
        return []
    whole = zip(
        ids,
        _safe(guides, safe_line),
        _safe(codes, safe_line),
        finished,
        updated,
        _safe(names, safe_line),
        _safe(notes, safe_text, lines=True),
        answers,
        strict=True,
    )
    return [*map(Row._make, whole)]


def _safe(
    column: Sequence[str], clean: Callable[[str], str], *, lines: bool = False
) -> Sequence[str]:
    """A column that may be shown; only one that holds anything unusual is cleaned."""
    whole = "".join(column)
    if lines:
        whole = whole.replace("\n", "")
    if whole.isascii() and whole.isprintable():
        return column
    return [clean(text) if text else text for text in column]


def _by_row(found: list[tuple[object, ...]]) -> Iterator[Row]:
    """The rows that can be read."""
    for row in found:
        if tuple(map(type, row)) == _STORED:
            yield from _by_column([row])
