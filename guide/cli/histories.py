"""What ``guide history`` and its commands do; each returns its exit code."""

import io
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import click

from guide.cli import exits, terminal
from guide.cli.output import Output
from guide.cli.say import Stop, note, put
from guide.cli.session import Session
from guide.history.exchange import Incoming, NoHistoryError, read_from, write_walks
from guide.history.find import finder
from guide.history.formats import FORMATS
from guide.history.history import History
from guide.history.resolve import find_walk
from guide.history.view import Listed, record, short_id

MOST_FAULTS = 20
"""Entries of a file that are named one by one; whoever made it makes the same mistake again."""


@contextmanager
def opened() -> Iterator[History]:
    """The history; what it has to say follows what was done."""
    with History() as history:
        yield history
        if history.notice:
            note(history.notice)


def list_walks(session: Session, words: str, form: str, limit: int, offset: int) -> int:
    """Those with every word, newest first; a limit of 0 lists all."""
    guides = session.shelf.guides
    wanted = finder(guides, words)
    with opened() as history:
        rows = history.rows(limit + 1 if limit else None, offset, wanted)
        more = bool(limit) and len(rows) > limit
        listed = Listed(rows[: limit or None], guides, searched=wanted is not None)
        put(FORMATS[form].listing(listed, terminal.width()))
        if more:
            note(f"There are more: --limit 0 lists all, --offset {offset + limit} goes on.")
    return exits.OK


def show(session: Session, walk_id: str, form: str) -> int:
    """One walk, and how it stands in the guide of today."""
    with opened() as history:
        kept = find_walk(history, walk_id)
        put(FORMATS[form].record(record(session.shelf.guides, kept), terminal.width()))
    return exits.OK


def rename(walk_id: str, name: str) -> int:
    """Give a walk a name, or take it away."""
    with opened() as history:
        kept = find_walk(history, walk_id)
        if not history.rename(kept.id, name):
            raise _refused(history, f"{short_id(kept.id)} is not renamed")
        now = history.get(kept.id)
        outcome = f"is called {now.name!r} now" if now and now.name else "has no name now"
        note(f"{short_id(kept.id)} {outcome}")
    return exits.OK


def annotate(walk_id: str, text: str) -> int:
    """Put a note on a walk, or take it away."""
    with opened() as history:
        kept = find_walk(history, walk_id)
        if not history.annotate(kept.id, text):
            raise _refused(history, f"{short_id(kept.id)} has the note it had")
        now = history.get(kept.id)
        note(
            f"{short_id(kept.id)} {'has this note now' if now and now.note else 'has no note now'}"
        )
    return exits.OK


def erase(walk_id: str) -> int:
    """Erase one walk for good."""
    with opened() as history:
        kept = find_walk(history, walk_id)
        if not history.erase(kept.id):
            raise _refused(history, f"{short_id(kept.id)} is not erased")
        note(f"{short_id(kept.id)} is erased")
    return exits.OK


def erase_all(*, yes: bool, option: str) -> int:
    """Erase every walk, once somebody has agreed."""
    with opened() as history:
        count = history.count()
        walks = f"{count:,} walk{'s' * (count != 1)}"
        if not yes:
            if not somebody_is_there():
                message = f"{option} erases {walks}; add --yes where nobody can be asked"
                raise Stop(message)
            if not click.confirm(f"Erase {walks} for good?", err=True):
                note("Nothing was erased.")
                return exits.OK
        if not history.erase_all():
            raise _refused(history, "not erased")
        note(f"erased: {walks}")
    return exits.OK


def export(session: Session, words: str, target: str) -> int:
    """Write the walks with every word as JSON, to a file or to stdout."""
    with opened() as history:
        rows = history.rows(wanted=finder(session.shelf.guides, words))
        walks = filter(None, (history.get(row.id) for row in rows))
        Output("json", target).write_pieces(write_walks(walks))
    return exits.OK


def import_(source: str) -> int:
    """Add the walks of a file; say which of its entries can't be used."""
    incoming = _read(source)
    with opened() as history:
        for fault in incoming.faults[:MOST_FAULTS]:
            note(f"skipped {fault}")
        if len(incoming.faults) > MOST_FAULTS:
            note(f"skipped {len(incoming.faults) - MOST_FAULTS:,} more in the same way")
        adopted = history.adopt(incoming.walks)
        if adopted is None:
            raise _refused(history, "nothing was imported")
        note(
            f"{adopted.added:,} added, {adopted.updated:,} updated, "
            f"{adopted.unchanged:,} here already, {len(incoming.faults):,} skipped"
        )
    return exits.PROBLEMS if incoming.faults else exits.OK


def by_option(session: Session, words: str, form: str, options: Mapping[str, object]) -> int | None:
    """What an option of earlier versions asks for; None if none of them is given.

    Raises:
        Stop: if two things are asked for at once, or words where none can be meant.

    """
    given = {name: value for name, value in options.items() if value not in (None, False)}
    yes = bool(given.pop("yes", False))
    if not given:
        return None
    names = [f"--{name.rstrip('_').replace('_', '-')}" for name in given]
    if len(given) > 1:
        message = f"{names[0]} and {names[1]} are two things; ask for one at a time"
        raise Stop(message)
    if words and "export" not in given:
        message = f"{names[0]} takes no words to search for; leave out {words[:40]!r}"
        raise Stop(message)
    actions: dict[str, Callable[[Any], int]] = {
        "show": lambda walk_id: show(session, walk_id, form),
        "rename": lambda pair: rename(*pair),
        "note": lambda pair: annotate(*pair),
        "erase": erase,
        "erase_all": lambda _: erase_all(yes=yes, option="--erase-all"),
        "export": lambda target: export(session, words, target),
        "import_": import_,
    }
    name, value = given.popitem()
    return actions[name](value)


def somebody_is_there() -> bool:
    """Whether a question would be answered by a person."""
    return sys.stdin is not None and sys.stdin.isatty()


def _refused(history: History, outcome: str) -> Stop:
    """The end of a command that the history could not do."""
    return Stop(f"{outcome}. {history.notice or 'It is there no more.'}")


def _read(name: str) -> Incoming:
    """What an exported file holds.

    Raises:
        Stop: if it can't be read, or is no history.

    """
    try:
        if name == "-":
            return read_from(_stdin())
        with Path(name).open("rb") as file:
            return read_from(file)
    except OSError as error:
        message = f"{name} can't be read: {error.strerror or error}"
    except NoHistoryError as error:
        message = f"{name} can't be imported: {error}"
    raise Stop(message)


def _stdin() -> BinaryIO:
    stream: BinaryIO | None = getattr(sys.stdin, "buffer", None)
    return stream or io.BytesIO((sys.stdin.read() if sys.stdin else "").encode())
