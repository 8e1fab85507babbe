"""guide compare CODE CODE [CODE]."""

import gc

import click

from guide.cli.options import CodeType, FormatType, library_option, pass_session
from guide.cli.session import Session
from guide.document.formats import formats


@click.command(
    "compare",
    epilog="Example: guide compare opinion=qualified,nature=admin,auditor=healthy "
    "opinion=adverse,nature=admin,auditor=healthy --as html -o compared.html",
)
@click.argument("codes", metavar="CODE CODE [CODE]", type=CodeType(), nargs=-1)
@click.option(
    "--as",
    "form",
    type=FormatType(formats),
    help="The format. Default: what the name of FILE says, else text.",
)
@click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    type=click.Path(),
    help="Write the comparison to FILE instead of showing it.",
)
@library_option
@pass_session
def command(session: Session, codes: tuple[str, ...], form: str | None, path: str | None) -> int:
    """Show what differs between two or three scenarios.

    Each CODE is a scenario of the same guide; one that names no guide is of the guide that another
    names. Sections that differ come first, word by word, with the answers that cause it; of
    several that are each enough, all. Those that are the same are named on one line. Of an
    unfinished scenario only what is certain is compared, and the page says so. On a terminal of
    160 columns or more the pages stand side by side.
    """
    from pathlib import Path

    from guide.cli import exits, terminal
    from guide.cli.clock import today
    from guide.cli.forms import meant_by
    from guide.cli.say import Stop
    from guide.cli.several import pages
    from guide.cli.writing import deliver
    from guide.compare.comparison import compare_pages
    from guide.document.formats import Target, suffix, write
    from guide.pages.comparison import comparison_page

    gc.enable()
    if not 2 <= len(codes) <= 3:
        message = f"name two or three scenarios, not {len(codes)}; see 'guide compare --help'"
        raise Stop(message)
    compared = compare_pages(pages(session, codes))
    form = form or meant_by(path, formats(), suffix) or "text"
    on_screen = path is None and form == "text"
    width = terminal.whole_width() if on_screen else terminal.PIPE_WIDTH
    target = Target(width, on_screen and terminal.bold())
    page = comparison_page(compared, today())
    deliver(write(page, form, target), Path(path) if path else None)
    return exits.OK
