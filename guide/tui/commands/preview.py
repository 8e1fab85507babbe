"""What can be done while a guide is under edit."""

from guide.tui.commands.base import Command


class ShowProblems(Command):
    """List every problem of the version saved last, each with its file, line and column."""

    KEYS = "exclamation_mark"
    GROUP = "Read"
    TITLE = "Problems of the guide"
    SHORT = "Problems"


PREVIEW = (ShowProblems,)
