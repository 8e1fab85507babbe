"""What can be done on the home screen."""

from guide.tui.commands.base import Command


class ContinueWalk(Command):
    """Go on where you left."""

    KEYS = "c"
    TITLE = "Continue where you left"
    SHORT = "Continue"


HOME = (ContinueWalk,)
