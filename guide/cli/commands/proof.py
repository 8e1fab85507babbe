"""guide proof [GUIDE]."""

import gc

import click

from guide.cli.options import library_option, pass_session
from guide.cli.session import Session

LARGE = 100_000
"""Combinations of values from which the book of a guide is some seconds in the making."""


@click.command("proof", epilog="Example: guide proof failed-audit -o book.html")
@click.argument("name", metavar="[GUIDE]", required=False)
@click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    type=click.Path(),
    help="Write the book to FILE instead of showing it.",
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Print every distinct page whole, however many there are.",
)
@library_option
@pass_session
def command(session: Session, name: str | None, path: str | None, everything: bool) -> int:  # noqa: FBT001
    """Print a guide as a book, for review on paper.

    GUIDE is the id of a guide, or its folder; it may be left out where there is only one. The
    book is one HTML file. A guide of up to 500 distinct pages is printed page by page, each with
    the answers that lead there. Of a larger one every text is printed once, with exactly who gets
    it; then one page for each way of answering the main questions; then which texts all other
    pages are made of.
    """
    import sys
    from math import prod

    from guide.author.book.write import Book
    from guide.author.check.prove import prove
    from guide.cli import exits
    from guide.cli.clock import today
    from guide.cli.output import Output
    from guide.cli.progress import Progress
    from guide.cli.say import Stop, note

    if path is None and sys.stdout is not None and sys.stdout.isatty():
        message = "a book is no reading for a terminal; name a file with -o book.html"
        raise Stop(message)
    gc.enable()
    guide = session.draft(name)
    if prod(len(facet.values) + 1 for facet in guide.facets) > LARGE:
        note(f"guide: finding every page of {guide.id}; this can take half a minute")
    problems = prove(guide).problems
    if problems:
        count = f"{len(problems)} problem{'s' * (len(problems) != 1)}"
        note(f"guide: {guide.id} has {count}, named on page 1; 'guide check' lists them too")
    book = Book(guide, today(), problems, everything=everything)
    if book.whole_pages is None:
        message = "this guide has too many distinct pages to list; leave out --all"
        raise Stop(message)
    if everything and not book.plan.small:
        size = f"about {book.about_bytes / 1e6:,.0f} MB"
        note(f"guide: {book.whole_pages:,} pages printed whole, {size}")
    elif not book.plan.small:
        total = "too many to count" if book.plan.total is None else f"{book.plan.total:,}"
        more = "" if book.plan.total is None else "; --all prints every one"
        note(f"guide: of its pages ({total}), {book.whole_pages:,} are printed whole{more}")
    with Progress("Printing") as progress:
        Output("html", path).write_pieces(progress.over(book.pieces()))
    return exits.OK
