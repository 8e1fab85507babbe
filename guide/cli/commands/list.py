"""guide list."""

import click

from guide.cli.options import library_option, pass_session
from guide.cli.session import Session


@click.command("list")
@click.option(
    "--facets",
    is_flag=True,
    help="Also list what a scenario code is made of: every facet and its values.",
)
@library_option
@pass_session
def command(session: Session, *, facets: bool) -> int:
    """List the guides on the shelf, and how old they are.

    A guide with problems is listed too, but can't be opened; 'guide check' says what is wrong.
    """
    from guide.cli import exits, terminal
    from guide.cli.clock import today
    from guide.cli.say import clean, note, put
    from guide.cli.session import problem_count
    from guide.document.lines import wrapped
    from guide.journey.verified import verified_line

    width = terminal.width()
    guides = session.shelf.guides
    for guide in guides.values():
        lines = [f"{guide.id}: {guide.title}"]
        for text in filter(None, (guide.head.about, verified_line(guide, today()))):
            lines += wrapped(text, width, "  ")
        if facets:
            for facet in guide.facets:
                values = ", ".join(f"{value.id} ({value.label})" for value in facet.values)
                lines += wrapped(f"{facet.id}= {values}", width, "  ", "    ")
        put("\n".join(lines) + "\n\n")
    for one in session.shelf.faulty:
        count = problem_count(len(one.problems), one.name)
        put(clean(f"{count}. See 'guide check {one.folder}'.") + "\n")
    if not guides:
        note("guide: no guide can be opened; 'guide where' shows where they are looked for")
    return exits.OK
