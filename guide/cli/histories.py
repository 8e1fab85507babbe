"""What ``guide history`` does: one thing for each run."""

import sys
from collections.abc import Mapping
from functools import cached_property
from types import TracebackType
from typing import NamedTuple, Self

import click

from guide.cli import exits, terminal
from guide.cli.output import Output
from guide.cli.say import Stop, note, put
from guide.cli.session import Session
from guide.history.find import finder
from guide.history.forms import find_form
from guide.history.history import History
from guide.history.resolve import find_walk
from guide.history.view import Listed, record
from guide.history.words import short_id
from guide.model.schema import Guide

MOST_FAULTS = 20
"""Entries of a file that are named one by one; whoever made it makes the same mistake again."""


class Asked(NamedTuple):
    """The options, as they were given."""

    form: str
    limit: int
    offset: int
    show: str | None
    rename: tuple[str, str] | None
    note: tuple[str, str] | None
    erase: str | None
    erase_all: bool
    yes: bool
    export: str | None
    import_: str | None


class Histories:
    """The history, for one run of the command."""

    def __init__(self, session: Session, words: tuple[str, ...], asked: Asked) -> None:
        self._session, self._words, self._asked = session, " ".join(words), asked
        self._history = History()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._history.close()

    def run(self) -> int:
        """Do what was asked for; the exit code.

        Raises:
            Stop: if it can't be done, or two things were asked for at once.

        """
        actions = {
            "--show": self._asked.show,
            "--rename": self._asked.rename,
            "--note": self._asked.note,
            "--erase": self._asked.erase,
            "--erase-all": self._asked.erase_all or None,
            "--export": self._asked.export,
            "--import": self._asked.import_,
        }
        given = [name for name, value in actions.items() if value is not None]
        if len(given) > 1:
            message = f"{given[0]} and {given[1]} are two things; ask for one at a time"
            raise Stop(message)
        action = given[0] if given else ""
        if self._words and action not in ("", "--export"):
            message = f"{action} takes no words to search for; leave out {self._words[:40]!r}"
            raise Stop(message)
        name = action.removeprefix("--").replace("-", "_") or "list"
        code: int = getattr(self, f"_{name}")()
        self._tell()
        return code

    @cached_property
    def _guides(self) -> Mapping[str, Guide]:
        return self._session.shelf.guides

    def _list(self) -> int:
        asked = self._asked
        wanted = finder(self._guides, self._words)
        limit = asked.limit or None
        found = self._history.rows(limit and limit + 1, asked.offset, wanted)
        more = limit is not None and len(found) > limit
        listed = Listed(found[:limit], self._guides, more, searched=wanted is not None)
        put(find_form(asked.form).listing(listed, terminal.width()))
        if more:
            after = asked.offset + (limit or 0)
            note(f"There are more: --limit 0 lists all, --offset {after} goes on.")
        return exits.OK

    def _show(self) -> int:
        kept = find_walk(self._history, self._asked.show or "")
        put(find_form(self._asked.form).record(record(self._guides, kept), terminal.width()))
        return exits.OK

    def _rename(self) -> int:
        walk_id, name = self._asked.rename or ("", "")
        kept = find_walk(self._history, walk_id)
        self._must(
            done=self._history.rename(kept.id, name), what=f"{short_id(kept.id)} is not renamed"
        )
        now = self._history.get(kept.id)
        said = f"is called {now.name!r} now" if now and now.name else "has no name now"
        note(f"{short_id(kept.id)} {said}")
        return exits.OK

    def _note(self) -> int:
        walk_id, text = self._asked.note or ("", "")
        kept = find_walk(self._history, walk_id)
        done = self._history.annotate(kept.id, text)
        self._must(done=done, what=f"{short_id(kept.id)} has the note it had")
        now = self._history.get(kept.id)
        note(
            f"{short_id(kept.id)} {'has this note now' if now and now.note else 'has no note now'}"
        )
        return exits.OK

    def _erase(self) -> int:
        kept = find_walk(self._history, self._asked.erase or "")
        self._must(done=self._history.erase(kept.id), what=f"{short_id(kept.id)} is not erased")
        note(f"{short_id(kept.id)} is erased")
        return exits.OK

    def _erase_all(self) -> int:
        count = self._history.count()
        words = f"{count:,} walk{'s' * (count != 1)}"
        if not self._asked.yes:
            if not somebody_is_there():
                message = f"--erase-all erases {words}; add --yes where nobody can be asked"
                raise Stop(message)
            if not click.confirm(f"Erase {words} for good?", err=True):
                note("Nothing was erased.")
                return exits.OK
        self._must(done=self._history.erase_all(), what="not erased")
        note(f"erased: {words}")
        return exits.OK

    def _export(self) -> int:
        from guide.history.exchange import write_walks

        rows = self._history.rows(wanted=finder(self._guides, self._words))
        walks = filter(None, (self._history.get(row.id) for row in rows))
        Output("json", self._asked.export or "-").write_pieces(write_walks(walks))
        return exits.OK

    def _import(self) -> int:
        from guide.cli.importing import read_file

        incoming = read_file(self._asked.import_ or "-")
        for fault in incoming.faults[:MOST_FAULTS]:
            note(f"skipped {fault}")
        if len(incoming.faults) > MOST_FAULTS:
            note(f"skipped {len(incoming.faults) - MOST_FAULTS:,} more in the same way")
        done = self._history.adopt(incoming.walks)
        if done is None:
            raise self._refused(what="nothing was imported")
        note(
            f"{done.added:,} added, {done.updated:,} updated, {done.unchanged:,} here already, "
            f"{len(incoming.faults):,} skipped"
        )
        return exits.PROBLEMS if incoming.faults else exits.OK

    def _must(self, *, done: bool, what: str) -> None:
        """Say so, and end, if the history could not do it."""
        if not done:
            raise self._refused(what=what)

    def _refused(self, *, what: str) -> Stop:
        why = self._history.notice or "It is there no more."
        return Stop(f"{what}. {why}")

    def _tell(self) -> None:
        if self._history.notice:
            note(self._history.notice)


def somebody_is_there() -> bool:
    """Whether a question would be answered by a person."""
    return sys.stdin is not None and sys.stdin.isatty()
