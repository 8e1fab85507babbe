"""Walks as a JSON file, to take elsewhere and to read back; nothing in such a file is trusted.

The shape, version 1: an object with ``format`` (``buyer-guide-history``), ``version`` (1) and
``walks``, a list of objects with the keys

- ``id``: ``w`` and 24 hexadecimal digits; the same id is the same walk everywhere
- ``guide``: the guide's id
- ``answers``: an object, question id to option id, in the order given
- ``code``: the scenario code, which begins with the guide's id
- ``finished``: whether the advice was reached
- ``started``, ``updated``: ISO 8601 with a time zone, such as ``2026-05-13T08:00:00.000000Z``
- ``name``, ``note``: what the reader wrote; may be left out
- ``content_hash``: of the guide as it was walked; may be left out
- ``page``: how its page read then; may be left out
- ``edited``: when the name or the note was last changed; may be left out
"""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, cast

from guide.cleaning import CODE_LENGTH, NAME_LENGTH, NOTE_LENGTH, clean_line, clean_text
from guide.history.rows import EPOCH, Kept, is_id

FORMAT = "buyer-guide-history"
VERSION = 1
LARGEST = 200_000_000
"""Bytes of a file; ten thousand walks take five million."""
MOST_ANSWERS = 1000
"""Of one walk; a guide has a few dozen questions."""
_KEYS = ("id", "guide", "answers", "code", "finished", "started", "updated")
_OPTIONAL = ("name", "note", "content_hash", "page", "edited")
_PAGE_LENGTH = 10_000
"""Characters; a page of twenty sections has six hundred."""
_AHEAD = timedelta(days=1)
"""How far another machine's clock may be ahead."""


class NoHistoryError(ValueError):
    """The file is no history at all; the message says why in one line."""


class Incoming(NamedTuple):
    """What a file holds."""

    walks: list[Kept]
    faults: list[str]
    """One line for each entry that can't be used: which, and why."""


def write_walks(walks: Iterable[Kept]) -> Iterator[str]:
    """The file, in pieces: one line for each walk."""
    head = json.dumps({"format": FORMAT, "version": VERSION})
    yield f'{head[:-1]}, "walks": ['
    between = "\n"
    for walk in walks:
        yield f"{between}  {json.dumps(entry(walk), ensure_ascii=False)}"
        between = ",\n"
    yield "\n]}\n"


def entry(walk: Kept) -> dict[str, object]:
    """One walk in the shape above."""
    found = walk._asdict() | {"started": _iso(walk.started), "updated": _iso(walk.updated)}
    del found["page"], found["edited"]
    if walk.page:
        found["page"] = walk.page
    if walk.edited > EPOCH:
        found["edited"] = _iso(walk.edited)
    return found


def read_walks(data: bytes, now: datetime | None = None) -> Incoming:
    """What a file holds: the walks that can be used, and what is wrong with the others.

    Raises:
        NoHistoryError: if it is not JSON, or not of this shape and version.

    """
    latest = (now or datetime.now(UTC)) + _AHEAD
    found = Incoming([], [])
    for number, one in enumerate(_entries(data), 1):
        try:
            found.walks.append(_walk(one, latest))
        except _FaultyError as fault:
            named = one.get("id") if isinstance(one, dict) else None
            who = f" ({named})" if isinstance(named, str) and is_id(named) else ""
            found.faults.append(f"walk {number}{who}: {fault}")
    return found


class _FaultyError(Exception):
    """One entry can't be used."""

    def __init__(self, *, why: str) -> None:
        super().__init__(why)


