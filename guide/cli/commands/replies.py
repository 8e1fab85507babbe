"""Answer what a buyer asks, in their own words."""

import click

from guide.cli import clock, exits
from guide.cli.options import CodeType, pass_session
from guide.cli.output import Output, output
from guide.cli.say import clean, note
from guide.cli.session import Session


@click.command(
    "replies", epilog="Example: guide replies opinion=qualified,nature=admin Is it fixed?"
)
@click.argument("code", type=CodeType())
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@output("replies")
@click.option("--sources", is_flag=True, help="Also write what each answer rests on.")
@pass_session
def command(
    session: Session, code: str, words: tuple[str, ...], *, sources: bool, out: Output
) -> int:
    """Answer what a buyer asks, in their own words.

    CODE is a guide and the answers, as in 'guide advise'. WORDS are a question as the buyer put
    it; the answers that fit it best come first. Without WORDS, every question comes that this
    case brings up, with what to say, what to show, who says it and what never to say. For the id
    of a kept walk, what you typed into its letters stands here as well.
    """
    from guide.cli.letter_blanks import carried
    from guide.english import listed
    from guide.pages.replies import replies_page
    from guide.sales.asked import asked_for
    from guide.sales.ready import ready_replies

    resolved = session.resolve(code)
    today = clock.today()
    guide = carried(resolved, today)
    ready = ready_replies(guide, resolved.scenario)
    question = " ".join(words)
    if question:
        ready = asked_for(guide, ready, question)
    if question and not ready:
        likely = [
            f"\u201c{each.asked}\u201d" for each in ready_replies(guide, resolved.scenario)[:3]
        ]
        note(f"guide: no reply to {clean(question)[:80]!r}; without words, all of them are listed.")
        if likely:
            note(f"The likeliest are {listed(likely)}")
        return exits.PROBLEMS
    page = replies_page(guide, resolved.scenario, ready, today, question)
    out.write_page(page, sources=sources)
    return exits.OK
