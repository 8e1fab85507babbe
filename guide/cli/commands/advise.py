"""guide advise CODE."""

import click

from guide.cli import clock
from guide.cli.options import CodeType, library_option, pass_session
from guide.cli.output import Formats, Output, output
from guide.cli.session import Session
from guide.document.formats import formats, suffix
from guide.user_error import UserError


@click.command(
    "advise",
    epilog="Example: guide advise opinion=qualified,nature=admin,auditor=healthy -o page.html",
)
@click.argument("code", type=CodeType())
@output("page", Formats(formats, suffix))
@click.option("--sources", is_flag=True, help="Also write what each part rests on.")
@click.option("--no-sources", is_flag=True, hidden=True)  # what is so anyway, since a page is short
@click.option(
    "--share", is_flag=True, help="Write it for others: without your answers and the code."
)
@click.option(
    "--section",
    "only",
    metavar="ID",
    multiple=True,
    help="Write this section only, by its id or title. Can be given several times.",
)
@library_option
@pass_session
def command(  # noqa: PLR0913  one for each option
    session: Session,
    code: str,
    only: tuple[str, ...],
    *,
    sources: bool,
    no_sources: bool,
    share: bool,
    out: Output,
) -> None:
    """Write the advice for a scenario.

    CODE is a guide and the answers, as GUIDE:FACET=VALUE,FACET=VALUE. The guide may be left out
    where there is only one. An unfinished code gives what is certain so far, and says what is
    still open and how to go on. 'guide list --facets' shows every FACET and VALUE.
    """
    from guide.document.formats import write
    from guide.pages import part as parts
    from guide.pages.advice import Frame, advice_page

    advice = session.resolve(code).advice
    if out.form == "json" and no_sources:
        message = "--no-sources is for pages to read; JSON always says what it rests on"
        raise UserError(message)
    part = ""
    if only:
        advice = parts.only(advice, only)
        part = parts.part_line(advice)
    page = advice_page(advice, Frame(clock.today(), grounds=not no_sources, share=share, part=part))
    target = out.target._replace(sources=sources)
    out.write(write(page, out.form, target))
