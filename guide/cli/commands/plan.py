"""Plan the way from this report to the next one."""

import click

from guide.cli import clock
from guide.cli.options import CodeType, pass_session
from guide.cli.output import Formats, Output, output
from guide.cli.say import note
from guide.cli.session import Session
from guide.plan.exports import plan_formats, suffix
from guide.user_error import UserError


@click.command(
    "plan",
    epilog=(  # broken by hand, or it would be broken within --report-date
        "\b\nExample: guide plan opinion=qualified,nature=admin,auditor=healthy\n"
        "         --report-date 2026-03-02 --months 6 -o plan.ics"
    ),
)
@click.argument("code", type=CodeType())
@click.option("--report-date", metavar="DAY", help="The day of the report; of a draft: expected.")
@click.option("--fixes-done", metavar="DAY", help="The last day of the repair, if you know it.")
@click.option("--observe-from", metavar="DAY", help="The first day of the new period.")
@click.option("--period-end", metavar="DAY", help="The last day that the report in hand covers.")
@click.option("--months", metavar="NUMBER", help="How long the new period is, in months.")
@click.option("--by", metavar="DAY", help="When the next report is wanted: gives latest starts.")
@click.option(
    "--owner",
    "owners",
    metavar="[ROLE=]NAME",
    multiple=True,
    help="Who does it: a name for all tasks, or for those of one role. Can be given several times.",
)
@output("plan", Formats(plan_formats, suffix))
@pass_session
def command(
    session: Session,
    /,
    code: str,
    owners: tuple[str, ...],
    out: Output,
    **typed: str | None,
) -> None:
    """Plan the way from this report to the next one.

    CODE is a guide and the answers, as in 'guide advise'. The plan counts phases by the calendar,
    with best, likely and worst days, and lists what to do in each. A DAY is 2026-03-31, '31 Mar
    2026', today or 'in 6 weeks'. Where no end can be named, the plan says why.
    """
    from guide.pages.plan import write_plan
    from guide.plan.exports import EXPORTS, caution, refusal
    from guide.plan.inputs import read_inputs
    from guide.plan.make import make
    from guide.plan.plan_words import why_open

    resolved = session.resolve(code)
    moment = clock.now()
    day = moment.date()
    reading = read_inputs(resolved.guide, {k: v or "" for k, v in typed.items()}, day, owners)
    if reading.troubles:
        raise UserError(reading.troubles[0].message)
    plan = make(resolved.guide, resolved.scenario, reading.inputs, day, resolved.open)
    plan = plan._replace(moment=moment)
    if why := refusal(plan, out.form):
        raise UserError(why)
    out.write(write_plan(plan, out.form, out.target._replace(width=out.chart_width)))
    if out.form in EXPORTS.names():  # pages say it themselves
        for line in why_open(plan):
            note(line)
    if warning := caution(out.form):
        note(warning)
