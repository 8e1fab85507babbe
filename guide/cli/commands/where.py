"""Show every folder and file that is used."""

import click

from guide.cli.options import pass_session
from guide.cli.output import DATA, Output, output
from guide.cli.session import Session


@click.command("where")
@output("list", DATA, paged=False)
@pass_session
def command(session: Session, *, out: Output) -> None:
    """Show every folder and file that is used.

    Guides are looked for in the folders listed first, in that order: those named with --library,
    those in GUIDE_LIBRARY, your own, and the ones that ship. GUIDE_HOME puts everything that is
    kept about you below one folder.
    """
    from guide.cli.whereabouts import as_json, as_text

    out.write((as_json if out.form == "json" else as_text)(session.named))
