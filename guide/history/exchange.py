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
from typing import BinaryIO, NamedTuple, cast

from guide.cleaning import CODE_LENGTH, NAME_LENGTH, NOTE_LENGTH, clean_line, clean_text
from guide.history.kept import EPOCH, Kept, is_id

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
        yield f"{between}  {json.dumps(entry_of(walk), ensure_ascii=False)}"
        between = ",\n"
    yield "\n]}\n"


def entry_of(walk: Kept) -> dict[str, object]:
    """One walk in the shape above."""
    entry = walk._asdict() | {"started": iso(walk.started), "updated": iso(walk.updated)}
    del entry["page"], entry["edited"]
    if walk.page:
        entry["page"] = walk.page
    if walk.edited > EPOCH:
        entry["edited"] = iso(walk.edited)
    return entry


def read_from(file: BinaryIO) -> Incoming:
    """What an open file holds.

    Raises:
        NoHistoryError: if it is too large, not JSON, or not of this shape and version.
        OSError: if it can't be read.

    """
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        message = f"it is larger than {LARGEST // 1_000_000} MB"
        raise NoHistoryError(message)
    return read_walks(data)


def read_walks(data: bytes, now: datetime | None = None) -> Incoming:
    """What a file holds: the walks that can be used, and what is wrong with the others.

    Raises:
        NoHistoryError: if it is not JSON, or not of this shape and version.

    """
    latest = (now or datetime.now(UTC)) + _AHEAD
    incoming = Incoming([], [])
    for number, entry in enumerate(_entries(data), 1):
        try:
            incoming.walks.append(_walk(entry, latest))
        except _FaultyError as fault:
            walk_id = entry.get("id") if isinstance(entry, dict) else None
            which = f" ({walk_id})" if isinstance(walk_id, str) and is_id(walk_id) else ""
            incoming.faults.append(f"walk {number}{which}: {fault}")
    return incoming


class _FaultyError(Exception):
    """One entry can't be used."""

    def __init__(self, *, why: str) -> None:
        super().__init__(why)


def _entries(data: bytes) -> list[object]:
    try:
        whole = json.loads(data)  # UTF-8, -16 or -32, with a byte order mark or without
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


def _walk(entry: object, latest: datetime) -> Kept:
    if not isinstance(entry, dict):
        raise _FaultyError(why="it is not an object")
    for key in _KEYS:
        if key not in entry:
            raise _FaultyError(why=f'"{key}" is missing')
    for key in entry:
        if key not in (*_KEYS, *_OPTIONAL):
            raise _FaultyError(why=f"there is no key {key[:40]!a}")
    walk_id, guide = entry["id"], _line(entry, "guide")
    if not isinstance(walk_id, str) or not is_id(walk_id):
        raise _FaultyError(why='"id" is not w and 24 hexadecimal digits')
    code = _line(entry, "code", CODE_LENGTH)
    if code.partition(":")[0] != guide or not guide:
        raise _FaultyError(why='"code" does not begin with the guide')
    if not isinstance(entry["finished"], bool):
        raise _FaultyError(why='"finished" is not true or false')
    started, updated = _moment(entry, "started", latest), _moment(entry, "updated", latest)
    if updated < started:
        raise _FaultyError(why='"updated" is before "started"')
    return Kept(
        walk_id,
        guide,
        _answers(entry["answers"], finished=entry["finished"]),
        code,
        entry["finished"],
        started,
        updated,
        clean_line(_text(entry, "name", NAME_LENGTH)),
        clean_text(_text(entry, "note", NOTE_LENGTH)),
        _line(entry, "content_hash"),
        _line(entry, "page", _PAGE_LENGTH),
        _moment(entry, "edited", latest) if "edited" in entry else EPOCH,
    )


def _text(entry: dict[str, object], key: str, length: int) -> str:
    text = entry.get(key, "")
    if not isinstance(text, str):
        raise _FaultyError(why=f'"{key}" is not text')
    if len(text) > length:
        raise _FaultyError(why=f'"{key}" has more than {length:,} characters')
    return text


def _line(entry: dict[str, object], key: str, length: int = NAME_LENGTH) -> str:
    """A text that the program wrote itself: nothing in it needs cleaning."""
    text = _text(entry, key, length)
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


def _moment(entry: dict[str, object], key: str, latest: datetime) -> datetime:
    text = entry[key]
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


def iso(moment: datetime) -> str:
    """A moment as the file has it."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"
