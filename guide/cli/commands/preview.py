"""Show a guide in the app while you write it."""

import gc

import click

from guide.cli.options import pass_session
from guide.cli.session import Session
from guide.cli.terminal import unfit
from guide.user_error import UserError


@click.command(
    "preview",
    epilog="Example: guide preview content/failed-audit "
    "opinion=qualified,nature=admin,auditor=healthy",
)
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False))
@click.argument("code", metavar="[CODE]", required=False)
@pass_session
def command(_session: Session, folder: str, code: str | None) -> int:
    """Show a guide in the app while you write it.

    DIR is the folder of a guide. Each time a file in it is saved, the app shows the new version
    at the same place, and lists what is wrong at the foot of the screen. A version that can't be
    read is not shown; the one before it stays. With a scenario CODE the app opens there. Nothing
    is kept in the history.
    """
    from pathlib import Path

    from guide.history.resolve import only_folder, resolve
    from guide.reading.shelf import Shelf, find

    if why := unfit():
        message = f"{why}; 'guide check {folder}' lists the problems in plain lines"
        raise UserError(message)
    guide_folder = only_folder(Path(folder))
    if guide_folder is None:
        message = f"no guide in {folder}: there is no guide.yaml; 'guide new NAME' writes a guide"
        raise UserError(message)
    entry = find(guide_folder)
    if code is not None and entry.usable:
        resolve(Shelf((entry,)), code)  # a wrong code is refused before the app starts
    from guide.tui.preview.app import run

    gc.freeze()
    gc.set_threshold(700)
    gc.enable()
    return run(entry, code=code)
