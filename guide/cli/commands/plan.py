"""guide plan CODE."""

import click

from guide.cli.options import CodeType, FormatType, library_option, pass_session
from guide.cli.session import Session
from guide.plan.exports import plan_formats


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
@click.option(
    "--as",
    "form",
    type=FormatType(plan_formats),
    help="The format of the plan. Default: what the name of FILE says, else text.",
)
@click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    type=click.Path(),
    help="Write the plan to FILE instead of showing it.",
)
@library_option
@pass_session
def command(
    session: Session,
    /,
    code: str,
    owners: tuple[str, ...],
    form: str | None,
    path: str | None,
    **typed: str | None,
) -> int:
    """Plan the way from this report to the next one.

    CODE is a guide and the answers, as in 'guide advise'. The plan counts phases by the calendar,
    with best, likely and worst days, and lists what to do in each. A DAY is 2026-03-31, '31 Mar
    2026', today or 'in 6 weeks'. Where no end can be named, the plan says why.
    """
    from pathlib import Path

    from guide.cli import exits, terminal
    from guide.cli.clock import now
    from guide.cli.forms import meant_by
    from guide.cli.say import Stop, note
    from guide.cli.writing import deliver
    from guide.document.formats import Target
    from guide.pages.plan import write_plan
    from guide.plan.calendar import seconds_into
    from guide.plan.exports import caution, exports, refusal, suffix
    from guide.plan.inputs import NoPlanError, read_inputs
    from guide.plan.make import make
    from guide.plan.plan_words import why_open

    spot = session.spot(code)
    moment = now()
    day = moment.date()
    try:
        reading = read_inputs(spot.guide, {k: v or "" for k, v in typed.items()}, day, owners)
        if reading.troubles:
            raise Stop(reading.troubles[0].message)
        plan = make(spot.guide, spot.located.scenario, reading.inputs, day, spot.located.open)
        plan = plan._replace(second=seconds_into(moment))
    except NoPlanError as error:
        raise Stop(str(error)) from None
    form = form or meant_by(path, plan_formats(), suffix) or "text"
    on_screen = path is None and form == "text"
    width = _width() if on_screen else terminal.PIPE_WIDTH
    if why := refusal(plan, form):
        raise Stop(why)
    target = Target(width, on_screen and terminal.bold())
    deliver(write_plan(plan, form, target), Path(path) if path else None)
    if form in exports():  # pages say it themselves
        for line in why_open(plan):
            note(line)
    if path is not None and (warning := caution(form)):
        note(warning)
    return exits.OK


def _width() -> int:
    """Of the terminal: a chart may be wider than text."""
    from guide.cli import terminal

    width = terminal.width()
    return terminal.whole_width() if width == terminal.WIDEST else width
