"""guide whatif CODE."""

import gc

import click

from guide.cli.options import CodeType, FormatType, library_option, pass_session
from guide.cli.session import Session
from guide.document.formats import formats


@click.command(
    "whatif",
    epilog="Example: guide whatif opinion=qualified,nature=admin,auditor=healthy",
)
@click.argument("code", type=CodeType())
@click.option(
    "--as",
    "form",
    type=FormatType(formats),
    help="The format. Default: what the name of FILE says, else text.",
)
@click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    type=click.Path(),
    help="Write it to FILE instead of showing it.",
)
@library_option
@pass_session
def command(session: Session, code: str, form: str | None, path: str | None) -> int:
    """Show what each other answer would change.

    CODE is a finished scenario. For every answer, each other one is tried: what becomes of the
    verdict, which sections and notices change, and which later answers would no longer apply.
    Of an answer that leads on to questions not answered yet, it says every verdict that can
    follow. It names the answer that helps most and the one that hurts most (of equals all), and
    those that make no difference here.
    """
    from pathlib import Path

    from guide.cli import exits, terminal
    from guide.cli.clock import today
    from guide.cli.forms import meant_by
    from guide.cli.several import finished
    from guide.cli.writing import deliver
    from guide.compare.whatif import other_answers
    from guide.document.formats import Target, suffix, write
    from guide.pages.whatif import whatif_page

    gc.enable()
    page, now = finished(session.spot(code))
    given = {step.question.id: step.option.id for step in now.trail}
    form = form or meant_by(path, formats(), suffix) or "text"
    on_screen = path is None and form == "text"
    width = terminal.width() if on_screen else terminal.PIPE_WIDTH
    target = Target(width, on_screen and terminal.bold())
    made = whatif_page(other_answers(page.guide, given), today())
    deliver(write(made, form, target), Path(path) if path else None)
    return exits.OK
