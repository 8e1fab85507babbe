"""guide where."""

import click

from guide.cli.options import library_option, pass_session
from guide.cli.session import Session


@click.command("where")
@library_option
@pass_session
def command(session: Session) -> int:
    """Show every folder and file that is used.

    Guides are looked for in the folders listed first, in that order: those named with --library,
    those in GUIDE_LIBRARY, your own, and the ones that ship. GUIDE_HOME puts everything that is
    kept about you below one folder.
    """
    from guide.cli import exits
    from guide.cli.say import clean, put
    from guide.cli.whereabouts import lines

    put("".join(f"{clean(line)}\n" if line.strip() else "\n" for line in lines(session.named)))
    return exits.OK
