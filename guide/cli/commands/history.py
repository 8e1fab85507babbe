"""List the walks kept on this machine, newest first."""

# What a command does is imported when it runs: 110 ms, of which its help needs nothing.
import gc
from collections.abc import Callable
from typing import Any, TypeVar

import click

from guide.cli.options import FormatType, library_option, pass_session
from guide.cli.session import Session

MOST = 1_000_000_000
"""Walks; SQLite takes no number above 2^63."""
_F = TypeVar("_F", bound=Callable[..., Any])


class HistoryGroup(click.Group):
    """Lists the walks unless the first argument names another command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take words and options that name no command as those of the list."""
        at = 0
        while args[at : at + 1] == ["--library"]:
            at += 2
        if args[at : at + 1] not in [[name] for name in (*self.commands, *ctx.help_option_names)]:
            args = [*args[:at], "list", *args[at:]]
        return super().parse_args(ctx, args)


def _formats() -> list[str]:
    from guide.history.formats import FORMATS

    return list(FORMATS)


def _form(command: _F) -> _F:
    return click.option(
        "--as", "form", type=FormatType(_formats), default="text", help="Text or JSON."
    )(command)


def _earlier_options(command: _F) -> _F:
    """What is a command of its own now; the options go on working."""
    earlier: dict[tuple[str, ...], dict[str, Any]] = {
        ("--show",): {},
        ("--rename",): {"nargs": 2},
        ("--note",): {"nargs": 2},
        ("--erase",): {},
        ("--erase-all",): {"is_flag": True},
        ("--yes",): {"is_flag": True},
        ("--export",): {},
        ("--import", "import_"): {},
    }
    for names, settings in earlier.items():
        command = click.option(*names, hidden=True, help="An earlier form.", **settings)(command)
    return command


@click.group(
    "history",
    cls=HistoryGroup,
    subcommand_metavar="[COMMAND] [WORDS]...",
    epilog="Example: guide history qualified northwind --as json",
)
@library_option
def command() -> None:
    """List the walks kept on this machine, newest first.

    Without a command this is 'guide history list', and words are those to search for. ID is the
    id of a walk as the list shows it, or the beginning of it. Every command that takes a scenario
    code takes such an id too: 'guide advise ID', 'guide compare ID ID'.
    """
    gc.enable()


@command.command("list")
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@_form
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
@_earlier_options
@library_option
@pass_session
def list_(
    session: Session,
    /,
    words: tuple[str, ...],
    form: str,
    limit: int,
    offset: int,
    **options: object,
) -> int:
    """List the walks, newest first, or those with all the words.

    With WORDS only those that hold every one of them: in the name, the note, the code or the
    answers. A word is found by its beginning, in capitals or not.
    """
    from guide.cli import histories

    done = histories.by_option(session, " ".join(words), form, options)
    if done is None:
        return histories.list_walks(session, " ".join(words), form, limit, offset)
    return done


@command.command("show")
@click.argument("walk_id", metavar="ID")
@_form
@library_option
@pass_session
def show(session: Session, walk_id: str, form: str) -> int:
    """Show one walk: its answers, and what changed since.

    As JSON it is the walk as it is exported, and how it stands in the guide of today.
    """
    from guide.cli import histories

    return histories.show(session, walk_id, form)


@command.command("rename")
@click.argument("walk_id", metavar="ID")
@click.argument("name")
@library_option
def rename(walk_id: str, name: str) -> int:
    """Name a walk.

    It keeps its place in the list. An empty name, '', takes the name away.
    """
    from guide.cli import histories

    return histories.rename(walk_id, name)


@command.command("note")
@click.argument("walk_id", metavar="ID")
@click.argument("text")
@library_option
def note(walk_id: str, text: str) -> int:
    """Put a note on a walk.

    It keeps its place in the list. An empty text, '', takes the note away.
    """
    from guide.cli import histories

    return histories.annotate(walk_id, text)


@command.command("erase")
@click.argument("walk_id", metavar="[ID]", required=False)
@click.option("--all", "every", is_flag=True, help="Erase every walk; asks first.")
@click.option("--yes", is_flag=True, help="Erase all without asking.")
@library_option
def erase(walk_id: str | None, *, every: bool, yes: bool) -> int:
    """Erase one walk for good, or all.

    No byte of it stays in the file or in its backup copy. Erasing all removes damaged files that
    were set aside, too.
    """
    from guide.cli import histories

    if every == (walk_id is not None):
        message = "give the id of a walk, or --all."
        raise click.UsageError(message)
    return (
        histories.erase_all(yes=yes, option="--all")
        if walk_id is None
        else histories.erase(walk_id)
    )


@command.command("export")
@click.argument("file", type=click.Path())
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@library_option
@pass_session
def export(session: Session, file: str, words: tuple[str, ...]) -> int:
    """Write all walks, or those with WORDS, to FILE as JSON.

    FILE may be -, which is stdout. Names and notes are in it.
    """
    from guide.cli import histories

    return histories.export(session, " ".join(words), file)


@command.command("import")
@click.argument("file", type=click.Path())
@library_option
def import_(file: str) -> int:
    """Add the walks of an exported FILE.

    FILE may be -, which is stdin. A walk that is here already is not doubled: of the two the one
    touched last stays.
    """
    from guide.cli import histories

    return histories.import_(file)
