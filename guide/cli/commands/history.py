"""List the walks kept on this machine, newest first."""

import gc

import click

from guide.cli.options import FormatType, library_option, pass_session
from guide.cli.session import Session

MOST = 1_000_000_000
"""Walks; SQLite takes no number above 2^63."""


def _forms() -> list[str]:
    from guide.history.forms import forms

    return forms()


@click.command("history", epilog="Example: guide history qualified northwind --as json")
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@click.option("--as", "form", type=FormatType(_forms), default="text", help="Text or JSON.")
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
@click.option("--show", metavar="ID", help="Show one walk: its answers, and what changed since.")
@click.option("--rename", metavar="ID NAME", nargs=2, help="Name a walk; '' takes the name away.")
@click.option("--note", metavar="ID TEXT", nargs=2, help="Put a note on a walk; '' takes it away.")
@click.option("--erase", metavar="ID", help="Erase one walk for good.")
@click.option("--erase-all", is_flag=True, help="Erase every walk for good; asks first.")
@click.option("--yes", is_flag=True, help="Erase all without asking.")
@click.option(
    "--export",
    metavar="FILE",
    type=click.Path(),
    help="Write all walks, or those with WORDS, to FILE as JSON; - is stdout.",
)
@click.option(
    "--import",
    "import_",
    metavar="FILE",
    type=click.Path(),
    help="Add the walks of an exported FILE; - is stdin.",
)
@library_option
@pass_session
def command(session: Session, /, words: tuple[str, ...], **asked: object) -> int:
    """List the walks kept on this machine, newest first.

    With WORDS only those that hold every one of them: in the name, the note, the code or the
    answers. A word is found by its beginning, in capitals or not. ID is the id of a walk as the
    list shows it, or the beginning of it. Every command that takes a scenario code takes such an id
    too: 'guide advise ID', 'guide compare ID ID'.
    """
    from guide.cli import exits
    from guide.cli.histories import Asked, Histories

    gc.enable()
    with Histories(session, words, Asked(**asked)) as histories:  # type: ignore[arg-type]
        return histories.run() or exits.OK
