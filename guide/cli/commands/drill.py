"""Decide cases alone: those due today, or a course."""

from typing import TYPE_CHECKING

import click

from guide.cli import clock, exits
from guide.cli.default_group import DefaultGroup
from guide.cli.options import pass_session
from guide.cli.output import Formats, Output, output
from guide.cli.say import note
from guide.cli.session import Session
from guide.practice.cards import FORMS
from guide.user_error import UserError

if TYPE_CHECKING:
    from guide.model.schema import Guide
    from guide.practice.reviews import Reviews

_guide_option = click.option(
    "--guide", "name", metavar="GUIDE", default="", help="Whose cases, by its id."
)


@click.group(
    "drill",
    cls=DefaultGroup,
    default="start",
    subcommand_metavar="[COMMAND] [COURSE]",
    epilog="Example: guide drill --plain",
)
def command() -> None:
    """Decide cases alone: those due today, or a course.

    Without a command this is 'guide drill start'. Decide first; then the reason of every option is
    shown. What you knew comes back later and later, what you missed or guessed comes back soon.
    Each answer is kept at once, so you can stop at any time.
    """


@command.command("start")
@click.argument("course", metavar="[COURSE]", required=False)
@click.option("--missed", is_flag=True, help="Ask what you missed the last time.")
@click.option("--plain", is_flag=True, help="Ask in plain lines, also through a pipe.")
@_guide_option
@pass_session
def start(session: Session, course: str | None, name: str, *, missed: bool, plain: bool) -> int:
    """Decide cases: those due today, or a COURSE from beginning to end.

    A course that you left today goes on where you left it. 'guide drill progress' lists the
    courses.
    """
    if course and missed:
        message = "give a course or --missed, not both."
        raise click.UsageError(message)
    from guide.practice.drill import Drill, find_course

    drill = Drill(_guide(session, name), clock.now)
    if course:
        drill.sitting = drill.course(find_course(drill.guide, course))
    elif missed:
        drill.sitting = drill.missed()
    if not plain:
        from guide.cli.app import open_app

        return open_app(
            session, practice=drill, plain="add --plain to decide the same cases in plain lines"
        )
    from guide.cli.drilling import PlainDrill

    PlainDrill(drill).run()
    return exits.OK


@command.command("progress")
@output("page")
@_guide_option
@pass_session
def progress(session: Session, name: str, *, out: Output) -> int:
    """Show what you know, what is weak by topic, and which page teaches it.

    Known is what you had right the last time, without guessing. The weakest topic comes first. At
    the end stand the courses there are.
    """
    from guide.pages.practice import practice_page
    from guide.practice.drill import Drill

    drill = Drill(_guide(session, name), clock.now)
    if news := drill.take_notice():
        note(f"guide: {news}")
    out.write_page(practice_page(drill.guide, drill.reviews, drill.today))
    return exits.OK


@command.command("cards")
@output("cards", Formats(FORMS.names, FORMS.suffix, default="anki"), paged=False)
@_guide_option
@pass_session
def cards(session: Session, name: str, *, out: Output) -> int:
    """Write all cases as cards for Anki, or as a table.

    Each card has an id of its own: import the file of an edited guide again, and the words change
    while your cards keep their schedule.
    """
    out.write(FORMS.load(out.form).write(_guide(session, name)))
    return exits.OK


@command.command("export")
@click.argument("file", type=click.Path())
def export(file: str) -> int:
    """Write your answers to FILE, to take elsewhere. FILE may be -, which is stdout."""
    from guide.practice.drill import damage
    from guide.practice.reviews import written

    kept = _kept()
    if news := damage(kept):
        note(f"guide: {news}")
    Output("json", file).write_pieces([written(kept.reviews)])
    return exits.OK


@command.command("import")
@click.argument("file", type=click.Path())
def import_(file: str) -> int:
    """Add the answers of an exported FILE; those that are here already are not doubled.

    FILE may be -, which is stdin.
    """
    from guide.cli.exchange import note_faults, opened
    from guide.practice.progress import ReviewFile, read_open

    with opened(file) as source:
        incoming = read_open(source)
    note_faults(incoming.faults)
    try:
        added = ReviewFile().adopt(incoming.reviews)
    except OSError as error:
        message = f"nothing was imported: {error.strerror or error}"
        raise UserError(message) from None
    here, faults = len(incoming.reviews) - added, len(incoming.faults)
    note(f"{added:,} added, {here:,} here already, {faults:,} skipped")
    return exits.PROBLEMS if faults else exits.OK


@command.command("erase")
@click.option("--yes", is_flag=True, help="Erase without asking.")
def erase(*, yes: bool) -> int:
    """Erase all your answers for good.

    The cases of every guide are new to you then. 'guide drill export' takes the answers along
    first. 'guide where' names the file.
    """
    from guide.cli.exchange import agreed
    from guide.english import plural
    from guide.practice.progress import ReviewFile

    answers = plural(len(_kept().reviews), "answer")
    if not agreed(answers, yes=yes):
        return exits.OK
    try:
        ReviewFile().erase()
    except OSError as error:
        message = f"not erased: {error.strerror or error}"
        raise UserError(message) from None
    note(f"erased: {answers}")
    return exits.OK


def _kept() -> "Reviews":
    from guide.practice.progress import ReviewFile

    progress = ReviewFile()
    try:
        return progress.read()
    except OSError as error:
        message = f"{progress.path} can't be read: {error.strerror or error}"
        raise UserError(message) from None


def _guide(session: Session, name: str) -> "Guide":
    from guide.history.resolve import find_guide

    with_cases = [guide for guide in session.shelf.guides.values() if guide.case]
    if not name and len(with_cases) == 1:
        return with_cases[0]
    guide = find_guide(session.shelf, name)
    if not guide.case:
        message = f"{guide.id} has no cases to decide; cases.yaml would hold them"
        raise UserError(message)
    return guide
