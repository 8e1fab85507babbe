"""A walk as it is kept: one row of the table, and what a reader of it gets."""

import os
import re
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, TypeAlias, cast

import msgspec

from guide.cleaning import safe_line, safe_text

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""Times are stored as microseconds from here."""
COLUMNS = (
    "id, guide, answers, code, finished, started, updated, name, note, content_hash, page, edited, "
    "typed"
)
"""In the order of the table, where ``seq`` stands before them."""

_ID = re.compile(r"w[0-9a-f]{24}")
_TEXTS = msgspec.json.Decoder(dict[str, str])
_Fields: TypeAlias = tuple[str, str, str, str, int, int, int, str, str, str, str, int, str]
_STORED = (str, str, str, str, int, int, int, str, str, str, str, int, str)
_AT_FIRST = 10
"""Columns that a row of version 1 has."""
_LATER: tuple[object, ...] = ("", 0, "")
"""What such a row has in those added since."""


class Kept(NamedTuple):
    """One walk through a guide, finished or not."""

    id: str
    guide: str
    answers: dict[str, str]
    """Question id -> option id, in the order given."""
    code: str
    finished: bool
    started: datetime = EPOCH
    """With its time zone, UTC; so is ``updated``. The history sets both."""
    updated: datetime = EPOCH
    name: str = ""
    note: str = ""
    content_hash: str = ""
    """Of the guide as it was walked; it may have changed since."""
    page: str = ""
    """How its page read then, see ``guide.history.digest``; empty if nobody wrote it down."""
    edited: datetime = EPOCH
    """When its name, its note or ``typed`` was last changed; ``EPOCH`` if never, or before that
    was kept."""
    typed: dict[str, str] = {}  # noqa: RUF012  nobody changes it in place
    """What was typed into papers about it, by the key of each blank."""


def new_id() -> str:
    """A fresh id: random, safe in addresses and shells, and known as a walk's by its letter."""
    return f"w{os.urandom(12).hex()}"


def is_id(text: str) -> bool:
    """Whether this can be the id of a walk."""
    return _ID.fullmatch(text) is not None


def now() -> datetime:
    """This moment, in UTC, to the microsecond."""
    return EPOCH + timedelta(microseconds=time.time_ns() // 1000)


def stored_typed(typed: dict[str, str]) -> str:
    """What was typed, as it is stored; nothing is nothing."""
    return msgspec.json.encode(typed).decode() if typed else ""


def stored_answers(answers: dict[str, str]) -> str:
    """The answers as they are stored; their order is part of them."""
    return msgspec.json.encode(answers).decode()


def read_row(row: Sequence[object]) -> Kept | None:
    """The walk in a row (id first, in the table's order), or None if the row can't be read."""
    stored = tuple(row[: len(_STORED)])
    stored += _LATER[len(stored) - _AT_FIRST :]
    if tuple(map(type, stored)) != _STORED:
        return None
    fields = cast("_Fields", stored)
    walk_id, guide, answers, code, finished, started, updated, *words, edited, typed = fields
    name, note, hash_, page = words
    if not is_id(walk_id):
        return None
    try:
        return Kept(
            walk_id,
            safe_line(guide),
            {safe_line(key): safe_line(value) for key, value in _TEXTS.decode(answers).items()},
            safe_line(code),
            bool(finished),
            EPOCH + timedelta(microseconds=started),
            EPOCH + timedelta(microseconds=updated),
            safe_line(name),
            safe_text(note),
            safe_line(hash_),
            safe_line(page),
            EPOCH + timedelta(microseconds=edited),
            _typed(typed),
        )
    except (msgspec.MsgspecError, OverflowError):
        return None


def row_of(walk: Kept) -> _Fields:
    """The row that keeps this walk."""
    return (
        *(walk.id, walk.guide, stored_answers(walk.answers), walk.code, int(walk.finished)),
        *(_microseconds(walk.started), _microseconds(walk.updated)),
        *(walk.name, walk.note, walk.content_hash, walk.page, _microseconds(walk.edited)),
        stored_typed(walk.typed),
    )


def _typed(stored: str) -> dict[str, str]:
    texts = _TEXTS.decode(stored) if stored else {}
    return {safe_line(key): safe_text(text) for key, text in texts.items()}


def _microseconds(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1)
