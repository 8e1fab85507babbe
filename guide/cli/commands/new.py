"""Start a guide of your own from a small, whole example."""

import click

from guide.cli import clock
from guide.cli.say import note, put
from guide.user_error import UserError


@click.command("new", epilog="Example: guide new my-guide")
@click.argument("name")
@click.option(
    "--in",
    "place",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    default=".",
    help="Make the guide in DIR instead of the current folder.",
)
def command(name: str, place: str) -> None:
    """Start a guide of your own from a small, whole example.

    NAME is the name of the guide and of its folder. The example passes 'guide check' and can be
    tried at once; the comments in its files explain the format. Nothing that is there already is
    written over.
    """
    from pathlib import Path
    from shlex import quote

    from guide.author.new import start_guide

    try:
        folder = start_guide(name, Path(place), clock.today())
    except OSError as error:
        message = f"{Path(place) / name} can't be written: {error.strerror or error}"
        raise UserError(message) from None
    where = quote(str(folder))
    note(f"{folder} holds a small guide. Read its files and change them. What to run next:")
    put(f"guide check {where}\nguide ask {quote(name)} --library {where}\nguide preview {where}\n")
