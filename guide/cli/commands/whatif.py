"""guide whatif CODE."""

import gc

import click

from guide.cli.options import CodeType, FormatType, library_option, pass_session
from guide.cli.session import Session


def _forms() -> list[str]:
    from guide.compare.whatif_forms import forms

    return forms()


@click.command(
    "whatif",
    epilog="Example: guide whatif opinion=qualified,nature=admin,auditor=healthy",
)
@click.argument("code", type=CodeType())
@click.option(
    "--as",
    "form",
    type=FormatType(_forms),
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
    from guide.cli.writing import deliver
    from guide.compare.whatif import view
    from guide.compare.whatif_forms import find_form
    from guide.document.context import Context
    from guide.history.resolve import finished

    gc.enable()
    journey = finished(session.resolve(code))
    trail = journey.walked.trail
    shown = view(journey.guide, {step.question.id: step.option.id for step in trail})
    form = form or meant_by(path, _forms(), lambda name: find_form(name).SUFFIX) or "text"
    on_screen = path is None and form == "text"
    context = Context(
        today(),
        width=terminal.width() if on_screen else terminal.PIPE_WIDTH,
        bold=on_screen and terminal.bold(),
    )
    deliver(find_form(form).render(shown, context), Path(path) if path else None)
    return exits.OK
