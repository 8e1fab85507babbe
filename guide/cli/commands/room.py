"""Lead a session of cases, votes and spoken rounds."""

from typing import TYPE_CHECKING

import click

from guide.cli import clock, exits
from guide.cli.options import pass_session
from guide.cli.output import Formats, Output, output
from guide.cli.say import note
from guide.cli.session import Session
from guide.document.formats import formats
from guide.practice.debrief_formats import OWN, debrief_formats, debrief_suffix
from guide.user_error import UserError

if TYPE_CHECKING:
    from guide.model.practice import SessionPlan
    from guide.model.schema import Guide


@click.command("room", epilog="Example: guide room buyers-room --handout -o handout.html")
@click.argument("name", metavar="[SESSION]", required=False)
@click.option(
    "--handout", is_flag=True, help="Write cards, and a run sheet for who leads, for paper."
)
@click.option(
    "--part",
    type=click.Choice(["cards", "leader", "sources"]),
    help="Only this of the handout.",
)
@click.option("--debrief", is_flag=True, help="Write what the room chose and will do.")
@click.option("--led", metavar="DAY", default="", help="Whose debrief: 'guide room' lists them.")
@click.option("--plain", is_flag=True, help="Lead it in plain lines, also through a pipe.")
@click.option("--again", is_flag=True, help="Begin afresh; the session before is kept beside it.")
@click.option("--forget", is_flag=True, help="Erase what is kept of this session, and stop.")
@click.option(
    "--guide", "guide_name", metavar="GUIDE", default="", help="Whose session, by its id."
)
@output("handout or debrief", Formats(debrief_formats, debrief_suffix))
@pass_session
def command(  # noqa: PLR0913, PLR0917 - the options of the command
    session: Session,
    /,
    name: str | None,
    guide_name: str,
    part: str | None,
    led: str,
    out: Output,
    **flags: bool,
) -> int:
    """Lead a session of cases, votes and spoken rounds.

    The room sees one thing at a time, in wide letters and never what is still to come: what you
    say to it stands in the handout. Every key is kept at once, so that a session that was closed
    goes on where it was. Without a SESSION this lists them. The debrief can be a table (csv), and
    its actions a calendar (ics).
    """
    guide = _guide(session, guide_name)
    if not name:
        _list(guide, out)
        return exits.OK
    plan = _plan(guide, name)
    if flags["handout"] and flags["debrief"]:
        message = "give --handout or --debrief, not both."
        raise click.UsageError(message)
    if part and not flags["handout"]:
        message = "--part goes with --handout."
        raise click.UsageError(message)
    if led and not flags["debrief"]:
        message = "--led goes with --debrief."
        raise click.UsageError(message)
    if flags["forget"]:
        _forget(guide, plan)
    elif flags["handout"]:
        _handout(guide, plan, out, part or "")
    elif flags["debrief"]:
        _debrief(guide, plan, out, led)
    elif not (flags["plain"] or out.path):
        from guide.cli.app import open_app
        from guide.practice.kept_rooms import open_room

        opened = open_room(guide, plan, clock.now(), again=flags["again"])
        return open_app(session, practice=opened, plain="add --plain to lead it in plain lines")
    elif out.path:
        message = "a session is led, not written; add --handout or --debrief"
        raise click.UsageError(message)
    else:
        _lead(guide, plan, again=flags["again"])
    return exits.OK


def _forget(guide: "Guide", plan: "SessionPlan") -> None:
    from guide.english import plural
    from guide.practice.kept_rooms import forget

    try:
        count = forget(guide, plan)
    except OSError as error:
        message = f"not erased: {error.strerror or error}"
        raise UserError(message) from None
    note(f"erased: {plural(count, 'session')}")


def _handout(guide: "Guide", plan: "SessionPlan", out: Output, part: str) -> None:
    from guide.pages.handout import handout_page

    if out.form in OWN:
        message = f"a handout can't be {out.form}; it can be {', '.join(formats())}"
        raise UserError(message)
    page = handout_page(guide, plan, clock.today(), part)
    out.write_page(page, sources=True)


def _debrief(guide: "Guide", plan: "SessionPlan", out: Output, day: str) -> None:
    from guide.pages.debrief import write_debrief
    from guide.practice.debrief import debrief
    from guide.practice.kept_rooms import open_room, room_of

    if day:
        out.write(write_debrief(debrief(room_of(guide, plan, day)), out.form, out.target))
        return
    opened = open_room(guide, plan, clock.now())
    if opened.fresh:
        message = opened.notice or f"{plan.id} was not led yet; guide room {plan.id} begins it"
        raise UserError(message)
    out.write(write_debrief(debrief(opened.room), out.form, out.target))


def _lead(guide: "Guide", plan: "SessionPlan", *, again: bool) -> None:
    from guide.cli.leading import PlainRoom
    from guide.practice.kept_rooms import open_room

    opened = open_room(guide, plan, clock.now(), again=again)
    if news := opened.take_notice():
        note(f"guide: {news}")
    PlainRoom(opened).run()


def _list(guide: "Guide", out: Output) -> None:
    from guide.pages.sessions import sessions_page

    if out.form in OWN:
        message = f"the list of sessions can't be {out.form}; name a session, and --debrief"
        raise UserError(message)
    out.write_page(sessions_page(guide))


def _guide(session: Session, name: str) -> "Guide":
    from guide.history.resolve import find_guide

    guide = find_guide(session.shelf, name)
    if not guide.sessions:
        message = f"{guide.id} has no sessions; sessions.yaml would hold them"
        raise UserError(message)
    return guide


def _plan(guide: "Guide", name: str) -> "SessionPlan":
    from guide.model.problems import did_you_mean

    plan = guide.session.get(name)
    if plan is None:
        hint = did_you_mean(name, guide.session) or "; 'guide room' lists them"
        message = f"no session {name[:80]!r} in {guide.id}{hint}"
        raise UserError(message)
    return plan
