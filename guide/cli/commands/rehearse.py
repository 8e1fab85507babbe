"""Rehearse a buyer's questions, one at a time."""

import click

from guide.cli import clock
from guide.cli.options import CodeType, pass_session
from guide.cli.output import TEXT, Output, output
from guide.cli.say import note
from guide.cli.session import Session
from guide.user_error import UserError


@click.command("rehearse", epilog="Example: guide rehearse opinion=qualified,nature=failure")
@click.argument("code", type=CodeType(), default="")
@click.option("--seed", type=int, metavar="N", help="The same N asks the same questions.")
@click.option("--forget", is_flag=True, help="Erase what is kept of your rehearsals, and stop.")
@output("questions with their answers", paged=False)
@pass_session
def command(session: Session, code: str, *, seed: int | None, forget: bool, out: Output) -> None:
    """Rehearse a buyer's questions, one at a time.

    CODE is a guide and the answers, as in 'guide advise'. The guide asks as a buyer would, and
    asks on. Say your answer aloud or type it; then a good answer is shown, you tick what yours
    did, and words that are never to be said are pointed out. What didn't go well comes first the
    next time. With --as or -o the questions are written with their answers, for two people. For
    the id of a kept walk, what you typed into its letters stands in the answers.
    """
    import random

    from guide.cli.letter_blanks import carried
    from guide.cli.rehearsing import run
    from guide.pages.rehearsal import rehearsal_page
    from guide.sales import rehearsed
    from guide.sales.rehearsal import rehearse

    if forget:
        try:
            there = rehearsed.forget()
        except OSError as error:
            message = f"what is kept can't be erased: {error.strerror or error}"
            raise UserError(message) from None
        note("erased: no question is to be repeated" if there else "nothing was kept")
        return
    resolved = session.resolve(code)
    guide, scenario = carried(resolved, clock.today()), resolved.scenario
    number = random.randrange(1_000_000) if seed is None else seed  # noqa: S311  for practice
    repeat = rehearsed.to_repeat(guide.id) if seed is None else ()
    rehearsal = rehearse(guide, scenario, number, repeat)
    if out.form == TEXT and out.path is None:
        run(guide, rehearsal)
    else:
        page = rehearsal_page(guide, scenario, rehearsal, clock.today())
        out.write_page(page)
