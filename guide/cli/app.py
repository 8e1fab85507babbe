"""Opens the terminal app, where there is a terminal that can show it."""

import gc
from typing import TYPE_CHECKING

from guide.cli.session import Session
from guide.cli.terminal import unfit
from guide.kiosk import passing_home
from guide.user_error import UserError

if TYPE_CHECKING:
    from guide.practice.drill import Drill
    from guide.practice.kept_rooms import OpenRoom


def open_app(
    session: Session,
    code: str | None = None,
    *,
    practice: "Drill | OpenRoom | None" = None,
    plain: str = "'guide ask' asks the same questions in plain lines",
) -> int:
    """Show the app until the person quits, and give its exit code.

    Args:
        session: what this run knows.
        code: where to open it.
        practice: what to practice with instead.
        plain: what does the same in plain lines.

    Raises:
        UserError: if this is no terminal for it, or the code can't be used.

    """
    if why := unfit():
        message = f"{why}; {plain}"
        raise UserError(message)
    with passing_home():
        shelf = session.shelf
        first = None
        if code is not None:
            from guide.history.resolve import resolve  # noqa: PLC0415  9 ms more, and without a code not needed

            first = resolve(shelf, code).journey
        from guide.tui.app import run  # noqa: PLC0415  Textual: 90 ms, and only a terminal that is fit needs it

        gc.freeze()  # with gc off until here (in main) the first paint takes 0.9 of the time
        gc.set_threshold(700)  # a command has set it higher
        gc.enable()
        return run(shelf, first=first, practice=practice)
