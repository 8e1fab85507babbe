"""guide advise CODE."""

import click

from guide.cli.options import CodeType, FormatType, library_option, pass_session
from guide.cli.session import Session
from guide.document.formats import formats


@click.command(
    "advise",
    epilog="Example: guide advise opinion=qualified,nature=admin,auditor=healthy -o page.html",
)
@click.argument("code", type=CodeType())
@click.option(
    "--as",
    "form",
    type=FormatType(formats),
    help="The format of the page. Default: what the name of FILE says, else text.",
)
@click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    type=click.Path(),
    help="Write the page to FILE instead of showing it.",
)
@click.option(
    "--no-sources",
    "sources",
    flag_value=False,
    default=True,
    help="Leave out what the page rests on.",
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
    form: str | None,
    path: str | None,
    only: tuple[str, ...],
    *,
    sources: bool,
) -> int:
    """Write the advice for a scenario.

    CODE is a guide and the answers, as GUIDE:FACET=VALUE,FACET=VALUE. The guide may be left out
    where there is only one. An unfinished code gives what is certain so far, and says what is
    still open and how to go on. 'guide list --facets' shows every FACET and VALUE.
    """
    from pathlib import Path

    from guide.cli import exits, terminal
    from guide.cli.clock import today
    from guide.cli.forms import meant_by
    from guide.cli.say import Stop
    from guide.cli.writing import deliver
    from guide.document.formats import Target, suffix, write
    from guide.journey.advice import advise
    from guide.pages import part as parts
    from guide.pages.advice import Frame, advice_page

    spot = session.spot(code)
    shown = advise(spot.guide, spot.located.scenario, spot.located.open)
    form = form or meant_by(path, formats(), suffix) or "text"
    if form == "json" and not sources:
        message = "--no-sources is for pages to read; JSON always says what it rests on"
        raise Stop(message)
    part = ""
    if only:
        try:
            shown = parts.only(shown, only)
        except parts.NoSectionError as error:
            raise Stop(str(error)) from None
        part = parts.part_line(shown)
    on_screen = path is None and form == "text"
    width = terminal.width() if on_screen else terminal.PIPE_WIDTH
    bold = on_screen and terminal.bold()
    page = advice_page(shown, Frame(today(), sources=sources, part=part))
    deliver(write(page, form, Target(width, bold)), Path(path) if path else None)
    return exits.OK
