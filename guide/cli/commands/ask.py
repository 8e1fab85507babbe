"""Ask the questions one by one, in plain lines."""

import click

from guide.cli.options import CodeType, pass_session
from guide.cli.session import Session


@click.command("ask", epilog="Example: guide ask failed-audit")
@click.argument("guide", type=CodeType(), default="")
@pass_session
def command(session: Session, guide: str) -> None:
    """Ask the questions one by one, in plain lines.

    GUIDE is the id of a guide, or a scenario code to go on from; it may be left out where there
    is only one guide. Works with a screen reader, in a pipe and in any terminal. Type the number
    of an answer; b goes back, ? explains, q stops.
    """
    from guide.cli.asking import ask

    ask(session.resolve(guide))
