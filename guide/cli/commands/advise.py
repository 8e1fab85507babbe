"""guide advise CODE."""

import click

from guide.cli.options import CodeType, FormatType, library_option, pass_session
from guide.cli.session import Session
from guide.output import formats


@click.command(
    "advise",
    epilog="Example: guide advise opinion=qualified,nature=admin --as html -o page.html",
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
@library_option
@pass_session
def command(session: Session, code: str, form: str | None, path: str | None) -> int:
    """Write the advice for a scenario.

    CODE is a guide and the answers, as GUIDE:FACET=VALUE,FACET=VALUE. The guide may be left out
    where there is only one. An unfinished code gives what is certain so far, and says what is
    still open.
    """
    from pathlib import Path

    from guide.advice import advise
    from guide.cli import exits, terminal
    from guide.cli.clock import today
    from guide.cli.writing import deliver
    from guide.output import render

    spot = session.spot(code)
    shown = advise(spot.guide, spot.located.scenario, spot.located.open)
    form = form or _meant_by(path) or "text"
    on_screen = path is None and form == "text"
    width = terminal.width() if on_screen else terminal.PIPE_WIDTH
    bold = on_screen and terminal.bold()
    deliver(
        render(shown, form, today=today(), width=width, bold=bold), Path(path) if path else None
    )
    return exits.OK


def _meant_by(path: str | None) -> str | None:
    """The format whose files are named like this one."""
    if path is None:
        return None
    from guide.output import suffix

    return next((name for name in formats() if path.lower().endswith(suffix(name))), None)
