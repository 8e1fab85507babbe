"""Write the brief for a call: what to say, what they will ask."""

import click

from guide.cli import clock
from guide.cli.options import CodeType, library_option, pass_session
from guide.cli.output import Formats, Output, output
from guide.cli.session import Session
from guide.document.formats import formats, suffix, write


@click.command("brief", epilog="Example: guide brief opinion=qualified,nature=failure -o call.html")
@click.argument("code", type=CodeType())
@output("brief", Formats(formats, suffix))
@library_option
@pass_session
def command(session: Session, code: str, *, out: Output) -> None:
    """Write the brief for a call: what to say, what they will ask.

    CODE is a guide and the answers, as in 'guide advise'. One page, always in this order: what to
    say first, what to have at hand, the questions to expect with their answers, what never to
    say, whom to call in, and dates. As HTML it prints on one sheet. 'guide replies' has every
    question.
    """
    from guide.pages.brief import brief_page
    from guide.sales.brief import make_brief

    resolved = session.resolve(code)
    today = clock.today()
    page = brief_page(make_brief(resolved.guide, resolved.scenario, today), today)
    out.write(write(page, out.form, out.target))
