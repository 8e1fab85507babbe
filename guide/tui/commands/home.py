"""What can be done on the home screen."""

from guide.tui.commands.base import Command


class ContinueWalk(Command):
    """Go on where you left off."""

    KEYS = "c"
    TITLE = "Continue where you left off"
    SHORT = "Continue"


class ShowHistory(Command):
    """List every walk that was kept: open, search, name, note, compare or erase one."""

    KEYS = "y"
    TITLE = "History: all your walks"
    SHORT = "History"


HOME = (ContinueWalk, ShowHistory)
