"""What can be done on a sheet laid over another screen."""

from guide.tui.commands.base import Command


class CloseSheet(Command):
    """Close this and go back to where you were."""

    KEYS = "escape,b,left"
    GROUP = "Move"
    TITLE = "Close"
    SHORT = "Close"


SHEET = (CloseSheet,)
