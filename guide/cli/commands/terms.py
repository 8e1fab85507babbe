"""Say what a word means."""

import click

from guide.cli import clock, exits
from guide.cli.options import pass_session
from guide.cli.output import Output, output
from guide.cli.say import clean, note
from guide.cli.session import Session


@click.command("terms", epilog="Example: guide terms bridge letter")
@click.argument("words", metavar="[WORD]...", nargs=-1)
@click.option("--guide", "name", metavar="GUIDE", default="", help="Whose terms, by its id.")
@output("glossary")
@pass_session
def command(session: Session, words: tuple[str, ...], name: str, *, out: Output) -> int:
    """Say what a word means.

    Without a WORD the whole glossary is listed. With one, the terms that have to do with it come,
    the likeliest first; other names for a term are known too.
    """
    from guide.history.resolve import find_guide
    from guide.journey.terms import asked_for
    from guide.pages.terms import terms_page

    guide = find_guide(session.shelf, name)
    wanted = " ".join(words)
    terms = asked_for(guide, wanted)
    if wanted and not terms:
        note(f"guide: no term has to do with {clean(wanted)[:80]!r}; guide terms lists them all")
        return exits.PROBLEMS
    out.write_page(terms_page(guide, terms, clock.today(), wanted))
    return exits.OK