def _entries(data: bytes) -> list[object]:
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except RecursionError:
        message = "it is nested too deeply to be a history"
        raise NoHistoryError(message) from None
    except ValueError:  # of JSON, of UTF-8, of a number with thousands of digits
        message = "it is not JSON"
        raise NoHistoryError(message) from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        message = f'it is not a history: "format" is not "{FORMAT}"'
        raise NoHistoryError(message)
    version = whole.get("version")
    if type(version) is not int or version < 1:
        message = '"version" is not a number'
        raise NoHistoryError(message)
    if version > VERSION:
        message = f"a newer version of this program wrote it (version {str(version)[:20]})"
        raise NoHistoryError(message)
    if not isinstance(whole.get("walks"), list):
        message = '"walks" is not a list'
        raise NoHistoryError(message)
    return cast("list[object]", whole["walks"])


def _walk(one: object, latest: datetime) -> Kept:
    if not isinstance(one, dict):
        raise _FaultyError(why="it is not an object")
    for key in _KEYS:
        if key not in one:
            raise _FaultyError(why=f'"{key}" is missing')
    for key in one:
        if key not in (*_KEYS, *_OPTIONAL):
            raise _FaultyError(why=f"there is no key {key[:40]!a}")
    walk_id, guide = one["id"], _line(one, "guide")
    if not isinstance(walk_id, str) or not is_id(walk_id):
        raise _FaultyError(why='"id" is not w and 24 hexadecimal digits')
    code = _line(one, "code", CODE_LENGTH)
    if code.partition(":")[0] != guide or not guide:
        raise _FaultyError(why='"code" does not begin with the guide')
    if not isinstance(one["finished"], bool):
        raise _FaultyError(why='"finished" is not true or false')
    started, updated = _moment(one, "started", latest), _moment(one, "updated", latest)
    if updated < started:
        raise _FaultyError(why='"updated" is before "started"')
    return Kept(
        walk_id,
        guide,
        _answers(one["answers"], finished=one["finished"]),
        code,
        one["finished"],
        started,
        updated,
        clean_line(_text(one, "name", NAME_LENGTH)),
        clean_text(_text(one, "note", NOTE_LENGTH)),
        _line(one, "content_hash"),
        _line(one, "page", _PAGE_LENGTH),
        _moment(one, "edited", latest) if "edited" in one else EPOCH,
    )


def _text(one: dict[str, object], key: str, length: int) -> str:
    text = one.get(key, "")
    if not isinstance(text, str):
        raise _FaultyError(why=f'"{key}" is not text')
    if len(text) > length:
        raise _FaultyError(why=f'"{key}" has more than {length:,} characters')
    return text


def _line(one: dict[str, object], key: str, length: int = NAME_LENGTH) -> str:
    """A text that the program wrote itself: nothing in it needs cleaning."""
    text = _text(one, key, length)
    if clean_line(text, length) != text:
        raise _FaultyError(why=f'"{key}" holds characters that no {key} has')
    return text


def _answers(answers: object, *, finished: bool) -> dict[str, str]:
    if not isinstance(answers, dict):
        raise _FaultyError(why='"answers" is not an object')
    if finished and not answers:
        raise _FaultyError(why="it is finished without an answer")
    if len(answers) > MOST_ANSWERS:
        raise _FaultyError(why=f'"answers" has more than {MOST_ANSWERS:,} answers')
    for question, option in answers.items():
        texts = (question, option)
        if not all(isinstance(t, str) and t and clean_line(t) == t for t in texts):
            raise _FaultyError(why=f"the answer to {question[:40]!a} is not an option's id")
    return cast("dict[str, str]", answers)


def _moment(one: dict[str, object], key: str, latest: datetime) -> datetime:
    text = one[key]
    try:
        moment = datetime.fromisoformat(text if isinstance(text, str) else "")
        aware = moment.tzinfo is not None
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise _FaultyError(why=f'"{key}" is not a time') from None
    if not aware:
        raise _FaultyError(why=f'"{key}" has no time zone')
    if moment < EPOCH:
        raise _FaultyError(why=f'"{key}" is before 1970')
    if moment > latest:
        raise _FaultyError(why=f'"{key}" is in the future')
    return moment


def _iso(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"
