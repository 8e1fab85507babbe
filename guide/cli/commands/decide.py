"""guide decide CODE."""

import gc

import click

from guide.cli.options import CodeType, FormatType, library_option, pass_session
from guide.cli.session import Session
from guide.decide.statuses import PROPOSED, STATUSES
from guide.document.formats import formats


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
@click.option("--date", "day", metavar="DAY", help="The day of the decision. Default: today.")
@click.option(
    "--status",
    type=click.Choice(STATUSES),
    default=PROPOSED,
    help="How the decision stands. Default: proposed.",
)
@click.option("--title", metavar="TEXT", default="", help="What the decision is called.")
@click.option("--chosen", metavar="LETTER", default="", help="The option chosen: A is CODE.")
@click.option("--consulted", metavar="TEXT", default="", help="Who was asked for advice.")
@click.option("--informed", metavar="TEXT", default="", help="Who was told.")
@click.option("--report-date", metavar="DAY", help="The day of the report: adds the plan's days.")
@click.option("--months", metavar="NUMBER", help="The months observed, for the plan's days.")
@click.option(
    "--as",
    "form",
    type=FormatType(formats),
    help="The format of the record. Default: what the name of FILE says, else markdown.",
)
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
def command(
    session: Session,
    /,
    code: str,
    versus: tuple[str, ...],
    form: str | None,
    path: str | None,
    **given: str | None,
) -> int:
    """Write a decision record.

    It has the fields of MADR (adr.github.io/madr), filled from the scenario: the situation, the
    options considered, what follows, dates and sources. CODE is option A, each --versus the next
    letter. On a terminal it asks for the decision and who took it; elsewhere what is missing stays
    a marked blank. A DAY is 2026-03-31, '31 Mar 2026', today or 'in 6 weeks'. If FILE can't be
    written, the record is shown, so that nothing is lost.
    """
    from pathlib import Path

    from guide.cli import exits, terminal
    from guide.cli.deciding import ask_decision, plan_of
    from guide.cli.say import Stop, put
    from guide.cli.several import finished, spots
    from guide.cli.writing import deliver
    from guide.decide.record import NAMES, decision_record
    from guide.document.formats import Target, format_of, write
    from guide.pages.decision import decision_page

    gc.enable()
    if len(versus) >= len(NAMES):
        message = f"a record holds up to {len(NAMES) - 1} scenarios beside the first"
        raise Stop(message)
    first, *others = spots(session, (code, *versus))
    page, now = finished(first)
    beside = tuple(finished(other)[0] for other in others)
    chosen = (given["chosen"] or "").strip().upper()
    names = NAMES[: len(others) + 1]
    if chosen and chosen not in tuple(names):
        message = f"--chosen is {chosen[:20]!a}; the options are {', '.join(names)}"
        raise Stop(message)
    plan = plan_of(first, given["report_date"], given["months"])
    form = form or format_of(path or "") or "markdown"
    on_screen = path is None and form == "text"
    width = terminal.width() if on_screen else terminal.PIPE_WIDTH
    target = Target(width, on_screen and terminal.bold())
    decision = ask_decision(given["decision"], given["deciders"], given["day"])._replace(
        status=given["status"] or PROPOSED,
        title=given["title"] or first.name,
        chosen=chosen,
        consulted=given["consulted"] or "",
        informed=given["informed"] or "",
    )
    record = decision_record(page, now.trail, beside, decision, plan=plan, note=first.note)
    text = write(decision_page(record), form, target)
    try:
        deliver(text, Path(path) if path else None)
    except Stop:
        if path:
            put(text)
        raise
    return exits.OK
