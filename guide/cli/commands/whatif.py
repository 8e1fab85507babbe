"""Show what each other answer would change."""

import click

from guide.cli import clock
from guide.cli.options import CodeType, pass_session
from guide.cli.output import Output, output
from guide.cli.session import Session


@click.command(
    "whatif",
    epilog="Example: guide whatif opinion=qualified,nature=admin,auditor=healthy",
)
@click.argument("code", type=CodeType())
@output("page")
@pass_session
def command(session: Session, code: str, *, out: Output) -> None:
    """Show what each other answer would change.

    CODE is a finished scenario. For every answer, each other one is tried: what becomes of the
    verdict, which sections and notices change, and which later answers would no longer apply.
    Of an answer that leads on to questions not answered yet, it says every verdict that can
    follow. It names the answer that helps most and the one that hurts most (of equals all), and
    those that make no difference here.
    """
    from guide.compare.neighbors import what_if
    from guide.history.resolve import finished
    from guide.pages.whatif import whatif_page

    journey = finished(session.resolve(code))
    answers = {step.question.id: step.option.id for step in journey.walked.trail}
    page = whatif_page(what_if(journey.guide, answers), clock.today())
    out.write_page(page)
