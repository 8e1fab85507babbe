"""Opens the terminal app, where there is a terminal that can show it."""

import gc
from typing import TYPE_CHECKING

from guide.cli.session import Session
from guide.cli.terminal import unfit
from guide.user_error import UserError

if TYPE_CHECKING:
    from guide.practice.drill import Drill


def open_app(session: Session, code: str | None = None, drill: "Drill | None" = None) -> int:
    """Show the app until the person quits, and give its exit code.

    Raises:
        UserError: if this is no terminal for it, or the code can't be used.

    """
    if why := unfit():
        instead = "'guide drill --plain' asks the same cases"
        instead = instead if drill else "'guide ask' asks the same questions"
        message = f"{why}; {instead} in plain lines"
        raise UserError(message)
    shelf = session.shelf
    first = None
    if code is not None:
        from guide.history.resolve import resolve  # noqa: PLC0415  9 ms more, and without a code not needed

        first = resolve(shelf, code).journey
    from guide.tui.app import run  # noqa: PLC0415  Textual: 90 ms, and only a terminal that is fit needs it

    gc.freeze()  # with gc off until here (in main) the first paint takes 0.9 of the time
    gc.enable()
    return run(shelf, first=first, drill=drill)
