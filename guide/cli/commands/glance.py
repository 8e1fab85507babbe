"""guide glance [GUIDE]."""

import click

from guide.cli.options import library_option, pass_session
from guide.cli.output import Formats, Output, output
from guide.cli.session import Session
from guide.document.formats import formats, suffix


@click.command("glance", epilog="Example: guide glance -o glance.html")
@click.argument("name", metavar="[GUIDE]", required=False)
@output("page", Formats(formats, suffix))
@click.option("--sources", is_flag=True, help="Name what each part rests on.")
@library_option
@pass_session
def command(session: Session, name: str | None, *, sources: bool, out: Output) -> int:
    """Show the guide at a glance, without a question.

    The short answer, how the outcomes compare, what people get wrong and the way back. GUIDE may
    be left out where there is only one. Where the guide's sources stand is said with --sources.
    """
    from guide.cli import exits
    from guide.cli.clock import today
    from guide.document.formats import write
    from guide.history.resolve import find_guide
    from guide.pages.glance import glance_page
    from guide.user_error import UserError

    guide = find_guide(session.shelf, name or "")
    if guide.glance is None:
        message = f"{guide.id} has no page at a glance; guide ask {guide.id} asks its questions"
        raise UserError(message)
    page = glance_page(guide, guide.glance, today())
    out.write(write(page, out.form, out.target._replace(sources=sources)))
    return exits.OK
