"""guide decide CODE."""

import gc

import click

from guide.cli.options import CodeType, library_option, pass_session
from guide.cli.session import Session


@click.command(
    "decide",
    epilog="Example: guide decide opinion=qualified,nature=admin,auditor=healthy "
    "--versus opinion=adverse,nature=admin,auditor=healthy -o decision.md",
)
@click.argument("code", type=CodeType())
@click.option(
    "--versus",
    metavar="CODE",
    multiple=True,
    type=CodeType(),
    help="Another scenario that was considered. Can be given several times.",
)
@click.option("--decision", metavar="TEXT", help="What was decided, and why.")
@click.option("--deciders", metavar="TEXT", help="Who decided.")
@click.option("--date", "day", metavar="DATE", help="The day of the decision. Default: today.")
@click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    type=click.Path(),
    help="Write the record to FILE instead of showing it.",
)
@library_option
@pass_session
def command(  # noqa: PLR0913  one parameter for each option
    session: Session,
    code: str,
    *,
    versus: tuple[str, ...],
    decision: str | None,
    deciders: str | None,
    day: str | None,
    path: str | None,
) -> int:
    """Write a decision record in Markdown.

    It has the fields of MADR (adr.github.io/madr), filled from the scenario: the situation, the
    options considered, what follows, dates and sources. On a terminal it asks for the decision
    and who took it; elsewhere what is missing stays a marked blank. If FILE can't be written, the
    record is shown, so that nothing is lost.
    """
    from pathlib import Path

    from guide.cli import exits
    from guide.cli.deciding import typed
    from guide.cli.say import Stop, put
    from guide.cli.several import finished, pages
    from guide.cli.writing import deliver
    from guide.decide.markdown import render
    from guide.decide.record import NAMES, record

    gc.enable()
    if len(versus) >= len(NAMES):
        message = f"a record holds up to {len(NAMES) - 1} scenarios beside the first"
        raise Stop(message)
    page, now = finished(session, code)
    others = tuple(finished(session, other)[0] for other in versus)
    pages(session, (code, *versus))
    text = render(record(page, now.trail, others, typed(decision, deciders, day)))
    try:
        deliver(text, Path(path) if path else None)
    except Stop:
        if path:
            put(text)
        raise
    return exits.OK
