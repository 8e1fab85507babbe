"""What can be done to get ready for a buyer."""

from guide.tui.commands.base import Command
from guide.tui.commands.sheet import CloseSheet


class CopyAnswer(Command):
    """Copy the answer to the marked question, to the terminal's clipboard and to a file."""

    KEYS = "y"
    GROUP = "Keep"
    TITLE = "Copy this answer"
    SHORT = "Copy"


class PrintBrief(Command):
    """Save the brief; as HTML it prints on one sheet of paper."""

    KEYS = "s"
    GROUP = "Keep"
    TITLE = "Save the brief, to print it"
    SHORT = "Save to print"
    KEEPS = True


REPLIES = (CloseSheet, CopyAnswer)
BRIEF = (CloseSheet, PrintBrief)
