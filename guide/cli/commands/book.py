"""Print a guide as a book, for review on paper."""

import sys

import click

from guide.cli import clock
from guide.cli.options import pass_session
from guide.cli.output import Formats, Output, output
from guide.cli.progress import Progress
from guide.cli.say import note
from guide.cli.session import Session
from guide.document.formats import Target, formats, suffix, write
from guide.english import plural
from guide.user_error import UserError


@click.command("book", epilog="Example: guide book failed-audit -o book.html")
@click.argument("name", metavar="[GUIDE]", required=False)
@output("book", Formats(formats, suffix, default="html"), paged=False)
@click.option("--all", "everything", is_flag=True, hidden=True, help="Changes nothing any more.")
@pass_session
def command(session: Session, name: str | None, *, everything: bool, out: Output) -> None:
    """Print a guide as a book, for review on paper.

    GUIDE is the id of a guide, or its folder; it may be left out where there is only one. The
    book is one file of at most 5 MB: every text once, with exactly who gets it, then one whole
    page for each way of answering the main questions.
    """
    from guide.author.check.prove import prove
    from guide.pages.book import book_page

    if out.path is None and sys.stdout is not None and sys.stdout.isatty():
        message = "a book is no reading for a terminal; name a file with -o book.html"
        raise UserError(message)
    guide = session.draft(name)
    if everything:
        note("guide: --all changes nothing any more: the book holds every text, not every page")
    with Progress("Proving"):
        problems = prove(guide).problems
    if problems:
        count = plural(len(problems), "problem")
        note(f"guide: {guide.id} has {count}, named on page 1; 'guide check' lists them too")
    with Progress("Printing"):
        page = book_page(guide, clock.today(), problems)
        text = write(page, out.form, Target(sources=True))
    out.write(text)
