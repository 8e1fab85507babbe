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
- ``edited``: when the name, the note or what was typed was last changed; may be left out
- ``typed``: an object, what was typed into the blanks of letters; may be left out
"""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import BinaryIO, NamedTuple, cast

from guide.cleaning import CODE_LENGTH, NAME_LENGTH, NOTE_LENGTH, clean_line, clean_text
from guide.history.kept import EPOCH, Kept, is_id

FORMAT = "buyer-guide-history"
VERSION = 1
LARGEST = 20_000_000
"""Bytes of a file, which are read in a second; ten thousand walks take five million."""
MOST_WALKS = 100_000
"""Of one file; a hundred thousand are added in three seconds."""
MOST_ANSWERS = 1000
"""Of one walk; a guide has a few dozen questions."""
_KEYS = ("id", "guide", "answers", "code", "finished", "started", "updated")
_OPTIONAL = ("name", "note", "content_hash", "page", "edited", "typed")
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
    del entry["page"], entry["edited"], entry["typed"]
    if walk.page:
        entry["page"] = walk.page
    if walk.edited > EPOCH:
        entry["edited"] = iso(walk.edited)
    if walk.typed:
        entry["typed"] = walk.typed
    return entry


def read_from(file: BinaryIO) -> Incoming:
    """What an open file holds.

    Raises:
        NoHistoryError: if it is too large, not JSON, or not of this shape and version.
        OSError: if it can't be read.

    """
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        message = f"it is larger than {LARGEST // 1_000_000} MB; export parts of it, by words"
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
    """One entry can't be used; the message says why."""


def _entries(data: bytes) -> list[object]:
    try:
        whole = json.loads(data)  # UTF-8, -16 or -32, with a byte order mark or without
    except RecursionError:
        why = "it is nested too deeply to be a history"
    except ValueError:  # of JSON, of UTF-8, of a number with thousands of digits
        why = "it is not JSON"
    else:
        why = _why_no_history(whole)
        if not why:
            return cast("list[object]", whole["walks"])
    raise NoHistoryError(why)


def _why_no_history(whole: object) -> str:
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        return f'it is not a history: "format" is not "{FORMAT}"'
    version, walks = whole.get("version"), whole.get("walks")
    if type(version) is not int or version < 1:
        return '"version" is not a number'
    if version > VERSION:
        return f"a newer version of this program wrote it (version {str(version)[:20]})"
    if not isinstance(walks, list):
        return '"walks" is not a list'
    if len(walks) > MOST_WALKS:
        return f"it holds more than {MOST_WALKS:,} walks; export parts of it, by words"
    return ""


def _must(holds: object, why: str) -> None:
    if not holds:
        raise _FaultyError(why)


def _walk(entry: object, latest: datetime) -> Kept:
    if not isinstance(entry, dict):
        raise _FaultyError("it is not an object")  # noqa: EM101
    for key in _KEYS:
        _must(key in entry, f'"{key}" is missing')
    for key in entry:
        _must(key in (*_KEYS, *_OPTIONAL), f"there is no key {key[:40]!a}")
    walk_id, guide = entry["id"], _line(entry, "guide")
    _must(isinstance(walk_id, str) and is_id(walk_id), '"id" is not w and 24 hexadecimal digits')
    code = _line(entry, "code", CODE_LENGTH)
    _must(guide and code.partition(":")[0] == guide, '"code" does not begin with the guide')
    _must(isinstance(entry["finished"], bool), '"finished" is not true or false')
    started, updated = _moment(entry, "started", latest), _moment(entry, "updated", latest)
    _must(updated >= started, '"updated" is before "started"')
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
        _typed(entry.get("typed", {})),
    )


def _typed(typed: object) -> dict[str, str]:
    _must(isinstance(typed, dict), '"typed" is not an object')
    typed = cast("dict[str, object]", typed)
    _must(len(typed) <= MOST_ANSWERS, f'"typed" has more than {MOST_ANSWERS:,} entries')
    texts = {}
    for key in typed:
        plain = key and clean_line(key) == key
        _must(plain, f'"typed" holds the key {key[:40]!a}, which is none')
        texts[key] = clean_text(_text(typed, key, NOTE_LENGTH))
    return texts


def _text(entry: dict[str, object], key: str, length: int) -> str:
    text = entry.get(key, "")
    _must(isinstance(text, str), f'"{key}" is not text')
    text = cast("str", text)
    _must(len(text) <= length, f'"{key}" has more than {length:,} characters')
    return text


def _line(entry: dict[str, object], key: str, length: int = NAME_LENGTH) -> str:
    """A text that the program wrote itself: nothing in it needs cleaning."""
    text = _text(entry, key, length)
    _must(clean_line(text, length) == text, f'"{key}" holds characters that no {key} has')
    return text


def _answers(answers: object, *, finished: bool) -> dict[str, str]:
    _must(isinstance(answers, dict), '"answers" is not an object')
    answers = cast("dict[str, str]", answers)
    _must(answers or not finished, "it is finished without an answer")
    _must(len(answers) <= MOST_ANSWERS, f'"answers" has more than {MOST_ANSWERS:,} answers')
    for question, option in answers.items():
        plain = all(isinstance(t, str) and t and clean_line(t) == t for t in (question, option))
        _must(plain, f"the answer to {question[:40]!a} is not an option's id")
    return answers


def _moment(entry: dict[str, object], key: str, latest: datetime) -> datetime:
    try:
        moment = datetime.fromisoformat(cast("str", entry[key]))
        aware = moment.tzinfo is not None
        moment = moment.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        raise _FaultyError(f'"{key}" is not a time') from None  # noqa: EM102
    _must(aware, f'"{key}" has no time zone')
    _must(moment >= EPOCH, f'"{key}" is before 1970')
    _must(moment <= latest, f'"{key}" is in the future')
    return moment


def iso(moment: datetime) -> str:
    """A moment as the file has it."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"
