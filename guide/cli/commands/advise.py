"""Write the advice for a scenario."""

import click

from guide.cli import clock
from guide.cli.options import CodeType, pass_session
from guide.cli.output import Output, output
from guide.cli.session import Session
from guide.document.formats import JSON, json_text
from guide.user_error import UserError


@click.command(
    "advise",
    epilog="Example: guide advise opinion=qualified,nature=admin,auditor=healthy -o page.html",
)
@click.argument("code", type=CodeType())
@output("page")
@click.option("--sources", is_flag=True, help="Also write what each part rests on.")
@click.option("--no-sources", is_flag=True, hidden=True, help="Without what it rests on.")
@click.option(
    "--share", is_flag=True, help="Write it for others: without your answers and the code."
)
@click.option(
    "--section",
    "sections",
    metavar="ID",
    multiple=True,
    help="Write this section only, by its id or title. Can be given several times.",
)
@pass_session
def command(  # noqa: PLR0913  one for each option
    session: Session,
    code: str,
    sections: tuple[str, ...],
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
    from guide.pages.advice_data import data
    from guide.pages.part import only, part_line

    advice = session.resolve(code).advice
    if out.form == JSON and no_sources:
        message = "--no-sources is for pages to read; JSON always says what it rests on"
        raise UserError(message)
    part = ""
    if sections:
        advice = only(advice, sections)
        part = part_line(advice)
    if out.form == JSON:
        out.write(json_text(data(advice)))
        return
    from guide.pages.advice import Frame, advice_page  # what is written for people: 9 ms more

    frame = Frame(clock.today(), grounds=not no_sources, share=share, part=part)
    out.write_page(advice_page(advice, frame), sources=sources)
