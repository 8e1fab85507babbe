"""Show the guide at a glance, without a question."""

import click

from guide.cli import clock
from guide.cli.options import pass_session
from guide.cli.output import Output, output
from guide.cli.session import Session
from guide.user_error import UserError


@click.command("glance", epilog="Example: guide glance -o glance.html")
@click.argument("name", metavar="[GUIDE]", required=False)
@output("page")
@click.option("--sources", is_flag=True, help="Name what each part rests on.")
@pass_session
def command(session: Session, name: str | None, *, sources: bool, out: Output) -> None:
    """Show the guide at a glance, without a question.

    The short answer, how the outcomes compare, what people get wrong and the way back. GUIDE may
    be left out where there is only one. Where the guide's sources stand is said with --sources.
    """
    from guide.history.resolve import find_guide
    from guide.pages.glance import glance_page

    guide = find_guide(session.shelf, name or "")
    if guide.glance is None:
        message = f"{guide.id} has no page at a glance; guide ask {guide.id} asks its questions"
        raise UserError(message)
    page = glance_page(guide, guide.glance, clock.today())
    out.write_page(page, sources=sources)
