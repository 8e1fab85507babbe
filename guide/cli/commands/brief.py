"""Write the brief for a call: what to say, what they will ask."""

import click

from guide.cli import clock
from guide.cli.options import CodeType, pass_session
from guide.cli.output import Output, output
from guide.cli.session import Session
from guide.user_error import UserError


@click.command("brief", epilog="Example: guide brief opinion=qualified,nature=failure -o call.html")
@click.argument("code", type=CodeType())
@click.option("--report-date", metavar="DAY", help="The day of the report: adds the plan's dates.")
@output("brief")
@pass_session
def command(session: Session, code: str, report_date: str | None, *, out: Output) -> None:
    """Write the brief for a call: what to say, what they will ask.

    CODE is a guide and the answers, as in 'guide advise'. One page, always in this order: what to
    say first, whom to call in, what to have at hand, the questions to expect with their answers,
    what never to say, and dates. As HTML it prints on one sheet. 'guide replies' has every
    question. For the id of a kept walk, what you typed into its letters stands here as well.
    """
    from guide.cli.letter_blanks import carried
    from guide.pages.brief import brief_page
    from guide.plan.inputs import Inputs, read_inputs
    from guide.sales.brief import make_brief

    resolved = session.resolve(code)
    today = clock.today()
    inputs = Inputs()
    if report_date:
        days = read_inputs(resolved.guide, {"report_date": report_date}, today)
        if days.troubles:
            raise UserError(days.troubles[0].message)
        inputs = days.inputs
    brief = make_brief(carried(resolved, today), resolved.scenario, today, inputs)
    page = brief_page(brief, today)
    out.write_page(page)
