"""Write a decision record."""

import click

from guide.cli.options import CodeType, pass_session
from guide.cli.output import Formats, Output, output
from guide.cli.session import Session
from guide.decide.statuses import PROPOSED, STATUSES
from guide.document.formats import formats, suffix
from guide.user_error import UserError

_FORMATS = Formats(formats, suffix, default="markdown", any_name=True)


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
@output("record", _FORMATS, paged=False)
@pass_session
def command(
    session: Session,
    /,
    code: str,
    versus: tuple[str, ...],
    out: Output,
    **given: str | None,
) -> None:
    """Write a decision record.

    It has the fields of MADR (adr.github.io/madr), filled from the scenario: the situation, the
    options considered, what follows, dates and sources. CODE is option A, each --versus the next
    letter. On a terminal it asks for the decision and who took it; elsewhere what is missing stays
    a marked blank. A DAY is 2026-03-31, '31 Mar 2026', today or 'in 6 weeks'. If FILE can't be
    written, the record is shown, so that nothing is lost.
    """
    from guide.cli.deciding import ask_decision, plan_of
    from guide.decide.record import NAMES, decision_record
    from guide.history.resolve import finished
    from guide.pages.decision import write_decision

    if len(versus) >= len(NAMES):
        message = f"a record holds up to {len(NAMES) - 1} scenarios beside the first"
        raise UserError(message)
    first, *others = session.resolve_several((code, *versus))
    journey = finished(first)
    beside = tuple(finished(other).advice for other in others)
    chosen = (given["chosen"] or "").strip().upper()
    names = NAMES[: len(others) + 1]
    if chosen and chosen not in tuple(names):
        message = f"--chosen is {chosen[:20]!a}; the options are {', '.join(names)}"
        raise UserError(message)
    plan = plan_of(first, given["report_date"], given["months"])
    decision = ask_decision(given["decision"], given["deciders"], given["day"])._replace(
        status=given["status"] or PROPOSED,
        title=given["title"] or first.name,
        chosen=chosen,
        consulted=given["consulted"] or "",
        informed=given["informed"] or "",
    )
    trail = journey.walked.trail
    record = decision_record(journey.advice, trail, beside, decision, plan=plan, note=first.note)
    text = write_decision(record, out.form, out.target)
    try:
        out.write(text)
    except UserError:
        if out.path:
            Output(out.form, None).write(text)
        raise
