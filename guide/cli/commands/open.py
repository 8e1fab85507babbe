"""Open the app at a scenario."""

import click

from guide.cli.options import CodeType, pass_session
from guide.cli.session import Session


@click.command("open", epilog="Example: guide open opinion=qualified,nature=admin,auditor=healthy")
@click.argument("code", type=CodeType())
@pass_session
def command(session: Session, code: str) -> int:
    """Open the app at a scenario.

    CODE is a scenario code, as every advice page shows it, the id of a guide, or the id of a walk
    in the history. An unfinished code opens at the first question that it leaves open.
    """
    from guide.cli.app import open_app

    return open_app(session, code)
