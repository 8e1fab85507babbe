"""What can be done where one chooses what to practice."""

from guide.tui.commands.base import Command
from guide.tui.commands.sheet import SHEET


class SaveHandout(Command):
    """Save the cards and the run sheet of the marked session, or of the first, for paper."""

    KEYS = "s"
    GROUP = "Keep"
    TITLE = "Save the handout"
    SHORT = "Save handout"
    KEEPS = True


PRACTICE = (SaveHandout, *SHEET)
