"""Show what differs between two or three scenarios."""

import click

from guide.cli import clock
from guide.cli.options import CodeType, pass_session
from guide.cli.output import Output, output
from guide.cli.session import Session
from guide.user_error import UserError


@click.command(
    "compare",
    epilog="Example: guide compare opinion=qualified,nature=admin,auditor=healthy "
    "opinion=adverse,nature=admin,auditor=healthy --as html -o compared.html",
)
@click.argument("codes", metavar="CODE CODE [CODE]", type=CodeType(), nargs=-1)
@output("comparison")
@pass_session
def command(session: Session, codes: tuple[str, ...], *, out: Output) -> None:
    """Show what differs between two or three scenarios.

    Each CODE is a scenario of the same guide; one that names no guide is of the guide that another
    names. Sections that differ come first, word by word, with the answers that cause it; of
    several that are each enough, all. Those that are the same are named on one line. Of an
    unfinished scenario only what is certain is compared, and the page says so. On a terminal of
    160 columns or more the pages stand side by side.
    """
    from guide.compare.comparison import compare_pages
    from guide.pages.comparison import comparison_page

    if not 2 <= len(codes) <= 3:
        message = f"name two or three scenarios, not {len(codes)}; see 'guide compare --help'"
        raise UserError(message)
    pages = tuple(scenario.advice for scenario in session.resolve_several(codes))
    page = comparison_page(compare_pages(pages), clock.today())
    out.write_page(page, width=out.whole_width)
