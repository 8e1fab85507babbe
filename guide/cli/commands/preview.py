"""guide preview DIR [CODE]."""

from typing import TYPE_CHECKING

import click

from guide.cli.options import library_option, pass_session
from guide.cli.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from guide.reading.shelf import Found


@click.command(
    "preview",
    epilog="Example: guide preview content/failed-audit "
    "opinion=qualified,nature=admin,auditor=healthy",
)
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False))
@click.argument("code", metavar="[CODE]", required=False)
@library_option
@pass_session
def command(_session: Session, folder: str, code: str | None) -> int:
    """Show a guide in the app while you write it.

    DIR is the folder of a guide. Each time a file in it is saved, the app shows the new version
    at the same place, and lists what is wrong at the foot of the screen. A version that can't be
    read is not shown; the one before it stays. With a scenario CODE the app opens there. Nothing
    is kept in the history.
    """
    from pathlib import Path

    from guide.cli.say import Stop, clean
    from guide.cli.terminal import unfit

    if why := unfit():
        message = f"{why}; 'guide check {folder}' lists the problems in plain lines"
        raise Stop(clean(message))
    found = _find(Path(folder))
    if code is not None and found.usable:
        _refuse_wrong(found, code)
    import gc

    from guide.tui.preview.app import run

    gc.freeze()
    gc.enable()
    return run(found, code=code)


def _find(folder: "Path") -> "Found":
    from guide.cli.say import Stop, clean
    from guide.reading.shelf import find, guide_folders

    folders = [*guide_folders(folder)]
    if not folders:
        message = f"no guide in {folder}: there is no guide.yaml; 'guide new NAME' writes a guide"
        raise Stop(clean(message))
    if len(folders) > 1:
        message = f"{folder} holds {len(folders)} guides; name one, such as {folders[0]}"
        raise Stop(clean(message))
    return find(folders[0])


def _refuse_wrong(found: "Found", code: str) -> None:
    from guide.cli.say import Stop
    from guide.journey.code import CodeError
    from guide.reading.shelf import Shelf
    from guide.tui.opening import journey_of

    try:
        journey_of(Shelf((found,)), code)
    except CodeError as error:
        raise Stop(str(error)) from None
