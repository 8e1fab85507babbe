"""guide book [GUIDE]."""

import gc

import click

from guide.cli.options import FormatType, library_option, pass_session
from guide.cli.session import Session
from guide.document.formats import formats


@click.command("book", epilog="Example: guide book failed-audit -o book.html")
@click.argument("name", metavar="[GUIDE]", required=False)
@click.option(
    "--as",
    "form",
    type=FormatType(formats),
    help="The format. Default: what the name of FILE says, else html.",
)
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
def command(
    session: Session, name: str | None, form: str | None, path: str | None, *, everything: bool
) -> int:
    """Print a guide as a book, for review on paper.

    GUIDE is the id of a guide, or its folder; it may be left out where there is only one. The
    book is one file of at most 5 MB: every text once, with exactly who gets it, then one
    whole page for each way of answering the main questions.
    """
    import sys
    from pathlib import Path

    from guide.author.check.prove import prove
    from guide.cli import exits
    from guide.cli.clock import today
    from guide.cli.forms import meant_by
    from guide.cli.naming import guide_named
    from guide.cli.say import Stop, note
    from guide.cli.writing import deliver
    from guide.document.formats import suffix, write
    from guide.english import plural
    from guide.pages.book import book_page

    if path is None and sys.stdout is not None and sys.stdout.isatty():
        message = "a book is no reading for a terminal; name a file with -o book.html"
        raise Stop(message)
    form = form or meant_by(path, formats(), suffix) or "html"
    gc.enable()
    guide = guide_named(session, name)
    if everything:
        note("guide: --all changes nothing any more: the book holds every text, not every page")
    problems = prove(guide).problems
    if problems:
        count = plural(len(problems), "problem")
        note(f"guide: {guide.id} has {count}, named on page 1; 'guide check' lists them too")
    page = book_page(guide, today(), problems)
    deliver(write(page, form), Path(path) if path else None)
    return exits.OK
