"""guide book [GUIDE]."""

import gc

import click

from guide.cli import clock
from guide.cli.options import library_option, pass_session
from guide.cli.output import Output
from guide.cli.progress import Progress
from guide.cli.say import note
from guide.cli.session import Session
from guide.user_error import UserError


@click.command("book", epilog="Example: guide book failed-audit -o book.html")
@click.argument("name", metavar="[GUIDE]", required=False)
@click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    type=click.Path(),
    help="Write the book to FILE instead of showing it.",
)
@click.option("--all", "everything", is_flag=True, hidden=True, help="Changes nothing any more.")
@library_option
@pass_session
def command(session: Session, name: str | None, path: str | None, *, everything: bool) -> None:
    """Print a guide as a book, for review on paper.

    GUIDE is the id of a guide, or its folder; it may be left out where there is only one. The
    book is one HTML file of at most 5 MB: every text once, with exactly who gets it, then one
    whole page for each way of answering the main questions.
    """
    import sys

    from guide.author.book.write import book
    from guide.author.check.prove import prove

    if path is None and sys.stdout is not None and sys.stdout.isatty():
        message = "a book is no reading for a terminal; name a file with -o book.html"
        raise UserError(message)
    gc.enable()
    guide = session.draft(name)
    if everything:
        note("guide: --all changes nothing any more: the book holds every text, not every page")
    with Progress("Proving"):
        problems = prove(guide).problems
    if problems:
        count = f"{len(problems)} problem{'s' * (len(problems) != 1)}"
        note(f"guide: {guide.id} has {count}, named on page 1; 'guide check' lists them too")
    with Progress("Printing"):
        text = book(guide, clock.today(), problems)
    Output("html", path).write(text)
