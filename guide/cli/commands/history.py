"""List the walks kept on this machine, newest first."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from guide.cli import exits
from guide.cli.default_group import DefaultGroup
from guide.cli.exchange import agreed, note_faults, opened
from guide.cli.options import pass_session
from guide.cli.output import Output, output
from guide.cli.say import note
from guide.cli.session import Session
from guide.english import plural
from guide.history.exchange import Incoming, NoHistoryError, read_from, write_walks
from guide.history.history import History
from guide.history.kept import Kept
from guide.history.resolve import find_walk
from guide.history.search_walks import finder
from guide.history.walk_words import short_id
from guide.pages.history import history_page, walk_page
from guide.user_error import UserError

MOST = 1_000_000_000
"""Walks; SQLite takes no number above 2^63."""
_EARLIER = {
    "--show": (("show",), 1),
    "--rename": (("rename",), 2),
    "--note": (("note",), 2),
    "--erase": (("erase",), 1),
    "--erase-all": (("erase", "--all"), 0),
    "--export": (("export",), 0),  # its file stands before the words
    "--import": (("import",), 1),
}
"""Options of earlier versions -> the commands that they are now, and how many values they took."""


@contextmanager
def _opened() -> Iterator[History]:
    """The history; what it has to tell follows what was done."""
    with History() as history:
        yield history
        if history.notice:
            note(history.notice)


@contextmanager
def _opened_at(walk_id: str) -> Iterator[tuple[History, Kept, str]]:
    """The history, the walk that is meant, and what to call it."""
    with _opened() as history:
        kept = find_walk(history, walk_id)
        yield history, kept, short_id(kept.id)


def _refused(history: History, outcome: str) -> UserError:
    """The end of a command that the history could not do."""
    return UserError(f"{outcome}. {history.notice or 'It is there no more.'}")


@click.group(
    "history",
    cls=DefaultGroup,
    default="list",
    earlier=_EARLIER,
    subcommand_metavar="[COMMAND] [WORDS]...",
    epilog="Example: guide history qualified northwind --as json",
)
def command() -> None:
    """List the walks kept on this machine, newest first.

    Without a command this is 'guide history list', and words are those to search for. ID is the
    id of a walk as the list shows it, or the beginning of it. Every command that takes a scenario
    code takes such an id too: 'guide advise ID', 'guide compare ID ID'.
    """


@command.command("list")
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@output("list", paged=False)
@click.option(
    "--limit",
    type=click.IntRange(min=0, max=MOST),
    default=50,
    help="List at most this many. Default: 50; 0 lists all.",
)
@click.option(
    "--offset",
    type=click.IntRange(min=0, max=MOST),
    default=0,
    help="Pass over this many of the newest.",
)
@pass_session
def list_(session: Session, words: tuple[str, ...], *, limit: int, offset: int, out: Output) -> int:
    """List the walks, newest first, or those with all the words.

    With WORDS only those that hold every one of them: in the name, the note, the code or the
    answers. A word is found by its beginning, in capitals or not.
    """
    guides = session.shelf.guides
    wanted = finder(guides, " ".join(words))
    with _opened() as history:
        rows = history.rows(limit + 1 if limit else None, offset, wanted)
        page = history_page(rows[: limit or None], guides, searched=wanted is not None)
        out.write_page(page)
        if limit and len(rows) > limit:
            note(f"There are more: --limit 0 lists all, --offset {offset + limit} goes on.")
    return exits.OK


@command.command("show")
@click.argument("walk_id", metavar="ID")
@output("record", paged=False)
@pass_session
def show(session: Session, walk_id: str, out: Output) -> int:
    """Show one walk: its answers, and what changed since.

    As JSON it is the walk as it is exported, and how it stands in the guide of today.
    """
    with _opened_at(walk_id) as (_, kept, _):
        out.write_page(walk_page(kept, session.shelf.guides.get(kept.guide)))
    return exits.OK


@command.command("rename")
@click.argument("walk_id", metavar="ID")
@click.argument("name")
def rename(walk_id: str, name: str) -> int:
    """Name a walk.

    It keeps its place in the list. An empty name, '', takes the name away.
    """
    with _opened_at(walk_id) as (history, kept, short):
        if not history.rename(kept.id, name):
            raise _refused(history, f"{short} is not renamed")
        now = history.get(kept.id)
        note(
            f"{short} is called {now.name!r} now"
            if now and now.name
            else f"{short} has no name now"
        )
    return exits.OK


@command.command("note")
@click.argument("walk_id", metavar="ID")
@click.argument("text")
def annotate(walk_id: str, text: str) -> int:
    """Put a note on a walk.

    It keeps its place in the list. An empty text, '', takes the note away.
    """
    with _opened_at(walk_id) as (history, kept, short):
        if not history.annotate(kept.id, text):
            raise _refused(history, f"{short} has the note it had")
        now = history.get(kept.id)
        note(f"{short} has {'this' if now and now.note else 'no'} note now")
    return exits.OK


@command.command("erase")
@click.argument("walk_id", metavar="[ID]", required=False)
@click.option("--all", "every", is_flag=True, help="Erase every walk; asks first.")
@click.option("--yes", is_flag=True, help="Erase all without asking.")
def erase(walk_id: str | None, *, every: bool, yes: bool) -> int:
    """Erase one walk for good, or all.

    No byte of it stays in the file or in its backup copy. Erasing all removes damaged files that
    were set aside, too.
    """
    if every == (walk_id is not None):
        message = "give the id of a walk, or --all."
        raise click.UsageError(message)
    if walk_id is None:
        return _erase_all(yes=yes)
    with _opened_at(walk_id) as (history, kept, short):
        if not history.erase(kept.id):
            raise _refused(history, f"{short} is not erased")
        note(f"{short} is erased")
    return exits.OK


def _erase_all(*, yes: bool) -> int:
    with _opened() as history:
        walks = plural(history.count(), "walk")
        if not agreed(walks, yes=yes):
            return exits.OK
        if not history.erase_all():
            raise _refused(history, "not erased")
        note(f"erased: {walks}")
    return exits.OK


@command.command("export")
@click.argument("file", type=click.Path())
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@pass_session
def export(session: Session, file: str, words: tuple[str, ...]) -> int:
    """Write all walks, or those with WORDS, to FILE as JSON.

    FILE may be -, which is stdout. Names and notes are in it.
    """
    with _opened() as history:
        rows = history.rows(wanted=finder(session.shelf.guides, " ".join(words)))
        walks = filter(None, (history.get(row.id) for row in rows))
        Output("json", file).write_pieces(write_walks(walks))
    return exits.OK


@command.command("import")
@click.argument("file", type=click.Path())
def import_(file: str) -> int:
    """Add the walks of an exported FILE.

    FILE may be -, which is stdin. A walk that is here already is not doubled: of the two the one
    touched last stays.
    """
    incoming = _read(file)
    faults = len(incoming.faults)
    with _opened() as history:
        note_faults(incoming.faults)
        adopted = history.adopt(incoming.walks)
        if adopted is None:
            raise _refused(history, "nothing was imported")
        note(
            f"{adopted.added:,} added, {adopted.updated:,} updated, "
            f"{adopted.unchanged:,} here already, {faults:,} skipped"
        )
    return exits.PROBLEMS if faults else exits.OK


def _read(name: str) -> Incoming:
    """What an exported file holds.

    Raises:
        UserError: if it can't be read, or is no history.

    """
    try:
        with opened(name) as file:
            return read_from(file)
    except NoHistoryError as error:
        message = f"{name} can't be imported: {error}"
        raise UserError(message) from None
