"""guide whatif CODE."""

import gc

import click

from guide.cli import clock
from guide.cli.options import CodeType, library_option, pass_session
from guide.cli.output import Formats, Output, output
from guide.cli.session import Session
from guide.compare.whatif_forms import find_form, forms


@click.command(
    "whatif",
    epilog="Example: guide whatif opinion=qualified,nature=admin,auditor=healthy",
)
@click.argument("code", type=CodeType())
@output("page", Formats(forms, lambda name: find_form(name).SUFFIX))
@library_option
@pass_session
def command(session: Session, code: str, *, out: Output) -> None:
    """Show what each other answer would change.

    CODE is a finished scenario. For every answer, each other one is tried: what becomes of the
    verdict, which sections and notices change, and which later answers would no longer apply.
    Of an answer that leads on to questions not answered yet, it says every verdict that can
    follow. It names the answer that helps most and the one that hurts most (of equals all), and
    those that make no difference here.
    """
    from guide.compare.whatif import view
    from guide.document.context import Context
    from guide.history.resolve import finished

    gc.enable()
    journey = finished(session.resolve(code))
    answers = {step.question.id: step.option.id for step in journey.walked.trail}
    context = Context(clock.today(), width=out.width, bold=out.bold)
    out.write(find_form(out.form).render(view(journey.guide, answers), context))
