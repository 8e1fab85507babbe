"""What can be done on the home screen."""

from guide.tui.commands.base import Command


class ShowHistory(Command):
    """List every walk that was kept: open, search, name, note, compare or erase one."""

    KEYS = "H"
    GROUP = "Keep"
    TITLE = "History: all your walks"
    SHORT = "History"
    KEEPS = True


HOME = (ShowHistory,)
