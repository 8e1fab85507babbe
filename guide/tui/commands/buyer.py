"""What can be done to get ready for a buyer."""

from guide.tui.commands.base import Command
from guide.tui.commands.sheet import CloseSheet
from guide.tui.commands.weighing import ShowLetters


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


class NextAsked(Command):
    """Go on to the next question: all points ticked means that it went well."""

    KEYS = "enter,right"
    GROUP = "Move"
    TITLE = "Next question"
    SHORT = "Next question"


class RehearseAgain(Command):
    """Rehearse once more: what didn't go well comes first."""

    KEYS = "r"
    GROUP = "Explore"
    TITLE = "Rehearse again"
    SHORT = "Again"


REPLIES = (CloseSheet, CopyAnswer)
BRIEF = (CloseSheet, PrintBrief, ShowLetters)
REHEARSAL = (CloseSheet, NextAsked, RehearseAgain)
