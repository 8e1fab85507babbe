"""List the guides on the shelf, and how old they are."""

import click

from guide.cli import clock
from guide.cli.options import pass_session
from guide.cli.output import DATA, Output, output
from guide.cli.say import note
from guide.cli.session import Session


@click.command("list")
@click.option(
    "--facets",
    is_flag=True,
    help="Also list what a scenario code is made of: every facet and its values.",
)
@output("list", DATA, paged=False)
@pass_session
def command(session: Session, *, facets: bool, out: Output) -> None:
    """List the guides on the shelf, and how old they are.

    A guide with problems is listed too, but can't be opened; 'guide check' says what is wrong.
    JSON always names the facets.
    """
    from guide.cli.listing import as_json, as_text

    shelf = session.shelf
    out.write(
        as_json(shelf) if out.form == "json" else as_text(shelf, clock.today(), facets=facets)
    )
    if not shelf.guides:
        note("guide: no guide can be opened; 'guide where' shows where they are looked for")
